import LinecasterLanguage

/// Walks over the English of a block: the stretches between ideographs, each cut into tokens once and read by a grammar.
final class EnglishStretch<Reader> {
    private let text: [UInt8]
    private let limit: Int
    /// Whether a stretch with such a byte is read; nil where all are.
    private let isWanted: ((UInt8) -> Bool)?
    private let makeReader: (EnglishTokens, Int) -> Reader
    private(set) var reader: Reader?
    private var tokens: [EnglishToken] = []
    private var end: Int
    private var index = 0
    /// Where the token at the index begins; the end of the block where none is left.
    private var next: Int

    /// - Parameters:
    ///   - block: Bytes, half-open.
    ///   - isWanted: Among ideographs, whether a stretch with such a byte is read; nil where all are.
    ///   - makeReader: Makes what reads tokens up to an offset.
    init(
        _ text: [UInt8],
        _ block: Range<Int>,
        where isWanted: ((UInt8) -> Bool)?,
        _ makeReader: @escaping (EnglishTokens, _ end: Int) -> Reader
    ) {
        self.text = text
        self.isWanted = isWanted
        self.makeReader = makeReader
        limit = block.upperBound
        end = block.lowerBound
        next = block.upperBound
    }

    /// The token that begins at an offset; offsets are asked for in order, and none of white space or within a token.
    func token(at offset: Int) -> Int? {
        if offset >= end { begin(at: offset) }
        guard offset >= next else { return nil }
        while index < tokens.count, tokens[index].start < offset { index += 1 }
        next = index < tokens.count ? tokens[index].start : limit
        return next == offset ? index : nil
    }

    /// Where a token ends.
    func end(of token: Int) -> Int { tokens[token].end }

    private func begin(at offset: Int) {
        end = offset
        // Ideographs, kana, hangul and the punctuation between them begin with these bytes.
        while end < limit, !(0xE3...0xED).contains(text[end]), text[end] != 0xEF { end += 1 }
        index = 0
        guard isWanted.map({ text[offset..<end].contains(where: $0) }) ?? true else {
            (reader, tokens, next) = (nil, [], limit)
            return
        }
        let cut = EnglishTokens(text, offset..<end)
        (reader, tokens) = (makeReader(cut, end), cut.tokens)
        next = tokens.first?.start ?? limit
    }
}
