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
        var offset = range.lowerBound
        while offset < range.upperBound {
            if let mark = marks.first, mark.range.lowerBound <= offset {
                append(text.trimmed(start..<mark.range.lowerBound), to: &result)
                // `• 9.` is a bullet and a number: one mark.
                start = mark.range.lowerBound
                marks = marks.dropFirst()
                if let inner = marks.first, text.trimmed(mark.range.upperBound..<inner.range.lowerBound).isEmpty {
                    marks = marks.dropFirst()
                }
                offset =
                    ListMark.match(in: text, at: text.trimmed(mark.range.upperBound..<range.upperBound).lowerBound, limit: range.upperBound)
                    .map { mark.style == .bullet ? $0.range.upperBound : mark.range.upperBound } ?? mark.range.upperBound
                continue
            }
            let scalar = text.scalar(at: offset)
            offset = scalar.end
            depth.see(scalar.value)
            guard characterClass(scalar.value) == .terminal else { continue }
            if scalar.value == 0x2E, let ellipsis = SpacedEllipsis(text, at: scalar.offset, limit: range.upperBound) {
                offset = ellipsis.range.upperBound
                guard let end = ellipsis.sentenceEnd else { continue }
                append(text.trimmed(start..<end), to: &result)
                start = end
                continue
            }
            let run = EndOfSentence(text, mark: scalar, limit: range.upperBound)
            if run.isInsideWord(from: start) || (scalar.value == 0x2E && !run.fullStopEnds(from: start)) {
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
    }

    private func append(_ sentence: Range<Int>, to result: inout [Range<Int>]) {
        if !sentence.isEmpty { result.append(sentence) }
    }
}

/// How many asides are open: brackets and book titles, in which a mark ends nothing.
struct BracketDepth {
    private var open = 0
    /// Characters since the outermost aside began; a bracket that nobody closes must not swallow the rest.
    private var length = 0

    var isInsideAside: Bool { open > 0 && length < 120 }

    mutating func see(_ value: UInt32) {
        switch value {
        case 0xFF08, 0x28, 0x300A, 0x3008, 0x5B:
            if open == 0 { length = 0 }
            open += 1
        case 0xFF09, 0x29, 0x300B, 0x3009, 0x5D:
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
