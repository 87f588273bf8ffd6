/// A half-open range of UTF-8 byte offsets into an article's text.
///
/// Offsets count bytes, never characters. Both bounds of a range that a stage proposes must lie
/// between two Unicode scalars; the engine refuses changes for which they do not.
public struct TextRange: Hashable, Sendable, Codable {
    /// The offset of the first byte in the range.
    public let lowerBound: Int
    /// The offset just past the last byte in the range.
    public let upperBound: Int

    /// Creates a range from a half-open range of byte offsets.
    public init(_ offsets: Range<Int>) {
        lowerBound = offsets.lowerBound
        upperBound = offsets.upperBound
    }

    /// The number of bytes in the range.
    public var count: Int { upperBound - lowerBound }

    /// Whether the range holds no byte.
    public var isEmpty: Bool { lowerBound == upperBound }

    /// The same range as the standard library spells it.
    public var offsets: Range<Int> { lowerBound..<upperBound }

    /// Whether every byte of the other range lies in this one.
    public func contains(_ other: TextRange) -> Bool {
        lowerBound <= other.lowerBound && other.upperBound <= upperBound
    }

    /// Whether the two ranges share a byte.
    public func overlaps(_ other: TextRange) -> Bool {
        lowerBound < other.upperBound && other.lowerBound < upperBound
    }
}

extension TextRange: CustomStringConvertible {
    public var description: String { "\(lowerBound)..<\(upperBound)" }
}
