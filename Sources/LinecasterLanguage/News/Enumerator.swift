/// The mark that numbers or points out an item: `1.`, `（一）`, `一、`, `•`.
public enum Enumerator {
    private static let bullets = ScalarSet([0x2022, 0x25CF, 0x25CB, 0x25AA, 0x25E6, 0x2023, 0x25C6, 0xB7, 0x2713, 0x2714])

    /// A mark at the start of a line, for those who look for the next of its kind.
    public struct Mark: Hashable, Sendable {
        /// The bullet, or what stands before and behind the number.
        public let style: UInt64
        /// The number, or a letter's place in the alphabet; nil for a bullet.
        public let number: Int?
        /// What a letter is as a Roman numeral.
        let numeral: Int?

        init(style: UInt64, number: Int?, numeral: Int? = nil) {
            self.style = style
            self.number = number
            self.numeral = numeral
        }

        /// Whether another mark is the next of the same list.
        public func isFollowed(by next: Mark) -> Bool {
            guard style == next.style else { return false }
            guard let number, let following = next.number else { return true }
            if let numeral, let next = next.numeral, next == numeral + 1 { return true }
            return following == number + 1
        }
    }

    /// The mark at the start of a line; nil where none stands.
    public static func mark(in text: [UInt8], line: Range<Int>) -> Mark? {
        guard !line.isEmpty else { return nil }
        let first = text.scalar(at: line.lowerBound)
        if (0x25A0...0x25FF).contains(first.value) || (0x2600...0x26FF).contains(first.value) {
            return Mark(style: UInt64(first.value), number: nil)
        }
        // `a)`, `iv)`: a letter numbers something only beside the next, so it is no enumerator by itself.
        if first.value &- 0x61 < 26, let mark = ListMark.match(in: text, at: line.lowerBound, limit: line.upperBound) {
            return Mark(style: mark.style.rawValue << 8 | 0x61, number: mark.value, numeral: mark.numeral)
        }
        guard match(in: text, line: line) != nil else { return nil }
        if (0x2460...0x249B).contains(first.value) { return Mark(style: 0x2460, number: Int(first.value) - 0x2460) }
        let opens = first.value == 0xFF08 || first.value == 0x28
        let start = opens ? first.end : line.lowerBound
        guard !isBullet(first.value), let number = ChineseNumeral.match(in: text, at: start, limit: line.upperBound) else {
            return Mark(style: UInt64(first.value), number: nil)
        }
        let closing = text.scalar(at: number.end).value
        let style = UInt64(opens ? first.value : 0) << 32 | UInt64(closing) << 1 | (number.isArabic ? 1 : 0)
        return Mark(style: style, number: Int(exactly: number.value))
    }

    /// Whether an enumerator that begins with a scalar is a bullet rather than a number.
    public static func isBullet(_ first: UInt32) -> Bool { bullets.contains(first) || first == 0x2D || first == 0x2A }

    /// The offset past the enumerator at the start of a line and the space after it; nil where none stands.
    public static func match(in text: [UInt8], line: Range<Int>) -> Int? {
        guard !line.isEmpty else { return nil }
        let first = text.scalar(at: line.lowerBound)
        // Most lines begin with a character that numbers nothing.
        if characterClass(first.value) == .han, !ChineseNumeral.begins(with: first.value) { return nil }
        if characterClass(first.value) == .letter { return nil }
        let isHyphenBullet = (first.value == 0x2D || first.value == 0x2A) && first.end < line.upperBound && text[first.end] == 0x20
        if bullets.contains(first.value) || isHyphenBullet { return past(text, first.end, line) }
        if (0x2460...0x249B).contains(first.value) { return past(text, first.end, line) }
        let opens = first.value == 0xFF08 || first.value == 0x28
        let start = opens ? first.end : line.lowerBound
        guard let number = ChineseNumeral.match(in: text, at: start, limit: line.upperBound), number.end - start <= 6,
            number.end < line.upperBound
        else { return nil }
        let mark = text.scalar(at: number.end)
        if opens { return mark.value == 0xFF09 || mark.value == 0x29 ? past(text, mark.end, line) : nil }
        switch mark.value {
        case 0x3001: return past(text, mark.end, line)
        case 0x2E, 0xFF0E, 0x29, 0xFF09:
            guard number.isArabic, mark.end < line.upperBound, characterClass(text.scalar(at: mark.end).value) != .digit else { return nil }
            return past(text, mark.end, line)
        default: return nil
        }
    }

    private static func past(_ text: [UInt8], _ offset: Int, _ line: Range<Int>) -> Int? {
        text.trimmed(offset..<line.upperBound).isEmpty ? nil : text.trimmed(offset..<line.upperBound).lowerBound
    }
}
