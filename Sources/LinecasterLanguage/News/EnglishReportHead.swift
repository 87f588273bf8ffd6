/// The dateline with which an English report begins: `GENEVA (AP) —`, `MARLOW BAY, June 3 —`, `EAST HOLLIS —`.
public enum EnglishReportHead {
    private static let longest = 60

    /// Whether a line begins with one: a town in capitals, and a dash with spaces around it not far behind.
    ///
    /// - Parameter line: The line's bytes without white space at its ends.
    public static func opens(_ text: [UInt8], line: Range<Int>) -> Bool {
        var end = line.lowerBound
        var capitals = 0
        while end < line.upperBound, text[end] &- 0x41 < 26 || end > line.lowerBound && [0x20, 0x2E, 0x27].contains(text[end]) {
            if text[end] &- 0x41 < 26 { capitals += 1 }
            end += 1
        }
        guard capitals >= 4, end < line.upperBound else { return false }
        if isDash(text, end) { return true }
        guard text[end] == UInt8(ascii: ",") || text[end] == UInt8(ascii: "(") else { return false }
        let limit = min(line.upperBound - 2, line.lowerBound + longest)
        return end < limit && (end..<limit).contains { text[$0] == 0x20 && isDash(text, $0 + 1) }
    }

    /// A dash behind a space and before one.
    private static func isDash(_ text: [UInt8], _ offset: Int) -> Bool {
        guard offset > 0, text[offset - 1] == 0x20 else { return false }
        let end = text.holds("—", at: offset) || text.holds("–", at: offset) ? offset + 3 : text[offset] == 0x2D ? offset + 1 : offset
        return end > offset && end < text.count && text[end] == 0x20
    }
}
