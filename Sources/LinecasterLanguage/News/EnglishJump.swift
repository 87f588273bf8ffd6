/// Signposts between the parts of an article, as American newspapers set them: `See LIBRARY, B6`, `LIBRARY, from B1`, `FROM PAGE A1`.
enum EnglishJump {
    private static let beginnings = PhraseSet("See SEE Turn TURN From FROM Please")
    private static let links = PhraseSet("see See SEE from From FROM on ON to To TO page Page PAGE Pg. pg. p.")

    /// Whether a line is one: it ends in a page, and says nothing but where from or to, and of what by a word in capitals.
    ///
    /// - Parameter line: The line's bytes without white space at its ends.
    static func matches(_ text: [UInt8], _ line: Range<Int>) -> Bool {
        guard line.count <= 48, text[line.upperBound - 1] &- 0x30 < 10 else { return false }
        let parts = text[line].split { $0 == 0x20 || $0 == UInt8(ascii: ",") || $0 == UInt8(ascii: "/") || $0 == UInt8(ascii: "|") }
        guard (2...6).contains(parts.count), let last = parts.last, let first = parts.first else { return false }
        let isLink = parts.map { links.contains(text, $0.startIndex..<$0.endIndex) }
        let begins = beginnings.contains(text, first.startIndex..<first.endIndex)
        guard isPage(last, isSaid: isLink[parts.count - 2]), begins || isLink.contains(true) else { return false }
        // What the article is called: a word or two in capitals.
        let slug = zip(parts.dropLast(), isLink).dropFirst(begins ? 1 : 0).filter { !$0.1 }.map(\.0)
        return slug.count <= 3 && slug.allSatisfy { $0.allSatisfy { $0 &- 0x41 < 26 || $0 == 0x2D || $0 == 0x26 } }
    }

    /// `B6`, or `6` behind the word for it: `See A12` is a signpost, `See 12` none.
    private static func isPage(_ part: ArraySlice<UInt8>, isSaid: Bool) -> Bool {
        let hasLetter = part.first.map { $0 &- 0x41 < 8 } ?? false
        let digits = hasLetter ? part.dropFirst() : part
        return (hasLetter || isSaid) && (1...3).contains(digits.count) && digits.allSatisfy { $0 &- 0x30 < 10 }
    }
}
