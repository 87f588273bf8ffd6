import LinecasterLanguage

/// A piece of a text that is repaired by itself.
struct Section {
    /// Bytes of the text, whole lines.
    let range: Range<Int>
    /// Whether the article begins with it.
    let isFirst: Bool
    /// Whether the article ends with it.
    let isLast: Bool

    /// About as many bytes as a book of a hundred pages.
    static let usualSize = 1 << 19

    /// An article of a few pages is one section. What is longer, an issue or a book, is parted where a paragraph surely
    /// ends, so that the lines at work and what is known of them stay in the processor's caches, and time grows with the
    /// length of the text alone.
    static func all(of text: [UInt8], about size: Int = usualSize) -> [Section] {
        var sections: [Section] = []
        var start = 0
        while start < text.count {
            let end = text.count - start <= 2 * size ? text.count : paragraphEnd(in: text, from: start + size)
            sections.append(Section(range: start..<end, isFirst: start == 0, isLast: end == text.count))
            start = end
        }
        return sections
    }

    /// The first end of a line where a paragraph surely ends: a full line, one of at most half its length that ends in a
    /// full stop, and another full line.
    ///
    /// - Returns: The text's end where there is none.
    private static func paragraphEnd(in text: [UInt8], from offset: Int) -> Int {
        var before: Range<Int>?
        var last: Range<Int>?
        var lastEnd = text.count
        var line = text.firstIndex(of: 0x0A, from: offset, to: text.count).map { $0 + 1 } ?? text.count
        while line < text.count {
            let end = text.firstIndex(of: 0x0A, from: line, to: text.count) ?? text.count
            let content = text.trimmed(line..<end)
            defer { line = end + 1 }
            guard !content.isEmpty else { continue }
            if let before, let last, last.count * 2 <= before.count, isFull(content, as: before), isFull(before, as: content),
                endsSentence(last, in: text), !beginsMidway(content, in: text)
            {
                return lastEnd
            }
            (before, last, lastEnd) = (last, content, end + 1)
        }
        return text.count
    }

    /// Whether a line is about as long as another.
    private static func isFull(_ line: Range<Int>, as other: Range<Int>) -> Bool { line.count >= 20 && line.count * 5 >= other.count * 4 }

    private static func endsSentence(_ line: Range<Int>, in text: [UInt8]) -> Bool {
        text.scalar(before: line.upperBound, from: line.lowerBound).map { characterClass($0.value) == .terminal } ?? false
    }

    private static func beginsMidway(_ line: Range<Int>, in text: [UInt8]) -> Bool {
        let first = text.scalar(at: line.lowerBound)
        return first.value &- 0x61 < 26 || mayNotBeginLine(first.value)
    }
}
