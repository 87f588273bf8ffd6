import LinecasterLanguage

/// The values of the numbers in a text, in digits or words, with and without the scale behind them.
enum NumberValues {
    /// Every value that the text bears out: `1.2亿` gives 1.2 and 120,000,000.
    static func all(in text: [UInt8]) -> Set<Double> {
        var values = Set<Double>()
        for (value, range) in located(in: text) {
            values.insert(value)
            // The number by itself, where a scale such as million stands behind it.
            if let bare = digits(text, range) { values.insert(bare) }
        }
        return values
    }

    /// The numbers of a text and where they stand.
    static func located(in text: [UInt8]) -> [(value: Double, range: Range<Int>)] {
        var found: [(Double, Range<Int>)] = []
        var offset = 0
        while offset < text.count {
            let scalar = text.scalar(at: offset)
            if let number = chinese(text, offset, scalar) ?? english(text, offset) {
                found.append((number.value, offset..<number.end))
                offset = number.end
            } else {
                offset = scalar.end
            }
        }
        return found
    }

    /// A number in Arabic or Chinese digits; 一 by itself counts nothing.
    private static func chinese(_ text: [UInt8], _ offset: Int, _ scalar: LocatedScalar) -> (value: Double, end: Int)? {
        guard let match = ChineseNumeral.match(in: text, at: offset, limit: text.count), match.end > offset else { return nil }
        if scalar.value == 0x4E00, match.end == scalar.end { return nil }
        guard match.isArabic, let scale = EnglishNumber.scale(text, match.end) else { return (match.value, match.end) }
        return (match.value * scale.value, scale.end)
    }

    private static func english(_ text: [UInt8], _ offset: Int) -> (value: Double, end: Int)? {
        if offset > 0, (text[offset - 1] | 0x20) &- 0x61 < 26 { return nil }
        return EnglishNumber.match(text, offset)
    }

    private static func digits(_ text: [UInt8], _ range: Range<Int>) -> Double? {
        let bytes = text[range].prefix { $0 &- 0x30 < 10 || $0 == 0x2E || $0 == 0x2C }.filter { $0 != 0x2C }
        return bytes.isEmpty ? nil : Double(String(decoding: bytes, as: UTF8.self))
    }
}

/// English number words: `twenty-five`, `three hundred`, `two million`.
private enum EnglishNumber {
    private static let small: [String: Double] = {
        let words =
            "two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen"
        var values: [String: Double] = [:]
        for (index, word) in words.split(separator: " ").enumerated() { values[String(word)] = Double(index + 2) }
        for (index, word) in "twenty thirty forty fifty sixty seventy eighty ninety".split(separator: " ").enumerated() {
            values[String(word)] = Double(index + 2) * 10
        }
        return values
    }()
    private static let scales: [String: Double] = ["hundred": 1e2, "thousand": 1e3, "million": 1e6, "billion": 1e9, "trillion": 1e12]

    /// A scale word behind a number.
    static func scale(_ text: [UInt8], _ offset: Int) -> (value: Double, end: Int)? {
        guard let (word, end) = word(text, skipped(text, offset)), let scale = scales[word] else { return nil }
        return (scale, end)
    }

    static func match(_ text: [UInt8], _ offset: Int) -> (value: Double, end: Int)? {
        guard let (first, firstEnd) = word(text, offset), var value = small[first] else { return nil }
        var end = firstEnd
        if value >= 20, let (unit, unitEnd) = word(text, skipped(text, end)), let ones = small[unit], ones < 10 {
            value += ones
            end = unitEnd
        }
        while let next = scale(text, end) {
            value *= next.value
            end = next.end
        }
        return (value, end)
    }

    /// Behind one space or hyphen.
    private static func skipped(_ text: [UInt8], _ offset: Int) -> Int {
        offset < text.count && (text[offset] == 0x20 || text[offset] == UInt8(ascii: "-")) ? offset + 1 : offset
    }

    private static func word(_ text: [UInt8], _ offset: Int) -> (String, Int)? {
        var end = offset
        while end < text.count, (text[end] | 0x20) &- 0x61 < 26 { end += 1 }
        guard end > offset, end - offset < 12 else { return nil }
        return (String(decoding: text[offset..<end].map { $0 | 0x20 }, as: UTF8.self), end)
    }
}
