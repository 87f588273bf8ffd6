import LinecasterLanguage

/// A word, a run of digits, or a mark of English text.
struct EnglishToken {
    let start: Int
    let end: Int
    let term: EnglishTerm
    /// The value of digits; -1 where they are too many, or where the token is no number.
    var number = -1
    /// Whether nothing parts it from the token before.
    let isGlued: Bool
    /// Whether it begins with a capital.
    var isCapital = false
    /// What may begin with it.
    var openings: EnglishOpenings = []

    /// What stands beyond the ends of a text.
    static let none = EnglishToken(start: 0, end: 0, term: .other, isGlued: false)

    /// How many digits it has.
    var digits: Int { term == .digits ? end - start : 0 }

    /// Its text with small letters.
    func lowered(in text: [UInt8]) -> String {
        let count = end - start
        return String(unsafeUninitializedCapacity: count) { buffer in
            for index in 0..<count {
                let byte = text[start + index]
                buffer[index] = byte >= 0x41 && byte <= 0x5A ? byte | 0x20 : byte
            }
            return count
        }
    }
}

/// Cuts a stretch of text into tokens.
struct EnglishTokens {
    let text: [UInt8]
    private(set) var tokens: [EnglishToken] = []
    private let range: Range<Int>

    init(_ text: [UInt8], _ range: Range<Int>) {
        self.text = text
        self.range = range
        tokens.reserveCapacity(range.count / 5)
        var offset = range.lowerBound
        while offset < range.upperBound { offset = read(at: offset) }
    }

    private mutating func read(at offset: Int) -> Int {
        let byte = text[offset]
        if isWhite(byte) { return offset + 1 }
        if byte &- 0x30 < 10 { return digits(at: offset) }
        if (byte | 0x20) &- 0x61 < 26 { return word(at: offset) }
        if byte < 0x80 { return mark(byte, offset, offset + 1) }
        let scalar = text.scalar(at: offset)
        switch scalar.value {
        case 0x2018, 0x2019: return mark(UInt8(ascii: "'"), offset, scalar.end)
        case 0x2010...0x2014, 0x2212: return mark(UInt8(ascii: "-"), offset, scalar.end)
        case 0xA0: return scalar.end
        default:
            let openings = EnglishVocabulary.openings(scalar.value)
            append(EnglishToken(start: offset, end: scalar.end, term: .other, isGlued: isGlued(offset), openings: openings))
            return scalar.end
        }
    }

    private func isWhite(_ byte: UInt8) -> Bool { byte == 0x20 || byte == 0x0A || byte == 0x09 || byte == 0x0D }

    private func isGlued(_ offset: Int) -> Bool { tokens.last?.end == offset }

    private mutating func append(_ token: EnglishToken) { tokens.append(token) }

    private mutating func mark(_ byte: UInt8, _ offset: Int, _ end: Int) -> Int {
        append(EnglishToken(start: offset, end: end, term: .mark(byte), isGlued: isGlued(offset)))
        return end
    }

    private mutating func digits(at offset: Int) -> Int {
        var end = offset
        var value = 0
        while end < range.upperBound, text[end] &- 0x30 < 10 {
            if end - offset < 17 { value = value * 10 + Int(text[end] &- 0x30) }
            end += 1
        }
        append(EnglishToken(start: offset, end: end, term: .digits, number: end - offset < 17 ? value : -1, isGlued: isGlued(offset)))
        return end
    }

    /// A run of letters; an apostrophe within belongs to it, but not that of a genitive.
    private mutating func word(at offset: Int) -> Int {
        var key = WordKey()
        var end = offset
        while end < range.upperBound {
            let byte = text[end]
            if (byte | 0x20) &- 0x61 < 26 {
                key.append(byte | 0x20)
                end += 1
            } else if let after = apostrophe(at: end), after + 1 < range.upperBound, (text[after] | 0x20) &- 0x61 < 26,
                (text[after + 1] | 0x20) &- 0x61 < 26
            {
                end = after
            } else {
                break
            }
        }
        let entry = EnglishVocabulary.entry(key)
        append(
            EnglishToken(
                start: offset,
                end: end,
                term: entry.term,
                isGlued: isGlued(offset),
                isCapital: text[offset] < 0x61,
                openings: entry.openings
            )
        )
        return end
    }

    private func apostrophe(at offset: Int) -> Int? {
        if text[offset] == UInt8(ascii: "'") { return offset + 1 }
        guard text[offset] == 0xE2, offset + 2 < range.upperBound, text[offset + 1] == 0x80, text[offset + 2] == 0x99 else { return nil }
        return offset + 3
    }
}

/// A word of at most sixteen letters, in lower case; longer ones are no words that are looked for.
struct WordKey: Hashable {
    private var high: UInt64 = 0
    private var low: UInt64 = 0

    init() {}

    init(_ word: some StringProtocol) { for byte in word.utf8 { append(byte) } }

    mutating func append(_ byte: UInt8) {
        // A word that is too long pushes its beginning out and gets a mark that no word has.
        if high >> 56 != 0 { high = UInt64.max } else { high = high << 8 | low >> 56 }
        low = low << 8 | UInt64(byte)
    }
}
