import LinecasterLanguage

/// Words that stay whole wherever they stand, the longest first.
struct WholeWords {
    private let words: PhraseSet
    private let isEmpty: Bool

    init(_ words: [String]) {
        self.words = PhraseSet(words: words)
        isEmpty = self.words.words.isEmpty
    }

    /// Words without gaps, changed so that none of the whole words is cut.
    func applied(to found: [Range<Int>], in text: [UInt8], _ range: Range<Int>) -> [Range<Int>] {
        guard !isEmpty else { return found }
        var result: [Range<Int>] = []
        var rest = found[...]
        var start = range.lowerBound
        var offset = range.lowerBound
        func close(before end: Int) {
            while let word = rest.first, word.upperBound <= end {
                if word.upperBound > start { result.append(start..<word.upperBound) }
                start = max(start, word.upperBound)
                rest = rest.dropFirst()
            }
            if start < end { result.append(start..<end) }
            start = max(start, end)
        }
        while offset < range.upperBound {
            guard let end = words.match(in: text, at: offset, limit: range.upperBound) else {
                offset = text.scalar(at: offset).end
                continue
            }
            close(before: offset)
            result.append(offset..<end)
            start = end
            offset = end
            while let word = rest.first, word.upperBound <= end { rest = rest.dropFirst() }
        }
        close(before: range.upperBound)
        return result
    }
}
