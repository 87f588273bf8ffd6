import LinecasterLanguage

/// How full a line is in its column.
struct Fill {
    /// Columns that the line leaves free.
    let slack: Int
    /// Columns that would still be free after the next line's first word; below zero when the line is full.
    let spare: Int
    /// The column's width.
    let measure: Int

    /// - Parameter play: Columns by which letters that differ in width make lines of one measure differ.
    init(_ line: Line, next: Line?, measure: Int, play: Int) {
        self.measure = measure
        slack = measure - line.width
        spare = slack - (line.isChinese ? 0 : play + 1) - (next?.firstToken ?? 1)
    }

    /// The play of an article's Latin lines: what is free, beyond the next word, at the ends of lines that
    /// surely go on. Text of one width a letter has none.
    static func play(_ lines: [Line], measure: [Int]) -> Int {
        var free: [Int] = []
        for (index, next) in lines.enumerated().dropFirst() where next.blanksBefore == 0 {
            let line = lines[index - 1]
            guard !line.isChinese, line.ending != .terminal, !next.isChinese, line.width * 2 > measure[index - 1] else { continue }
            free.append(max(0, measure[index - 1] - line.width - 1 - next.firstToken))
        }
        let widest = (measure.max() ?? 0) / 8
        guard free.count >= 5 else { return min(3, widest) }
        return min(widest, free.sorted()[free.count * 92 / 100])
    }

    /// Whether the next word would have fitted, by a margin that no rule of line breaking explains.
    var isShort: Bool { spare >= max(4, measure / 8) }

    /// Whether the next word did not fit.
    var isFull: Bool { spare < 0 }
}

extension Line {
    /// Whether the line is short by an indent of two characters that extraction lost.
    ///
    /// - Parameter fill: The line's own fill.
    func lacksIndent(_ fill: Fill) -> Bool {
        guard isChinese, ending != .terminal else { return false }
        return (3...6).contains(fill.slack) && fill.spare >= 0 && fill.spare <= 4
    }
}
