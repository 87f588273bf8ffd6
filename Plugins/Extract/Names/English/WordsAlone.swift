import LinecasterKit
import LinecasterLanguage

/// Words with a capital that stand alone: surnames, short forms of organizations, and places.
extension EnglishNames {
    mutating func noteWordsAlone(_ words: [NameWord]) {
        for index in words.indices
        where beginsName(words, index)
            && !words[index].has(.common) && !words[index].has(.acronym) && !words[index].has(.adjective)
        {
            let isFirst = index == 0 || !words[index - 1].has(.capital) || !words[index - 1].has(.joined) || words[index - 1].has(.genitive)
            guard isFirst, runEnd(words, index) == index + 1 else { continue }
            alone.insert(text.string(words[index].range))
        }
    }

    /// Short forms of organizations (`Norvik` of `Norvik Semiconductor AG`), and what is a place by what stands before it.
    mutating func nameWordsAlone() {
        var full: [String: String?] = [:]
        for name in names where name.value.kind == .organization {
            let words = name.value.name.split(separator: " ")
            guard words.count >= 2, let first = words.first.map(String.init), alone.contains(first) else { continue }
            if let known = full[first], known != name.value.name { full[first] = .some(nil) } else { full[first] = name.value.name }
        }
        nameWithoutForm()
        for (range, isPlace) in open {
            if case let name?? = full[text.string(range)] {
                names.append(Mention(TextRange(range), Entity(kind: .organization, name: name)))
            } else if isPlace {
                names.append(mention(range, .place))
            }
        }
    }

    private static let forms = PhraseSet(
        "Inc Inc. Corp Corp. Ltd Ltd. Co. Company Corporation Limited LLC LLP plc PLC AG SA NV GmbH Holdings"
    )

    /// `Prairie Mills` of `Prairie Mills Corp.`, where nothing else was found.
    private mutating func nameWithoutForm() {
        var full: [String: String] = [:]
        for name in names where name.value.kind == .organization {
            let words = name.value.name.split(separator: " ")
            guard words.count >= 3, let last = words.last, Self.forms.contains(Array(last.utf8), 0..<last.utf8.count) else { continue }
            let core = words.dropLast().map { $0.hasSuffix(",") ? $0.dropLast() : $0 }.joined(separator: " ")
            full[core] = full[core] ?? name.value.name
        }
        guard !full.isEmpty else { return }
        // Prairie Mills, which ends like a company as well, is the same one.
        for index in names.indices where names[index].value.kind == .organization {
            if let name = full[names[index].value.name] { names[index].value.name = name }
        }
        let taken = Ranges(names.map(\.range.offsets))
        for range in text.occurrences(of: PhraseSet(words: full.keys.sorted())) where !taken.overlaps(range) {
            guard let name = full[text.string(range)], !isLetter(range.upperBound), !isLetter(range.lowerBound - 1) else { continue }
            names.append(Mention(TextRange(range), Entity(kind: .organization, name: name)))
        }
    }

    private func isLetter(_ offset: Int) -> Bool { text.utf8.indices.contains(offset) && (text.utf8[offset] | 0x20) &- 0x61 < 26 }

    private static let inPlaces = PhraseSet("in near outside")
    private static let settlements = PhraseSet(
        "town city village port province state island district region suburb county capital hamlet municipality archipelago peninsula valley"
    )

    /// Whether a word alone is a place by what stands before it: `in Penang`, `the port of Legazpi`, `Dresden, Penang and`.
    func isPlace(_ words: [NameWord], _ index: Int) -> Bool {
        let word = words[index]
        guard index > 0, !word.has(.common), !word.has(.adjective), !word.has(.acronym), !word.has(.given), !word.has(.title),
            !word.has(.genitive), !word.has(.initial), !surnames.contains(text.string(word.range))
        else { return false }
        let before = words[index - 1]
        if before.has(.joined), Self.inPlaces.contains(text.utf8, before.range) { return true }
        if index > 1, before.has(.joined), text.utf8[before.range].elementsEqual("of".utf8),
            Self.settlements.contains(text.utf8, words[index - 2].range)
        {
            return true
        }
        // Lists of places.
        guard let last = names.last, last.value.kind == .place else { return false }
        let gap = last.range.upperBound..<word.range.lowerBound
        return gap.count <= 6 && [", ", " and ", ", and ", " or "].contains { text.utf8[gap].elementsEqual($0.utf8) }
    }
}
