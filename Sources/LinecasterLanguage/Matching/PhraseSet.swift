/// A set of words that is looked for at every place of UTF-8 text, the longest first.
public struct PhraseSet: Sendable {
    private let starts: Index
    private let ends: Index

    /// Words by the scalar at one of their ends.
    private final class Index: Sendable {
        /// Which scalars any word has there: most places of a text are done with after this one look.
        let scalars: ScalarSet
        /// For each such scalar, in order, its words.
        nonisolated(unsafe) private let groups: UnsafeMutableBufferPointer<Group>
        /// Where the words begin in the bytes of all, and where the last ends.
        nonisolated(unsafe) private let starts: UnsafeMutableBufferPointer<Int32>
        nonisolated(unsafe) private let bytes: UnsafeMutableBufferPointer<UInt8>

        /// The words of one scalar, longest first.
        private struct Group {
            let first: Int32
            var end: Int32
            /// The lowest six bits of the bytes that a word has beside the scalar, one bit for each; all where a word has none.
            var beside: UInt64
        }

        /// - Parameters:
        ///   - words: The words, longest first.
        ///   - scalar: The scalar by which a word is found.
        ///   - beside: The byte of a word that is looked at next; nil where it is too short.
        init(_ words: [[UInt8]], by scalar: ([UInt8]) -> LocatedScalar, beside: ([UInt8], LocatedScalar) -> UInt8?) {
            let keyed = words.enumerated().map { (scalar: scalar($1), number: $0) }.sorted {
                ($0.scalar.value, $0.number) < ($1.scalar.value, $1.number)
            }
            var groups: [Group] = []
            var bytes: [UInt8] = []
            var starts: [Int32] = [0]
            starts.reserveCapacity(words.count + 1)
            for (index, key) in keyed.enumerated() {
                let word = words[key.number]
                if index == 0 || keyed[index - 1].scalar.value != key.scalar.value {
                    groups.append(Group(first: Int32(index), end: Int32(index), beside: 0))
                }
                groups[groups.count - 1].end += 1
                groups[groups.count - 1].beside |= beside(word, key.scalar).map { 1 << UInt64($0 & 63) } ?? .max
                bytes += word
                starts.append(Int32(bytes.count))
            }
            self.groups = Self.kept(groups)
            self.bytes = Self.kept(bytes)
            self.starts = Self.kept(starts)
            scalars = ScalarSet(keyed.map(\.scalar.value))
        }

        /// Arrays that never change, where reading them counts no references and checks no bounds.
        private static func kept<Element>(_ elements: [Element]) -> UnsafeMutableBufferPointer<Element> {
            let buffer = UnsafeMutableBufferPointer<Element>.allocate(capacity: elements.count)
            _ = buffer.initialize(from: elements)
            return buffer
        }

        deinit {
            groups.deallocate()
            starts.deallocate()
            bytes.deallocate()
        }

        /// All words as strings.
        var words: [String] {
            zip(starts, starts.dropFirst()).map { String(decoding: bytes[Int($0)..<Int($1)], as: UTF8.self) }
        }

        var isEmpty: Bool { bytes.isEmpty }

        /// The length in bytes of the longest word by a scalar that stands at an offset.
        ///
        /// - Parameters:
        ///   - beside: The byte of the text that is looked at next; nil where there is none.
        ///   - offset: Where a word of a length would begin; nil where it has no room.
        @inline(__always)
        func longest(by value: UInt32, beside: UInt8?, in text: [UInt8], at offset: (Int) -> Int?) -> Int? {
            guard let rank = scalars.rank(of: value) else { return nil }
            let group = groups[rank]
            if let beside, group.beside >> UInt64(beside & 63) & 1 == 0 { return nil }
            return text.withUnsafeBufferPointer { text in
                for number in Int(group.first)..<Int(group.end) {
                    let start = Int(starts[number])
                    let length = Int(starts[number + 1]) - start
                    if let place = offset(length), holds(start, length, text, place) { return length }
                }
                return nil
            }
        }

        @inline(__always)
        private func holds(_ start: Int, _ length: Int, _ text: UnsafeBufferPointer<UInt8>, _ offset: Int) -> Bool {
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
        starts = Index(unique) {
            $0.scalar(at: 0)
        } beside: { word, first in
            first.end + 2 < word.count ? word[first.end + 2] : nil
        }
        ends = Index(unique) {
            $0.scalar(before: $0.count) ?? $0.scalar(at: 0)
        } beside: { word, last in
            last.offset > 0 ? word[last.offset - 1] : nil
        }
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
        precondition(limit <= text.count)
        let first = text.scalar(at: offset)
        // The last byte of the next ideograph, which tells most.
        let beside = first.end + 2 < limit ? text[first.end + 2] : nil
        return starts.longest(by: first.value, beside: beside, in: text) { offset + $0 <= limit ? offset : nil }.map { offset + $0 }
    }

    /// The offset of the longest word that ends at an offset, not before a limit.
    public func match(in text: [UInt8], endingAt end: Int, from start: Int) -> Int? {
        guard let last = text.scalar(before: end, from: start) else { return nil }
        let beside = last.offset > start ? text[last.offset - 1] : nil
        return ends.longest(by: last.value, beside: beside, in: text) { end - $0 >= start ? end - $0 : nil }.map { end - $0 }
    }

    /// Whether the bytes of a range are one of the words.
    public func contains(_ text: [UInt8], _ range: Range<Int>) -> Bool {
        guard !range.isEmpty else { return false }
        let first = text.scalar(at: range.lowerBound)
        let beside = first.end + 2 < range.upperBound ? text[first.end + 2] : nil
        return starts.longest(by: first.value, beside: beside, in: text) { $0 == range.count ? range.lowerBound : nil } != nil
    }
}
