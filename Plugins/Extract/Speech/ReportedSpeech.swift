import LinecasterKit
import LinecasterLanguage

/// Finds what people say in the reporter's words: `徐建表示：…`, `Smith said that …`.
struct ReportedSpeech {
    private let text: ArticleText
    private let people: [Mention]
    private let english: EnglishPeople

    init(_ text: ArticleText, people: [Mention]) {
        self.text = text
        self.people = people
        english = EnglishPeople(text)
    }

    /// - Parameters:
    ///   - direct: The quotations of the block, which are not reported once more.
    ///   - before: Who was spoken of before the block, for a pronoun at its start.
    func find(in block: Range<Int>, direct: [TextRange], before: String?) -> [Annotation<Quote>] {
        var result: [Annotation<Quote>] = []
        let cues = (people.compactMap { cue($0, block) } + pronouns(in: block, before: before)).sorted {
            $0.verb.lowerBound < $1.verb.lowerBound
        }
        for (index, cue) in cues.enumerated() where !direct.contains(where: { $0.offsets.contains(cue.verb.lowerBound) }) {
            let next = index + 1 < cues.count ? cues[index + 1].clause : block.upperBound
            if let said = statementBefore(cue, block) {
                result.append(Annotation(TextRange(said), Quote(kind: .reported, speaker: cue.speaker, cue: text.string(cue.verb))))
                continue
            }
            guard let range = extent(after: cue.verb.upperBound, limit: min(block.upperBound, max(next, cue.verb.upperBound)), direct)
            else { continue }
            result.append(Annotation(TextRange(range), Quote(kind: .reported, speaker: cue.speaker, cue: text.string(cue.verb))))
        }
        return result
    }

    private typealias Cue = (speaker: String?, verb: Range<Int>, clause: Int)

    private func cue(_ person: Mention, _ block: Range<Int>) -> Cue? {
        let end = person.range.upperBound
        guard
            let verb = ChineseName.speechVerb(in: text.utf8, after: end, limit: block.upperBound)
                ?? english.speechVerb(after: end, limit: block.upperBound)
        else { return nil }
        return (person.value.name, verb, sentenceStart(person.range.lowerBound, block))
    }

    private func pronouns(in block: Range<Int>, before: String?) -> [Cue] {
        var result: [Cue] = []
        var offset = block.lowerBound
        while offset < block.upperBound {
            let scalar = text.utf8.scalar(at: offset)
            offset = scalar.end
            guard scalar.value == 0x4ED6 || scalar.value == 0x5979, text.beginsClause(scalar.offset, from: block.lowerBound) else {
                continue
            }
            guard let verb = ChineseName.speechVerb(in: text.utf8, after: scalar.end, limit: block.upperBound) else { continue }
            let speaker = people.last { $0.range.upperBound <= scalar.offset }?.value.name ?? before
            result.append((speaker, verb, scalar.offset))
        }
        return result
    }

    private func sentenceStart(_ offset: Int, _ block: Range<Int>) -> Int {
        var offset = offset
        while let before = text.utf8.scalar(before: offset, from: block.lowerBound), characterClass(before.value) != .terminal,
            characterClass(before.value) != .closing
        { offset = before.offset }
        return offset
    }

    /// What is reported before its speaker: `Children go first, Ellison said`.
    private func statementBefore(_ cue: Cue, _ block: Range<Int>) -> Range<Int>? {
        guard text.utf8[cue.verb.lowerBound] < 0x80, let person = people.last(where: { $0.range.upperBound <= cue.verb.lowerBound }) else {
            return nil
        }
        let start = sentenceStart(person.range.lowerBound, block)
        let before = text.utf8.trimmed(start..<max(start, person.range.lowerBound))
        guard before.count > 12, text.utf8[before.upperBound - 1] == UInt8(ascii: ",") else { return nil }
        return before.lowerBound..<before.upperBound - 1
    }

    /// What is reported after a verb: to the end of the sentence, or, after a colon, to the end of the block.
    private func extent(after verb: Int, limit: Int, _ direct: [TextRange]) -> Range<Int>? {
        guard verb < limit else { return nil }
        let mark = text.utf8.scalar(at: verb)
        let isColon = mark.value == 0xFF1A || mark.value == 0x3A
        var start = verb
        if characterClass(mark.value) == .pause { start = mark.end }
        for word in [" that ", " "] where text.utf8[start..<limit].starts(with: word.utf8) {
            start += word.utf8.count
            break
        }
        guard start < limit, !direct.contains(where: { $0.lowerBound == start }) else { return nil }
        // A verb with its object alone, as in 介绍情况, reports nothing.
        let isChinese = mark.value >= 0x80 || characterClass(mark.value) == .pause
        if isChinese, characterClass(mark.value) != .pause, characterClass(text.utf8.scalar(at: start).value) == .han,
            text.utf8.scalar(at: verb).offset == start, !isLongClause(start, limit)
        {
            return nil
        }
        let stop = direct.first { $0.lowerBound > start }?.lowerBound ?? limit
        let sentences = SentenceBoundaries().sentences(in: text.utf8, range: start..<min(limit, max(start, stop)))
        guard let first = sentences.first, first.count >= 6 else { return nil }
        return isColon ? first.lowerBound..<(sentences.last?.upperBound ?? first.upperBound) : first
    }

    private func isLongClause(_ start: Int, _ limit: Int) -> Bool {
        var offset = start
        while offset < limit, offset - start < 30, case let scalar = text.utf8.scalar(at: offset) {
            if [.pause, .terminal].contains(characterClass(scalar.value)) { return false }
            offset = scalar.end
        }
        return offset - start >= 30
    }
}
