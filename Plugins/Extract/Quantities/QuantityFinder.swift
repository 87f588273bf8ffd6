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
        var taken = 0
        for block in text.blocks where block.value.kind != .table { find(in: block.range.offsets, &taken, &result) }
        return result
    }

    private func find(in block: Range<Int>, _ taken: inout Int, _ result: inout [Annotation<Quantity>]) {
        let notQuantities = ChineseNotQuantities(text: text.utf8, block: block)
        let chinese = ChineseQuantityReader(text: text.utf8, start: block.lowerBound, limit: block.upperBound)
        let isChinese = text.utf8.isChinese(block)
        // Digits among ideographs are read as Chinese, but for sums of money.
        let isWanted: (UInt8) -> Bool = { ($0 | 0x20) &- 0x61 < 26 || $0 == UInt8(ascii: "$") || $0 >= 0x80 }
        let english = EnglishStretch(text.utf8, block, where: isChinese ? isWanted : nil) { tokens, _ in EnglishQuantityReader(tokens) }
        var offset = block.lowerBound
        while offset < block.upperBound {
            while taken < times.count, times[taken].range.upperBound <= offset { taken += 1 }
            let time = taken < times.count ? times[taken].range.offsets : block.upperBound..<block.upperBound
            let scalar = text.utf8.scalar(at: offset)
            let token = scalar.value < 0x2E80 && scalar.value != 0x20 ? english.token(at: offset) : nil
            let isBeginning = isChinese && ChineseQuantityReader.beginnings.contains(scalar.value)
            let mayBegin = isBeginning || token.map { english.reader?.mayBegin($0) ?? false } ?? false
            // Most places are done with here.
            guard mayBegin || time.lowerBound <= offset else {
                let limit = min(block.upperBound, max(scalar.end, time.lowerBound))
                offset = isChinese ? text.beginnings.quantity.next(from: scalar.end, to: limit) : scalar.end
                continue
            }
            var found = isBeginning ? chinese.match(at: offset) : nil
            if let match = found, match.end > offset, notQuantities.holds(offset..<match.end, match.quantity) {
                offset = match.end
                continue
            }
            if let token, let match = english.reader?.match(at: token), case let end = english.end(of: match.next - 1),
                end > found?.end ?? offset || end == found?.end && match.quantity.kind != .number && found?.quantity.kind == .number
            {
                found = (match.quantity, end)
            }
            if time.contains(offset), !outweighs(found, time, times[taken].value) {
                offset = time.upperBound
                continue
            }
            if let found, time.lowerBound > offset, time.lowerBound < found.end,
                found.quantity.kind == .number || found.end < time.upperBound
            {
                offset = time.lowerBound
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
    private func outweighs(_ found: (quantity: Quantity, end: Int)?, _ range: Range<Int>, _ time: TimeExpression) -> Bool {
        guard let found, found.end > range.upperBound else { return false }
        return time.type == .duration || found.quantity.kind == .age || found.quantity.kind == .money || found.quantity.kind == .percent
    }
}
