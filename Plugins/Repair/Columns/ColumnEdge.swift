/// Where each line's column ends, in tenths of a column, for lines that are measured as print sets them.
///
/// No line reaches beyond the edge, and the next word of a line that surely goes on would have: the edge is where both are
/// broken least, near by.
///
/// - Parameter measure: The column's width at each line, in columns; what is known of lines that are not so measured.
func columnEdges(_ lines: [Line], measure: [Int]) -> [Int] {
    var edges = measure.map { $0 * 10 }
    guard lines.contains(where: \.isPrinted) else { return edges }
    let (step, reach) = (16, 32)
    var known: (measure: Int, edge: Int) = (0, 0)
    for start in stride(from: 0, to: lines.count, by: step) {
        known = (0, 0)
        for index in start..<min(lines.count, start + step) where lines[index].isPrinted {
            if measure[index] != known.measure {
                let near = max(0, start - reach)..<min(lines.count, start + step + reach)
                known = (measure[index], edge(of: measure[index], lines, measure, in: near))
            }
            edges[index] = known.edge
        }
    }
    return edges
}

/// The edge of columns of one measure in a range of lines.
private func edge(of columns: Int, _ lines: [Line], _ measure: [Int], in range: Range<Int>) -> Int {
    var reached: [Int] = []
    var passed: [Int] = []
    for index in range where lines[index].isPrinted && abs(measure[index] - columns) <= 1 {
        let line = lines[index]
        // Far shorter lines end paragraphs, and far longer ones stand across columns.
        guard abs(line.width - columns) * 4 <= columns else { continue }
        if line.width <= columns + 2 { reached.append(line.tenths) }
        guard index + 1 < lines.count, case let next = lines[index + 1], line.surelyGoesOn(in: next) else { continue }
        passed.append(line.tenths + line.spaceTenths + next.firstTokenTenths)
    }
    func cost(_ edge: Int) -> Int {
        reached.reduce(0) { $0 + max(0, $1 - edge) } + passed.reduce(0) { $0 + max(0, edge - $1 + 1) }
    }
    let candidates = reached.sorted().suffix(12) + passed.sorted().prefix(12).map { $0 - 1 }
    guard let best = candidates.map(cost).min() else { return columns * 10 }
    let equal = candidates.filter { cost($0) == best }
    return ((equal.min() ?? 0) + (equal.max() ?? 0)) / 2
}
