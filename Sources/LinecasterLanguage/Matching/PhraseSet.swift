/// A set of words that are looked for at a place in UTF-8 text, longest first.
public struct PhraseSet: Sendable {
    private let byFirst: [UInt32: [[UInt8]]]
    private let byLast: [UInt32: [[UInt8]]]

    /// Creates a set from words separated by white space.
    public init(_ words: String) { self.init(words: words.split(whereSeparator: \.isWhitespace).map(String.init)) }

    /// Creates a set from words, which may hold spaces.
    public init(words: [String]) {
        let bytes = Set(words).filter { !$0.isEmpty }.map { Array($0.utf8) }.sorted {
            ($1.count, $0.lexicographicallyPrecedes($1) ? 0 : 1) < ($0.count, 1)
        }
        byFirst = Dictionary(grouping: bytes) { $0.scalar(at: 0).value }
        byLast = Dictionary(grouping: bytes) { $0.scalar(before: $0.count)?.value ?? 0 }
    }

    /// The offset just past the longest word that begins at an offset, within a limit.
    public func match(in text: [UInt8], at offset: Int, limit: Int) -> Int? {
        guard offset < limit, let candidates = byFirst[text.scalar(at: offset).value] else { return nil }
        for word in candidates where offset + word.count <= limit && text[offset..<offset + word.count].elementsEqual(word) {
            return offset + word.count
        }
        return nil
    }

    /// The offset of the longest word that ends at an offset, not before a limit.
    public func match(in text: [UInt8], endingAt end: Int, from start: Int) -> Int? {
        guard let last = text.scalar(before: end, from: start), let candidates = byLast[last.value] else { return nil }
        for word in candidates where end - word.count >= start && text[end - word.count..<end].elementsEqual(word) {
            return end - word.count
        }
        return nil
    }

    /// Whether the bytes of a range are one of the words.
    public func contains(_ text: [UInt8], _ range: Range<Int>) -> Bool {
        guard !range.isEmpty, let candidates = byFirst[text.scalar(at: range.lowerBound).value] else { return false }
        return candidates.contains { text[range].elementsEqual($0) }
    }
}
