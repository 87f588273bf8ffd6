import LinecasterKit
import LinecasterLanguage

/// What a measure has behind its unit: a smaller unit (`三斤二两`, `1米75厘米`) or the digits of its fraction (`14米21`, `身高一米八`).
struct ChineseCompoundMeasure {
    private let text: [UInt8]
    private let offset: Int
    private let limit: Int

    /// - Parameter offset: The byte after the first unit.
    init(in text: [UInt8], at offset: Int, limit: Int) {
        self.text = text
        self.offset = offset
        self.limit = limit
    }

    /// Units with the next smaller one, and how many of it make one.
    private static let smaller: [String: [(code: String, count: Double)]] = [
        "km": [("m", 1000)], "m": [("cm", 100)], "[zhang]": [("[chi]", 10)], "[chi]": [("[cun]", 10)], "[ft_i]": [("[in_i]", 12)],
        "[jin]": [("[liang]", 10)], "t": [("kg", 1000), ("[jin]", 2000)], "kg": [("g", 1000)], "[lb_av]": [("[oz_av]", 16)],
    ]

    /// The whole measure in its first unit, and where it ends.
    func more(_ number: ChineseNumbers.Match, _ unit: Unit) -> (value: Double, end: Int)? {
        guard number.value == number.value.rounded(), number.value >= 0, unit.factor == 1, let code = unit.code else { return nil }
        if let rest = rest(of: code) { return ((number.value * rest.count + rest.value) / rest.count, rest.end) }
        guard code == "m", number.value < 100 else { return nil }
        return number.isArabic ? digits(number.value) : numerals(number.value)
    }

    private func rest(of code: String) -> (value: Double, count: Double, end: Int)? {
        guard offset < limit, let smaller = Self.smaller[code], let number = ChineseNumeral.match(in: text, at: offset, limit: limit),
            let unit = ChineseUnits.match(in: text, at: number.end, limit: limit),
            let match = smaller.first(where: { $0.code == unit.unit.code }), number.value < match.count, number.value > 0
        else { return nil }
        return (number.value, match.count, unit.end)
    }

    /// `14米21`, `1米8`: one digit alone only where a pause or a word of heights follows.
    private func digits(_ whole: Double) -> (value: Double, end: Int)? {
        guard let fraction = DigitsBehindUnit(in: text, at: offset, limit: limit), fraction.count == 2 || endsMeasure(fraction.end) else {
            return nil
        }
        return (fraction.joined(to: whole), fraction.end)
    }

    /// `一米八`, `一米七五`.
    private func numerals(_ whole: Double) -> (value: Double, end: Int)? {
        var end = offset
        var value = whole
        var place = 10.0
        while end < limit, place <= 100, case let scalar = text.scalar(at: end), let digit = ChineseNumeral.digit(scalar.value), digit < 10
        {
            value = (value * place + Double(digit)) / place
            place *= 10
            end = scalar.end
        }
        return end > offset && endsMeasure(end) ? (value, end) : nil
    }

    private static let enders = ScalarSet("的左右多高长長宽寬厚深以个個头頭")

    private func endsMeasure(_ end: Int) -> Bool {
        guard end < limit else { return true }
        let next = text.scalar(at: end).value
        return characterClass(next) != .han && ChineseNumeral.digit(next) == nil || Self.enders.contains(next)
    }
}
