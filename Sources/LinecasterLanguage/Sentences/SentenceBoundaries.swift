/// Finds the sentences of a passage in Chinese, Japanese, English, and mixtures of them.
///
/// A closing quotation mark or bracket belongs to the sentence that it closes. Marks inside
/// book-title marks (`《摔跤吧！爸爸》`) and round brackets end nothing. A line end inside the passage
/// ends a sentence only where it is doubled.
public struct SentenceBoundaries: Sendable {
    public init() {}

    /// The sentences of a passage, without the white space between them.
    ///
    /// - Parameters:
    ///   - text: UTF-8.
    ///   - range: The passage, in bytes.
    /// - Returns: Byte ranges in order; they do not overlap, and hold every character but white space.
    public func sentences(in text: [UInt8], range: Range<Int>) -> [Range<Int>] {
        var result: [Range<Int>] = []
        var start = range.lowerBound
        var depth = BracketDepth()
        var offset = range.lowerBound
        while offset < range.upperBound {
            let scalar = text.scalar(at: offset)
            offset = scalar.end
            depth.see(scalar.value)
            guard characterClass(scalar.value) == .terminal else { continue }
            let run = EndOfSentence(text, mark: scalar, limit: range.upperBound)
            if scalar.value == UInt32(UInt8(ascii: ".")), !run.fullStopEnds(from: start) {
                offset = run.marksEnd
                continue
            }
            if depth.isInsideAside, !run.closes(depth) { continue }
            guard !run.isFollowedByMore else {
                offset = run.end
                continue
            }
            for closed in text.scalars(in: offset..<run.end) { depth.see(closed.value) }
            append(text.trimmed(start..<run.end), to: &result)
            start = run.end
            offset = run.end
            depth.sentenceEnded()
        }
        append(text.trimmed(start..<range.upperBound), to: &result)
        return result
    }

    private func append(_ sentence: Range<Int>, to result: inout [Range<Int>]) {
        if !sentence.isEmpty { result.append(sentence) }
    }
}

/// How many asides are open: brackets and book titles, in which a mark ends nothing.
private struct BracketDepth {
    private var open = 0
    /// Characters since the outermost aside began; a bracket that nobody closes must not swallow the rest.
    private var length = 0

    var isInsideAside: Bool { open > 0 && length < 120 }

    mutating func see(_ value: UInt32) {
        switch value {
        case 0xFF08, 0x28, 0x300A, 0x3008:
            if open == 0 { length = 0 }
            open += 1
        case 0xFF09, 0x29, 0x300B, 0x3009:
            open = max(0, open - 1)
        default:
            length += 1
        }
    }

    mutating func sentenceEnded() {
        open = 0
        length = 0
    }
}

/// The marks at a possible end of a sentence, and what follows them.
private struct EndOfSentence {
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

    /// Whether a full stop ends a sentence rather than an abbreviation, a number, or a name.
    func fullStopEnds(from start: Int) -> Bool {
        guard end < limit else { return true }
        let next = text.scalar(at: end)
        let isHan = characterClass(next.value).isIdeographic
        guard isSpace(next.value) || isHan || end > marksEnd else { return false }
        let before = text.scalar(before: mark.offset, from: start)
        if isHan, let before, characterClass(before.value) == .digit { return false }
        guard marksEnd == mark.end else { return true }
        let word = wordBefore(from: start)
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
