/// The marks at a possible end of a sentence, and what follows them.
struct EndOfSentence {
    let text: [UInt8]
    let mark: LocatedScalar
    let limit: Int
    /// The offset past the run of terminal marks.
    let marksEnd: Int
    /// The offset past the closing quotes and brackets after them.
    let end: Int

    init(_ text: [UInt8], mark: LocatedScalar, limit: Int) {
        self.text = text
        self.mark = mark
        self.limit = limit
        var offset = mark.end
        while offset < limit, case let next = text.scalar(at: offset), characterClass(next.value) == .terminal { offset = next.end }
        marksEnd = offset
        while offset < limit {
            let next = text.scalar(at: offset)
            let isClosing = characterClass(next.value) == .closing
            let isStraightQuote = characterClass(next.value) == .neutralQuote && Self.closes(next, in: text, limit: limit)
            guard isClosing || isStraightQuote else { break }
            offset = next.end
        }
        end = offset
    }

    /// A straight quote after a mark closes when no letter follows it directly.
    private static func closes(_ quote: LocatedScalar, in text: [UInt8], limit: Int) -> Bool {
        guard quote.end < limit else { return true }
        return ![.letter, .digit, .han].contains(characterClass(text.scalar(at: quote.end).value))
    }

    /// Whether the closing marks of this end close the asides that are open.
    func closes(_ depth: BracketDepth) -> Bool {
        var depth = depth
        for scalar in text.scalars(in: mark.end..<end) { depth.see(scalar.value) }
        return !depth.isInsideAside && !isFollowedByMore && nextStartsSentence
    }

    /// Whether the next word begins as a sentence does in English; true for Chinese.
    private var nextStartsSentence: Bool {
        guard let next = nextScalar else { return true }
        return !(characterClass(next.value) == .letter && Self.isLowercase(next.value))
    }

    /// Whether what follows goes on with the sentence: `？”他问`, `"Why?" he asked`, `——`.
    var isFollowedByMore: Bool {
        guard let next = nextScalar else { return false }
        switch characterClass(next.value) {
        case .pause, .closing: return true
        case .dash: return end < limit && next.offset == end && next.value != UInt32(UInt8(ascii: "-"))
        case .letter:
            let isChinese = mark.value > 0x2FFF || mark.value == 0x2026
            return !isChinese && Self.isLowercase(next.value)
        case .han, .kana:
            // A quoted question inside a sentence: “好吗？”他问 goes on, “好的。”他说 begins anew.
            if mark.value == 0x2026 { return end == marksEnd }
            return mark.value != 0x3002 && end > marksEnd && Self.quoteGoesOn(text, from: next.offset, limit: limit)
        default: return false
        }
    }

    private static func quoteGoesOn(_ text: [UInt8], from offset: Int, limit: Int) -> Bool {
        ["的", "之", "と"].contains { word in
            offset + word.utf8.count <= limit && text[offset..<offset + word.utf8.count].elementsEqual(word.utf8)
        }
    }

    private var nextScalar: LocatedScalar? {
        var offset = end
        while offset < limit {
            let scalar = text.scalar(at: offset)
            if !isSpace(scalar.value) { return scalar }
            offset = scalar.end
        }
        return nil
    }

    static func isLowercase(_ value: UInt32) -> Bool {
        Unicode.Scalar(value)?.properties.isLowercase ?? false
    }

    static func isUppercase(_ value: UInt32) -> Bool {
        Unicode.Scalar(value)?.properties.isUppercase ?? false
    }

    /// Whether the mark stands inside a word or a number: `Y!J`, `３．２９`.
    func isInsideWord(from start: Int) -> Bool {
        // Words left out of a quotation: [...]
        if mark.offset > start, text[mark.offset - 1] == UInt8(ascii: "["), marksEnd < limit, text[marksEnd] == UInt8(ascii: "]") {
            return true
        }
        guard marksEnd == end, end < limit, let before = text.scalar(before: mark.offset, from: start) else { return false }
        let next = text.scalar(at: end)
        if mark.value == 0xFF0E { return characterClass(before.value) == .digit && characterClass(next.value) == .digit }
        guard mark.value == 0x21 || mark.value == 0x3F, characterClass(next.value) == .letter, next.value < 0x80 else { return false }
        // `Hello!Today` lacks a space; `Y!J` does not.
        return !(Self.isUppercase(next.value) && next.end < limit && Self.isLowercase(text.scalar(at: next.end).value))
    }

    /// Whether a full stop without a space behind it ends a sentence: `world.Today is`, `1,000.That is`.
    private func endsWithoutSpace(from start: Int) -> Bool {
        let next = text.scalar(at: end)
        guard marksEnd == mark.end, end == marksEnd, Self.isUppercase(next.value), next.end < limit,
            Self.isLowercase(text.scalar(at: next.end).value)
        else { return false }
        let word = wordBefore(from: start)
        let isWord = word.count >= 4 && word.dropFirst().allSatisfy { $0.isLowercase }
        let isNumber = !word.isEmpty && word.allSatisfy { $0.isNumber || $0 == "," }
        return (isWord || isNumber) && !nextWord.contains { "@/_".contains($0) }
    }

    /// More bytes than this are more than three words; a sentence of a megabyte is not cut into words at each of its stops.
    private static let threeWords = 80

    /// Whether what stands before the mark is too short for a sentence: `At 5 a.m.`
    private func isTooShort(from start: Int) -> Bool {
        guard mark.offset - start <= Self.threeWords else { return false }
        let words = text[start..<mark.offset].split(separator: 0x20)
        guard words.count <= 3, let first = words.first else { return false }
        return ["At", "By", "On", "In", "Around", "About", "After", "Before", "Until", "From"].contains(
            String(decoding: first, as: UTF8.self)
        )
    }

    /// Whether only a number or a letter stands before the mark, and a bracket behind it: `1.)`.
    private func isListMark(from start: Int) -> Bool {
        guard end > marksEnd else { return false }
        let before = text.trimmed(start..<mark.offset)
        return before.count <= 2 && before.allSatisfy { text[$0] &- 0x30 < 10 || text[$0] &- 0x61 < 26 }
    }

    /// Whether nothing but a number or a letter stands before the mark, and an item behind it: `1. The first`, `IV. Of`, `一．关于`.
    func isEnumerator(from start: Int) -> Bool {
        // What is longer is no enumerator; without this, a long sentence would be read from its start at each mark.
        guard mark.offset - start <= 24, mark.value == 0x2E || mark.value == 0xFF0E, marksEnd == mark.end, nextScalar != nil else {
            return false
        }
        let before = text.scalars(in: text.trimmed(start..<mark.offset))
        guard let first = before.first, before.count <= 5 else { return false }
        if before.allSatisfy({ characterClass($0.value) == .digit }) { return before.count <= 3 }
        if before.count == 1, first.value < 0x80, characterClass(first.value) == .letter { return true }
        if before.count <= 3, before.allSatisfy({ $0.value == 0x5341 || ChineseNumeral.digit($0.value) != nil }) { return true }
        return before.allSatisfy { [0x49, 0x56, 0x58].contains($0.value) } || before.allSatisfy { [0x69, 0x76, 0x78].contains($0.value) }
    }

    /// Whether a full stop ends a sentence rather than an abbreviation, a number, or a name.
    func fullStopEnds(from start: Int) -> Bool {
        guard end < limit else { return true }
        let next = text.scalar(at: end)
        let isHan = characterClass(next.value).isIdeographic
        guard isSpace(next.value) || isHan || end > marksEnd else { return endsWithoutSpace(from: start) }
        if isListMark(from: start) { return false }
        let before = text.scalar(before: mark.offset, from: start)
        if isHan, let before, characterClass(before.value) == .digit { return false }
        guard marksEnd == mark.end else { return true }
        let word = wordBefore(from: start)
        if isTooShort(from: start), word.contains(".") { return false }
        return !Abbreviations.goesOn(after: word, nextIsUppercase: nextScalar.map { Self.isUppercase($0.value) } ?? true, next: nextWord)
    }

    private func wordBefore(from start: Int) -> String {
        var offset = mark.offset
        let start = max(start, mark.offset - 24)
        while let scalar = text.scalar(before: offset, from: start), !isSpace(scalar.value), characterClass(scalar.value) != .opening,
            characterClass(scalar.value) != .neutralQuote
        {
            offset = scalar.offset
        }
        return String(decoding: text[offset..<mark.offset], as: UTF8.self)
    }

    private var nextWord: String {
        guard let next = nextScalar else { return "" }
        var offset = next.offset
        let limit = Swift.min(limit, offset + 24)
        while offset < limit, case let scalar = text.scalar(at: offset), !isSpace(scalar.value) { offset = scalar.end }
        return String(decoding: text[next.offset..<offset], as: UTF8.self)
    }
}
