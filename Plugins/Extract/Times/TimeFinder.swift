import LinecasterKit
import LinecasterLanguage

/// Finds times, dates and lengths of time, with TIMEX3 values.
///
/// Source: TimeML Annotation Guidelines 1.2.1; ISO 8601 for the values; intervals as `(from,to,length)`.
struct TimeFinder {
    private let text: ArticleText
    private let frame: TimeFrame
    private let tense: SentenceTense?

    init(_ text: ArticleText, frame: TimeFrame) {
        self.text = text
        self.frame = frame
        tense = SentenceTense(text.utf8, frame)
    }

    func find() -> [Annotation<TimeExpression>] {
        var result: [Annotation<TimeExpression>] = []
        for block in text.blocks { find(in: block.range.offsets, &result) }
        return result
    }

    private func find(in block: Range<Int>, _ result: inout [Annotation<TimeExpression>]) {
        let chinese = ChineseTimeReader(text: text.utf8, start: block.lowerBound, limit: block.upperBound, frame: frame)
        var told = ToldYear(text.utf8)
        let notTimes = ChineseNotTimes(text: text.utf8, block: block)
        let isChinese = text.utf8.holdsIdeographs(block)
        // Digits among ideographs are read as Chinese.
        let english = EnglishStretch(text.utf8, block, where: isChinese ? { ($0 | 0x20) &- 0x61 < 26 } : nil) { [frame] in
            EnglishTimeReader($0, limit: $1, frame)
        }
        var from = block.lowerBound
        while case let offset = isChinese ? text.beginnings.time.next(from: from, to: block.upperBound) : from, offset < block.upperBound {
            let scalar = text.utf8.scalar(at: offset)
            let token = scalar.value < 0x80 && !isSpace(scalar.value) ? english.token(at: offset) : nil
            from = scalar.end
            let isBeginning = isChinese && chinese.mayBegin(at: scalar)
            // Most places are done with here.
            guard isBeginning || token.map({ english.reader?.mayBegin($0) ?? false }) ?? false else { continue }
            var found = isBeginning ? chinese.match(at: scalar) : nil
            if let match = found, match.end > offset, notTimes.holds(offset..<match.end) { found = nil }
            if let token, let match = english.reader?.match(at: token), case let end = english.end(of: match.next - 1),
                end > found?.end ?? offset, !isChinese || !isBareYear(offset..<end)
            {
                found = TimeMatch(end: end, value: match.value)
            }
            guard let found, found.end > offset else { continue }
            let range = offset..<found.end
            from = found.end
            guard !isPartOfTitle(range, in: block, found.value) else { continue }
            let value = tense?.placed(found.value, range, in: block) ?? found.value
            result.append(Annotation(TextRange(range), isChinese ? told.placed(value, range) : value))
        }
    }
}

extension TimeFinder {
    /// Digits alone between ideographs: a year has its 年 there.
    private func isBareYear(_ range: Range<Int>) -> Bool { range.count <= 4 && text.utf8[range].allSatisfy { $0 &- 0x30 < 10 } }
}

extension TimeFinder {
    /// Whether a time that needs an article's date stands at the head of the title of a paper or a programme: 《每日经济新闻》,
    /// 《今日说法》.
    private func isPartOfTitle(_ range: Range<Int>, in block: Range<Int>, _ value: TimeExpression) -> Bool {
        guard let open = text.utf8.scalar(before: range.lowerBound, from: block.lowerBound), open.value == 0x300A,
            range.upperBound < block.upperBound, !text.utf8.holds("》", at: range.upperBound)
        else { return false }
        return !text.utf8[range].contains { $0 &- 0x30 < 10 } && range.count <= 9
    }
}

/// A time that was read, and where it ends.
struct TimeMatch {
    let end: Int
    let value: TimeExpression
}
