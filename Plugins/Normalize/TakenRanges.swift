import LinecasterKit
import LinecasterLanguage

/// Ranges that are rewritten whole: no other edit may touch them.
struct TakenRanges {
    private let ranges: [TextRange]

    init(of edits: [Edit]) { ranges = edits.map(\.range).sorted { $0.lowerBound < $1.lowerBound } }

    var isEmpty: Bool { ranges.isEmpty }

    /// Whether a range overlaps one of them.
    func overlap(_ range: TextRange) -> Bool {
        let next = ranges.partitionPoint { $0.upperBound <= range.lowerBound }
        return next < ranges.count && ranges[next].overlaps(range)
    }

    /// Whether a byte lies in one of them.
    func contain(_ offset: Int) -> Bool { overlap(TextRange(offset..<offset + 1)) }
}

extension Changes {
    /// The same proposals, and those of some more edits that touch none of the ranges.
    func adding(_ more: [Edit], besides taken: TakenRanges) -> Changes {
        var changes = self
        for edit in more where !taken.overlap(edit.range) {
            changes.replace(
                edit.range,
                with: edit.replacement,
                rule: edit.rule,
                confidence: edit.confidence,
                explanation: edit.explanation
            )
        }
        return changes
    }
}
