/// Lays out sorted words as a double array.
struct DoubleArrayBuilder {
    /// A word as its characters' codes, none of them 0.
    struct Word {
        let codes: [UInt16]
        let cost: UInt8
        let flags: WordFlags
    }

    private var units: [UInt64] = []
    private var isBase: [Bool] = []
    /// For each place the next free one as far as known; a free place names itself.
    private var next: [Int32] = []
    /// Before it few places are free, and none of them beside others.
    private var roomyStart = 1
    private let words: [Word]

    /// - Parameter words: Sorted by their codes, each once.
    init(_ words: [Word]) { self.words = words }

    /// The units, the root first; nil when they are more than a base can reach.
    mutating func build() -> [UInt64]? {
        grow(to: 1 << 16)
        take(0)
        isBase[0] = true
        guard place(0, code: 0, words.indices, depth: 0) else { return nil }
        let end = (next.indices.last { Int(next[$0]) != $0 } ?? 0) + 1
        return Array(units[..<end])
    }

    /// Writes a unit and all below it.
    private mutating func place(_ index: Int, code: UInt16, _ range: Range<Int>, depth: Int) -> Bool {
        var range = range
        var cost = DoubleArray.noWord
        var flags: WordFlags = []
        if let first = range.first, words[first].codes.count == depth {
            (cost, flags) = (words[first].cost, words[first].flags)
            range = range.dropFirst()
        }
        let children = branches(range, depth: depth)
        var base = 0
        if !children.isEmpty {
            guard let free = freeBase(for: children.map(\.code)) else { return false }
            base = free
            isBase[base] = true
            for child in children { take(base + Int(child.code)) }
        }
        units[index] = DoubleArray.unit(base: base, code: code, cost: cost, flags: flags)
        for child in children where !place(base + Int(child.code), code: child.code, child.words, depth: depth + 1) { return false }
        return true
    }

    private struct Branch {
        let code: UInt16
        let words: Range<Int>
    }

    private func branches(_ range: Range<Int>, depth: Int) -> [Branch] {
        var result: [Branch] = []
        var start = range.lowerBound
        while start < range.upperBound {
            let code = words[start].codes[depth]
            var end = start + 1
            while end < range.upperBound, words[end].codes[depth] == code { end += 1 }
            result.append(Branch(code: code, words: start..<end))
            start = end
        }
        return result
    }

    /// A base at which all children find a free place, and which no other unit has.
    private mutating func freeBase(for codes: [UInt16]) -> Int? {
        let first = Int(codes[0])
        var position = free(from: max(codes.count == 1 ? 1 : roomyStart, first + 1))
        var missed = 0
        while position < DoubleArray.limit - 0x1_0000 {
            grow(to: position + 0x1_0001)
            let base = position - first
            if !isBase[base], codes.allSatisfy({ next[base + Int($0)] == Int32(base + Int($0)) }) { return base }
            missed += 1
            // Places where families did not fit for long are left to only children, so that building stays fast.
            if missed > 2048, codes.count > 1 { roomyStart = max(roomyStart, position - 65536) }
            position = free(from: position + 1)
        }
        return nil
    }

    /// The first free place at or after a place.
    private mutating func free(from start: Int) -> Int {
        grow(to: start + 1)
        var end = start
        while end < next.count, Int(next[end]) != end { end = Int(next[end]) }
        // The way is made short for the next who comes along.
        var place = start
        while place < end {
            let step = Int(next[place])
            next[place] = Int32(end)
            place = step
        }
        return end
    }

    private mutating func take(_ index: Int) { next[index] = Int32(index + 1) }

    private mutating func grow(to count: Int) {
        guard count > units.count else { return }
        let size = max(count, units.count * 2)
        next += (Int32(units.count)..<Int32(size))
        units += [UInt64](repeating: 0, count: size - units.count)
        isBase += [Bool](repeating: false, count: size - isBase.count)
    }
}
