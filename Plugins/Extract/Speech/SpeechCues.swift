import LinecasterKit
import LinecasterLanguage

/// Finds who speaks a quotation by the verb of speech beside it.
struct SpeechCues {
    private let text: ArticleText
    private let people: [Mention]
    private let english: EnglishPeople

    /// A verb of speech and whose it is.
    struct Cue {
        let speaker: String?
        let verb: String
        /// Whether the text names the speaker by a pronoun only.
        let isPronoun: Bool
    }

    init(_ text: ArticleText, people: [Mention]) {
        self.text = text
        self.people = people
        english = EnglishPeople(text)
    }

    /// `张三说：“…”`, `Jane Smith said, "…"`: the cue before a quotation.
    func before(_ span: Range<Int>, in block: Range<Int>) -> Cue? {
        let bytes = text.utf8
        var end = span.lowerBound
        while let before = bytes.scalar(before: end, from: block.lowerBound), [.pause, .space].contains(characterClass(before.value)) {
            end = before.offset
        }
        guard end < span.lowerBound || end == block.lowerBound else { return verbAt(end, in: block) }
        return verbAt(end, in: block)
    }

    /// The cue whose verb ends at an offset.
    private func verbAt(_ end: Int, in block: Range<Int>) -> Cue? {
        let clause = clauseStart(before: end, from: block.lowerBound)
        if let verb = SpeechVerbs.chinese.match(in: text.utf8, endingAt: end, from: clause) {
            let speaker = people.last { $0.range.lowerBound >= clause && $0.range.upperBound <= verb }
            let isPronoun = speaker == nil && startsWithPronoun(clause..<verb)
            guard speaker != nil || isPronoun || verb - clause <= 60 else { return nil }
            return Cue(speaker: speaker?.value.name, verb: text.string(verb..<end), isPronoun: isPronoun)
        }
        guard let verb = english.speechVerb(before: end + 1, from: clause) ?? englishVerb(endingAt: end, from: clause) else { return nil }
        let speaker = people.last { $0.range.lowerBound >= clause && $0.range.upperBound <= verb.lowerBound }
        return Cue(
            speaker: speaker?.value.name,
            verb: text.string(verb),
            isPronoun: speaker == nil && englishPronoun(clause..<verb.lowerBound)
        )
    }

    private func englishVerb(endingAt end: Int, from start: Int) -> Range<Int>? {
        SpeechVerbs.english.match(in: text.utf8, endingAt: end, from: start).flatMap {
            $0 == start || text.utf8[$0 - 1] == 0x20 ? $0..<end : nil
        }
    }

    /// `“…”张三说`, `"…," said Jane Smith`: the cue after a quotation.
    func after(_ span: Range<Int>, in block: Range<Int>) -> Cue? {
        let end = sentenceEnd(after: span.upperBound, limit: block.upperBound)
        let near = people.filter { $0.range.lowerBound >= span.upperBound && $0.range.upperBound <= end }
        for person in near {
            // The verb belongs to the first person that has one, if no other clause comes between.
            if let verb = ChineseName.speechVerb(in: text.utf8, after: person.range.upperBound, limit: end),
                !holdsPause(span.upperBound..<person.range.lowerBound)
            {
                return Cue(speaker: person.value.name, verb: text.string(verb), isPronoun: false)
            }
            if let verb = english.speechVerb(after: person.range.upperBound, limit: end)
                ?? english.speechVerb(
                    before: english.titledStart(of: person.range.lowerBound, from: span.upperBound),
                    from: span.upperBound
                ), person.range.lowerBound - span.upperBound < 60
            {
                return Cue(speaker: person.value.name, verb: text.string(verb), isPronoun: false)
            }
        }
        return pronoun(after: span.upperBound, limit: end)
    }

    private func pronoun(after start: Int, limit: Int) -> Cue? {
        let rest = text.utf8.trimmed(start..<limit)
        for pronoun in ["他", "她"] where rest.count >= 3 && text.utf8[rest].starts(with: pronoun.utf8) {
            if let verb = ChineseName.speechVerb(in: text.utf8, after: rest.lowerBound + 3, limit: limit) {
                return Cue(speaker: nil, verb: text.string(verb), isPronoun: true)
            }
        }
        for pronoun in ["he ", "she ", "He ", "She "] where text.utf8[rest].starts(with: pronoun.utf8) {
            if let verb = english.speechVerb(after: rest.lowerBound + pronoun.utf8.count - 1, limit: limit) {
                return Cue(speaker: nil, verb: text.string(verb), isPronoun: true)
            }
        }
        return nil
    }

    private func holdsPause(_ range: Range<Int>) -> Bool {
        text.utf8.scalars(in: range).contains { $0.value == 0xFF0C || $0.value == 0x3002 || $0.value == 0xFF1B }
    }

    private func startsWithPronoun(_ clause: Range<Int>) -> Bool {
        ["他", "她"].contains { text.utf8[clause].starts(with: $0.utf8) }
    }

    private func englishPronoun(_ clause: Range<Int>) -> Bool {
        let words = text.string(clause).split(separator: " ").map { $0.lowercased() }
        return words.contains("he") || words.contains("she")
    }

    private func clauseStart(before end: Int, from start: Int) -> Int {
        var offset = end
        while let before = text.utf8.scalar(before: offset, from: start), end - offset < 240 {
            if characterClass(before.value) == .terminal || before.value == 0xFF1B || before.value == 0x201D || before.value == 0x22 {
                break
            }
            offset = before.offset
        }
        return text.utf8.trimmed(offset..<end).lowerBound
    }

    private func sentenceEnd(after start: Int, limit: Int) -> Int {
        var offset = start
        while offset < limit, offset - start < 240, case let scalar = text.utf8.scalar(at: offset) {
            if scalar.value == 0x3002 || scalar.value == 0x201C
                || (scalar.value == 0x2E && offset > start + 1 && scalar.end < limit && text.utf8[scalar.end] == 0x20
                    && text.utf8[offset - 1] | 0x20 != UInt8(ascii: "r"))
            {
                break
            }
            offset = scalar.end
        }
        return min(offset, limit)
    }
}
