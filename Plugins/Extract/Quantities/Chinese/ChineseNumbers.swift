import LinecasterLanguage

/// Numbers of Chinese text with what may stand about the digits: a sign, a decimal point, a fraction, an exponent.
struct ChineseNumbers {
    let text: [UInt8]
    let start: Int
    let limit: Int

    /// A number as read.
    struct Match {
        var value: Double
        var end: Int
        var isArabic: Bool
        /// Whether it holds more than bare digits: a unit such as 十, a point, a sign.
        var isCertain: Bool
    }

    private static let signs = PhraseSet("负 負 － - 零下")
    private static let points = PhraseSet("点 點 .")
    private static let parts = PhraseSet("分之 分 之")
    private static let wholes = PhraseSet("又 ")

    func match(at offset: Int) -> Match? {
        guard let sign = Self.signs.match(in: text, at: offset, limit: limit) else { return magnitude(at: offset) }
        guard text[offset] >= 0x80 || !isAfterNumber(offset), var match = magnitude(at: skip(sign)) else { return nil }
        match.value = -match.value
        match.isCertain = true
        return match
    }

    /// A hyphen after digits or letters is no sign.
    private func isAfterNumber(_ offset: Int) -> Bool {
        var place = offset
        while place > start, text[place - 1] == 0x20 { place -= 1 }
        guard let before = text.scalar(before: place, from: start) else { return false }
        if place < offset { return characterClass(before.value) == .digit }
        return characterClass(before.value) != .space && characterClass(before.value) != .opening && characterClass(before.value) != .pause
    }

    func skip(_ offset: Int) -> Int {
        var offset = offset
        while offset < limit, text[offset] == 0x20 { offset += 1 }
        return offset
    }

    private func magnitude(at offset: Int) -> Match? {
        guard let first = decimal(at: offset) else { return nil }
        if let fraction = fraction(after: first) { return fraction }
        // 三百五又三分之一, 1 4/3
        let gap = skip(first.end)
        let inner = text.holds("又", at: gap) ? skip(gap + 3) : gap
        guard inner < limit, inner > gap || first.isArabic && gap > first.end, let rest = decimal(at: inner),
            let fraction = inner > gap ? fraction(after: rest) : slash(after: rest)
        else { return power(slash(after: first) ?? first) }
        return Match(value: first.value + fraction.value, end: fraction.end, isArabic: false, isCertain: true)
    }

    /// `三分之一`, `３ 分  之 一百五十七`: the denominator first.
    private func fraction(after denominator: Match) -> Match? {
        let gap = skip(denominator.end)
        guard text.holds("分", at: gap), case let of = skip(gap + 3), text.holds("之", at: of) else { return nil }
        let begin = skip(of + 3)
        let sign = Self.signs.match(in: text, at: begin, limit: limit)
        guard let numerator = decimal(at: sign.map(skip) ?? begin), denominator.value != 0 else { return nil }
        return Match(
            value: (sign == nil ? 1 : -1) * numerator.value / denominator.value,
            end: numerator.end,
            isArabic: false,
            isCertain: true
        )
    }

    /// `4/3`
    private func slash(after numerator: Match) -> Match? {
        guard numerator.isArabic, numerator.end + 1 < limit, text[numerator.end] == 0x2F,
            let rest = ChineseNumeral.match(in: text, at: numerator.end + 1, limit: limit), rest.isArabic, rest.value != 0,
            rest.end >= limit || text[rest.end] != 0x2F
        else { return nil }
        return Match(value: numerator.value / rest.value, end: rest.end, isArabic: true, isCertain: true)
    }

    /// `2^5`, `-1e1`, `40k`.
    private func power(_ base: Match) -> Match {
        guard base.isArabic, base.end < limit else { return base }
        let mark = text[base.end]
        if mark == UInt8(ascii: "^") || mark | 0x20 == UInt8(ascii: "e"), let exponent = exponent(at: base.end + 1) {
            return Match(
                value: mark == UInt8(ascii: "^") ? raised(base.value, exponent.value) : base.value * raised(10, exponent.value),
                end: exponent.end,
                isArabic: true,
                isCertain: true
            )
        }
        let gap = skip(base.end)
        guard gap < limit, gap + 1 >= limit || (text[gap + 1] | 0x20) &- 0x61 >= 26, let scale = Self.letters[text[gap]] else {
            return base
        }
        return Match(value: base.value.scaled(by: scale), end: gap + 1, isArabic: true, isCertain: true)
    }

    private static let letters: [UInt8: Double] = [
        UInt8(ascii: "k"): 1e3, UInt8(ascii: "K"): 1e3, UInt8(ascii: "M"): 1e6, UInt8(ascii: "G"): 1e9,
    ]

    private func exponent(at offset: Int) -> (value: Int, end: Int)? {
        var begin = offset
        var sign = 1
        while begin < limit, text[begin] == UInt8(ascii: "-") || text[begin] == UInt8(ascii: "+") {
            if text[begin] == UInt8(ascii: "-") { sign = -sign }
            begin += 1
        }
        guard let number = ChineseNumeral.match(in: text, at: begin, limit: limit), number.isArabic, !number.hasUnit,
            let value = Int(exactly: number.value), value < 400
        else { return nil }
        return (sign * value, number.end)
    }

    /// A whole power, by multiplication.
    private func raised(_ base: Double, _ exponent: Int) -> Double {
        var result = 1.0
        for _ in 0..<abs(exponent) { result *= base }
        return exponent < 0 ? 1 / result : result
    }

    /// A number with its decimals in Chinese: `十点二三三`, `.5`.
    private func decimal(at offset: Int) -> Match? {
        if offset + 1 < limit, text[offset] == 0x2E, text[offset + 1] &- 0x30 < 10,
            let rest = ChineseNumeral.match(in: text, at: offset + 1, limit: limit)
        {
            let digits = String(decoding: text[(offset + 1)..<rest.end], as: UTF8.self)
            return Double("0." + digits).map { Match(value: $0, end: rest.end, isArabic: true, isCertain: true) }
        }
        guard let whole = ChineseNumeral.match(in: text, at: offset, limit: limit, spaced: true) else { return nil }
        var match = Match(value: whole.value, end: whole.end, isArabic: whole.isArabic, isCertain: whole.hasUnit)
        guard !whole.isArabic || whole.hasUnit, let point = Self.points.match(in: text, at: skip(whole.end), limit: limit),
            let decimals = decimals(at: skip(point))
        else { return match }
        match.value += decimals.value
        match.end = decimals.end
        match.isCertain = true
        // 1.5万 said 一点五万.
        if let scaled = ChineseNumeral.scale(in: text, at: match.end, limit: limit) {
            match.value = match.value.scaled(by: scaled.value)
            match.end = scaled.end
        }
        return match
    }

    private func decimals(at offset: Int) -> (value: Double, end: Int)? {
        var value = 0.0
        var place = 1.0
        var end = offset
        var next = offset
        while next < limit, case let scalar = text.scalar(at: next),
            let digit = ChineseNumeral.digit(scalar.value) ?? (scalar.value &- 0x30 < 10 ? Int(scalar.value) - 0x30 : nil), place < 1e16
        {
            value = value * 10 + Double(digit)
            place *= 10
            end = scalar.end
            next = skip(end)
        }
        return end > offset ? (value / place, end) : nil
    }
}
