import LinecasterKit
import LinecasterLanguage

/// Finds numbers with their units.
struct QuantityFinder {
    private let text: ArticleText

    private let times: [TextRange]

    /// The characters with which any quantity begins.
    private static let beginnings = ScalarSet("0123456789零〇一二三四五六七八九十两百千壹贰叁肆伍陆柒捌玖拾第兩$£€¥￥UHN")

    /// - Parameter times: Numbers that tell a time, and so no quantity; in text order.
    init(_ text: ArticleText, times: [TextRange]) {
        self.text = text
        self.times = times
    }

    func find() -> [Annotation<Quantity>] {
        var result: [Annotation<Quantity>] = []
        var taken = times[...]
        for block in text.blocks where block.value.kind != .table {
            let limit = block.range.upperBound
            var offset = block.range.lowerBound
            while offset < limit {
                while let first = taken.first, first.upperBound <= offset { taken = taken.dropFirst() }
                if let first = taken.first, first.offsets.contains(offset) {
                    offset = first.upperBound
                    continue
                }
                let scalar = text.utf8.scalar(at: offset)
                guard Self.beginnings.contains(scalar.value) else {
                    offset = scalar.end
                    continue
                }
                let found = match(at: offset, from: block.range.lowerBound, limit: limit)
                if let found {
                    result.append(found.annotation)
                    offset = found.end
                } else {
                    // The rest of a number that is no quantity is none either.
                    offset = ChineseNumeral.match(in: text.utf8, at: offset, limit: limit)?.end ?? scalar.end
                }
            }
        }
        return result
    }

    private func match(at offset: Int, from start: Int, limit: Int) -> (annotation: Annotation<Quantity>, end: Int)? {
        let bytes = text.utf8
        for word in ["百分之", "千分之"] where bytes[offset..<limit].starts(with: word.utf8) {
            guard let number = ChineseNumeral.match(in: bytes, at: offset + word.utf8.count, limit: limit) else { return nil }
            guard number.value < 1e18 else { return nil }
            return found(offset..<number.end, .percent, word == "百分之" ? number.value : number.value / 10, word)
        }
        if let symbol = currency(at: offset, limit: limit) {
            guard let number = ChineseNumeral.match(in: bytes, at: symbol.end, limit: limit), number.isArabic, number.value < 1e18 else {
                return nil
            }
            let scaled = scale(number, limit)
            return found(offset..<scaled.end, .money, scaled.value, symbol.unit)
        }
        if isPartOfWord(offset, from: start) { return nil }
        if bytes[offset..<limit].starts(with: "第".utf8), let number = ChineseNumeral.match(in: bytes, at: offset + 3, limit: limit) {
            guard number.value < 1e18 else { return nil }
            return found(offset..<number.end, .ordinal, number.value, "第")
        }
        guard let number = ChineseNumeral.match(in: bytes, at: offset, limit: limit) else { return nil }
        if let before = bytes.scalar(before: offset, from: start), before.value == 0x7B2C { return nil }
        // More digits than any quantity has: a number of something else, such as a code.
        guard number.value < 1e18 else { return nil }
        let scaled = scale(number, limit)
        guard let unit = Units.match(in: bytes, at: scaled.end, limit: limit) else { return nil }
        // 一个, 一些 and their like count nothing.
        if !number.isArabic, number.value <= 1, unit.kind == .count { return nil }
        return found(offset..<unit.end, unit.kind, scaled.value * unit.factor, unit.name)
    }

    private func found(_ range: Range<Int>, _ kind: QuantityKind, _ value: Double, _ unit: String) -> (Annotation<Quantity>, Int) {
        (Annotation(TextRange(range), Quantity(kind: kind, value: value, unit: unit)), range.upperBound)
    }

    private func isPartOfWord(_ offset: Int, from start: Int) -> Bool {
        guard let before = text.utf8.scalar(before: offset, from: start) else { return false }
        return characterClass(before.value) == .letter || characterClass(before.value) == .digit || before.value == 0x2E
    }

    /// `1.2 million`, `3 billion`.
    private func scale(_ number: ChineseNumeral.Match, _ limit: Int) -> (value: Double, end: Int) {
        for (word, factor) in [(" million", 1e6), (" billion", 1e9), (" trillion", 1e12), (" thousand", 1e3), ("m", 1e6), ("bn", 1e9)]
        where text.utf8[number.end..<limit].starts(with: word.utf8) {
            let end = number.end + word.utf8.count
            if end < limit, (text.utf8[end] | 0x20) &- 0x61 < 26 { continue }
            if word == "m" { continue }
            return (number.value * factor, end)
        }
        return (number.value, number.end)
    }

    private func currency(at offset: Int, limit: Int) -> (unit: String, end: Int)? {
        for symbol in ["US$", "HK$", "NT$", "$", "£", "€", "¥", "￥"] where text.utf8[offset..<limit].starts(with: symbol.utf8) {
            return (symbol, offset + symbol.utf8.count)
        }
        return nil
    }
}
