import LinecasterKit
import LinecasterLanguage

/// Finds times, dates and lengths of time, with TIMEX3 values.
///
/// Source: TimeML Annotation Guidelines 1.2.1; ISO 8601 for the values; intervals as `(from,to,length)`.
struct TimeFinder {
    private let text: ArticleText
    private let frame: TimeFrame

    init(_ text: ArticleText, frame: TimeFrame) {
        self.text = text
        self.frame = frame
    }

    func find() -> [Annotation<TimeExpression>] {
        var result: [Annotation<TimeExpression>] = []
        for block in text.blocks { find(in: block.range.offsets, &result) }
        return result
    }

    private func find(in block: Range<Int>, _ result: inout [Annotation<TimeExpression>]) {
        let chinese = ChineseTimeReader(text: text.utf8, start: block.lowerBound, limit: block.upperBound, frame: frame)
        let isChinese = text.utf8.holdsIdeographs(block)
        var english = EnglishStretch(text: text.utf8, limit: block.upperBound, frame: frame, isChinese: isChinese)
        var offset = block.lowerBound
        while offset < block.upperBound {
            let scalar = text.utf8.scalar(at: offset)
            var found: TimeMatch?
            if isChinese { found = chinese.match(at: offset) }
            if scalar.value < 0x80, !isSpace(scalar.value), let match = english.match(at: offset), match.end > found?.end ?? offset,
                !isChinese || !isBareYear(offset..<match.end)
            {
                found = match
            }
            guard let found, found.end > offset else {
                offset = scalar.end
                continue
            }
            result.append(Annotation(TextRange(offset..<found.end), found.value))
            offset = found.end
        }
    }
}

extension TimeFinder {
    /// Digits alone between ideographs: a year has its 年 there.
    private func isBareYear(_ range: Range<Int>) -> Bool { range.count <= 4 && text.utf8[range].allSatisfy { $0 &- 0x30 < 10 } }
}

/// A time that was read, and where it ends.
struct TimeMatch {
    let end: Int
    let value: TimeExpression
}

/// Walks over the English of a block: the stretches between ideographs, each cut into tokens once.
private struct EnglishStretch {
    private let text: [UInt8]
    private let limit: Int
    private let frame: TimeFrame
    private let isChinese: Bool
    private var reader: EnglishTimeReader?
    private var end = 0
    private var index = 0

    init(text: [UInt8], limit: Int, frame: TimeFrame, isChinese: Bool) {
        self.text = text
        self.isChinese = isChinese
        self.limit = limit
        self.frame = frame
    }

    /// The time that begins at an offset; offsets are asked for in order.
    mutating func match(at offset: Int) -> TimeMatch? {
        if offset >= end { begin(at: offset) }
        guard let reader else { return nil }
        while index < reader.tokens.count, reader.tokens[index].start < offset { index += 1 }
        guard index < reader.tokens.count, reader.tokens[index].start == offset, let match = reader.match(at: index) else { return nil }
        return TimeMatch(end: reader.tokens[match.next - 1].end, value: match.value)
    }

    private mutating func begin(at offset: Int) {
        end = offset
        // Ideographs, kana, hangul and the punctuation between them begin with these bytes.
        while end < limit, !(0xE3...0xED).contains(text[end]), text[end] != 0xEF { end += 1 }
        // Digits among ideographs are read as Chinese.
        let hasLetters = !isChinese || text[offset..<end].contains { ($0 | 0x20) &- 0x61 < 26 }
        reader = !hasLetters ? nil : EnglishTimeReader(EnglishTokens(text, offset..<end), limit: end, frame)
        index = 0
    }
}
