import LinecasterKit
import LinecasterLanguage

/// Finds people in English text: names beside a title, a verb of speech, or a role.
struct EnglishPeople {
    private let text: ArticleText

    init(_ text: ArticleText) { self.text = text }

    func find(in block: Range<Int>) -> [Mention] {
        guard text.utf8[block].contains(where: { $0 &- 0x41 < 26 }) else { return [] }
        let words = CapitalRuns(text.utf8, block).runs
        return words.compactMap { mention($0, block) }
    }

    private func mention(_ run: Range<Int>, _ block: Range<Int>) -> Mention? {
        let bytes = text.utf8
        var start = run.lowerBound
        var roles: [String] = []
        while let end = Titles.english.match(in: bytes, at: start, limit: run.upperBound), end < run.upperBound, bytes[end] == 0x20 {
            roles.append(text.string(start..<end))
            start = end + 1
        }
        let name = start..<run.upperBound
        let words = bytes[name].split(separator: 0x20).count
        guard (1...4).contains(words), !isPlaceOrOrganization(name) else { return nil }
        let honorifics: Set<String> = ["Mr.", "Mrs.", "Ms.", "Miss", "Sir", "Lady", "Lord", "Dr."]
        let isTitled = !roles.isEmpty
        let isReporting = reports(name, block)
        let role = appositive(after: run.upperBound, limit: block.upperBound)
        let isByline = isAfterBy(name, block)
        guard words >= 2 || isTitled else { return nil }
        guard isTitled || isReporting || role != nil || isByline else { return nil }
        var found = roles.isEmpty ? [] : [roles.joined(separator: " ")].filter { !honorifics.contains($0) }
        if let role { found.append(role) }
        return Mention(TextRange(name), Entity(kind: .person, name: text.string(name), roles: found))
    }

    private func isPlaceOrOrganization(_ range: Range<Int>) -> Bool {
        if Places.english.contains(text.utf8, range) { return true }
        let last = text.utf8[range].split(separator: 0x20).last
        guard let last else { return false }
        return Organizations.englishSuffixes.contains(text.utf8, last.startIndex..<last.endIndex)
    }

    /// Whether a verb of speech stands directly before or after a name.
    private func reports(_ name: Range<Int>, _ block: Range<Int>) -> Bool {
        speechVerb(after: name.upperBound, limit: block.upperBound) != nil
            || speechVerb(before: name.lowerBound, from: block.lowerBound) != nil
    }

    /// The verb of speech after a name, directly or behind what a pair of commas adds to the name.
    func speechVerb(after end: Int, limit: Int) -> Range<Int>? {
        guard end + 1 < limit else { return nil }
        if text.utf8[end] == UInt8(ascii: ","),
            let close = text.utf8[(end + 1)..<min(limit, end + 90)].firstIndex(where: { $0 == UInt8(ascii: ",") || $0 == UInt8(ascii: ".") }
            ),
            text.utf8[close] == UInt8(ascii: ",")
        {
            return directVerb(after: close + 1, limit: limit)
        }
        return directVerb(after: end, limit: limit)
    }

    private func directVerb(after end: Int, limit: Int) -> Range<Int>? {
        guard end + 1 < limit, text.utf8[end] == 0x20 else { return nil }
        return wordEnding(SpeechVerbs.english.match(in: text.utf8, at: end + 1, limit: limit), limit).map { end + 1..<$0 }
    }

    func speechVerb(before start: Int, from lower: Int) -> Range<Int>? {
        guard start - 1 > lower, text.utf8[start - 1] == 0x20 else { return nil }
        guard let verb = SpeechVerbs.english.match(in: text.utf8, endingAt: start - 1, from: lower) else { return nil }
        let isWord = verb == lower || text.utf8[verb - 1] == 0x20
        return isWord ? verb..<start - 1 : nil
    }

    /// Where the titles before a name begin, or the name itself.
    func titledStart(of name: Int, from lower: Int) -> Int {
        var start = name
        while start - 1 > lower, text.utf8[start - 1] == 0x20,
            let title = Titles.english.match(in: text.utf8, endingAt: start - 1, from: lower),
            title == lower || text.utf8[title - 1] == 0x20
        { start = title }
        return start
    }

    private func wordEnding(_ end: Int?, _ limit: Int) -> Int? {
        guard let end else { return nil }
        return end >= limit || (text.utf8[end] | 0x20) &- 0x61 >= 26 ? end : nil
    }

    /// `, the city's mayor,` after a name: the role.
    private func appositive(after end: Int, limit: Int) -> String? {
        guard end + 2 < limit, text.utf8[end] == UInt8(ascii: ","), text.utf8[end + 1] == 0x20 else { return nil }
        let start = end + 2
        var stop = start
        while stop < limit, stop - start < 90, ![UInt8(ascii: ","), UInt8(ascii: "."), UInt8(ascii: ";")].contains(text.utf8[stop]) {
            stop += 1
        }
        let phrase = text.string(start..<stop)
        let words = phrase.split(separator: " ")
        guard (1...9).contains(words.count),
            words.contains(where: { Titles.englishNouns.contains(Array($0.lowercased().utf8), 0..<$0.utf8.count) })
        else { return nil }
        let kept = words.prefix { !["since", "for", "from", "who", "when"].contains($0.lowercased()) }
        guard !["who", "which", "said", "and", "but", "where"].contains(words[0].lowercased()) else { return nil }
        return ["the", "a", "an"].contains(words[0].lowercased()) ? kept.dropFirst().joined(separator: " ") : kept.joined(separator: " ")
    }

    private func isAfterBy(_ name: Range<Int>, _ block: Range<Int>) -> Bool {
        name.lowerBound == block.lowerBound + 3
            && (text.utf8.holds("By ", at: block.lowerBound) || text.utf8.holds("BY ", at: block.lowerBound))
    }

    /// Surnames by which people with a first name are named later, where only one bears it.
    static func surnames(of mentions: [Mention]) -> SurnameForms {
        var byName: [String: Set<String>] = [:]
        for name in Set(mentions.map(\.value.name)) {
            let words = name.split { $0 == " " || $0 == "·" }
            guard words.count >= 2, let last = words.last, last.utf8.count > 2, last.count > 1 else { continue }
            byName[String(last), default: []].insert(name)
        }
        return SurnameForms(byName.compactMapValues { $0.count == 1 ? $0.first : nil })
    }
}

/// Surnames with the full names that they stand for.
struct SurnameForms {
    private let words: PhraseSet
    private let names: [String: String]

    init(_ names: [String: String]) {
        self.names = names
        words = PhraseSet(words: Array(names.keys))
    }

    func match(_ text: [UInt8], at offset: Int, limit: Int) -> (end: Int, name: String)? {
        guard offset == 0 || (text[offset - 1] | 0x20) &- 0x61 >= 26, let end = words.match(in: text, at: offset, limit: limit) else {
            return nil
        }
        guard end >= limit || (text[end] | 0x20) &- 0x61 >= 26 else { return nil }
        return names[String(decoding: text[offset..<end], as: UTF8.self)].map { (end, $0) }
    }
}

/// Runs of capitalized words: `President Jane A. Smith`.
struct CapitalRuns {
    private(set) var runs: [Range<Int>] = []

    private static let particles = PhraseSet("de van von der den la le du di da bin al")

    init(_ text: [UInt8], _ block: Range<Int>) {
        var offset = block.lowerBound
        var run: Range<Int>?
        while offset < block.upperBound {
            var end = offset
            while end < block.upperBound, Self.isWordByte(text, end, block.upperBound) { end += 1 }
            if end == offset {
                // Anything but a single space ends a run.
                if let open = run, text[offset] != 0x20 || offset > open.upperBound { finish(&run) }
                offset += 1
                continue
            }
            let isCapital = text[offset] &- 0x41 < 26
            if isCapital {
                run = (run?.lowerBound ?? offset)..<end
            } else if run != nil, !Self.joinsName(text, offset..<end, block.upperBound) {
                finish(&run)
            } else if let open = run {
                run = open.lowerBound..<end
            }
            offset = end
        }
        finish(&run)
    }

    private mutating func finish(_ run: inout Range<Int>?) {
        if let run { runs.append(run) }
        run = nil
    }

    /// Whether a small word stands within a name: `Ludwig van Beethoven`.
    private static func joinsName(_ text: [UInt8], _ word: Range<Int>, _ limit: Int) -> Bool {
        guard particles.contains(text, word), word.upperBound + 1 < limit, text[word.upperBound] == 0x20 else { return false }
        return text[word.upperBound + 1] &- 0x41 < 26
    }

    /// Letters, inner hyphens, and the full stop of an initial or a title.
    private static func isWordByte(_ text: [UInt8], _ offset: Int, _ limit: Int) -> Bool {
        let byte = text[offset]
        if isLetter(byte) || isAccented(text, offset) { return true }
        guard offset > 0, isLetter(text[offset - 1]) else { return false }
        if byte == UInt8(ascii: "-") { return offset + 1 < limit && isLetter(text[offset + 1]) }
        guard byte == UInt8(ascii: "."), offset + 1 < limit, text[offset + 1] == 0x20 else { return false }
        var start = offset
        while start > 0, offset - start < 6, isLetter(text[start - 1]) { start -= 1 }
        let isInitial = offset - start == 1 && text[start] &- 0x41 < 26
        return isInitial || Titles.english.contains(text, start..<offset + 1)
    }

    private static func isLetter(_ byte: UInt8) -> Bool { (byte | 0x20) &- 0x61 < 26 }

    /// A byte of a Latin letter with an accent.
    private static func isAccented(_ text: [UInt8], _ offset: Int) -> Bool {
        let lead: ClosedRange<UInt8> = 0xC3...0xC9
        if lead.contains(text[offset]) { return true }
        return text[offset] & 0xC0 == 0x80 && offset > 0 && lead.contains(text[offset - 1])
    }
}
