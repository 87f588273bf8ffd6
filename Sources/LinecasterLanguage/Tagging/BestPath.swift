/// Finds the path of tags with the highest sum, among those in which each tag may follow the one before.
///
/// Source: A. Viterbi, Error Bounds for Convolutional Codes, 1967.
package struct BestPath: Sendable {
    private let tagCount: Int
    private let tagStride: Int
    /// For each tag the steps that lead to it, one tag's after the other's.
    private let steps: [Step]
    private let stepEnds: [Int]
    private let mayBegin: [Bool]
    private let mayEnd: [Bool]
    /// Whether each tag may follow each other at no cost, so that each place is decided by itself.
    private let isFree: Bool

    /// Sums stand above the tag that they come from, the lower tag on top where sums are equal: the greater of two packed
    /// sums tells the better step with no jump, which would often be foretold wrongly.
    private struct Step: Sendable {
        let before: Int
        /// A packed sum to add.
        let weight: Int64
    }

    private static let never = Int64(Int32.min / 2)

    @inline(__always)
    private static func packed(_ sum: Int64, _ tag: Int) -> Int64 { sum << 8 | Int64(255 &- tag) }

    /// - Parameter transitions: The weight of a tag after another, at (before * number of tags + after).
    package init(_ scheme: TagScheme, transitions: [Int32]) {
        let count = scheme.names.count
        tagCount = count
        tagStride = scheme.stride
        var steps: [Step] = []
        var ends: [Int] = []
        for (tag, predecessors) in scheme.predecessors.enumerated() {
            steps += predecessors.map { Step(before: $0, weight: Int64(transitions[$0 * count + tag]) << 8) }
            ends.append(steps.count)
        }
        self.steps = steps
        stepEnds = ends
        mayBegin = (0..<count).map(scheme.mayBegin)
        mayEnd = (0..<count).map(scheme.mayEnd)
        isFree = steps.count == count * count && transitions.allSatisfy { $0 == 0 }
    }

    /// - Parameter tags: Gets one tag a place.
    package func find(_ scores: TagScores, into tags: inout [UInt8]) {
        let count = scores.count
        tags.removeAll(keepingCapacity: true)
        guard count > 0 else { return }
        tags.append(contentsOf: repeatElement(0, count: count))
        guard !isFree else { return chooseEach(scores, into: &tags) }
        // For each place and tag the tag before it on the best way there.
        withUnsafeTemporaryAllocation(of: UInt8.self, capacity: count * tagCount) { from in
            withUnsafeTemporaryAllocation(of: Int64.self, capacity: 2 * tagCount) { sums in
                guard let from = from.baseAddress, var best = sums.baseAddress else { return }
                var next = best + tagCount
                scores.read { scores in
                    for tag in 0..<tagCount { best[tag] = Self.packed(mayBegin[tag] ? Int64(scores[tag]) : Self.never, tag) }
                    for place in 1..<max(1, count) {
                        step(scores + place * tagStride, from + place * tagCount, best, next)
                        swap(&best, &next)
                    }
                }
                var tag = (0..<tagCount).filter { mayEnd[$0] }.max { best[$0] < best[$1] } ?? 0
                for place in stride(from: count - 1, through: 0, by: -1) {
                    tags[place] = UInt8(tag)
                    if place > 0 { tag = Int(from[place * tagCount + tag]) }
                }
            }
        }
    }

    private func chooseEach(_ scores: TagScores, into tags: inout [UInt8]) {
        scores.read { scores in
            for place in tags.indices {
                let row = scores + place * tagStride
                var winner = 0
                for tag in 1..<max(1, tagCount) where row[tag] > row[winner] { winner = tag }
                tags[place] = UInt8(winner)
            }
        }
    }

    @inline(__always)
    private func step(
        _ scores: UnsafePointer<Int16>,
        _ from: UnsafeMutablePointer<UInt8>,
        _ best: UnsafePointer<Int64>,
        _ next: UnsafeMutablePointer<Int64>
    ) {
        steps.withUnsafeBufferPointer { steps in
            stepEnds.withUnsafeBufferPointer { ends in
                var index = 0
                for tag in 0..<tagCount {
                    var winner = Int64.min
                    while index < ends[tag] {
                        winner = max(winner, best[steps[index].before] &+ steps[index].weight)
                        index &+= 1
                    }
                    from[tag] = 255 &- UInt8(truncatingIfNeeded: winner)
                    next[tag] = Self.packed(max(Self.never, winner >> 8 &+ Int64(scores[tag])), tag)
                }
            }
        }
    }
}
