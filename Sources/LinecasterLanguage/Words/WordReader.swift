/// Finds the words of Chinese text: the words of the lexicon and the tagger's opinion of what they leave open,
/// decided together on one path.
///
/// It keeps the room that it works in, so that a passage after the first allocates little.
public struct WordReader: Sendable {
    /// Places of numbers in a row of observations.
    package static let columns = 5
    /// What the small numbers of a row are smaller than.
    static let limits: [Int?] = [nil, CharacterKind.limit, 7, 7, WordLattice.placeLimit]

    private let lexicon: Lexicon
    private let tagger: SequenceTagger
    public private(set) var characters = Characters()
    private(set) var lattice = WordLattice()
    private var observations = Observations(columns: WordReader.columns)
    private var scores = TagScores()
    /// One tag a character, as the tagger's scheme numbers them.
    package private(set) var tags: [UInt8] = []

    public init(lexicon: Lexicon = .standard, tagger: SequenceTagger) {
        self.lexicon = lexicon
        self.tagger = tagger
    }

    /// Finds the words of a range of UTF-8.
    ///
    /// - Returns: Byte ranges in order, without gaps; white space stands alone.
    public mutating func words(in text: [UInt8], range: Range<Int>) -> [Range<Int>] {
        var result: [Range<Int>] = []
        for passage in Passages.passages(of: text, in: range) {
            read(text, passage)
            var start = 0
            for place in 0..<characters.count where endsWord(place) {
                result.append(characters.offsets[start]..<characters.offsets[place + 1])
                start = place + 1
            }
        }
        return result
    }

    /// Decides on the words of a range of UTF-8.
    mutating func read(_ text: [UInt8], _ range: Range<Int>) {
        characters.read(text, range, lexicon: lexicon)
        lattice.read(characters, lexicon)
        Self.observe(characters, lattice, into: &observations)
        tagger.tag(observations, scores: &scores, into: &tags)
    }

    /// Whether a word ends with a character.
    @inline(__always)
    func endsWord(_ place: Int) -> Bool {
        let position = tagger.scheme.positions[Int(tags[place])]
        return position == .end || position == .single
    }

    /// What the tagger sees: the character, its kind, the longest words that begin and end there, and its place
    /// in the word of the lexicon's best path.
    static func observe(_ characters: Characters, _ lattice: WordLattice, into observations: inout Observations) {
        observations.reset(count: characters.count)
        observations.write { row in
            for place in 0..<characters.count {
                let numbers = row + place * columns
                numbers[0] = characters.observed(place)
                numbers[1] = UInt32(characters.kinds[place])
                numbers[2] = UInt32(min(lattice.starts[place], 6))
                numbers[3] = UInt32(min(lattice.ends[place], 6))
                numbers[4] = UInt32(lattice.places[place])
            }
        }
    }

    /// What the tagger would see of a passage, for learning.
    package static func observations(of text: [UInt8], lexicon: Lexicon) -> Observations {
        var characters = Characters()
        var lattice = WordLattice()
        var observations = Observations(columns: columns)
        characters.read(text, 0..<text.count, lexicon: lexicon)
        lattice.read(characters, lexicon)
        observe(characters, lattice, into: &observations)
        return observations
    }
}
