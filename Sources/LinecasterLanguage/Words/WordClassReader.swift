/// Tells what each word of a passage is: a noun, a verb, a name of a person, and so on.
package struct WordClassReader: Sendable {
    /// Numbers in a row of observations.
    package static let columns = 8
    /// What the small numbers of a row are smaller than.
    static let limits: [Int?] = [nil, WordSpan.sortLimit, nil, nil, nil, nil, 6, CharacterKind.limit]

    private let lexicon: Lexicon
    private let tagger: SequenceTagger
    private var observations = Observations(columns: WordClassReader.columns)
    private var scores = TagScores()
    /// The classes of the words, as the tagger's scheme numbers them.
    private(set) var classes: [UInt8] = []

    init(lexicon: Lexicon, tagger: SequenceTagger) {
        self.lexicon = lexicon
        self.tagger = tagger
    }

    /// Tells the classes of words; `classes` has them then.
    mutating func read(_ spans: [WordSpan], _ characters: Characters) {
        Self.observe(spans, characters, into: &observations)
        tagger.tag(observations, scores: &scores, into: &classes)
    }

    /// What the tagger sees of a word: itself, what the lexicon knows of it, its first and last characters, its
    /// first and last two, its length, and the kind of its first character.
    static func observe(_ spans: [WordSpan], _ characters: Characters, into observations: inout Observations) {
        observations.reset(count: spans.count)
        observations.write { row in
            for (index, span) in spans.enumerated() {
                let numbers = row + index * columns
                let first = characters.observed(span.places.lowerBound)
                let last = characters.observed(span.places.upperBound - 1)
                numbers[0] = span.hash
                numbers[1] = span.sort
                numbers[2] = first
                numbers[3] = last
                numbers[4] = span.places.count > 2 ? first << 16 ^ characters.observed(span.places.lowerBound + 1) : 0
                numbers[5] = span.places.count > 2 ? characters.observed(span.places.upperBound - 2) << 16 ^ last : 0
                numbers[6] = UInt32(min(span.places.count, 5))
                numbers[7] = UInt32(characters.kinds[span.places.lowerBound])
            }
        }
    }

    /// What the tagger would see of a sentence of words, for learning.
    package static func observations(of words: [String], lexicon: Lexicon) -> Observations {
        var characters = Characters()
        let text = Array(words.joined().utf8)
        characters.read(text, 0..<text.count, lexicon: lexicon)
        var start = 0
        let spans = words.map { word in
            let end = start + word.unicodeScalars.count
            defer { start = end }
            return WordSpan(characters, start..<end, lexicon)
        }
        var observations = Observations(columns: columns)
        observe(spans, characters, into: &observations)
        return observations
    }
}
