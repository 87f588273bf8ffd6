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
    nonisolated(unsafe) private var hashed: [SummedTable.Member]
    private var summed: [SummedTable] = []
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
        hashed = zip(format.templates.shapes, format.tables).map { (shape: $0, table: $1) }
        bestPath = BestPath(format.scheme, transitions: format.transitions)
    }

    /// The same tagger, faster on rows of which some numbers are small.
    ///
    /// - Parameter limits: For each column what its numbers are smaller than; nil where that is not known, or much.
    func summing(limits: [Int?]) -> SequenceTagger {
        var tagger = self
        (tagger.summed, tagger.hashed) = SummedTable.gather(hashed, columns: columns, limits: limits)
        return tagger
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
                for (shape, table) in hashed { add(shape, table, observations.count, rows, scores) }
                for table in summed { table.add(observations.count, columns: columns, stride: scheme.stride, rows, scores) }
            }
        }
    }

    /// Adds the weights of all features of one shape. A constant number of terms lets the compiler lay the hash out; that of
    /// the width gains nothing.
    private func add(
        _ shape: FeatureTemplates.Shape,
        _ table: FeatureTable,
        _ count: Int,
        _ rows: UnsafePointer<UInt32>,
        _ scores: UnsafeMutablePointer<Int16>
    ) {
        switch shape.terms {
        case 1: add(shape, table, count, rows, scores, terms: 1)
        case 2: add(shape, table, count, rows, scores, terms: 2)
        case 3: add(shape, table, count, rows, scores, terms: 3)
        default: add(shape, table, count, rows, scores, terms: 4)
        }
    }

    @inline(__always)
    private func add(
        _ shape: FeatureTemplates.Shape,
        _ table: FeatureTable,
        _ count: Int,
        _ rows: UnsafePointer<UInt32>,
        _ scores: UnsafeMutablePointer<Int16>,
        terms: Int
    ) {
        let nothing = FeatureTable.nothing
        // The first row that tells of the first place stands before it, the last behind the last.
        var row = rows - shape.reach.upperBound * columns
        var place = scores + (shape.reach.lowerBound - shape.reach.upperBound) * scheme.stride
        for _ in 0..<(count + shape.reach.count - 1) {
            table.add(shape.hash(at: row, terms: terms), to: place, nothing: nothing)
            row += columns
            place += scheme.stride
        }
    }

    /// Finds the best path again after scores were changed.
    package func decode(_ scores: TagScores, into tags: inout [UInt8]) { bestPath.find(scores, into: &tags) }
}
