/// Offsets in a text, a bit for each.
struct OffsetSet: Sendable {
    private var words: [UInt64]

    /// An empty set.
    ///
    /// - Parameter count: The length of the text.
    init(count: Int) { words = [UInt64](repeating: 0, count: (count + 63) / 64) }

    @inline(__always)
    mutating func insert(_ offset: Int) { words[offset >> 6] |= 1 << UInt64(offset & 63) }

    /// Whether an offset is a member; the end of a text is none.
    func contains(_ offset: Int) -> Bool {
        let index = offset >> 6
        return index < words.count && words[index] >> UInt64(offset & 63) & 1 == 1
    }

    /// The first member from an offset on; the limit where none is before it.
    ///
    /// - Parameter limit: At most the length of the text.
    func next(from offset: Int, to limit: Int) -> Int {
        guard offset < limit else { return limit }
        var index = offset >> 6
        var word = words[index] & (~0 << UInt64(offset & 63))
        while word == 0 {
            index += 1
            guard index << 6 < limit else { return limit }
            word = words[index]
        }
        return min(limit, index << 6 | word.trailingZeroBitCount)
    }
}
