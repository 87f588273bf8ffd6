/// A set of words that is looked for at every place of UTF-8 text, the longest first.
public struct PhraseSet: Sendable {
    private let starts: Index
    private let ends: Index

    /// Words by the scalar at one of their ends.
    private final class Index: Sendable {
        /// Which scalars any word has there: most places of a text are done with after this one look.
        let scalars: ScalarSet
        /// For each such scalar, in order, the first of its words, which stand longest first; at the end how many words there are.
        private let groups: [Int32]
        /// The bytes of all words, one after the other, and where each begins.
        private let bytes: [UInt8]
        private let starts: [Int32]

        /// - Parameter words: The words, longest first.
        init(_ words: [[UInt8]], by scalar: ([UInt8]) -> UInt32) {
            let keyed = words.enumerated().map { (scalar: scalar($1), number: $0) }.sorted {
                ($0.scalar, $0.number) < ($1.scalar, $1.number)
            }
            var groups: [Int32] = []
            var bytes: [UInt8] = []
            var starts: [Int32] = [0]
            starts.reserveCapacity(words.count + 1)
            for (index, key) in keyed.enumerated() {
                if index == 0 || keyed[index - 1].scalar != key.scalar { groups.append(Int32(index)) }
                bytes += words[key.number]
                starts.append(Int32(bytes.count))
            }
            groups.append(Int32(words.count))
            self.groups = groups
            self.bytes = bytes
            self.starts = starts
            scalars = ScalarSet(keyed.map(\.scalar))
        }

        /// All words as strings.
        var words: [String] {
            zip(starts, starts.dropFirst()).map { String(decoding: bytes[Int($0)..<Int($1)], as: UTF8.self) }
        }

        var isEmpty: Bool { bytes.isEmpty }

        /// The length in bytes of the longest word by a scalar that stands at an offset.
        ///
        /// - Parameter offset: Where a word of a length would begin; nil where it has no room.
        @inline(__always)
        func longest(by value: UInt32, in text: [UInt8], at offset: (Int) -> Int?) -> Int? {
            guard let group = scalars.rank(of: value) else { return nil }
            for number in Int(groups[group])..<Int(groups[group + 1]) {
                let start = Int(starts[number])
                let length = Int(starts[number + 1]) - start
                if let place = offset(length), holds(start, length, text, place) { return length }
            }
            return nil
        }

        private func holds(_ start: Int, _ length: Int, _ text: [UInt8], _ offset: Int) -> Bool {
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
        self.init(words.utf8.split { $0 == 0x20 || $0 == 0x0A }.map { Array($0) })
    }

    /// Creates a set from words, which may hold spaces.
    public init(words: [String]) { self.init(words.map { Array($0.utf8) }) }

    private init(_ words: [[UInt8]]) {
        let sorted = words.sorted { $0.count != $1.count ? $0.count > $1.count : $0.lexicographicallyPrecedes($1) }
        let unique = sorted.indices.filter { !sorted[$0].isEmpty && ($0 == 0 || sorted[$0] != sorted[$0 - 1]) }.map { sorted[$0] }
        starts = Index(unique) { $0.scalar(at: 0).value }
        ends = Index(unique) { $0.scalar(before: $0.count)?.value ?? 0 }
    }

    /// The words, in no certain order.
    public var words: [String] { starts.words }

    /// Whether there are none.
    public var isEmpty: Bool { starts.isEmpty }

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
