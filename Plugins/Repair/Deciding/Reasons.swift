/// The three features that spoke loudest at a boundary, with what they weigh.
struct Reasons {
    private var first: Reason?
    private var second: Reason?
    private var third: Reason?

    private struct Reason {
        let feature: Feature
        let weight: Double

        /// A feature with its sign in eight bits.
        var signature: UInt64 { UInt64(feature.rawValue) << 1 | (weight > 0 ? 1 : 0) }
    }

    mutating func add(_ feature: Feature, _ weight: Double) {
        let reason = Reason(feature: feature, weight: weight)
        if Self.isLouder(reason, than: first) {
            (first, second, third) = (reason, first, second)
        } else if Self.isLouder(reason, than: second) {
            (second, third) = (reason, second)
        } else if Self.isLouder(reason, than: third) {
            third = reason
        }
    }

    private static func isLouder(_ reason: Reason, than other: Reason?) -> Bool {
        guard let other else { return true }
        return abs(reason.weight) > abs(other.weight)
    }

    /// In words, those for the decision first.
    func words(isBreak: Bool) -> String {
        let loudest = [first, second, third].compactMap { $0 }
        let pro = loudest.filter { isBreak ? $0.weight > 0 : $0.weight < 0 }.map(\.feature.words)
        let contra = loudest.filter { isBreak ? $0.weight <= 0 : $0.weight >= 0 }.map(\.feature.words)
        let parts = [pro.joined(separator: "; "), contra.isEmpty ? "" : "against it: " + contra.joined(separator: "; ")]
        return parts.filter { !$0.isEmpty }.joined(separator: "; ")
    }

    /// What tells their words from others.
    var signature: UInt64 {
        func bits(_ reason: Reason?) -> UInt64 { reason?.signature ?? 0xFF }
        return (1 << 8 | bits(first)) << 16 | bits(second) << 8 | bits(third)
    }
}
