/// Numbers as Chinese text writes them: `三千五百万`, `1.2亿`, `二〇二三`, `两`.
public enum ChineseNumeral {
    /// The value of a Chinese digit; nil for anything else.
    public static func digit(_ value: UInt32) -> Int? {
        switch value {
        case 0x3007, 0x96F6: 0
        case 0x4E00, 0x58F9: 1
        case 0x4E8C, 0x4E24, 0x8D30, 0x5169: 2
        case 0x4E09, 0x53C1: 3
        case 0x56DB, 0x8086: 4
        case 0x4E94, 0x4F0D: 5
        case 0x516D, 0x9646: 6
        case 0x4E03, 0x67D2: 7
        case 0x516B, 0x634C: 8
        case 0x4E5D, 0x7396: 9
        default: nil
        }
    }

    /// Whether a number may begin with an ideograph.
    static func begins(with value: UInt32) -> Bool { digit(value) != nil || smallUnit(value) != nil }

    private static func smallUnit(_ value: UInt32) -> Double? {
        switch value {
        case 0x5341, 0x62FE: 10
        case 0x767E, 0x4F70: 100
        case 0x5343, 0x4EDF: 1000
        default: nil
        }
    }

    private static func largeUnit(_ value: UInt32) -> Double? {
        switch value {
        case 0x4E07, 0x842C: 1e4
        case 0x4EBF, 0x5104: 1e8
        case 0x5146: 1e12
        default: nil
        }
    }

    /// A number read from text.
    public struct Match: Hashable, Sendable {
        public let value: Double
        /// The offset just past its last byte.
        public let end: Int
        /// Whether it is written in Arabic digits.
        public let isArabic: Bool
    }

    /// The longest number that begins at a byte offset, in Arabic or Chinese digits, before a limit.
    public static func match(in text: [UInt8], at offset: Int, limit: Int) -> Match? {
        if let arabic = arabic(in: text, at: offset, limit: limit) {
            var value = arabic.value
            var end = arabic.end
            while end < limit, case let scalar = text.scalar(at: end),
                let unit = largeUnit(scalar.value) ?? (arabic.value < 1000 ? smallUnit(scalar.value) : nil)
            {
                value *= unit
                end = scalar.end
            }
            return Match(value: value, end: end, isArabic: true)
        }
        return chinese(in: text, at: offset, limit: limit)
    }

    private static func arabic(in text: [UInt8], at offset: Int, limit: Int) -> Match? {
        var end = offset
        var value = 0.0
        var digits = 0
        while end < limit {
            if isDigit(text[end]) {
                value = value * 10 + Double(text[end] - 0x30)
                digits += 1
                end += 1
            } else if text[end] == UInt8(ascii: ","), digits > 0, isThousands(text, at: end, limit: limit) {
                end += 1
            } else {
                break
            }
        }
        guard digits > 0 else { return nil }
        if end + 1 < limit, text[end] == UInt8(ascii: "."), isDigit(text[end + 1]) {
            var place = 0.1
            end += 1
            while end < limit, isDigit(text[end]) {
                value += Double(text[end] - 0x30) * place
                place /= 10
                end += 1
            }
            // Decimal places added one by one carry an error in the last bits; the digits themselves do not.
            value = Double(String(decoding: text[offset..<end].filter { $0 != UInt8(ascii: ",") }, as: UTF8.self)) ?? value
        }
        return Match(value: value, end: end, isArabic: true)
    }

    private static func isThousands(_ text: [UInt8], at comma: Int, limit: Int) -> Bool {
        guard comma + 3 < limit, (1...3).allSatisfy({ isDigit(text[comma + $0]) }) else { return false }
        return comma + 4 >= limit || !isDigit(text[comma + 4])
    }

    private static func isDigit(_ byte: UInt8) -> Bool { byte &- 0x30 < 10 }

    private static func chinese(in text: [UInt8], at offset: Int, limit: Int) -> Match? {
        var total = 0.0
        var section = 0.0
        var pending: Double?
        var digits: [Int] = []
        var sawUnit = false
        var end = offset
        while end < limit {
            let scalar = text.scalar(at: end)
            if let value = digit(scalar.value) {
                digits.append(value)
                pending = Double(value)
            } else if let unit = smallUnit(scalar.value) {
                section += (pending ?? 1) * unit
                pending = nil
                sawUnit = true
            } else if let unit = largeUnit(scalar.value), sawUnit || pending != nil {
                total = (total + section + (pending ?? 0)) * unit
                section = 0
                pending = nil
                sawUnit = true
            } else {
                break
            }
            end = scalar.end
        }
        guard end > offset else { return nil }
        if !sawUnit { return Match(value: digits.reduce(0.0) { $0 * 10 + Double($1) }, end: end, isArabic: false) }
        return Match(value: total + section + (pending ?? 0), end: end, isArabic: false)
    }
}
