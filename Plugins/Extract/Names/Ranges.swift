import LinecasterLanguage

/// Ranges among which overlaps are looked for.
struct Ranges {
    /// In order, and without overlaps: those that share a byte are one.
    private var sorted: [Range<Int>] = []

    init(_ ranges: [Range<Int>]) {
        for range in ranges.sorted(by: { $0.lowerBound < $1.lowerBound }) {
            if let last = sorted.last, last.upperBound > range.lowerBound {
                sorted[sorted.count - 1] = last.lowerBound..<max(last.upperBound, range.upperBound)
            } else {
                sorted.append(range)
            }
        }
    }

    /// Whether a range shares a byte with one of them.
    func overlaps(_ range: Range<Int>) -> Bool {
        let index = sorted.partitionPoint { $0.upperBound <= range.lowerBound }
        return index < sorted.count && sorted[index].overlaps(range)
    }
}
