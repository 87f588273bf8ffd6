/// How long a summary may be.
struct SummaryLength {
    /// How many sentences at most.
    var sentences: Int
    /// How many characters (Unicode scalars) at most.
    var characters: Int

    /// Whether something of this many sentences and characters fits.
    func holds(_ sentences: Int, _ characters: Int) -> Bool { sentences <= self.sentences && characters <= self.characters }

    /// Whether characters are limited rather than sentences.
    var isByCharacters: Bool { characters != .max }

    /// How dense something is: its worth by what is short.
    func density(of unit: Unit) -> Double { unit.score / Double(isByCharacters ? max(1, unit.characters) : unit.sentences.count) }
}
