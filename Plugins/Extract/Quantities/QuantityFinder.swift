import LinecasterKit
import LinecasterLanguage

/// Finds numbers with their units.
struct QuantityFinder {
    private let text: ArticleText
    private let times: [Annotation<TimeExpression>]

    /// - Parameter times: Numbers that tell a time, and so no quantity; in text order.
    init(_ text: ArticleText, times: [Annotation<TimeExpression>]) {
        self.text = text
        self.times = times
    }

    func find() -> [Annotation<Quantity>] {
        var result: [Annotation<Quantity>] = []
        var taken = times[...]
        for block in text.blocks where block.value.kind != .table { find(in: block.range.offsets, &taken, &result) }
        return result
    }

    private func find(in block: Range<Int>, _ taken: inout ArraySlice<Annotation<TimeExpression>>, _ result: inout [Annotation<Quantity>]) {
        let chinese = ChineseQuantityReader(text: text.utf8, start: block.lowerBound, limit: block.upperBound)
        let isChinese = text.utf8.holdsIdeographs(block) || text.utf8[block].contains(0xEF)
        var english = EnglishQuantities(text: text.utf8, start: block.lowerBound, limit: block.upperBound, isChinese: isChinese)
        var offset = block.lowerBound
        while offset < block.upperBound {
            while let first = taken.first, first.range.upperBound <= offset { taken = taken.dropFirst() }
            let scalar = text.utf8.scalar(at: offset)
            var found: (quantity: Quantity, end: Int)?
            if isChinese, ChineseQuantityReader.beginnings.contains(scalar.value) { found = chinese.match(at: offset) }
            if let match = english.match(at: scalar),
                match.end > found?.end ?? offset
                    || match.end == found?.end && match.quantity.kind != .number && found?.quantity.kind == .number
            {
                found = match
            }
            if let time = taken.first, time.range.offsets.contains(offset), !outweighs(found, time) {
                offset = time.range.upperBound
                continue
            }
            if let found, let time = taken.first, time.range.lowerBound > offset, time.range.lowerBound < found.end,
                found.quantity.kind == .number || found.end < time.range.upperBound
            {
                offset = time.range.lowerBound
                continue
            }
            guard let found, found.end > offset else {
                offset = scalar.end
                continue
            }
            result.append(Annotation(TextRange(offset..<found.end), found.quantity))
            offset = found.end
        }
    }

    /// An age is told by a length of time, and counts as such.
    private func outweighs(_ found: (quantity: Quantity, end: Int)?, _ time: Annotation<TimeExpression>) -> Bool {
        guard let found, found.end > time.range.upperBound else { return false }
        return time.value.type == .duration || found.quantity.kind == .age || found.quantity.kind == .money
            || found.quantity.kind == .percent
    }
}

/// Walks over the English of a block: the stretches between ideographs, each cut into tokens once.
private struct EnglishQuantities {
    private let text: [UInt8]
    private let start: Int
    private let limit: Int
    private let isChinese: Bool
    private var reader: EnglishQuantityReader?
    private var end: Int
    private var index = 0

    init(text: [UInt8], start: Int, limit: Int, isChinese: Bool) {
        self.text = text
        self.isChinese = isChinese
        self.start = start
        self.limit = limit
        end = start
    }

    mutating func match(at scalar: LocatedScalar) -> (quantity: Quantity, end: Int)? {
        let offset = scalar.offset
        if scalar.value >= 0x2E80 || scalar.value == 0x20 { return nil }
        if offset >= end {
            end = offset
            while end < limit, !(0xE3...0xED).contains(text[end]), text[end] != 0xEF { end += 1 }
            // Digits among ideographs are read as Chinese, but for sums of money.
            let hasLetters = !isChinese || text[offset..<end].contains { ($0 | 0x20) &- 0x61 < 26 || $0 == UInt8(ascii: "$") || $0 >= 0x80 }
            reader = !hasLetters ? nil : EnglishQuantityReader(EnglishTokens(text, offset..<end))
            index = 0
        }
        guard let reader else { return nil }
        while index < reader.tokens.count, reader.tokens[index].start < offset { index += 1 }
        guard index < reader.tokens.count, reader.tokens[index].start == offset, let match = reader.match(at: index) else { return nil }
        return (match.quantity, reader.tokens[match.next - 1].end)
    }
}
