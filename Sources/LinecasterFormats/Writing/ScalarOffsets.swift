/// Counts Unicode scalars before byte offsets of a text, as results do.
package struct ScalarOffsets {
    private static let stride = 128
    private let text: [UInt8]
    private let counts: [Int]

    package init(_ text: [UInt8]) {
        self.text = text
        var counts: [Int] = []
        counts.reserveCapacity(text.count / Self.stride + 1)
        var count = 0
        for (offset, byte) in text.enumerated() {
            if offset % Self.stride == 0 { counts.append(count) }
            if byte & 0xC0 != 0x80 { count += 1 }
        }
        counts.append(count)
        self.counts = counts
    }

    /// The number of scalars that begin before a byte offset.
    package func scalars(before offset: Int) -> Int {
        let block = offset / Self.stride
        var count = counts[min(block, counts.count - 1)]
        guard block < counts.count else { return count }
        for index in block * Self.stride..<max(offset, block * Self.stride) where index < text.count && text[index] & 0xC0 != 0x80 {
            count += 1
        }
        return count
    }

    /// The byte offset at which a scalar begins, counted from 0; nil behind the end of the text.
    package func byteOffset(ofScalar index: Int) -> Int? {
        guard index >= 0, let total = counts.last, index <= total else { return nil }
        // The last block that begins with at most so many scalars before it.
        var low = 0
        var high = counts.count - 1
        while low < high {
            let middle = (low + high + 1) / 2
            if counts[middle] <= index { low = middle } else { high = middle - 1 }
        }
        var offset = min(low * Self.stride, text.count)
        var count = counts[low]
        while offset < text.count {
            if text[offset] & 0xC0 != 0x80 {
                if count == index { return offset }
                count += 1
            }
            offset += 1
        }
        return text.count
    }
}

/// Finds lines and columns of source bytes that come in ascending order, each in the time from the last.
struct PositionCursor {
    private let article: SourceText
    private var line = 0
    private var offset = 0
    private var column = 1

    init(_ source: SourceText) { article = source }

    /// The line and column, from 1, of a decoded offset.
    mutating func position(_ target: Int) -> (line: Int, column: Int) {
        if target < offset {
            line = 0
            offset = 0
            column = 1
        }
        while line + 1 < article.lineStarts.count, article.lineStarts[line + 1] <= target {
            line += 1
            offset = article.lineStarts[line]
            column = 1
        }
        while offset < target, offset < article.text.count {
            offset += 1
            while offset < article.text.count, article.text[offset] & 0xC0 == 0x80 { offset += 1 }
            column += 1
        }
        return (line + 1, column)
    }

    /// A decoded source and where its lines begin.
    struct SourceText {
        let text: [UInt8]
        let lineStarts: [Int]
    }
}
