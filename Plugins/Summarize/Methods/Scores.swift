import LinecasterKit

/// What each sentence of a body is worth, and why.
struct Scores {
    /// From 0; sentences in text order.
    var values: [Double]
    /// What each reason adds, where a method has several.
    var parts: [(reason: SummaryReason, values: [Double])] = []
    /// What each term weighs, by number.
    var weights: [Double]

    /// The reasons of a sentence by their share of what spoke for it.
    func reasons(of index: Int) -> [SummaryReason: Double] {
        let positive = parts.map { ($0.reason, max(0, $0.values[index])) }
        let sum = positive.reduce(0) { $0 + $1.1 }
        guard sum > 0 else { return [:] }
        var reasons: [SummaryReason: Double] = [:]
        for (reason, value) in positive where value >= sum * 0.005 { reasons[reason] = (value / sum * 1000).rounded() / 1000 }
        return reasons
    }
}

extension Array where Element == Double {
    /// The values divided by the greatest, so that it becomes 1.
    func scaled() -> [Double] {
        guard let top = self.max(), top > 0 else { return self }
        return map { $0 / top }
    }
}
