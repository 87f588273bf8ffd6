/// Chooses the subset of sentences that together carry most, each term counted once.
///
/// Greedy choice first, then exchanges as long as one makes the whole better: no sentence stays only
/// because it was chosen first.
struct Selection {
    /// Indices of the chosen sentences.
    private(set) var chosen: [Int] = []
    private let candidates: Candidates
    private let length: SummaryLength

    /// How many of the best sentences an exchange may bring in.
    private static let pool = 24

    init(_ candidates: Candidates, length: SummaryLength) {
        self.candidates = candidates
        self.length = length
        choose()
        for _ in 0..<4 where !improve() { break }
    }

    private mutating func choose() {
        var covered = Covered(candidates.weights.count)
        var remaining = candidates.sentences.indices.sorted { (candidates.sentences[$0].score, $1) > (candidates.sentences[$1].score, $0) }
        if remaining.count > 400 { remaining.removeLast(remaining.count - 400) }
        while chosen.count < length.sentences {
            let fitting = remaining.filter { fits(chosen + [$0]) }
            let gains = fitting.map { ($0, gain(of: $0, beyond: covered)) }
            guard let best = gains.max(by: { ($0.1, -$0.0) < ($1.1, -$1.0) }), best.1 > 0 else { break }
            chosen.append(best.0)
            covered.add(candidates.sentences[best.0].terms)
            remaining.removeAll { $0 == best.0 }
        }
        if chosen.isEmpty,
            let first = candidates.sentences.indices.min(by: { candidates.sentences[$0].characters < candidates.sentences[$1].characters })
        {
            // Not even one sentence fits: the shortest is better than half of another.
            chosen = [first]
        }
    }

    /// A sentence's own score, less what was said already.
    private func gain(of index: Int, beyond covered: Covered) -> Double {
        let sentence = candidates.sentences[index]
        let all = sentence.terms.reduce(0) { $0 + candidates.weights[$1] }
        guard all > 0 else { return sentence.score * 0.01 }
        let new = sentence.terms.reduce(0) { $0 + (covered.contains($1) ? 0 : candidates.weights[$1]) }
        return sentence.score * new / all
    }

    private func fits(_ subset: [Int]) -> Bool {
        subset.count <= length.sentences && subset.reduce(0) { $0 + candidates.sentences[$1].characters } <= length.characters
    }

    private func value(of subset: [Int]) -> Double {
        var covered = Covered(candidates.weights.count)
        var total = 0.0
        for index in subset.sorted(by: { candidates.sentences[$0].score > candidates.sentences[$1].score }) {
            total += gain(of: index, beyond: covered)
            covered.add(candidates.sentences[index].terms)
        }
        return total
    }

    /// Makes the best exchange of one sentence; tells whether it made the whole better.
    private mutating func improve() -> Bool {
        guard chosen.count <= 12 else { return false }
        let pool = candidates.sentences.indices.sorted { candidates.sentences[$0].score > candidates.sentences[$1].score }.prefix(Self.pool)
        var best = (subset: chosen, value: value(of: chosen))
        for place in chosen.indices {
            for candidate in pool where !chosen.contains(candidate) {
                var subset = chosen
                subset[place] = candidate
                guard fits(subset) else { continue }
                let value = value(of: subset)
                if value > best.value + 1e-9 { best = (subset, value) }
            }
        }
        let isBetter = best.subset != chosen
        chosen = best.subset
        return isBetter
    }
}

/// The terms that were said already.
private struct Covered {
    private var flags: [Bool]

    init(_ count: Int) { flags = [Bool](repeating: false, count: count) }

    mutating func add(_ terms: [Int]) { for term in terms { flags[term] = true } }

    func contains(_ term: Int) -> Bool { flags[term] }
}
