/// The characters of a passage, one after the other, as words and names are found in them.
public struct Characters: Sendable {
    /// The byte offset of each character, and last the end of the passage.
    public private(set) var offsets: [Int] = []
    /// What `Lexicon.code(of:)` says of each.
    private(set) var codes: [UInt16] = []
    /// Each one's `CharacterKind`.
    private(set) var kinds: [UInt8] = []

    public init() {}

    /// How many characters there are.
    public var count: Int { codes.count }

    /// Reads the characters of a range of UTF-8.
    public mutating func read(_ text: [UInt8], _ range: Range<Int>, lexicon: Lexicon) {
        offsets.removeAll(keepingCapacity: true)
        codes.removeAll(keepingCapacity: true)
        kinds.removeAll(keepingCapacity: true)
        offsets.reserveCapacity(range.count / 2)
        codes.reserveCapacity(range.count / 2)
        kinds.reserveCapacity(range.count / 2)
        var offset = range.lowerBound
        while offset < range.upperBound {
            let scalar = text.scalar(at: offset)
            offsets.append(offset)
            codes.append(lexicon.code(of: scalar.value))
            kinds.append(CharacterKind.number(of: scalar.value))
            offset = scalar.end
        }
        offsets.append(range.upperBound)
    }

    /// The number that stands for a character among observations: digits are alike, and letters are.
    @inline(__always)
    func observed(_ index: Int) -> UInt32 {
        let kind = kinds[index]
        if kind == CharacterKind.digit.rawValue { return 0x1_0001 }
        if kind == CharacterKind.letter.rawValue { return 0x1_0002 }
        return codes[index] == 0 ? 0x1_0010 + UInt32(kind) : UInt32(codes[index])
    }
}
