/// Where a boundary stands between the two breaks around it that leave no doubt, against how long paragraphs are here.
///
/// A stretch twice as long as other paragraphs holds a break more likely than not, and a line between two breaks is
/// seldom a paragraph by itself.
struct Stretch {
    /// Sentences of the stretch, and of the shorter side, as a share of the mean.
    private(set) var sentences = 0.0
    private(set) var fewerSentences = 0.0
    /// Lines from the break before up to the boundary, and from there to the break behind; 1 is the least.
    private(set) var linesBefore = 1
    private(set) var linesBehind = 1
    /// Lines of the stretch as a share of the mean.
    private(set) var lines = 0.0

    /// The stretches of all boundaries.
    ///
    /// - Parameters:
    ///   - scores: Log odds of a break behind each line but the last.
    ///   - doubt: The log odds below which a break is not sure.
    static func all(_ article: [Line], scores: [Double], doubt: Double = 2) -> [Stretch] {
        let count = scores.count
        let sure = scores.count { $0 > doubt }
        let ends = article.map(\.sentenceEnds)
        // A guess of two paragraphs of four sentences and ten lines stands for what is not known.
        let meanSentences = Double(ends.reduce(8, +)) / Double(sure + 2)
        let meanLines = Double(count + 20) / Double(sure + 2)
        var result = [Stretch](repeating: Stretch(), count: count)
        var before: [Int] = []
        before.reserveCapacity(count)
        var sentences = 0
        var lines = 0
        for index in 0..<count {
            sentences += ends[index]
            lines += 1
            before.append(sentences)
            result[index].linesBefore = lines
            if scores[index] > doubt { (sentences, lines) = (0, 0) }
        }
        (sentences, lines) = (ends.last ?? 0, 1)
        for index in (0..<count).reversed() {
            result[index].sentences = Double(before[index] + sentences) / meanSentences
            result[index].fewerSentences = Double(min(before[index], sentences)) / meanSentences
            result[index].linesBehind = lines
            result[index].lines = Double(result[index].linesBefore + lines) / meanLines
            if scores[index] > doubt { (sentences, lines) = (0, 0) }
            sentences += ends[index]
            lines += 1
        }
        return result
    }
}

extension Line {
    /// Sentences that end in the line.
    fileprivate var sentenceEnds: Int { innerStops + (ending == .terminal ? 1 : 0) }
}
