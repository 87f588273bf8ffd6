import LinecasterLanguage

/// The width of the column at each line, estimated from its neighbours: an article may run through
/// columns of different widths.
///
/// Most lines of a column are full. The measure is the width that as many lines as possible reach
/// without passing it, give or take what the rules of line breaking cost.
///
/// - Returns: Columns, one number for each line.
func columnMeasure(_ lines: [Line]) -> [Int] {
    columnMeasure(lines, mayTell: { _ in true }, in: [0..<lines.count])
}

/// The same once more where lines do not count that belong to listings: they are as long as they are, and what is
/// around them tells the column's width.
func columnMeasure(_ lines: [Line], without listings: [Bool], known: [Int]) -> [Int] {
    var near: [Range<Int>] = []
    for index in listings.indices where listings[index] {
        let range = max(0, index - Extents.reach)..<min(lines.count, index + Extents.reach + 1)
        if let last = near.last, last.upperBound >= range.lowerBound {
            near[near.count - 1] = last.lowerBound..<range.upperBound
        } else {
            near.append(range)
        }
    }
    let measures = columnMeasure(lines, mayTell: { !listings[$0] }, in: near)
    return zip(measures, known).map { $0 > 0 ? $0 : $1 }
}

/// - Parameter ranges: The lines whose measure is wanted, in order; others have 0.
private func columnMeasure(_ lines: [Line], mayTell: (Int) -> Bool, in ranges: [Range<Int>]) -> [Int] {
    let extents = Extents(lines, mayTell)
    var measures = [Int](repeating: 0, count: lines.count)
    extents.withNeighbours { neighbours in
        var search = MeasureSearch(extents, neighbours, lines)
        var shared = SharedWidths(extents, lines.count)
        for range in ranges where !range.isEmpty {
            // Where two lines have one measure, the line between them has it too.
            for center in stride(from: range.lowerBound, to: range.upperBound, by: 2) {
                shared.move(to: center)
                measures[center] = search.measure(at: center, shared)
                guard center >= range.lowerBound + 2 else { continue }
                let isSame = measures[center] == measures[center - 2]
                measures[center - 1] = isSame ? measures[center] : search.measure(at: center - 1, nil)
            }
            if range.count % 2 == 0 { measures[range.upperBound - 1] = search.measure(at: range.upperBound - 1, nil) }
        }
    }
    return measures
}

/// Tries the widths of a line's neighbours as the measure.
private struct MeasureSearch {
    private let extents: Extents
    private let neighbours: Neighbours
    private let lines: [Line]
    /// The line at which each width was tried last.
    private var tried = [Int](repeating: -1, count: Int(Extents.widest) + 1)

    init(_ extents: Extents, _ neighbours: Neighbours, _ lines: [Line]) {
        self.extents = extents
        self.neighbours = neighbours
        self.lines = lines
    }

    /// - Parameter shared: The widths that are worth a try; all where none are named.
    mutating func measure(at center: Int, _ shared: SharedWidths?) -> Int {
        let window = max(0, center - Extents.reach)...min(lines.count - 1, center + Extents.reach)
        var widestShared = 0
        if let shared {
            // A width that no other line has is hardly the column's where wider ones are shared.
            for line in window where extents.isTelling(line) && shared.contains(extents.width(line)) {
                widestShared = max(widestShared, extents.width(line))
            }
        }
        var best = (width: 0, score: Int16.min)
        for candidate in window where extents.isTelling(candidate) {
            let width = extents.width(candidate)
            guard tried[width] != center, width >= widestShared || shared?.contains(width) == true else { continue }
            tried[width] = center
            let tolerance = lines[candidate].isChinese ? 2 : max(2, width / 9)
            let score = neighbours.score(of: width, tolerance: tolerance, around: center)
            if score > best.score || (score == best.score && width > best.width) { best = (width, score) }
        }
        guard best.score > .min else { return window.reduce(0) { max($0, extents.width($1)) } }
        return best.width
    }
}

/// What the estimate needs of all lines, in rows of small numbers so that neighbours are weighed at a stroke.
private struct Extents {
    /// How many lines to each side are asked.
    static let reach = 9
    /// Wider lines tell nothing of a column.
    static let widest: Int16 = 1023

    /// The length of a row.
    private let count: Int
    /// Widths; then what a column less costs, since lines of Chinese are full and those of words nearly; then 1 for
    /// lines whose width tells the column's; then 2 for lines that end in a mark of two columns that may hang outside.
    private var rows: [Int16]

    init(_ lines: [Line], _ mayTell: (Int) -> Bool) {
        count = lines.count + Self.reach + Neighbours.lanes
        rows = [Int16](repeating: 0, count: count * 4 + Neighbours.lanes)
        for (index, line) in lines.enumerated() {
            let place = index + Self.reach
            rows[place] = Int16(clamping: min(line.width, Int(Self.widest)))
            rows[place + count] = line.isChinese ? 2 : 0
            // The rows of a table are as wide as their cells, and a line of Chinese that was put together from pieces
            // has marks that were set closer than their width.
            let isWhole = line.pieceCount == 1 || !line.isChinese
            rows[place + 2 * count] = line.gaps == 0 && isWhole && !(line.isWord && line.width < 14) && mayTell(index) ? 1 : 0
            rows[place + 3 * count] = line.isChinese && isMark(line.last) ? 2 : 0
        }
        // What is nearer counts more, since the next column may be of another width.
        for lane in 0...2 * Self.reach { rows[4 * count + lane] = Int16(14 - abs(lane - Self.reach)) }
    }

    func width(_ index: Int) -> Int { Int(rows[index + Self.reach]) }

    func isTelling(_ index: Int) -> Bool { rows[index + Self.reach + 2 * count] == 1 }

    func withNeighbours(_ body: (Neighbours) -> Void) {
        rows.withUnsafeBufferPointer { buffer in
            guard let rows = buffer.baseAddress else { return }
            body(
                Neighbours(
                    widths: rows,
                    costs: rows + count,
                    tells: rows + 2 * count,
                    marks: rows + 3 * count,
                    closeness: rows + 4 * count
                )
            )
        }
    }
}

/// Which widths two lines or more of the window have, give or take a column.
private struct SharedWidths {
    private let extents: Extents
    private let lines: Int
    private var counts = [Int8](repeating: 0, count: Int(Extents.widest) + 3)
    private var start = 0
    private var end = 0

    init(_ extents: Extents, _ lines: Int) {
        self.extents = extents
        self.lines = lines
    }

    /// Moves the window on to the neighbours of a later line.
    mutating func move(to center: Int) {
        while end < min(lines, center + Extents.reach + 1) {
            count(end, 1)
            end += 1
        }
        while start < center - Extents.reach {
            count(start, -1)
            start += 1
        }
    }

    private mutating func count(_ line: Int, _ change: Int8) {
        if extents.isTelling(line) { counts[extents.width(line) + 1] &+= change }
    }

    func contains(_ width: Int) -> Bool { counts[width] &+ counts[width + 1] &+ counts[width + 2] >= 2 }
}

private func isMark(_ value: UInt32) -> Bool {
    let kind = characterClass(value)
    return kind == .pause || kind == .terminal || kind == .closing
}

/// Each line's neighbours, nine to each side, beginning at the line's own index.
private struct Neighbours {
    /// A few more than there are neighbours, so that the loop over them has no rest.
    static let lanes = 24

    let widths: UnsafePointer<Int16>
    let costs: UnsafePointer<Int16>
    let tells: UnsafePointer<Int16>
    let marks: UnsafePointer<Int16>
    let closeness: UnsafePointer<Int16>

    /// How well the lines around one fit a measure: full, a little less by the rules of line breaking, or more.
    ///
    /// Eight lines at a stroke: a negative number shifted by its width becomes a mask.
    @inline(__always)
    func score(of measure: Int, tolerance: Int, around center: Int) -> Int16 {
        typealias Lines = SIMD8<Int16>
        let measure = Lines(repeating: Int16(truncatingIfNeeded: measure))
        let tolerance = Lines(repeating: Int16(truncatingIfNeeded: tolerance))
        let width = Lines(repeating: 15)
        var sum = Lines.zero
        for lane in stride(from: 0, to: Self.lanes, by: Lines.scalarCount) {
            func load(_ row: UnsafePointer<Int16>, _ offset: Int) -> Lines {
                UnsafeRawPointer(row + offset).loadUnaligned(as: Lines.self)
            }
            let short = measure &- load(widths, center + lane)
            let isOver = short &>> width
            let isTooShort = (tolerance &- short) &>> width
            let full = (Lines(repeating: 20) &- load(costs, center + lane) &* short) & ~isTooShort
            // A little over is one narrow mark too many; far over is a headline or another column.
            let isFarOver = (short &+ tolerance) &>> width
            let over = Lines(repeating: -12) &+ (Lines(repeating: 5) & isFarOver)
            let cannotHang = (short &+ load(marks, center + lane)) &>> width
            let hanging = (Lines(repeating: 18) & ~cannotHang) | (over & cannotHang)
            let fit = (full & ~isOver) | (hanging & isOver)
            sum &+= fit &* load(tells, center + lane) &* load(closeness, lane)
        }
        return sum.wrappedSum()
    }
}
