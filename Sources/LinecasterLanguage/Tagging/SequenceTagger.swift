/// Gives each place of a sequence a tag: a linear model over hashed features, and the best path of tags that
/// may follow one another.
///
/// Source: M. Collins, Discriminative Training Methods for Hidden Markov Models, 2002.
public struct SequenceTagger: Sendable {
    package let scheme: TagScheme
    package let templates: FeatureTemplates
    /// How many numbers a row of its observations has.
    public let columns: Int
    private let bytes: MappedBytes
    nonisolated(unsafe) private let tables: [FeatureTable]
    private let bestPath: BestPath

    /// Maps a model file.
    ///
    /// - Throws: `LanguageDataError` when the file cannot be read or is no model of this version.
    public init(path: String) throws(LanguageDataError) {
        self = try SequenceTagger(MappedBytes(path: path), path: path)
    }

    package init(_ bytes: MappedBytes, path: String) throws(LanguageDataError) {
        guard let format = TaggerFormat(bytes) else {
            throw LanguageDataError(path: path, reason: "it is no model of this version, or cut off; train it again")
        }
        self.bytes = bytes
        scheme = format.scheme
        templates = format.templates
        columns = format.columns
        tables = format.tables
        bestPath = BestPath(format.scheme, transitions: format.transitions)
    }

    /// Finds the best path of tags.
    ///
    /// - Parameters:
    ///   - scores: The room that it works in.
    ///   - tags: Gets one tag a place, as the scheme numbers them.
    package func tag(_ observations: Observations, scores: inout TagScores, into tags: inout [UInt8]) {
        score(observations, into: &scores)
        bestPath.find(scores, into: &tags)
    }

    /// Sums the weights of each place's features.
    package func score(_ observations: Observations, into scores: inout TagScores) {
        scores.reset(count: observations.count, stride: scheme.stride)
        scores.write { scores in
            observations.read { rows in
                for (shape, table) in zip(templates.shapes, tables) {
                    let sequence = Sequence(rows: rows, scores: scores, count: observations.count)
                    switch table.width {
                    case 4: addFour(shape, table, sequence)
                    case 8: addEight(shape, table, sequence)
                    case 12: addTwelve(shape, table, sequence)
                    case 16: addSixteen(shape, table, sequence)
                    case 32: addThirtyTwo(shape, table, sequence)
                    case 48: addFortyEight(shape, table, sequence)
                    default: add(shape, table, sequence, chunks: table.width / 4)
                    }
                }
            }
        }
    }

    /// What is seen of a sequence, and the scores of its tags.
    private struct Sequence {
        let rows: UnsafePointer<UInt32>
        let scores: UnsafeMutablePointer<Int16>
        let count: Int
    }

    // Functions of their own, since the compiler makes one loop for all widths of them where it may, with a jump for each
    // quarter of a slot.

    @inline(never)
    private func addFour(_ shape: FeatureTemplates.Shape, _ table: FeatureTable, _ sequence: Sequence) {
        add(shape, table, sequence, chunks: 1)
    }

    @inline(never)
    private func addEight(_ shape: FeatureTemplates.Shape, _ table: FeatureTable, _ sequence: Sequence) {
        add(shape, table, sequence, chunks: 2)
    }

    @inline(never)
    private func addTwelve(_ shape: FeatureTemplates.Shape, _ table: FeatureTable, _ sequence: Sequence) {
        add(shape, table, sequence, chunks: 3)
    }

    @inline(never)
    private func addSixteen(_ shape: FeatureTemplates.Shape, _ table: FeatureTable, _ sequence: Sequence) {
        add(shape, table, sequence, chunks: 4)
    }

    @inline(never)
    private func addThirtyTwo(_ shape: FeatureTemplates.Shape, _ table: FeatureTable, _ sequence: Sequence) {
        add(shape, table, sequence, chunks: 8)
    }

    @inline(never)
    private func addFortyEight(_ shape: FeatureTemplates.Shape, _ table: FeatureTable, _ sequence: Sequence) {
        add(shape, table, sequence, chunks: 12)
    }

    /// Adds the weights of all features of one shape.
    @inline(__always)
    private func add(_ shape: FeatureTemplates.Shape, _ table: FeatureTable, _ sequence: Sequence, chunks: Int) {
        switch shape.terms {
        case 1: add(shape, table, sequence, chunks: chunks, terms: 1)
        case 2: add(shape, table, sequence, chunks: chunks, terms: 2)
        case 3: add(shape, table, sequence, chunks: chunks, terms: 3)
        default: add(shape, table, sequence, chunks: chunks, terms: 4)
        }
    }

    @inline(__always)
    private func add(_ shape: FeatureTemplates.Shape, _ table: FeatureTable, _ sequence: Sequence, chunks: Int, terms: Int) {
        let nothing = FeatureTable.nothing
        var row = sequence.rows - Observations.margin * columns
        var place = sequence.scores + (shape.reach.lowerBound - Observations.margin) * scheme.stride
        for _ in 0..<(sequence.count + 2 * Observations.margin) {
            table.add(shape.hash(at: row, terms: terms), to: place, chunks: chunks, nothing: nothing)
            row += columns
            place += scheme.stride
        }
    }

    /// Finds the best path again after scores were changed.
    package func decode(_ scores: TagScores, into tags: inout [UInt8]) { bestPath.find(scores, into: &tags) }
}
