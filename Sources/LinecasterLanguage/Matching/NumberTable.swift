/// Numbers keys in the order in which they first come: 0, 1, 2, …
///
/// A table with open addressing; the standard library's dictionary spends most of its time on a hash that
/// resists attacks, which a count of an article's own words does not need.
public struct NumberTable: Sendable {
    @usableFromInline var keys: [UInt64]
    @usableFromInline var numbers: [Int32]
    @usableFromInline var shift: UInt64

    /// How many keys have a number.
    @inlinable public var count: Int { used }
    @usableFromInline var used = 0

    /// - Parameter capacity: How many keys are expected.
    public init(capacity: Int) {
        let size = max(64, (capacity * 2).nextPowerOfTwo)
        keys = [UInt64](repeating: 0, count: size)
        numbers = [Int32](repeating: -1, count: size)
        shift = UInt64(64 - size.trailingZeroBitCount)
    }

    /// The number of a key, given to it now if it has none.
    @inlinable
    public mutating func number(of key: UInt64) -> Int {
        var slot = slot(of: key)
        while numbers[slot] >= 0 {
            if keys[slot] == key { return Int(numbers[slot]) }
            slot = (slot + 1) & (keys.count - 1)
        }
        keys[slot] = key
        numbers[slot] = Int32(used)
        used += 1
        if used * 2 > keys.count { grow() }
        return used - 1
    }

    /// The number of a key; nil when it has none.
    @inlinable
    public func existingNumber(of key: UInt64) -> Int? {
        var slot = slot(of: key)
        while numbers[slot] >= 0 {
            if keys[slot] == key { return Int(numbers[slot]) }
            slot = (slot + 1) & (keys.count - 1)
        }
        return nil
    }

    /// Source: D. Knuth, The Art of Computer Programming, volume 3, section 6.4, multiplicative hashing.
    @inlinable
    func slot(of key: UInt64) -> Int { Int(truncatingIfNeeded: (key &* 0x9E37_79B9_7F4A_7C15) >> shift) }

    @usableFromInline
    mutating func grow() {
        let old = (keys, numbers)
        keys = [UInt64](repeating: 0, count: old.0.count * 2)
        numbers = [Int32](repeating: -1, count: old.0.count * 2)
        shift -= 1
        for (key, number) in zip(old.0, old.1) where number >= 0 {
            var slot = slot(of: key)
            while numbers[slot] >= 0 { slot = (slot + 1) & (keys.count - 1) }
            keys[slot] = key
            numbers[slot] = number
        }
    }
}

extension Int {
    fileprivate var nextPowerOfTwo: Int { self <= 1 ? 1 : 1 << (Int.bitWidth - (self - 1).leadingZeroBitCount) }
}
