/// Small dense numbers for the characters of a lexicon's words.
///
/// Forms of a character share a number: 國 and 国, Ａ and a. So a lexicon of simplified words finds the
/// traditional ones, too. A table of pages of 256 scalars each; scalars of no word share one empty page.
struct CharacterCodes {
    static let pageCount = 0x1100
    private let pages: UnsafePointer<UInt16>
    private let codes: UnsafePointer<UInt16>

    /// - Parameters:
    ///   - pages: For each 256 scalars the number of their page; `pageCount` numbers below `filledPages`.
    ///   - codes: 256 numbers a page.
    init(pages: UnsafePointer<UInt16>, codes: UnsafePointer<UInt16>) {
        self.pages = pages
        self.codes = codes
    }

    /// The number of a scalar; 0 when no word holds it.
    @inline(__always)
    subscript(value: UInt32) -> UInt16 {
        let page = Int(value >> 8)
        guard page < Self.pageCount else { return 0 }
        return codes[Int(pages[page]) << 8 | Int(value & 0xFF)]
    }
}
