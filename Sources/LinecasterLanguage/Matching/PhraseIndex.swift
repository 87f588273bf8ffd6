/// Words by the scalar at one of their ends.
final class PhraseIndex: Sendable {
    enum Side { case start, end }

    /// Which scalars any word has there: most places of a text are done with after this one look.
    let scalars: ScalarSet
    /// For each such scalar, in order, its words.
    nonisolated(unsafe) private let groups: UnsafeMutableBufferPointer<Group>
    /// Where the words begin in the bytes of all, and where the last ends.
    nonisolated(unsafe) private let starts: UnsafeMutableBufferPointer<Int32>
    nonisolated(unsafe) private let bytes: UnsafeMutableBufferPointer<UInt8>
    /// For each word the byte that it has beside the scalar; 0 for none. It tells most words from the text in one look.
    nonisolated(unsafe) private let besides: UnsafeMutableBufferPointer<UInt8>

    /// The words of one scalar, longest first.
    private struct Group {
        let first: Int32
        var end: Int32
        /// The lowest six bits of the bytes that a word has beside the scalar, one bit for each; all where a word has none.
        var beside: UInt64
    }

    private struct Word {
        /// The scalar in the upper half; below it what is left of a number that no length reaches.
        let key: UInt64
        let range: Range<Int>
        /// 0 for none.
        let beside: UInt8

        var scalar: UInt32 { UInt32(truncatingIfNeeded: key >> 32) }
    }

    /// - Parameters:
    ///   - source: Valid UTF-8.
    ///   - words: Where words stand in it; none is empty, and a word that comes again counts once.
    init(_ source: [UInt8], _ words: [Range<Int>], by side: Side) {
        var sorted = words.map { Self.word(source, $0, side) }
        sorted.sort { $0.key != $1.key ? $0.key < $1.key : source[$0.range].lexicographicallyPrecedes(source[$1.range]) }
        var groups: [Group] = []
        var scalars: [UInt32] = []
        var bytes: [UInt8] = []
        bytes.reserveCapacity(source.count)
        var besides: [UInt8] = []
        var starts: [Int32] = [0]
        starts.reserveCapacity(words.count + 1)
        for (index, word) in sorted.enumerated() {
            if index > 0, sorted[index - 1].key == word.key, source[sorted[index - 1].range].elementsEqual(source[word.range]) { continue }
            let number = Int32(starts.count - 1)
            if scalars.last != word.scalar {
                scalars.append(word.scalar)
                groups.append(Group(first: number, end: number, beside: 0))
            }
            groups[groups.count - 1].end += 1
            groups[groups.count - 1].beside |= word.beside == 0 ? .max : 1 << UInt64(word.beside & 63)
            besides.append(word.beside)
            bytes += source[word.range]
            starts.append(Int32(bytes.count))
        }
        self.groups = Self.kept(groups)
        self.bytes = Self.kept(bytes)
        self.starts = Self.kept(starts)
        self.besides = Self.kept(besides)
        self.scalars = ScalarSet(scalars)
    }

    private static func word(_ source: [UInt8], _ range: Range<Int>, _ side: Side) -> Word {
        let scalar: LocatedScalar
        let beside: UInt8?
        switch side {
        case .start:
            scalar = source.scalar(at: range.lowerBound)
            beside = scalar.end + 2 < range.upperBound ? source[scalar.end + 2] : nil
        case .end:
            scalar = source.scalar(before: range.upperBound, from: range.lowerBound) ?? source.scalar(at: range.lowerBound)
            beside = scalar.offset > range.lowerBound ? source[scalar.offset - 1] : nil
        }
        let key = UInt64(scalar.value) << 32 | UInt64(UInt32.max - UInt32(clamping: range.count))
        return Word(key: key, range: range, beside: beside ?? 0)
    }

    /// The same words by their last scalars.
    func byEnds() -> PhraseIndex {
        PhraseIndex(Array(bytes), zip(starts, starts.dropFirst()).map { Int($0)..<Int($1) }, by: .end)
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
        besides.deallocate()
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
        // Where nothing stands beside the scalar, no word has room that is longer than it.
        let wanted = beside ?? 0
        return text.withUnsafeBufferPointer { text in
            for number in Int(group.first)..<Int(group.end) where besides[number] == wanted || besides[number] == 0 {
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
