/// A set of Unicode scalars that is asked at every character of a text: one look into a table of bits.
public struct ScalarSet: Sendable {
    @usableFromInline var bits: [UInt64]
    /// The few members beyond the Basic Multilingual Plane.
    @usableFromInline var others: Set<UInt32> = []

    /// The set of a string's scalars.
    public init(_ characters: String) { self.init(characters.unicodeScalars.map(\.value)) }

    /// A set of scalar values.
    public init(_ values: some Sequence<UInt32>) {
        bits = [UInt64](repeating: 0, count: 1024)
        for value in values {
            if value < 0x10000 { bits[Int(value >> 6)] |= 1 << UInt64(value & 63) } else { others.insert(value) }
        }
    }

    /// Whether a scalar is a member.
    @inlinable @inline(__always)
    public func contains(_ value: UInt32) -> Bool {
        value < 0x10000 ? bits[Int(value >> 6)] >> UInt64(value & 63) & 1 == 1 : others.contains(value)
    }
}
