/// Where a boundary stands between the two breaks around it that leave no doubt, against how long paragraphs are here.
///
/// A stretch twice as long as other paragraphs holds a break more likely than not, and a line between two breaks is
/// seldom a paragraph by itself.
struct Stretch {
    /// Sentences of the stretch, and of the shorter side, as a share of the mean.
    let sentences: Double
    let fewerSentences: Double
    /// Lines from the break before up to the boundary, and from there to the break behind; 1 is the least.
    let linesBefore: Int
    let linesBehind: Int
    /// Lines of the stretch as a share of the mean.
    let lines: Double

    fileprivate init(before: Extent, behind: Extent, mean: (sentences: Double, lines: Double)) {
        sentences = Double(before.sentences + behind.sentences) / mean.sentences
        fewerSentences = Double(min(before.sentences, behind.sentences)) / mean.sentences
        linesBefore = before.lines
        linesBehind = behind.lines
        lines = Double(before.lines + behind.lines) / mean.lines
    }
}

/// Goes over the boundaries of an article that leave doubt, each with the stretch around it.
///
/// - Parameters:
///   - isSure: Whether the boundary behind a line is a break without doubt.
///   - asks: Whether the stretch of a boundary is wanted.
func forEachStretch(
    _ article: [Line],
    isSure: (Int) -> Bool,
    where asks: (Int) -> Bool,
    _ body: (_ index: Int, _ stretch: Stretch) -> Void
) {
    guard let last = article.last else { return }
    let count = article.count - 1
    let sure = (0..<count).reduce(2) { $0 + (isSure($1) ? 1 : 0) }
    // A guess of two paragraphs of four sentences and ten lines stands for what is not known.
    let sentences = article.reduce(8) { $0 + $1.sentenceEnds }
    let mean = (sentences: Double(sentences) / Double(sure), lines: Double(count + 20) / Double(sure))
    var since = Extent()
    // Boundaries that wait for the next sure break: what is before them, and how far the stretch had come.
    var waiting: [(index: Int, before: Extent, at: Extent)] = []
    func close() {
        for (index, before, at) in waiting { body(index, Stretch(before: before, behind: since - at, mean: mean)) }
        waiting.removeAll(keepingCapacity: true)
    }
    for index in 0..<count {
        since.add(article[index])
        let before = since
        if isSure(index) {
            close()
            since = Extent()
        }
        if asks(index) { waiting.append((index, before, since)) }
    }
    since.add(last)
    close()
}

/// Sentences and lines of a piece of an article.
private struct Extent {
    private(set) var sentences = 0
    private(set) var lines = 0

    mutating func add(_ line: Line) {
        sentences += line.sentenceEnds
        lines += 1
    }

    static func - (left: Extent, right: Extent) -> Extent {
        var result = left
        result.sentences -= right.sentences
        result.lines -= right.lines
        return result
    }
}

extension Line {
    /// Sentences that end in the line.
    fileprivate var sentenceEnds: Int { innerStops + (ending == .terminal ? 1 : 0) }
}
