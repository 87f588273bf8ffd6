import LinecasterLanguage

/// The width of the column at each line, estimated from its neighbours: an article may run through
/// columns of different widths.
///
/// Most lines of a column are full. The measure is the width that as many lines as possible reach
/// without passing it, give or take what the rules of line breaking cost.
///
/// - Returns: Columns, one number for each line.
func columnMeasure(_ lines: [Line]) -> [Int] {
    let reach = 9
    let extents = lines.map(Extent.init)
    var measures: [Int] = []
    measures.reserveCapacity(lines.count)
    // The window in which each width was tried last.
    var tried = [Int](repeating: -1, count: 512)
    for center in extents.indices {
        let window = max(0, center - reach)...min(extents.count - 1, center + reach)
        let mustTell = window.contains { extents[$0].isTelling }
        var best = (width: 0, score: -Double.infinity)
        for candidate in window where extents[candidate].isTelling || !mustTell {
            let width = extents[candidate].width
            if width < tried.count {
                guard tried[width] != center else { continue }
                tried[width] = center
            }
            let score = score(of: extents[candidate], in: extents, window, center: center)
            if score > best.score || (score == best.score && width > best.width) { best = (width, score) }
        }
        measures.append(best.width)
    }
    return measures
}

/// What the estimate needs of a line.
private struct Extent {
    let width: Int
    let isChinese: Bool
    /// Whether the line's width tells the column's: the rows of a table are as wide as their cells, and a line
    /// that was put together from pieces has marks that were set closer than their width.
    let isTelling: Bool
    /// Whether the line ends in a mark that may hang outside the column.
    let endsInMark: Bool

    init(_ line: Line) {
        width = line.width
        isChinese = line.isChinese
        isTelling = line.gaps == 0 && line.pieces.count == 1 && !(line.isWord && line.width < 14)
        endsInMark = line.isChinese && [.pause, .terminal, .closing].contains(characterClass(line.last))
    }
}

/// How well the lines of a window fit the width of one of them; what is nearer counts more, since the next
/// column may be of another width.
private func score(of candidate: Extent, in extents: [Extent], _ window: ClosedRange<Int>, center: Int) -> Double {
    let tolerance = candidate.isChinese ? 2 : max(2, candidate.width / 9)
    var score = 0.0
    for index in window where extents[index].isTelling {
        score += fit(extents[index], to: candidate.width, tolerance) * (1 - Double(abs(index - center)) / 14)
    }
    return score
}

/// How well a line fits a measure: full, a little less by the rules of line breaking, or more.
private func fit(_ line: Extent, to measure: Int, _ tolerance: Int) -> Double {
    let short = measure - line.width
    if short == 0 { return 1 }
    if short > 0 { return short > tolerance ? 0 : line.isChinese ? 1 - 0.1 * Double(short) : 1 }
    if line.endsInMark && short >= -2 { return 0.9 }
    // A little over is one narrow mark too many; far over is a headline or another column.
    return -short <= tolerance ? -0.6 : -0.35
}
