/// Finds the best path of the four tags of words, begin, inside, end and single, of which each has two that may stand before it.
struct WordPath: Sendable {
    /// What a step weighs: into each tag from the lower and from the higher of those that may stand before it.
    private let low: SIMD4<Int>
    private let high: SIMD4<Int>

    /// What keeps a tag out of the running.
    private static let never = -1 << 40

    /// - Parameter steps: The weight of a tag after another, at (before * 4 + after).
    /// - Returns: nil for another scheme.
    init?(_ scheme: TagScheme, steps: [Int]) {
        guard scheme.positions == [.begin, .inside, .end, .single], scheme.predecessors == [[2, 3], [0, 1], [0, 1], [2, 3]] else {
            return nil
        }
        var (low, high) = (SIMD4<Int>.zero, SIMD4<Int>.zero)
        for tag in 0..<4 {
            low[tag] = steps[scheme.predecessors[tag][0] * 4 + tag]
            high[tag] = steps[scheme.predecessors[tag][1] * 4 + tag]
        }
        (self.low, self.high) = (low, high)
    }

    /// - Parameters:
    ///   - scores: Of the first place; four a place.
    ///   - tags: Gets one tag a place; of paths that are as good as each other the one with the lower tags behind.
    func find(_ scores: UnsafePointer<Int16>, into tags: UnsafeMutableBufferPointer<UInt8>) {
        let (lowBegin, lowInside, lowEnd, lowSingle) = (low[0], low[1], low[2], low[3])
        let (highBegin, highInside, highEnd, highSingle) = (high[0], high[1], high[2], high[3])
        var (begin, inside, end, single) = (Int(scores[0]), Self.never, Self.never, Int(scores[3]))
        for place in 1..<max(1, tags.count) {
            let row = scores + place * 4
            let (begins, goesOn) = ((end + lowBegin, single + highBegin), (begin + lowInside, inside + highInside))
            let (ends, alone) = ((begin + lowEnd, inside + highEnd), (end + lowSingle, single + highSingle))
            // A bit for each tag: whether the higher stands before it.
            let fromHigh = bit(begins) | bit(goesOn) << 1 | bit(ends) << 2 | bit(alone) << 3
            begin = max(begins.0, begins.1) + Int(row[0])
            inside = max(goesOn.0, goesOn.1) + Int(row[1])
            end = max(ends.0, ends.1) + Int(row[2])
            single = max(alone.0, alone.1) + Int(row[3])
            tags[place] = fromHigh
        }
        var tag: UInt8 = single > end ? 3 : 2
        for place in stride(from: tags.count - 1, to: 0, by: -1) {
            let fromHigh = tags[place] >> tag & 1
            tags[place] = tag
            // Before inside and end stand begin and inside, before the others end and single.
            tag = (tag == 1 || tag == 2 ? 0 : 2) + fromHigh
        }
        tags[0] = tag
    }

    @inline(__always)
    private func bit(_ sums: (low: Int, high: Int)) -> UInt8 { sums.high > sums.low ? 1 : 0 }
}
