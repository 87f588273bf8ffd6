import LinecasterKit
import LinecasterLanguage

/// Places, by the lists, by the word that ends their name, and by the state behind a town.
extension EnglishNames {
    /// A place of the lists that is all of a run of several words: `Soviet Union` is no union.
    mutating func wholePlace(_ words: [NameWord], _ run: Range<Int>) -> Int? {
        guard run.count > 1, Places.english.contains(text.utf8, range(words, run)) else { return nil }
        names.append(mention(range(words, run), .place))
        return run.upperBound
    }

    /// A place of the lists, or one by the word that ends its name.
    mutating func place(_ words: [NameWord], _ run: Range<Int>) -> Int? {
        guard !run.isEmpty else { return nil }
        var end = min(words.count, run.upperBound + 2)
        while end > run.lowerBound {
            let range = range(words, run.lowerBound..<end)
            if Places.english.contains(text.utf8, range), end >= run.upperBound || !hidesPlace(words, run, end) {
                names.append(mention(range, .place))
                return end
            }
            end -= 1
        }
        // North Yorkshire, Greater Manchester
        if run.count == 2, Self.parts.contains(text.utf8, words[run.lowerBound].range),
            Places.english.contains(text.utf8, words[run.lowerBound + 1].range)
        {
            names.append(mention(range(words, run), .place))
            return run.upperBound
        }
        guard run.count >= 2 else { return town(words, run) }
        let last = run.upperBound - 1
        // U.S. District Judge: a court's, and no place of its own.
        if words[run.lowerBound].has(.acronym) || text.utf8.holds("U.S.", at: words[run.lowerBound].range.lowerBound),
            Self.courts.contains(text.utf8, words[run.lowerBound + 1].range)
        {
            return place(words, run.lowerBound..<run.lowerBound + 1).map { max($0, run.upperBound) }
        }
        let begins = Places.englishBeginnings.contains(text.utf8, words[run.lowerBound].range)
        guard words[last].has(.place) || begins && run.count == 2 && !words[last].has(.given), !isPersonByGivenName(words, run),
            !words[run].contains(where: { isAmpersand($0) })
        else {
            // Marlow Bay, Mass.: a state behind the town.
            return town(words, run)
        }
        names.append(mention(range(words, run), .place))
        return run.upperBound
    }

    private static let courts = PhraseSet("District Circuit Magistrate Bankruptcy")
    private static let parts = PhraseSet(
        "North South East West Northern Southern Eastern Western Central Greater Upper Lower Inner Outer Mid"
    )

    /// Whether a longer name that begins like a place goes on: `Boston Globe`, `Washington Monument`, `Chad Smith`.
    func hidesPlace(_ words: [NameWord], _ run: Range<Int>, _ end: Int) -> Bool {
        if words[end].has(.title) { return false }
        return !Places.english.contains(text.utf8, words[end].range)
    }

    /// Illinois, Mass.: with its stop, which no word has that ends a sentence as well.
    private func isState(_ word: Range<Int>) -> Bool {
        if Places.englishStates.contains(text.utf8, word) { return true }
        return word.upperBound < text.utf8.count && text.utf8[word.upperBound] == UInt8(ascii: ".")
            && Places.englishStates.contains(text.utf8, word.lowerBound..<word.upperBound + 1)
    }

    mutating func town(_ words: [NameWord], _ run: Range<Int>) -> Int? {
        let end = run.upperBound
        guard end < words.count, run.count <= 3, case let gap = words[end - 1].range.upperBound..<words[end].range.lowerBound,
            gap.count == 2,
            text.utf8[gap.lowerBound] == UInt8(ascii: ",")
        else { return nil }
        guard
            isState(words[end].range)
                || Places.english.contains(text.utf8, words[end].range) && !words[run.lowerBound].has(.given) && run.count <= 2
                    && !words[run.upperBound - 1].has(.common)
        else { return nil }
        names.append(mention(range(words, run), .place))
        return end
    }
}
