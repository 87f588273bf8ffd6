/// A word among the characters of a passage.
struct WordSpan: Sendable {
    /// Indices of its characters.
    let places: Range<Int>
    /// A number that stands for the word.
    let hash: UInt32
    /// What the lexicon knows of it, as a small number.
    let sort: UInt32

    init(_ characters: Characters, _ places: Range<Int>, _ lexicon: Lexicon) {
        self.places = places
        var hash: UInt32 = 2_166_136_261
        for place in places { hash = (hash ^ characters.observed(place)) &* 16_777_619 }
        self.hash = hash | 1
        sort = Self.sort(lexicon.flags(of: characters, places), places.count)
    }

    /// What sorts and positions are smaller than.
    static let sortLimit = 14
    static let positionLimit = 5

    /// The sort of words that end names of organizations.
    static let organizationEnd: UInt32 = 4

    private static let sorts: [WordFlags] = [
        .title, .organizationSuffix, .placeSuffix, .surname, .place, .organization, .person, .speechVerb, .time, .common,
    ]

    /// The first that holds of what names are made of, and of what stands around them.
    private static func sort(_ flags: WordFlags?, _ length: Int) -> UInt32 {
        guard let flags else { return length == 1 ? 1 : 2 }
        for (index, flag) in sorts.enumerated() where flags.contains(flag) { return UInt32(index) + 3 }
        return 13
    }

    /// Where a character stands in the word: 1 alone, 2 first, 3 inside, 4 last.
    func position(of place: Int) -> UInt32 {
        if places.count == 1 { return 1 }
        return place == places.lowerBound ? 2 : place == places.upperBound - 1 ? 4 : 3
    }
}
