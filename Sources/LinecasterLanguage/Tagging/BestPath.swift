/// Finds the path of tags with the highest sum, among those in which each tag may follow the one before.
///
/// Sums are kept against that of the first tag, in 16 bits, sixteen tags at a stroke; a tag that falls behind by
/// ``floor`` is out of the running. Scores are sums of a model's weights, a few thousand at most: since a name may end
/// anywhere, no tag is further ahead of the first.
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
    /// The tags that others of their kind must follow.
    private let openTags: [Int]
    /// What each sum is held against to know that no closed tag but the first can lead to a better path; nil where that
    /// cannot be known.
    private let closedMargins: Row?

    /// The path of the tags of words, which is found faster.
    private let wordPath: WordPath?

    /// What keeps a tag out of the running.
    private static let floor: Int16 = -10_000
    /// What a step weighs that may not be made: the sum is no more than the floor, and fits in 16 bits.
    private static let never: Int16 = -20_000

    /// - Parameter transitions: The weight of a tag after another, at (before * number of tags + after).
    package init(_ scheme: TagScheme, transitions: [Int32]) {
        let count = scheme.names.count
        tagCount = count
        tagStride = scheme.stride
        let steps = transitions.map { max(-5000, min(5000, $0)) }
        stepsFrom = (0..<count).map { before in
            var row = Row(repeating: Self.never)
            for tag in 0..<count where scheme.predecessors[tag].contains(before) { row[tag] = Int16(clamping: steps[before * count + tag]) }
            return row
        }
        wordPath = WordPath(scheme, steps: steps.map(Int.init))
        var beginnings = Row(repeating: Self.never)
        for tag in 0..<count where scheme.mayBegin(tag) { beginnings[tag] = 0 }
        self.beginnings = beginnings
        mayEnd = (0..<count).map(scheme.mayEnd)
        predecessors = scheme.predecessors.flatMap { $0.map { UInt8($0) } }
        firstPredecessor = scheme.predecessors.reduce(into: [0]) { $0.append($0[$0.count - 1] + $1.count) }
        let openTags = (0..<count).filter { scheme.positions[$0] == .begin || scheme.positions[$0] == .inside }
        self.openTags = openTags
        closedMargins = Self.closedMargins(stepsFrom, (1..<count).filter { !openTags.contains($0) })
        isFree = scheme.predecessors.allSatisfy { $0.count == count } && transitions.allSatisfy { $0 == 0 }
    }

    /// How much more a step from closed tags may weigh than the same step from the first tag; least for all other tags.
    private static func closedMargins(_ steps: [Row], _ closed: [Int]) -> Row? {
        var most: Int16 = 0
        for tag in closed {
            for next in steps.indices where steps[tag][next] != never {
                guard steps[0][next] != never else { return nil }
                most = max(most, steps[tag][next] - steps[0][next])
            }
        }
        var margins = Row(repeating: never)
        for tag in closed { margins[tag] = most }
        return margins
    }

    /// - Parameter tags: Gets one tag a place.
    package func find(_ scores: TagScores, into tags: inout [UInt8]) {
        let count = scores.count
        tags.removeAll(keepingCapacity: true)
        guard count > 0 else { return }
        tags.append(contentsOf: repeatElement(0, count: count))
        guard !isFree else { return chooseEach(scores, into: &tags) }
        if let wordPath { return tags.withUnsafeMutableBufferPointer { tags in scores.read { wordPath.find($0, into: tags) } } }
        withUnsafeTemporaryAllocation(of: Row.self, capacity: count) { sums in
            stepsFrom.withUnsafeBufferPointer { steps in
                tags.withUnsafeMutableBufferPointer { tags in
                    guard let sums = sums.baseAddress, let steps = steps.baseAddress else { return }
                    scores.read { advance($0, steps, sums, tags) }
                    trace(lanes(sums), lanes(steps), into: tags)
                }
            }
        }
    }

    /// Finds the best sums that lead to each tag at each place.
    ///
    /// - Parameter tags: Gets 0 where the first tag stands before itself for sure, and another number elsewhere.
    @inline(__always)
    private func advance(
        _ scores: UnsafePointer<Int16>,
        _ steps: UnsafePointer<Row>,
        _ sums: UnsafeMutablePointer<Row>,
        _ tags: UnsafeMutableBufferPointer<UInt8>
    ) {
        sums[0] = against(beginnings &+ row(scores))
        for place in 1..<max(1, tags.count) {
            let before = sums[place - 1]
            // Nearly everywhere nothing but the first tag is in question, and what may become a name.
            let isFirstBest = closedMargins.map { !Self.isAnyPositive(before &+ $0) } ?? false
            let lanes = lanes(sums + (place - 1))
            let best = isFirstBest ? afterFirst(lanes, steps) : after(lanes, steps)
            sums[place] = against(best &+ row(scores + place * tagStride))
            tags[place] = isFirstBest ? 0 : .max
        }
    }

    @inline(__always)
    private static func isAnyPositive(_ sums: Row) -> Bool {
        let bits = unsafeBitCast(greater(sums, .zero), to: SIMD4<UInt64>.self)
        return bits[0] | bits[1] | bits[2] | bits[3] != 0
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

    /// The same where the first tag leads to each closed one, and its sum is 0.
    @inline(__always)
    private func afterFirst(_ sums: UnsafePointer<Int16>, _ steps: UnsafePointer<Row>) -> Row {
        var best = Self.greater(steps[0], Row(repeating: Self.floor))
        for before in openTags { best = Self.greater(best, Row(repeating: sums[before]) &+ steps[before]) }
        return best
    }

    /// The greater of two sums of each tag, by a mask, which becomes few instructions everywhere.
    @inline(__always)
    private static func greater(_ left: Row, _ right: Row) -> Row { left.replacing(with: right, where: right .> left) }

    /// Sums against that of the first tag.
    @inline(__always)
    private func against(_ sums: Row) -> Row { Self.greater(sums &- Row(repeating: sums[0]), Row(repeating: Self.floor)) }

    /// Goes back along the best path, as `tags` tells it for the first tag; of tags that are as good as each other it takes the lowest.
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
                for place in stride(from: tags.count - 1, to: 0, by: -1) {
                    let before = tag == 0 && tags[place] == 0 ? 0 : best(before: tag, at: place)
                    tags[place] = UInt8(truncatingIfNeeded: tag)
                    tag = Int(before)
                }
                tags[0] = UInt8(truncatingIfNeeded: tag)
            }
        }
    }

    /// Takes each place's best tag, of those that are as good as each other the lowest.
    private func chooseEach(_ scores: TagScores, into tags: inout [UInt8]) {
        let numbers = Row(0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15)
        let isTag = numbers .< Row(repeating: Int16(tagCount))
        tags.withUnsafeMutableBufferPointer { tags in
            scores.read { scores in
                for place in tags.indices {
                    let row = Row(repeating: .min).replacing(with: row(scores + place * tagStride), where: isTag)
                    let best = Row(repeating: Self.greatest(row))
                    // The lowest number is the greatest of those below zero.
                    let chosen = Row(repeating: .min).replacing(with: .zero &- numbers, where: row .== best)
                    tags[place] = UInt8(truncatingIfNeeded: 0 &- Int(Self.greatest(chosen)))
                }
            }
        }
    }

    /// The greatest number of a row, by halves.
    @inline(__always)
    private static func greatest(_ row: Row) -> Int16 {
        let eight = row.lowHalf.replacing(with: row.highHalf, where: row.highHalf .> row.lowHalf)
        let four = eight.lowHalf.replacing(with: eight.highHalf, where: eight.highHalf .> eight.lowHalf)
        return max(max(four[0], four[1]), max(four[2], four[3]))
    }
}
