/// Numbers as Chinese text writes them: `三千五百万`, `1.2亿`, `二〇二三`, `两`.
public enum ChineseNumeral {
    /// The value of a Chinese digit; nil for anything else.
    public static func digit(_ value: UInt32) -> Int? {
        switch value {
        case 0x3007, 0x96F6: 0
        case 0x4E00, 0x58F9: 1
        case 0x4E8C, 0x4E24, 0x8D30, 0x5169, 0x4FE9, 0x5006, 0x8CB3: 2
        case 0x4E09, 0x53C1: 3
        case 0x56DB, 0x8086: 4
        case 0x4E94, 0x4F0D: 5
        case 0x516D, 0x9646, 0x9678: 6
        case 0x4E03, 0x67D2: 7
        case 0x516B, 0x634C: 8
        case 0x4E5D, 0x7396: 9
        default: nil
        }
    }

    /// Whether a number may begin with an ideograph.
    static func begins(with value: UInt32) -> Bool { digit(value) != nil || smallUnit(value) != nil }

    static func smallUnit(_ value: UInt32) -> Double? {
        switch value {
        case 0x5341, 0x62FE: 10
        case 0x767E, 0x4F70: 100
        case 0x5343, 0x4EDF: 1000
        default: nil
        }
    }

    static func largeUnit(_ value: UInt32) -> Double? {
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
        /// Whether it holds a unit such as 十 or 万.
        public var hasUnit = false
    }

    /// The longest number that begins at a byte offset, in Arabic or Chinese digits or both, before a limit.
    ///
    /// - Parameter spaced: Whether single spaces may stand between its characters.
    public static func match(in text: [UInt8], at offset: Int, limit: Int, spaced: Bool = false) -> Match? {
        guard offset < limit else { return nil }
        var sum = Sum()
        var end = offset
        var next = offset
        var isArabic = false
        var characters = 0
        while next < limit {
            // What is longer is no number; a page of digits would be read from each of them to its end.
            characters += 1
            guard characters <= longest else { return nil }
            if let arabic = arabic(in: text, at: next, limit: limit) {
                // Digits follow a unit only: 3万4000, but not 三4.
                guard sum.isEmpty || sum.mayTakeNumber else { break }
                if sum.isEmpty { isArabic = true }
                sum.take(arabic.value, isArabic: true)
                next = arabic.end
            } else {
                let scalar = text.scalar(at: next)
                guard sum.take(scalar.value, followedByLargeUnit: isLargeUnit(in: text, at: scalar.end, limit: limit, spaced: spaced))
                else { break }
                next = scalar.end
            }
            end = next
            if spaced, next < limit, text[next] == 0x20 { next += 1 }
        }
        guard !sum.isEmpty, let value = sum.value else { return nil }
        return Match(value: value, end: end, isArabic: isArabic, hasUnit: sum.hasUnit)
    }

    /// So many characters, and runs of Arabic digits, at most.
    private static let longest = 64

    private static func isLargeUnit(in text: [UInt8], at offset: Int, limit: Int, spaced: Bool) -> Bool {
        let begin = spaced && offset < limit && text[offset] == 0x20 ? offset + 1 : offset
        return begin < limit && largeUnit(text.scalar(at: begin).value) != nil
    }

    /// A number while it is read, character by character.
    private struct Sum {
        /// What stands before 亿 and 兆, which multiply all of it.
        private var total = 0.0
        private var section = 0.0
        private var pending: Double?
        private var digits = 0.0
        private var digitCount = 0
        private var lastUnit = 0.0
        private var smallestLarge = Double.infinity
        private var sawZero = false
        private var isPendingArabic = false
        private(set) var hasUnit = false
        private(set) var isEmpty = true

        var mayTakeNumber: Bool { pending == nil && hasUnit && digitCount == 0 }

        mutating func take(_ number: Double, isArabic: Bool) {
            pending = number
            isPendingArabic = true
            isEmpty = false
        }

        /// - Returns: Whether the character belongs to the number.
        mutating func take(_ value: UInt32, followedByLargeUnit: Bool) -> Bool {
            if let digit = ChineseNumeral.digit(value) {
                guard !isPendingArabic || digit == 0 && hasUnit else { return false }
                // 二两: the unit of weight.
                if value == 0x4E24 || value == 0x5169, pending != nil { return false }
                if digit == 0, hasUnit || pending == nil && !isEmpty {
                    sawZero = true
                } else {
                    digits = digits * 10 + Double(digit)
                    digitCount += 1
                    pending = digits
                }
                isEmpty = false
                return true
            }
            if let unit = ChineseNumeral.smallUnit(value) {
                guard digitCount <= 1, !isPendingArabic || (pending ?? 0) < 1000 else { return false }
                // 五十千 is no number; 零十 is ten.
                guard pending != nil || lastUnit == 0 || lastUnit > unit || sawZero else { return false }
                section += (pending ?? 1) * unit
                unitTaken(unit)
                return true
            }
            if let unit = ChineseNumeral.largeUnit(value), hasUnit || pending != nil {
                let part = section + (pending ?? 0)
                if unit > smallestLarge || part == 0 {
                    total = (total + part).scaled(by: unit)
                } else {
                    total += part.scaled(by: unit)
                }
                smallestLarge = min(smallestLarge, unit)
                section = 0
                unitTaken(unit)
                return true
            }
            // 几 and 多 before a large unit: about so many.
            return ChineseNumeral.isVague(value) && followedByLargeUnit && !isEmpty
        }

        private mutating func unitTaken(_ unit: Double) {
            pending = nil
            isPendingArabic = false
            (digits, digitCount) = (0, 0)
            lastUnit = unit
            hasUnit = true
            sawZero = false
            isEmpty = false
        }

        var value: Double? {
            guard let pending else { return hasUnit ? total + section : 0 }
            guard hasUnit else { return pending }
            // 九十二万四 is 924,000: the last digit counts the next lower unit.
            let isShort = digitCount == 1 && !sawZero && lastUnit >= 100 && !isPendingArabic
            return total + section + (isShort ? pending * lastUnit / 10 : pending)
        }
    }

    private static func isVague(_ value: UInt32) -> Bool { [0x51E0, 0x5E7E, 0x591A, 0x4F59, 0x9918].contains(value) }

    static func arabic(in text: [UInt8], at offset: Int, limit: Int) -> Match? {
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
}

extension ChineseNumeral {
    /// A large unit, or several, at an offset: what a decimal before it is multiplied by.
    public static func scale(in text: [UInt8], at offset: Int, limit: Int) -> (value: Double, end: Int)? {
        var value = 1.0
        var end = offset
        while end < limit, case let scalar = text.scalar(at: end), let unit = largeUnit(scalar.value) {
            value *= unit
            end = scalar.end
        }
        return end > offset ? (value, end) : nil
    }
}
