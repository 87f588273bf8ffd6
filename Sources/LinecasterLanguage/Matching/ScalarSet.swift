/// A set of Unicode scalars that is asked at every character of a text: two looks into small tables.
///
/// Members of the Basic Multilingual Plane stand in pages of 256 bits; only pages that hold one are kept.
public struct ScalarSet: Sendable {
    /// For the upper eight bits of a scalar its page; page 0 is empty.
    @usableFromInline var pages = [UInt16](repeating: 0, count: 256)
    /// Four words for each page.
    @usableFromInline var bits = [UInt64](repeating: 0, count: 4)
    /// For each word how many members stand before it.
    private var ranks: [UInt16] = []
    /// The few members beyond the Basic Multilingual Plane, in order.
    private var others: [UInt32] = []

    /// The set of a string's scalars.
    public init(_ characters: String) { self.init(characters.unicodeScalars.map(\.value)) }

    /// A set of scalar values.
    public init(_ values: some Sequence<UInt32>) {
        var beyond: [UInt32] = []
        for value in values {
            guard value < 0x10000 else {
                beyond.append(value)
                continue
            }
            let page = Int(value >> 8)
            if pages[page] == 0 {
                pages[page] = UInt16(bits.count / 4)
                bits += [0, 0, 0, 0]
            }
            bits[Int(pages[page]) << 2 | Int(value >> 6 & 3)] |= 1 << UInt64(value & 63)
        }
        for value in beyond.sorted() where others.last != value { others.append(value) }
        ranks = [UInt16](repeating: 0, count: bits.count)
        // It wraps around only behind the last of all 65,536.
        var count: UInt16 = 0
        for page in pages where page > 0 {
            for word in Int(page) << 2..<Int(page + 1) << 2 {
                ranks[word] = count
                count &+= UInt16(bits[word].nonzeroBitCount)
            }
        }
    }

    /// How many members there are.
    public var count: Int { bits.reduce(0) { $0 + $1.nonzeroBitCount } + others.count }

    /// Whether a scalar is a member.
    @inlinable @inline(__always)
    public func contains(_ value: UInt32) -> Bool {
        value < 0x10000
            ? bits[Int(pages[Int(value >> 8)]) << 2 | Int(value >> 6 & 3)] >> UInt64(value & 63) & 1 == 1 : containsBeyond(value)
    }

    /// How many members are smaller than a scalar; nil where it is no member.
    @inline(__always)
    func rank(of value: UInt32) -> Int? {
        guard value < 0x10000 else { return rankBeyond(value) }
        let index = Int(pages[Int(value >> 8)]) << 2 | Int(value >> 6 & 3)
        let word = bits[index]
        let bit: UInt64 = 1 << UInt64(value & 63)
        return word & bit == 0 ? nil : Int(ranks[index]) + (word & (bit &- 1)).nonzeroBitCount
    }

    @usableFromInline
    func containsBeyond(_ value: UInt32) -> Bool { others.contains(value) }

    private func rankBeyond(_ value: UInt32) -> Int? { others.firstIndex(of: value).map { count - others.count + $0 } }
}
