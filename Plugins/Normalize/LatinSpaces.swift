import LinecasterKit
import LinecasterLanguage

/// Spaces that extraction leaves in text of letters: before a mark, and after a drop capital.
struct LatinSpaces {
    /// Proposes to close them.
    static func propose(in text: [UInt8], _ changes: inout Changes) {
        var from = 1
        while let offset = text.firstIndex(of: 0x20, from: from), offset + 1 < text.count {
            from = offset + 1
            if isBeforeMark(text, offset) {
                changes.replace(TextRange(offset..<offset + 1), with: "", rule: "remove-space-before-mark", confidence: 0.95)
            } else if offset == 1 || text[offset - 2] == 0x0A, isDropCapital(text, offset - 1) {
                changes.replace(TextRange(offset..<offset + 1), with: "", rule: "join-drop-capital", confidence: 0.85)
            }
        }
    }

    private static func isBeforeMark(_ text: [UInt8], _ space: Int) -> Bool {
        guard isLetter(text[space - 1]), [0x2C, 0x2E, 0x3B, 0x3A, 0x21, 0x3F].contains(text[space + 1]) else { return false }
        // A mark that a letter or another mark follows is something else: `.NET`, ` ...`, ` . . .`.
        guard space + 2 < text.count, text[space + 2] == 0x20 else { return space + 2 >= text.count || text[space + 2] == 0x0A }
        return space + 3 >= text.count || text[space + 3] != UInt8(ascii: ".")
    }

    /// `T HE council`: a capital, then capitals at the start of a line. `A MAN` is two words.
    private static func isDropCapital(_ text: [UInt8], _ start: Int) -> Bool {
        guard isCapital(text[start]), text[start] != UInt8(ascii: "A"), text[start] != UInt8(ascii: "I") else { return false }
        var end = start + 2
        while end < text.count, isCapital(text[end]) { end += 1 }
        let letters = end - start - 2
        guard letters >= 1, end < text.count, text[end] == 0x20 else { return false }
        // What follows is set in small letters again.
        return end + 1 < text.count && !isCapital(text[end + 1])
    }

    private static func isLetter(_ byte: UInt8) -> Bool { (byte | 0x20) &- 0x61 < 26 }
    private static func isCapital(_ byte: UInt8) -> Bool { byte &- 0x41 < 26 }
}
