/// An ellipsis of full stops with spaces between: `compounds. . . . The practice`.
struct SpacedEllipsis {
    /// The full stops, spaces among them.
    let range: Range<Int>
    /// Where a sentence ends in it; nil where none does.
    let sentenceEnd: Int?

    /// The ellipsis that begins with the full stop at an offset; nil where none does.
    ///
    /// Three stops stand for words left out. A fourth ends the sentence: the first when it stands at a word,
    /// the last when it stands apart.
    init?(_ text: [UInt8], at offset: Int, limit: Int) {
        var end = offset + 1
        var stops = 1
        while end + 1 < limit, text[end] == 0x20, text[end + 1] == UInt8(ascii: ".") {
            end += 2
            stops += 1
        }
        guard stops >= 3 else { return nil }
        range = offset..<end
        var next = end
        while next < limit, isSpace(text.scalar(at: next).value) { next = text.scalar(at: next).end }
        let beginsSentence = next < limit && next > end && EndOfSentence.isUppercase(text.scalar(at: next).value)
        guard stops >= 4, beginsSentence else {
            sentenceEnd = nil
            return
        }
        let isApart = offset == 0 || text[offset - 1] == 0x20
        sentenceEnd = isApart ? end : offset + 1
    }
}
