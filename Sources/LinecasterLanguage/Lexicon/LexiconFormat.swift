/// The layout of a lexicon file. Numbers are little-endian.
///
/// | bytes | what |
/// | --- | --- |
/// | 0 | `LCLEX001` |
/// | 8 | numbers of words, pages of character codes, and units, 32 bits each, and 0 |
/// | 24 | for each 256 scalars the number of their page, 16 bits |
/// | 8728 | 256 codes a page, 16 bits |
/// | then | the units of the double array, 64 bits |
struct LexiconFormat {
    static let magic: UInt64 = 0x3130_3058_454C_434C
    private static let pages = 24
    private static let codes = pages + CharacterCodes.pageCount * 2

    private let bytes: MappedBytes

    init(_ bytes: MappedBytes) { self.bytes = bytes }

    var isLexicon: Bool { bytes.integer(at: 0, as: UInt64.self) == Self.magic }
    var wordCount: Int { Int(bytes.integer(at: 8, as: UInt32.self)) }

    /// The tables; nil when the file is cut off or names pages that it does not have.
    var tables: (characters: CharacterCodes, trie: DoubleArray)? {
        let pageCount = Int(bytes.integer(at: 12, as: UInt32.self))
        let unitCount = Int(bytes.integer(at: 16, as: UInt32.self))
        guard let pages = bytes.values(at: Self.pages, count: CharacterCodes.pageCount, as: UInt16.self),
            let codes = bytes.values(at: Self.codes, count: pageCount * 256, as: UInt16.self),
            let units = bytes.values(at: Self.codes + pageCount * 512, count: unitCount, as: UInt64.self),
            (0..<CharacterCodes.pageCount).allSatisfy({ Int(pages[$0]) < pageCount })
        else { return nil }
        return (CharacterCodes(pages: pages, codes: codes), DoubleArray(units: units, count: unitCount))
    }

    /// A file of these tables.
    static func file(wordCount: Int, pages: [UInt16], codes: [UInt16], units: [UInt64]) -> [UInt8] {
        var bytes: [UInt8] = []
        bytes.append(integer: magic)
        for number in [wordCount, codes.count / 256, units.count, 0] { bytes.append(integer: UInt32(number)) }
        for page in pages { bytes.append(integer: page) }
        for code in codes { bytes.append(integer: code) }
        for unit in units { bytes.append(integer: unit) }
        return bytes
    }
}

extension [UInt8] {
    /// Appends an integer, its lowest byte first.
    mutating func append(integer: some FixedWidthInteger) {
        Swift.withUnsafeBytes(of: integer.littleEndian) { append(contentsOf: $0) }
    }
}
