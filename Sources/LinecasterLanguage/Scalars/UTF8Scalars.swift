/// A Unicode scalar in UTF-8 bytes.
public struct LocatedScalar: Hashable, Sendable {
    /// The scalar's value; U+FFFD where the bytes are malformed.
    public let value: UInt32
    /// The offset of its first byte.
    public let offset: Int
    /// The number of its bytes.
    public let length: Int

    @inlinable
    public init(value: UInt32, offset: Int, length: Int) {
        self.value = value
        self.offset = offset
        self.length = length
    }

    /// The offset just past its last byte.
    @inlinable public var end: Int { offset + length }
}

extension Array where Element == UInt8 {
    /// The scalar that begins at a byte offset.
    @inlinable @inline(__always)
    public func scalar(at offset: Int) -> LocatedScalar {
        let first = self[offset]
        if first < 0x80 { return LocatedScalar(value: UInt32(first), offset: offset, length: 1) }
        if first >= 0xE0, first < 0xF0, offset + 2 < count {
            let value = UInt32(first & 0x0F) << 12 | UInt32(self[offset + 1] & 0x3F) << 6 | UInt32(self[offset + 2] & 0x3F)
            return LocatedScalar(value: value, offset: offset, length: 3)
        }
        if first >= 0xC0, first < 0xE0, offset + 1 < count {
            let value = UInt32(first & 0x1F) << 6 | UInt32(self[offset + 1] & 0x3F)
            return LocatedScalar(value: value, offset: offset, length: 2)
        }
        if first >= 0xF0, offset + 3 < count {
            let high = UInt32(first & 0x07) << 18 | UInt32(self[offset + 1] & 0x3F) << 12
            let value = high | UInt32(self[offset + 2] & 0x3F) << 6 | UInt32(self[offset + 3] & 0x3F)
            return LocatedScalar(value: value, offset: offset, length: 4)
        }
        return LocatedScalar(value: 0xFFFD, offset: offset, length: 1)
    }

    /// The scalar that ends before a byte offset; nil at a lower bound.
    @inlinable
    public func scalar(before offset: Int, from start: Int = 0) -> LocatedScalar? {
        guard offset > start else { return nil }
        var first = offset - 1
        while first > start, self[first] & 0xC0 == 0x80 { first -= 1 }
        return scalar(at: first)
    }

    /// The scalars of a byte range, decoded once.
    public func scalars(in range: Range<Int>) -> [LocatedScalar] {
        var result: [LocatedScalar] = []
        result.reserveCapacity(range.count / 2)
        var offset = range.lowerBound
        while offset < range.upperBound {
            let scalar = scalar(at: offset)
            result.append(scalar)
            offset = scalar.end
        }
        return result
    }

    /// A byte range without the white space at its ends.
    @inlinable
    public func trimmed(_ range: Range<Int>) -> Range<Int> {
        var lower = range.lowerBound
        var upper = range.upperBound
        while lower < upper, case let scalar = scalar(at: lower), isSpace(scalar.value) { lower = scalar.end }
        while let scalar = scalar(before: upper, from: lower), isSpace(scalar.value) { upper = scalar.offset }
        return lower..<upper
    }

    /// Whether an ASCII or UTF-8 literal stands at an offset.
    @inlinable
    public func holds(_ literal: StaticString, at offset: Int) -> Bool {
        let length = literal.utf8CodeUnitCount
        guard offset >= 0, offset + length <= count else { return false }
        for index in 0..<length where self[offset + index] != literal.utf8Start[index] { return false }
        return true
    }
}
