/// A number that tells texts from one another, made byte by byte.
///
/// Source: G. Fowler, L. Noll, K.-P. Vo, the FNV hash of 64 bits.
@frozen
public struct ByteDigest: Sendable {
    @usableFromInline var state: UInt64 = 0xCBF2_9CE4_8422_2325

    @inlinable public init() {}

    /// The number so far.
    @inlinable public var value: UInt64 { state }

    @inlinable public mutating func add(_ byte: UInt8) { state = (state ^ UInt64(byte)) &* 0x100_0000_01B3 }
}
