/// Finds lines that must stay lines: tables, verse, addresses, scores, programme listings.
///
/// - Parameter isOther: For each line whether it is an item of a list or a credit.
/// - Returns: For each line whether it belongs to such a run.
func listings(_ lines: [Line], fills: [Fill], isOther: [Bool], in text: [UInt8]) -> [Bool] {
    var marks = LineMarks(count: lines.count)
    markRows(&marks, lines, in: text)
    markVerse(&marks, lines, isOther: isOther, in: text)
    markUnfilled(&marks, lines, fills: fills, isOther: isOther)
    markRagged(&marks, lines, isOther: isOther)
    marks.unmarkParagraphs(lines)
    return marks.isMarked
}

/// Which lines are marked.
struct LineMarks {
    private(set) var isMarked: [Bool]

    init(count: Int) { isMarked = [Bool](repeating: false, count: count) }

    mutating func mark(_ range: Range<Int>) { for index in range { isMarked[index] = true } }

    /// No row is so long.
    private static let longestRow = 160

    /// Takes back runs in which a line is a whole paragraph: several sentences, none of them broken.
    mutating func unmarkParagraphs(_ lines: [Line]) {
        var start = 0
        while start < isMarked.count {
            guard isMarked[start] else {
                start += 1
                continue
            }
            let end = isMarked[start...].firstIndex(of: false) ?? isMarked.count
            let isText = lines[start..<end].contains { $0.width > Self.longestRow && $0.ending == .terminal && $0.innerStops > 0 }
            if isText { for index in start..<end { isMarked[index] = false } }
            start = end
        }
    }
}

/// Calls back with each longest run of lines that belong to it, one after the other.
///
/// - Parameter goesOn: Whether a line goes on in the run that began at another.
@inline(__always)
func forEachRun(
    of lines: [Line],
    where belongs: (Int) -> Bool,
    goesOn: (_ start: Int, _ index: Int) -> Bool,
    _ body: (Range<Int>) -> Void
) {
    var start = 0
    while start < lines.count {
        guard belongs(start) else {
            start += 1
            continue
        }
        var end = start + 1
        while end < lines.count, belongs(end), goesOn(start, end) { end += 1 }
        body(start..<end)
        start = end
    }
}

/// A run without its last line where that goes on in the next with a small letter: the first line of a paragraph.
func withoutOpenEnd(_ run: Range<Int>, _ lines: [Line]) -> Range<Int> {
    guard let last = run.last, last + 1 < lines.count, lines[last].ending != .terminal, !lines[last].isChinese else { return run }
    let next = lines[last + 1]
    return next.beginsLowercase && next.blanksBefore == 0 ? run.dropLast() : run
}

/// The same for runs that a blank line ends.
@inline(__always)
func forEachRun(of lines: [Line], where belongs: (Int) -> Bool, _ body: (Range<Int>) -> Void) {
    forEachRun(of: lines, where: belongs, goesOn: { lines[$1].blanksBefore == 0 }, body)
}
