import LinecasterKit
import LinecasterLanguage

/// Finds people in English text: names beside a title, a verb of speech, or a role.
struct EnglishPeople {
    private let text: ArticleText

    /// Surnames that stand beside a verb of speech somewhere in the article.
    private let surnames: Set<String>

    init(_ text: ArticleText, surnames: Set<String> = []) {
        self.text = text
        self.surnames = surnames
    }

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
        // Driver Amina Yusuf: a role at the beginning of a sentence.
        if let role = leadingRole(start..<run.upperBound) {
            roles.append(text.string(start..<role))
            start = role + 1
        } else if roles.isEmpty, let role = roleBefore(start, block) {
            roles.append(text.string(role))
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
        let isKnown = isReporting || role != nil || isByline || isDescribed(run.upperBound, block) || isSurname(of: name)
        guard isTitled || isKnown else { return nil }
        var found = roles.isEmpty ? [] : [roles.joined(separator: " ")].filter { !honorifics.contains($0) }
        if let role { found.append(role) }
        return Mention(TextRange(name), Entity(kind: .person, name: text.string(name), roles: found))
    }

    /// The first word of a run, when it is a role and at least two words follow: where it ends.
    private func leadingRole(_ run: Range<Int>) -> Int? {
        let words = text.utf8[run].split(separator: 0x20)
        guard words.count >= 3, let first = words.first else { return nil }
        let lower = first.map { $0 | 0x20 }
        return Titles.englishNouns.contains(lower, 0..<lower.count) ? first.endIndex : nil
    }

    /// `ecologist Fiona Gale`, `Transport minister Neil Caldwell`: a role in small letters before a name.
    private func roleBefore(_ start: Int, _ block: Range<Int>) -> Range<Int>? {
        guard start > block.lowerBound + 2, text.utf8[start - 1] == 0x20 else { return nil }
        var first = start - 1
        while first > block.lowerBound, (text.utf8[first - 1] | 0x20) &- 0x61 < 26 || text.utf8[first - 1] == UInt8(ascii: "-") {
            first -= 1
        }
        guard first < start - 1, Titles.englishNouns.contains(text.utf8, first..<start - 1) else { return nil }
        // One word more, where it describes the role: dairy farmer.
        guard first > block.lowerBound, text.utf8[first - 1] == 0x20 else { return first..<start - 1 }
        var more = first - 1
        while more > block.lowerBound, (text.utf8[more - 1] | 0x20) &- 0x61 < 26 { more -= 1 }
        let word = text.utf8[more..<first - 1].map { $0 | 0x20 }
        let isSmall = Self.smallWords.contains(word, 0..<word.count) || SpeechVerbs.english.contains(word, 0..<word.count)
        return isSmall || word.isEmpty ? first..<start - 1 : more..<start - 1
    }

    private static let smallWords = PhraseSet("the a an and or of by with for from to his her their its said says as but in on at former")

    /// `, 81,` or `, who`: what follows a person's name.
    private func isDescribed(_ end: Int, _ block: Range<Int>) -> Bool {
        guard end + 3 < block.upperBound, text.utf8[end] == UInt8(ascii: ","), text.utf8[end + 1] == 0x20 else { return false }
        let next = end + 2
        if text.utf8.holds("who ", at: next) || text.utf8.holds("whose ", at: next) { return true }
        guard text.utf8[next] &- 0x30 < 10, text.utf8[next + 1] &- 0x30 < 10 else { return false }
        return next + 2 >= block.upperBound || text.utf8[next + 2] == UInt8(ascii: ",") || text.utf8[next + 2] == UInt8(ascii: ".")
    }

    private func isSurname(of name: Range<Int>) -> Bool {
        guard let last = text.utf8[name].split(separator: 0x20).last else { return false }
        return surnames.contains(String(decoding: last, as: UTF8.self))
    }

    private func isPlaceOrOrganization(_ range: Range<Int>) -> Bool {
        if Places.english.contains(text.utf8, range) { return true }
        let last = text.utf8[range].split(separator: 0x20).last
        guard let last else { return false }
        return Organizations.englishSuffixes.contains(text.utf8, last.startIndex..<last.endIndex)
    }

    /// Whether a verb of speech stands directly before or after a name.
    private func reports(_ name: Range<Int>, _ block: Range<Int>) -> Bool {
        // The railway's manager, Ines Duarte, said
        if name.upperBound < block.upperBound, text.utf8[name.upperBound] == UInt8(ascii: ","),
            directVerb(after: name.upperBound + 1, limit: block.upperBound) != nil
        {
            return true
        }
        return speechVerb(after: name.upperBound, limit: block.upperBound) != nil
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
