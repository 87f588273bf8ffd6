/// Finds the sentences of a passage in Chinese, Japanese, English, and mixtures of them.
///
/// A closing quotation mark or bracket belongs to the sentence that it closes. Marks inside
/// book-title marks (`《摔跤吧！爸爸》`) and round brackets end nothing. A line end inside the passage ends a
/// sentence unless the lines are those of a wrapped paragraph, and so does the mark of an item in a list.
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
        var marks = ListMark.lists(in: text, range: range)[...]
        for next in LineEnds(text).starts(in: range) + [range.upperBound] {
            let own = marks.prefix { $0.range.lowerBound < next }
            marks = marks.dropFirst(own.count)
            addSentences(in: text, range: start..<next, own, to: &result)
            start = next
        }
        return result
    }

    /// Adds the sentences of lines that belong together.
    private func addSentences(in text: [UInt8], range: Range<Int>, _ marks: ArraySlice<ListMark>, to result: inout [Range<Int>]) {
        var marks = marks
        var start = range.lowerBound
        var depth = BracketDepth()
        var led: LedQuotation?
        var offset = range.lowerBound
        while offset < range.upperBound {
            if let mark = marks.first, mark.range.lowerBound <= offset {
                append(text.trimmed(start..<mark.range.lowerBound), to: &result)
                start = mark.range.lowerBound
                offset = mark.end(in: text, limit: range.upperBound)
                marks = marks.drop { $0.range.lowerBound < offset }
                continue
            }
            let scalar = text.scalar(at: offset)
            offset = scalar.end
            depth.see(scalar.value)
            if scalar.offset >= led?.end ?? 0, let quotation = LedQuotation(text, at: scalar, from: start, limit: range.upperBound) {
                led = quotation
            }
            guard characterClass(scalar.value) == .terminal else { continue }
            if scalar.value == 0x2E, let ellipsis = SpacedEllipsis(text, at: scalar.offset, limit: range.upperBound) {
                offset = ellipsis.range.upperBound
                guard let end = ellipsis.sentenceEnd else { continue }
                append(text.trimmed(start..<end), to: &result)
                start = end
                continue
            }
            let run = EndOfSentence(text, mark: scalar, limit: range.upperBound)
            if let led, run.end <= led.close { continue }
            let isEnumerator = start == range.lowerBound && run.isEnumerator(from: start)
            if isEnumerator || run.isInsideWord(from: start) || (scalar.value == 0x2E && !run.fullStopEnds(from: start)) {
                offset = run.marksEnd
                continue
            }
            if depth.isInsideAside, !run.closes(depth) { continue }
            guard !run.isFollowedByMore else {
                offset = run.end
                continue
            }
            let end = led.map { $0.close < run.end ? max($0.end, run.end) : run.end } ?? run.end
            for closed in text.scalars(in: offset..<end) { depth.see(closed.value) }
            append(text.trimmed(start..<end), to: &result)
            start = end
            offset = end
            depth.sentenceEnded()
        }
        append(text.trimmed(start..<range.upperBound), to: &result)
    }

    private func append(_ sentence: Range<Int>, to result: inout [Range<Int>]) {
        if !sentence.isEmpty { result.append(sentence) }
    }
}
