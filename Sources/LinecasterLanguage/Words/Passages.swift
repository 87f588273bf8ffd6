/// Parts a long text into passages that are read one after the other, so that the room that reading takes does
/// not grow with the text, and stays in the processor's caches.
enum Passages {
    /// About how long a passage is, in bytes.
    private static let length = 4096

    /// The passages of a range, each cut behind a line or a sentence, or where there is neither, between characters.
    static func passages(of text: [UInt8], in range: Range<Int>) -> [Range<Int>] {
        guard range.count > 2 * length else { return [range] }
        var result: [Range<Int>] = []
        var start = range.lowerBound
        while range.upperBound - start > 2 * length {
            let end = cut(text, start + length / 2..<start + length)
            result.append(start..<end)
            start = end
        }
        result.append(start..<range.upperBound)
        return result
    }

    /// The last offset in a window at which a passage may end.
    private static func cut(_ text: [UInt8], _ window: Range<Int>) -> Int {
        for offset in window.reversed() {
            if text[offset] == 0x0A || (text[offset] == 0x20 && text[offset - 1] == 0x2E) { return offset + 1 }
            if text[offset] == 0x82, text.holds("。", at: offset - 2) { return offset + 1 }
        }
        var end = window.upperBound
        while end > window.lowerBound, text[end] & 0xC0 == 0x80 { end -= 1 }
        return end
    }
}
