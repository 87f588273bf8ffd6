/// The subset of units that is worth most within a length.
///
/// A subset is worth the sum of its units, less what each pair says twice. The search is branch and bound over
/// the units, the densest first; its bound is what the rest would be worth if nothing were said twice. It begins with the
/// greedy choice, so that it has an answer whenever its steps run out, and ends with the best of all when they do not.
///
/// Source: R. McDonald, A Study of Global Inference Algorithms in Multi-Document Summarization, ECIR 2007, for the
/// worth; A. Land and A. Doig 1960 for the search.
struct SubsetSearch {
    private let units: [Unit]
    private let length: SummaryLength
    /// Whether characters are what is short, rather than sentences.
    private let isByCharacters: Bool
    private let capacity: Int
    /// What a pair says twice, in the measure of scores.
    private let penalties: [Double]
    private var best: (chosen: [Int], value: Double) = ([], 0)
    private var steps = 0

    /// After so many steps the best so far stands.
    private static let mostSteps = 3_000

    /// - Parameters:
    ///   - units: At most a few dozen, densest first.
    ///   - penalty: What the pair of two units, by index, loses; `infinity` where they cannot both be chosen.
    init(_ units: [Unit], length: SummaryLength, penalty: (Int, Int) -> Double) {
        self.units = units
        self.length = length
        isByCharacters = length.isByCharacters
        capacity = isByCharacters ? length.characters : length.sentences
        var penalties = [Double](repeating: 0, count: units.count * units.count)
        for a in units.indices {
            for b in units.indices where a != b { penalties[a * units.count + b] = penalty(a, b) }
        }
        self.penalties = penalties
    }

    /// The indices of the units chosen, in no order.
    mutating func run() -> [Int] {
        choose()
        var chosen: [Int] = []
        branch(from: 0, &chosen, value: 0, sentences: 0, characters: 0)
        return best.chosen
    }

    /// The greedy choice.
    private mutating func choose() {
        var chosen: [Int] = []
        var value = 0.0
        var (sentences, characters) = (0, 0)
        while true {
            var next: (unit: Int, gain: Double)?
            for index in units.indices where !chosen.contains(index) {
                guard length.holds(sentences + units[index].sentences.count, characters + units[index].characters) else { continue }
                let gain = units[index].score - loss(index, chosen)
                if gain > next?.gain ?? 0 { next = (index, gain) }
            }
            guard let next else { break }
            chosen.append(next.unit)
            value += next.gain
            sentences += units[next.unit].sentences.count
            characters += units[next.unit].characters
        }
        best = (chosen, value)
    }

    private func loss(_ index: Int, _ chosen: [Int]) -> Double {
        var sum = 0.0
        for other in chosen { sum += penalties[index * units.count + other] }
        return sum
    }

    private mutating func branch(from index: Int, _ chosen: inout [Int], value: Double, sentences: Int, characters: Int) {
        if value > best.value + 1e-9 { best = (chosen, value) }
        steps += 1
        guard index < units.count, steps < Self.mostSteps else { return }
        guard value + bound(from: index, sentences, characters) > best.value + 1e-9 else { return }
        let unit = units[index]
        if length.holds(sentences + unit.sentences.count, characters + unit.characters) {
            let gain = unit.score - loss(index, chosen)
            if gain > 0 {
                chosen.append(index)
                branch(
                    from: index + 1,
                    &chosen,
                    value: value + gain,
                    sentences: sentences + unit.sentences.count,
                    characters: characters + unit.characters
                )
                chosen.removeLast()
            }
        }
        branch(from: index + 1, &chosen, value: value, sentences: sentences, characters: characters)
    }

    /// What the units from an index on could add at most: the densest that fit, and a part of the next, were nothing
    /// said twice.
    ///
    /// Source: G. Dantzig, the bound of the knapsack problem.
    private func bound(from index: Int, _ sentences: Int, _ characters: Int) -> Double {
        var room = capacity - (isByCharacters ? characters : sentences)
        var sum = 0.0
        for unit in units[index...] {
            let size = isByCharacters ? unit.characters : unit.sentences.count
            guard size < room else { return sum + unit.score * Double(room) / Double(size) }
            sum += unit.score
            room -= size
        }
        return sum
    }
}
