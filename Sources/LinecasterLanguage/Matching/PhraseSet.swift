/// A set of words that is looked for at every place of UTF-8 text, the longest first.
public struct PhraseSet: Sendable {
    private let starts: Index
    private let ends: Index

    /// Words by the scalar at one of their ends.
    private final class Index: Sendable {
        /// Which scalars any word has there: most places of a text are done with after this one look.
        let scalars: ScalarSet
        /// For each such scalar its words, longest first.
        let words: [UInt32: [[UInt8]]]

        init(_ words: [[UInt8]], by scalar: ([UInt8]) -> UInt32) {
            self.words = Dictionary(grouping: words, by: scalar)
            scalars = ScalarSet(self.words.keys)
        }

        func candidates(_ value: UInt32) -> [[UInt8]]? { scalars.contains(value) ? words[value] : nil }
    }

    /// Creates a set from words separated by white space.
    public init(_ words: String) { self.init(words: words.split(whereSeparator: \.isWhitespace).map(String.init)) }

    /// Creates a set from words, which may hold spaces.
    public init(words: [String]) {
        let bytes = Set(words).filter { !$0.isEmpty }.map { Array($0.utf8) }
        let sorted = bytes.sorted { $0.count != $1.count ? $0.count > $1.count : $0.lexicographicallyPrecedes($1) }
        starts = Index(sorted) { $0.scalar(at: 0).value }
        ends = Index(sorted) { $0.scalar(before: $0.count)?.value ?? 0 }
    }

    /// Whether any word begins with a scalar.
    public func begins(with value: UInt32) -> Bool { starts.scalars.contains(value) }

    /// The offset just past the longest word that begins at an offset, within a limit.
    public func match(in text: [UInt8], at offset: Int, limit: Int) -> Int? {
        guard offset < limit, let candidates = starts.candidates(text.scalar(at: offset).value) else { return nil }
        for word in candidates where offset + word.count <= limit && holds(word, text, offset) { return offset + word.count }
        return nil
    }

    /// The offset of the longest word that ends at an offset, not before a limit.
    public func match(in text: [UInt8], endingAt end: Int, from start: Int) -> Int? {
        guard let last = text.scalar(before: end, from: start), let candidates = ends.candidates(last.value) else { return nil }
        for word in candidates where end - word.count >= start && holds(word, text, end - word.count) { return end - word.count }
        return nil
    }

    /// Whether the bytes of a range are one of the words.
    public func contains(_ text: [UInt8], _ range: Range<Int>) -> Bool {
        guard !range.isEmpty, let candidates = starts.candidates(text.scalar(at: range.lowerBound).value) else { return false }
        return candidates.contains { $0.count == range.count && holds($0, text, range.lowerBound) }
    }

    private func holds(_ word: [UInt8], _ text: [UInt8], _ offset: Int) -> Bool {
        var index = 0
        while index < word.count {
            if text[offset + index] != word[index] { return false }
            index += 1
        }
        return true
    }
}
