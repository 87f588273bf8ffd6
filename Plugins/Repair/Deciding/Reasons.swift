/// The three features that spoke loudest at a boundary, with what they weigh.
struct Reasons {
    private var loudest: [(feature: Feature, weight: Double)] = []

    init() { loudest.reserveCapacity(4) }

    mutating func add(_ feature: Feature, _ weight: Double) {
        let place = loudest.firstIndex { abs($0.weight) < abs(weight) } ?? loudest.count
        guard place < 3 else { return }
        loudest.insert((feature, weight), at: place)
        if loudest.count > 3 { loudest.removeLast() }
    }

    /// In words, those for the decision first.
    func words(isBreak: Bool) -> String {
        let pro = loudest.filter { isFor(isBreak, $0.weight) }.map(\.feature.words)
        let contra = loudest.filter { !isFor(isBreak, $0.weight) }.map(\.feature.words)
        let parts = [pro.joined(separator: "; "), contra.isEmpty ? "" : "against it: " + contra.joined(separator: "; ")]
        return parts.filter { !$0.isEmpty }.joined(separator: "; ")
    }

    /// What tells their words from others.
    var signature: UInt64 {
        loudest.reduce(1) { $0 << 8 | UInt64($1.feature.rawValue) << 1 | ($1.weight > 0 ? 1 : 0) }
    }

    private func isFor(_ isBreak: Bool, _ weight: Double) -> Bool { isBreak ? weight > 0 : weight < 0 }
}
