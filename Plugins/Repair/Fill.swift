import LinecasterLanguage

/// How full a line is in its column.
struct Fill {
    /// Columns that the line leaves free.
    let slack: Int
    /// Columns that would still be free after the next line's first word; below zero when the line is full.
    let spare: Int
    /// The column's width.
    let measure: Int

    init(_ line: Line, next: Line?, measure: Int) {
        self.measure = measure
        slack = measure - line.width
        let space = line.isChinese ? 0 : 1
        // Letters differ in width: a line of Latin text is short only beyond what that explains.
        let play = line.isChinese ? 0 : measure / 12
        spare = slack - space - play - (next?.firstToken ?? 1)
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
