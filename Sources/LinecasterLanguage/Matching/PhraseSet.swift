/// A set of words that is looked for at every place of UTF-8 text, the longest first.
public struct PhraseSet: Sendable {
    /// The words, longest first.
    public let words: [String]
    private let starts: Index
    private let ends: Index

    /// Words by the scalar at one of their ends.
    private final class Index: Sendable {
        /// Which scalars any word has there: most places of a text are done with after this one look.
        let scalars: ScalarSet
        /// For each such scalar the numbers of its words, longest first.
        private let numbers: [UInt32: Range<Int>]
        /// The bytes of all words, one after the other, and where each begins.
        private let bytes: [UInt8]
        private let starts: [Int]

        init(_ words: [[UInt8]], by scalar: ([UInt8]) -> UInt32) {
            var numbers: [UInt32: Range<Int>] = [:]
            var bytes: [UInt8] = []
            var starts = [0]
            for (value, group) in Dictionary(grouping: words, by: scalar) {
                numbers[value] = starts.count - 1..<starts.count - 1 + group.count
                for word in group {
                    bytes += word
                    starts.append(bytes.count)
                }
            }
            self.numbers = numbers
            self.bytes = bytes
            self.starts = starts
            scalars = ScalarSet(numbers.keys)
        }

        /// The length in bytes of the longest word by a scalar that stands at an offset.
        ///
        /// - Parameter offset: Where a word of a length would begin; nil where it has no room.
        @inline(__always)
        func longest(by value: UInt32, in text: [UInt8], at offset: (Int) -> Int?) -> Int? {
            guard scalars.contains(value), let range = numbers[value] else { return nil }
            for number in range {
                let length = starts[number + 1] - starts[number]
                if let place = offset(length), holds(number, length, text, place) { return length }
            }
            return nil
        }

        private func holds(_ number: Int, _ length: Int, _ text: [UInt8], _ offset: Int) -> Bool {
            let start = starts[number]
            var index = 0
            while index < length {
                if text[offset + index] != bytes[start + index] { return false }
                index += 1
            }
            return true
        }
    }

    /// Creates a set from words separated by white space.
    public init(_ words: String) {
        // By bytes: sets are made when the program starts, and characters take long to tell.
        self.init(words: words.utf8.split { $0 == 0x20 || $0 == 0x0A }.map { String(Substring($0)) })
    }

    /// Creates a set from words, which may hold spaces.
    public init(words: [String]) {
        let bytes = Set(words).filter { !$0.isEmpty }.map { Array($0.utf8) }
        let sorted = bytes.sorted { $0.count != $1.count ? $0.count > $1.count : $0.lexicographicallyPrecedes($1) }
        self.words = sorted.map { String(decoding: $0, as: UTF8.self) }
        starts = Index(sorted) { $0.scalar(at: 0).value }
        ends = Index(sorted) { $0.scalar(before: $0.count)?.value ?? 0 }
    }

    /// Whether any word begins with a scalar.
    public func begins(with value: UInt32) -> Bool { starts.scalars.contains(value) }

    /// The offset just past the longest word that begins at an offset, within a limit.
    public func match(in text: [UInt8], at offset: Int, limit: Int) -> Int? {
        guard offset < limit else { return nil }
        return starts.longest(by: text.scalar(at: offset).value, in: text) { offset + $0 <= limit ? offset : nil }.map { offset + $0 }
    }

    /// The offset of the longest word that ends at an offset, not before a limit.
    public func match(in text: [UInt8], endingAt end: Int, from start: Int) -> Int? {
        guard let last = text.scalar(before: end, from: start) else { return nil }
        return ends.longest(by: last.value, in: text) { end - $0 >= start ? end - $0 : nil }.map { end - $0 }
    }

    /// Whether the bytes of a range are one of the words.
    public func contains(_ text: [UInt8], _ range: Range<Int>) -> Bool {
        guard !range.isEmpty else { return false }
        let first = text.scalar(at: range.lowerBound).value
        return starts.longest(by: first, in: text) { $0 == range.count ? range.lowerBound : nil } != nil
    }
}
