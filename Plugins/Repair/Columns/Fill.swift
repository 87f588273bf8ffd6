import LinecasterLanguage

/// How full a line is in its column.
struct Fill {
    /// Columns that the line leaves free.
    let slack: Int
    /// Columns that would still be free after the next line's first word; below zero when the line is full.
    let spare: Int
    /// Tenths of a column that the line leaves free.
    let tenths: Int
    /// Tenths of a column that would be free after a space and the next line's first word.
    let spareTenths: Int
    /// The column's width.
    let measure: Int

    /// - Parameters:
    ///   - play: Columns by which letters that differ in width make lines of one measure differ.
    ///   - indent: Columns by which the line begins further right than its neighbours.
    ///   - edge: Where the column ends, in tenths of a column.
    init(_ line: Line, next: Line?, measure: Int, play: Int, indent: Int, edge: Int) {
        self.measure = measure
        slack = measure - line.width - indent
        tenths = edge - line.tenths - indent * 10
        spareTenths = edge - line.tenths - indent * 10 - (line.isChinese ? 0 : line.spaceTenths) - (next?.firstTokenTenths ?? 10)
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
        guard free.count >= 5 else { return min(1, widest) }
        return min(widest, free.sorted()[free.count * 92 / 100])
    }

    /// Hundredths of a column that lines which surely go on leave free beyond the next word, on the average; 10 where few do.
    static func meanRoom(_ lines: [Line], fills: [Fill]) -> Int {
        var (sum, count) = (0, 0)
        for (index, next) in lines.enumerated().dropFirst() {
            let line = lines[index - 1]
            guard line.surelyGoesOn(in: next), line.width * 2 > fills[index - 1].measure else { continue }
            sum += max(0, min(100, fills[index - 1].spareTenths))
            count += 1
        }
        return count > 4 ? sum * 10 / count : 10
    }

    private init(spareTenths: Int, slack: Int, spare: Int, measure: Int) {
        self.slack = slack
        tenths = slack * 10
        self.spareTenths = spareTenths
        self.spare = spare
        self.measure = measure
    }

    /// The fill if the line began with an indent that extraction lost.
    func behindIndent(of columns: Int) -> Fill {
        Fill(spareTenths: spareTenths - columns * 10, slack: slack - columns, spare: spare - columns, measure: measure)
    }

    /// Whether the next word would have fitted, by a margin that no rule of line breaking explains.
    var isShort: Bool { spare >= max(4, measure / 8) }

    /// What the line's end tells after a full stop.
    var afterSentence: Feature {
        if isShort { return .shortAfterSentence }
        return spare >= 2
            ? .roomAfterSentence : spare >= 0 ? .somewhatShortAfterSentence : spare >= -2 ? .barelyFullAfterSentence : .fullAfterSentence
    }

    /// What it tells in mid-sentence, where it tells anything.
    var inMidSentence: Feature? {
        if spare * 3 >= measure { return .farShortInMidSentence }
        return isShort ? .shortInMidSentence : nil
    }

    /// Whether the next word did not fit.
    var isFull: Bool { spare < 0 }
}

extension Line {
    /// Whether the line is short by an indent that extraction lost: of two characters in Chinese, of a few
    /// letters elsewhere, where only some first lines show it.
    ///
    /// - Parameter fill: The line's own fill.
    func lacksIndent(_ fill: Fill) -> Bool {
        guard ending != .terminal else { return false }
        guard isChinese else { return (0...4).contains(fill.spare) }
        return (3...6).contains(fill.slack) && fill.spare >= 0 && fill.spare <= 4
    }

    /// Whether the line reaches as far as lines within a paragraph do.
    func reachesEdge(_ fill: Fill) -> Bool { isChinese ? fill.slack <= 2 : fill.spare < 0 }
}
