import LinecasterLanguage

/// Finds the best path of tags among those that agree with what a sequence marks.
///
/// Sums are kept whole: `BestPath` holds them against the first tag in 16 bits, where no tag may be ruled out by its score.
struct AgreeingPath {
    private let scheme: TagScheme
    private let transitions: [Int32]
    private static let never = -1 << 40

    /// - Parameter transitions: The weight of a tag after another, at (before * number of tags + after).
    init(_ scheme: TagScheme, transitions: [Int32]) {
        self.scheme = scheme
        self.transitions = transitions
    }

    /// - Returns: One tag a place; what is marked, and where a veil or nothing is, perhaps what the corpus leaves unmarked.
    func find(_ scores: TagScores, _ sequence: TrainingSequence) -> [UInt8] {
        let (count, tagCount) = (sequence.tags.count, scheme.names.count)
        guard count > 0 else { return [] }
        var sums = [Int](repeating: Self.never, count: count * tagCount)
        var before = [Int](repeating: 0, count: count * tagCount)
        for place in 0..<count {
            for tag in 0..<tagCount where agrees(tag, with: sequence, at: place) {
                var best = place == 0 && scheme.mayBegin(tag) ? 0 : Self.never
                if place > 0 {
                    for candidate in scheme.predecessors[tag] {
                        let sum = sums[(place - 1) * tagCount + candidate] + Int(transitions[candidate * tagCount + tag])
                        if sum > best { (best, before[place * tagCount + tag]) = (sum, candidate) }
                    }
                }
                sums[place * tagCount + tag] = max(Self.never, best + Int(scores[place, tag]))
            }
        }
        let ends = (0..<tagCount).filter { scheme.mayEnd($0) }
        guard var tag = ends.max(by: { sums[(count - 1) * tagCount + $0] < sums[(count - 1) * tagCount + $1] }) else {
            return sequence.tags
        }
        var path = [UInt8](repeating: 0, count: count)
        for place in (0..<count).reversed() {
            path[place] = UInt8(tag)
            tag = before[place * tagCount + tag]
        }
        return path
    }

    private func agrees(_ tag: Int, with sequence: TrainingSequence, at place: Int) -> Bool {
        let marked = sequence.tags[place]
        return tag == Int(marked) || sequence.veils.contains(marked) && sequence.unmarked.contains(UInt8(tag))
    }
}
