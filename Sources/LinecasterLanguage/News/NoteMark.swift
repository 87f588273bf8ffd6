/// The mark with which a note to the text begins, beside numbers: `*碑高一米二。`, `† See page 12.`
public enum NoteMark {
    private static let marks = ScalarSet("*＊†‡※")

    /// Whether a line begins with such a mark and words behind it.
    public static func begins(_ text: [UInt8], line: Range<Int>) -> Bool {
        guard !line.isEmpty, case let mark = text.scalar(at: line.lowerBound), marks.contains(mark.value) else { return false }
        let words = text.trimmed(mark.end..<line.upperBound)
        guard !words.isEmpty else { return false }
        let next = characterClass(text.scalar(at: words.lowerBound).value)
        return next.isIdeographic || next == .letter || next == .opening
    }
}
