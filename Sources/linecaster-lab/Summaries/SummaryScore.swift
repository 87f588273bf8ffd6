/// The measures of one summary, or the sum of many.
struct SummaryScore {
    private var count = 0.0
    private var sums = [Double](repeating: 0, count: Self.names.count)

    static let names = ["ROUGE-1", "ROUGE-2", "ROUGE-L", "coverage", "redundancy", "characters"]

    init() {}

    /// - Parameters:
    ///   - article: The article's body.
    ///   - reference: What an editor wrote of it.
    init(summary: String, article: String, reference: String) {
        let rouge = Rouge(summary, reference: reference)
        let body = Rouge.pairs(Rouge.tokens(article))
        let pairs = Rouge.pairs(Rouge.tokens(summary))
        var weights: [[String]: Int] = [:]
        for pair in body { weights[pair, default: 0] += 1 }
        // What stands once in the article tells little of what it is about.
        let held = Set(pairs).reduce(0) { $0 + max(0, (weights[$1] ?? 0) - 1) }
        let all = weights.values.reduce(0) { $0 + $1 - 1 }
        let coverage = all == 0 ? 1 : Double(held) / Double(all)
        let redundancy = pairs.isEmpty ? 0 : 1 - Double(Set(pairs).count) / Double(pairs.count)
        count = 1
        sums = [rouge.one, rouge.two, rouge.longest, coverage, redundancy, Double(summary.unicodeScalars.count)]
    }

    mutating func add(_ other: SummaryScore) {
        count += other.count
        for index in sums.indices { sums[index] += other.sums[index] }
    }

    /// The means, in the order of ``names``.
    var means: [Double] { sums.map { $0 / max(1, count) } }

    var articles: Int { Int(count) }
}
