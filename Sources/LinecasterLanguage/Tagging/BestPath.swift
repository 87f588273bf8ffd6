/// Finds the path of tags with the highest sum, among those in which each tag may follow the one before.
///
/// Sums are kept against that of the first tag, in 16 bits, sixteen tags at a stroke; a tag that falls behind by
/// ``floor`` is out of the running.
///
/// Source: A. Viterbi, Error Bounds for Convolutional Codes, 1967.
package struct BestPath: Sendable {
    private typealias Row = SIMD16<Int16>

    private let tagCount: Int
    private let tagStride: Int
    /// For each tag what a step from it to each other weighs.
    private let stepsFrom: [Row]
    private let beginnings: Row
    private let mayEnd: [Bool]
    /// For each tag those that may stand before it, in order; where each tag's begin, and where the last's end.
    private let predecessors: [UInt8]
    private let firstPredecessor: [Int]
    /// Whether each tag may follow each other at no cost, so that each place is decided by itself.
    private let isFree: Bool

    /// What keeps a tag out of the running.
    private static let floor: Int16 = -10_000
    /// What a step weighs that may not be made: the sum is no more than the floor, and fits in 16 bits.
    private static let never: Int16 = -20_000

    /// - Parameter transitions: The weight of a tag after another, at (before * number of tags + after).
    package init(_ scheme: TagScheme, transitions: [Int32]) {
        let count = scheme.names.count
        tagCount = count
        tagStride = scheme.stride
        stepsFrom = (0..<count).map { before in
            var row = Row(repeating: Self.never)
            for tag in 0..<count where scheme.predecessors[tag].contains(before) {
                row[tag] = Int16(clamping: max(-5000, min(5000, transitions[before * count + tag])))
            }
            return row
        }
        var beginnings = Row(repeating: Self.never)
        for tag in 0..<count where scheme.mayBegin(tag) { beginnings[tag] = 0 }
        self.beginnings = beginnings
        mayEnd = (0..<count).map(scheme.mayEnd)
        predecessors = scheme.predecessors.flatMap { $0.map { UInt8($0) } }
        firstPredecessor = scheme.predecessors.reduce(into: [0]) { $0.append($0[$0.count - 1] + $1.count) }
        isFree = scheme.predecessors.allSatisfy { $0.count == count } && transitions.allSatisfy { $0 == 0 }
    }

    /// - Parameter tags: Gets one tag a place.
    package func find(_ scores: TagScores, into tags: inout [UInt8]) {
        let count = scores.count
        tags.removeAll(keepingCapacity: true)
        guard count > 0 else { return }
        tags.append(contentsOf: repeatElement(0, count: count))
        guard !isFree else { return chooseEach(scores, into: &tags) }
        withUnsafeTemporaryAllocation(of: Row.self, capacity: count) { sums in
            stepsFrom.withUnsafeBufferPointer { steps in
                guard let sums = sums.baseAddress, let steps = steps.baseAddress else { return }
                scores.read { scores in
                    sums[0] = against(beginnings &+ row(scores))
                    for place in 1..<max(1, count) {
                        sums[place] = against(after(lanes(sums + (place - 1)), steps) &+ row(scores + place * tagStride))
                    }
                }
                tags.withUnsafeMutableBufferPointer { trace(lanes(sums), lanes(steps), into: $0) }
            }
        }
    }

    /// The numbers of rows, one row's after the other's.
    @inline(__always)
    private func lanes(_ rows: UnsafePointer<Row>) -> UnsafePointer<Int16> { UnsafeRawPointer(rows).assumingMemoryBound(to: Int16.self) }

    /// The scores of a place's tags.
    @inline(__always)
    private func row(_ scores: UnsafePointer<Int16>) -> Row {
        let from = UnsafeRawPointer(scores)
        switch tagStride {
        case 4:
            let four = from.loadUnaligned(as: SIMD4<Int16>.self)
            return Row(lowHalf: SIMD8(lowHalf: four, highHalf: .zero), highHalf: .zero)
        case 8: return Row(lowHalf: from.loadUnaligned(as: SIMD8<Int16>.self), highHalf: .zero)
        default: return from.loadUnaligned(as: Row.self)
        }
    }

    /// The best sums that lead to each tag.
    @inline(__always)
    private func after(_ sums: UnsafePointer<Int16>, _ steps: UnsafePointer<Row>) -> Row {
        var best = Row(repeating: Self.floor)
        for before in 0..<tagCount { best = Self.greater(best, Row(repeating: sums[before]) &+ steps[before]) }
        return best
    }

    /// The greater of two sums of each tag, by a mask, which becomes few instructions everywhere.
    @inline(__always)
    private static func greater(_ left: Row, _ right: Row) -> Row { left.replacing(with: right, where: right .> left) }

    /// Sums against that of the first tag.
    @inline(__always)
    private func against(_ sums: Row) -> Row { Self.greater(sums &- Row(repeating: sums[0]), Row(repeating: Self.floor)) }

    /// Goes back along the best path; of tags that are as good as each other it takes the lowest.
    private func trace(_ sums: UnsafePointer<Int16>, _ steps: UnsafePointer<Int16>, into tags: UnsafeMutableBufferPointer<UInt8>) {
        let width = Row.scalarCount
        let last = sums + (tags.count - 1) * width
        var tag = 0
        var best = Int16.min
        for candidate in 0..<tagCount where mayEnd[candidate] && last[candidate] > best { (tag, best) = (candidate, last[candidate]) }
        predecessors.withUnsafeBufferPointer { predecessors in
            firstPredecessor.withUnsafeBufferPointer { first in
                @inline(__always)
                func best(before tag: Int, at place: Int) -> UInt8 {
                    let before = sums + (place - 1) * width
                    // The tag stands below its sum, the lower on top: the greater tells the better with no jump.
                    var winner = Int32.min
                    for index in first[tag]..<first[tag + 1] {
                        let candidate = Int(predecessors[index])
                        let sum = before[candidate] &+ steps[candidate &* width &+ tag]
                        winner = max(winner, Int32(sum) << 8 | Int32(255 &- candidate))
                    }
                    return 255 &- UInt8(truncatingIfNeeded: winner)
                }
                // Most places have the first tag. What comes before it is found for all of them first, since no place waits for
                // another there as it does on the way back.
                for place in 1..<max(1, tags.count) { tags[place] = best(before: 0, at: place) }
                for place in stride(from: tags.count - 1, to: 0, by: -1) {
                    let before = tag == 0 ? tags[place] : best(before: tag, at: place)
                    tags[place] = UInt8(truncatingIfNeeded: tag)
                    tag = Int(before)
                }
                tags[0] = UInt8(truncatingIfNeeded: tag)
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
}
