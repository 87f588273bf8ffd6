/// A quotation in single marks that a comma or colon leads into: `thought Alice, ‘after such a fall I shall think nothing of
/// it! How brave they’ll think me!’`
///
/// The sentence that leads into it ends where the quotation does, as a nested quotation's would, and takes a remark in
/// brackets behind it along.
struct LedQuotation {
    /// The offset of the closing mark.
    let close: Int
    /// The offset past the closing mark and a remark in brackets behind it.
    let end: Int

    /// Quotations longer than this, in bytes, are read sentence by sentence.
    private static let longest = 400

    /// The quotation that a mark opens; nil if the mark is an apostrophe, or opens what nothing leads into.
    init?(_ text: [UInt8], at mark: LocatedScalar, from start: Int, limit: Int) {
        guard mark.value == 0x27 || mark.value == 0x2018, mark.offset >= start + 2, text[mark.offset - 1] == 0x20,
            [0x2C, 0x3A].contains(text[mark.offset - 2]), mark.end < limit,
            characterClass(text.scalar(at: mark.end).value) == .letter
        else { return nil }
        let closing: UInt32 = mark.value == 0x27 ? 0x27 : 0x2019
        let limit = min(limit, mark.end + Self.longest)
        var previous = mark
        for scalar in text.scalars(in: mark.end..<limit) {
            let isBehindStop = [0x21, 0x2C, 0x2E, 0x3F].contains(previous.value)
            if scalar.value == closing, isBehindStop, scalar.end == limit || isSpace(text.scalar(at: scalar.end).value) {
                close = scalar.offset
                end = Self.remark(text, from: scalar.end, limit: limit) ?? scalar.end
                return
            }
            previous = scalar
        }
        return nil
    }

    /// The offset past a whole sentence in brackets behind a quotation, if one stands there.
    private static func remark(_ text: [UInt8], from start: Int, limit: Int) -> Int? {
        let range = text.trimmed(start..<limit)
        guard !range.isEmpty, text[range.lowerBound] == UInt8(ascii: "("), range.count > 2,
            let close = text[range].firstIndex(of: UInt8(ascii: ")")),
            [0x21, 0x2E, 0x3F].contains(text[close - 1]), EndOfSentence.isUppercase(text.scalar(at: range.lowerBound + 1).value)
        else { return nil }
        return close + 1
    }
}
