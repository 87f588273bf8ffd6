import LinecasterLanguage

/// A word of letters at the edge of a line: its last eight letters, in lower case.
struct EdgeWord {
    /// The last letter in the lowest byte; 0 for no word.
    private var letters: UInt64 = 0
    private var count = 0
    /// What it shares with words that rhyme with it; 0 for none.
    private var rime: UInt64 = 0

    init() {}

    /// The last word of a line; nothing where a number or a cut word is last.
    init(lastOf line: Line, in text: borrowing [UInt8]) {
        var offset = line.ending == .hyphen ? line.start : line.end
        while offset > line.start, !Self.isLetter(text[offset - 1]), !Self.isDigit(text[offset - 1]) { offset -= 1 }
        while offset > line.start, count < 8, Self.isInWord(text[offset - 1]) {
            offset -= 1
            guard Self.isLetter(text[offset]) else { continue }
            letters |= UInt64(text[offset] | 0x20) << UInt64(count * 8)
            count += 1
        }
        rime = rimeOfLetters
    }

    /// The first word of a line; nothing where it is longer than eight letters.
    init(firstOf line: Line, in text: borrowing [UInt8]) {
        var offset = line.start
        while offset < line.end, !Self.isLetter(text[offset]) { offset += 1 }
        while offset < line.end, Self.isInWord(text[offset]) {
            if Self.isLetter(text[offset]) {
                letters = letters << 8 | UInt64(text[offset] | 0x20)
                count += 1
            }
            offset += 1
        }
        if count > 8 { (letters, count) = (0, 0) }
    }

    private init(_ word: Substring) {
        for byte in word.utf8 { letters = letters << 8 | UInt64(byte) }
        count = word.utf8.count
    }

    private static func isLetter(_ byte: UInt8) -> Bool { (byte | 0x20) &- 0x61 < 26 }
    private static func isDigit(_ byte: UInt8) -> Bool { byte &- 0x30 < 10 }
    private static func isInWord(_ byte: UInt8) -> Bool { isLetter(byte) || byte == UInt8(ascii: "'") }

    /// Whether it leans on the word behind it: an article, a possessive, a preposition, a conjunction, an auxiliary.
    var leansForward: Bool { Self.leaning.contains(letters) }

    /// Whether it holds a sentence together rather than telling of something, as many clauses begin.
    var isFunctionWord: Bool { Self.functionWords.contains(letters) }

    private static let leaning = Self.set(
        """
        a an and any are as at be because been between but by can could each every for from had has have his if in into is its may might more \
        most must my nor of on or our shall should some such than that the their to upon very was were when where whether which while who whose \
        will with would your
        """.split(separator: " ")
    )

    private static let functionWords = Self.set(FunctionWords.english.words.filter { $0.utf8.count <= 8 }.map { $0[...] })

    private static func set(_ words: [Substring]) -> Set<UInt64> { Set(words.map { EdgeWord($0).letters }) }

    // MARK: Rhyme

    /// Whether it rhymes with another word, as far as spelling tells; no word rhymes with itself.
    func rhymes(with other: EdgeWord) -> Bool { rime != 0 && rime == other.rime && letters != other.letters }

    /// The letters from the last vowel on, a mute e and the s of a plural left out: two at least, and of endings that many
    /// words have, as `-ing`, four.
    private var rimeOfLetters: UInt64 {
        var (word, length) = (letters, count)
        if length > 3, word & 0xFF == UInt64(UInt8(ascii: "s")), word >> 8 & 0xFF != UInt64(UInt8(ascii: "s")) {
            (word, length) = (word >> 8, length - 1)
        }
        func isVowel(_ index: Int) -> Bool { Self.isVowel(UInt8(truncatingIfNeeded: word >> UInt64(index * 8))) }
        var index = length > 2 && word & 0xFF == UInt64(UInt8(ascii: "e")) && !isVowel(1) ? 1 : 0
        while index < length, !isVowel(index) { index += 1 }
        guard index < length else { return 0 }
        while index < length, isVowel(index) { index += 1 }
        let rime = word & (~0 >> UInt64(64 - index * 8))
        return index < 2 || Self.endings.contains(rime) ? word & 0xFFFF_FFFF : rime
    }

    private static func isVowel(_ byte: UInt8) -> Bool {
        switch byte {
        case UInt8(ascii: "a"), UInt8(ascii: "e"), UInt8(ascii: "i"), UInt8(ascii: "o"), UInt8(ascii: "u"), UInt8(ascii: "y"): true
        default: false
        }
    }

    private static let endings = Self.set("ing ion ed er ent es al or on en".split(separator: " "))
}
