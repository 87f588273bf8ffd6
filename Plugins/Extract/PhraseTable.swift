import LinecasterLanguage

/// Words with what they mean, in rows of which the first counts that has a word in the text.
struct PhraseTable<Value: Sendable>: ExpressibleByArrayLiteral, Sendable {
    typealias Row = (words: PhraseSet, value: Value)

    let rows: [Row]
    /// The first scalars of all words: at most places of a text no row is looked at.
    private let beginnings: ScalarSet

    init(_ rows: [Row]) {
        self.rows = rows
        beginnings = ScalarSet(rows.flatMap(\.words.words).compactMap { $0.unicodeScalars.first?.value })
    }

    init(arrayLiteral rows: Row...) { self.init(rows) }

    /// All words.
    var words: [String] { rows.flatMap(\.words.words) }

    /// The value of the first row with a word that begins at an offset, and where the longest such word ends.
    func match(in text: [UInt8], at offset: Int, limit: Int) -> (value: Value, end: Int)? {
        guard offset < limit, beginnings.contains(text.scalar(at: offset).value) else { return nil }
        for (words, value) in rows {
            if let end = words.match(in: text, at: offset, limit: limit) { return (value, end) }
        }
        return nil
    }
}
