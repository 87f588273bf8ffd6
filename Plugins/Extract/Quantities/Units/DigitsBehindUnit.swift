import LinecasterLanguage

/// Digits right behind a unit that are the fraction of the number before it, as sport writes its results: `10秒06`, `14米21`.
struct DigitsBehindUnit {
    private let value: Double
    /// How many digits.
    let count: Int
    /// The byte after them.
    let end: Int

    /// - Returns: nil where no digits stand there, or where they belong to what follows: a point, a unit, more of a number.
    init?(in text: [UInt8], at offset: Int, limit: Int) {
        var end = offset
        var value = 0.0
        while end < limit, text[end] &- 0x30 < 10, end - offset < 4 {
            value = value * 10 + Double(text[end] &- 0x30)
            end += 1
        }
        guard (1...3).contains(end - offset) else { return nil }
        if end < limit {
            let next = text.scalar(at: end).value
            let isDecimal = next == 0x2E && end + 1 < limit && text[end + 1] &- 0x30 < 10
            guard !isDecimal, next >= 0x80 || !Self.glued.contains(next),
                Self.ranks.match(in: text, at: end, limit: limit) != nil || ChineseUnits.match(in: text, at: end, limit: limit) == nil,
                !Self.others.contains(next)
            else { return nil }
        }
        (self.value, count, self.end) = (value, end - offset, end)
    }

    /// The number with the digits as its fraction.
    func joined(to whole: Double) -> Double {
        let scale = [1, 10, 100, 1000][count]
        return (whole * Double(scale) + value) / Double(scale)
    }

    /// 名 is no unit there.
    private static let ranks = PhraseSet("名列 位列 位居")
    private static let glued = ScalarSet("0123456789%:/-~+×xXABCDEFGHIJKLMNOPQRSTUVWYZabcdefghijklmnopqrstuvwyz")
    private static let others = ScalarSet("年月日时時分秒点點：－—～至％余多万亿萬億千百环環号號枪")
}
