import RepairStage

/// A face as a newspaper sets it in columns.
struct Face {
    private let typeface: Typeface
    /// The width of an average letter, in thousandths of the size.
    private let letter: Double
    /// The width of a space, in average letters, when a line is at its fullest.
    let space: Double

    /// - Parameter tightness: The share of a space's width that is left of it in the fullest lines.
    init(_ typeface: Typeface, tightness: Double) {
        self.typeface = typeface
        let sample = Array("The rain fell on the harbour all day, and nobody went out until the bells had rung for evening.".utf8)
        letter = Double(typeface.advance(of: sample.indices, in: sample)) / Double(sample.count)
        space = Double(typeface.space) * tightness / letter
    }

    /// One that newspapers and books are set in, or one of its own between them.
    static func random(using generator: inout SeededGenerator) -> Face {
        if generator.happens(0.4) {
            let known = generator.pick([Typeface.times, .century, .helvetica, .palatino, .bookman])
            let own = Typeface(ascii: known.ascii.map { $0 * generator.number(85...115) / 100 })
            return Face(own, tightness: generator.pick([0.8, 1, 1.2, 1.4, 1.6]))
        }
        return Face(generator.pick([.times, .times, .century, .helvetica, .palatino, .bookman]), tightness: generator.pick([1, 1, 0.8]))
    }

    /// The width of a word, in average letters.
    func width(_ word: String) -> Double {
        let bytes = Array(word.utf8)
        return Double(typeface.advance(of: bytes.indices, in: bytes)) / letter
    }
}
