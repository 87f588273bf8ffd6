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
    var measures: [Int] = []
    measures.reserveCapacity(lines.count)
    // The window in which each width was tried last.
    var tried = [Int](repeating: -1, count: 512)
    for index in lines.indices {
        let window = max(0, index - reach)...min(lines.count - 1, index + reach)
        measures.append(
            bestMeasure(lines, window, center: index) { width in
                guard width < tried.count else { return true }
                defer { tried[width] = index }
                return tried[width] != index
            }
        )
    }
    return measures
}

private func bestMeasure(_ lines: [Line], _ window: ClosedRange<Int>, center: Int, isNew: (Int) -> Bool) -> Int {
    var best = (width: 0, score: -Double.infinity)
    for candidate in window {
        let width = lines[candidate].width
        guard isTelling(lines[candidate]) || !window.contains(where: { isTelling(lines[$0]) }), isNew(width) else { continue }
        let tolerance = lines[candidate].isChinese ? 2 : max(2, width / 9)
        var score = 0.0
        for index in window where isTelling(lines[index]) {
            // What is nearer counts more: the next column may be of another width.
            score += fit(lines[index], to: width, tolerance) * (1 - Double(abs(index - center)) / 14)
        }
        if score > best.score || (score == best.score && width > best.width) { best = (width, score) }
    }
    return best.width
}

/// How well a line fits a measure: full, a little less by the rules of line breaking, or more.
private func fit(_ line: Line, to measure: Int, _ tolerance: Int) -> Double {
    let short = measure - line.width
    if short == 0 { return 1 }
    if short > 0 { return short > tolerance ? 0 : line.isChinese ? 1 - 0.1 * Double(short) : 1 }
    // A closing mark may hang outside the column.
    let hangs = line.isChinese && short >= -2 && [.pause, .terminal, .closing].contains(characterClass(line.last))
    if hangs { return 0.9 }
    // A little over is one narrow mark too many; far over is a headline or another column.
    return -short <= tolerance ? -0.6 : -0.35
}

/// Whether a line's width tells the column's: the rows of a table are as wide as their cells, and a line that
/// was put together from pieces has marks that were set closer than their width.
private func isTelling(_ line: Line) -> Bool { line.gaps == 0 && line.pieces.count == 1 && !(line.isWord && line.width < 14) }
