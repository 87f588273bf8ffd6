/// Where offsets of a text go when sorted, disjoint edits replace ranges of it.
package struct OffsetShift: Sendable {
    private let lower: [Int]
    private let upper: [Int]
    /// The shift of everything after each edit.
    private let after: [Int]

    init(_ edits: [Edit]) {
        var shift = 0
        var after: [Int] = []
        after.reserveCapacity(edits.count)
        for edit in edits {
            shift += edit.replacement.utf8.count - edit.range.count
            after.append(shift)
        }
        lower = edits.map(\.range.lowerBound)
        upper = edits.map(\.range.upperBound)
        self.after = after
    }

    /// Whether an edit would replace text on both sides of an offset.
    func cuts(_ offset: Int) -> Bool {
        let index = firstEdit(endingAfter: offset)
        return index < lower.count && lower[index] < offset
    }

    /// A range after the edits; what was inserted at its bounds stays outside it.
    func moved(_ range: TextRange) -> TextRange {
        let start = movedLower(range.lowerBound)
        return TextRange(start..<max(start, movedUpper(range.upperBound)))
    }

    /// A lower bound goes behind what was inserted before it.
    private func movedLower(_ offset: Int) -> Int {
        let index = firstEdit(endingAfter: offset)
        return offset + (index == 0 ? 0 : after[index - 1])
    }

    /// An upper bound stays before what is inserted at it.
    private func movedUpper(_ offset: Int) -> Int {
        var index = firstEdit(endingAfter: offset)
        while index > 0, lower[index - 1] == offset, upper[index - 1] == offset { index -= 1 }
        return offset + (index == 0 ? 0 : after[index - 1])
    }

    /// The first edit whose end lies behind the offset.
    private func firstEdit(endingAfter offset: Int) -> Int {
        var low = 0
        var high = upper.count
        while low < high {
            let middle = (low + high) / 2
            if upper[middle] > offset { high = middle } else { low = middle + 1 }
        }
        return low
    }
}
