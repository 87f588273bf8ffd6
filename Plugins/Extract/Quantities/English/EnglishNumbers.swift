import LinecasterLanguage

/// Numbers of English text with what may stand about them: a sign, a fraction, dozens, a letter for thousands.
struct EnglishNumbers {
    let tokens: [EnglishToken]
    let text: [UInt8]
    private let numerals: EnglishNumeral

    init(_ source: EnglishTokens) {
        tokens = source.tokens
        text = source.text
        numerals = EnglishNumeral(tokens: source.tokens, text: source.text)
    }

    /// A number and the index of the token after it.
    struct Match {
        var value: Double
        var next: Int
        var isDigits = false
        /// Whether it is a word that counts as a number only beside a unit: one, a half.
        var isWeak = false
    }

    subscript(index: Int) -> EnglishToken { index >= 0 && index < tokens.count ? tokens[index] : .none }

    func term(_ index: Int) -> EnglishTerm { self[index].term }

    func isWord(_ index: Int, _ word: EnglishWord) -> Bool { term(index) == .word(word) }

    func isMark(_ index: Int, _ mark: Unicode.Scalar) -> Bool { term(index).isMark(mark) }

    /// The lower-case letters of a token.
    func lowered(_ index: Int) -> String { self[index].lowered(in: text) }

    // MARK: Numbers

    func match(at index: Int) -> Match? {
        guard index < tokens.count, !isInsideName(index) else { return nil }
        if let sign = sign(at: index), var match = magnitude(at: sign) {
            match.value = -match.value
            match.isWeak = false
            return match
        }
        return magnitude(at: index)
    }

    /// Digits and words glued to letters before them, such as A5 and COVID-19.
    private func isInsideName(_ index: Int) -> Bool {
        guard index > 0, self[index].isGlued else { return false }
        switch term(index - 1) {
        case .mark(let mark):
            guard mark == UInt8(ascii: "-") || mark == UInt8(ascii: "_") || mark == UInt8(ascii: "/") || mark == UInt8(ascii: "."),
                self[index - 1].isGlued
            else { return mark == UInt8(ascii: "=") || mark == UInt8(ascii: "%") && self[index].digits > 0 }
            return isLetters(index - 2) || self[index - 2].digits > 0 && self[index - 2].isGlued && isLetters(index - 3)
        default: return self[index].digits > 0 ? isLetters(index - 1) && !isSymbol(index - 1) : false
        }
    }

    private func isLetters(_ index: Int) -> Bool {
        let first = text.indices.contains(self[index].start) ? text[self[index].start] : 0
        return index >= 0 && (first | 0x20) &- 0x61 < 26 && !EnglishUnits.isCurrency(lowered(index)) && !isNumberWord(index)
    }

    private func isNumberWord(_ index: Int) -> Bool {
        switch term(index) {
        case .small, .tens, .scale: true
        default: false
        }
    }

    private func isSymbol(_ index: Int) -> Bool { EnglishUnits.isCurrency(lowered(index)) }

    private func sign(at index: Int) -> Int? {
        if isMark(index, "-"), !self[index].isGlued || isMark(index - 1, "(") { return index + 1 }
        return ["minus", "negative"].contains(lowered(index)) && term(index) == .other ? index + 1 : nil
    }

    private func magnitude(at index: Int) -> Match? {
        if let half = half(at: index) { return half }
        if let fraction = vulgar(at: index) { return fraction }
        guard let number = numerals.cardinal(at: index) else { return article(at: index) }
        let base = Match(
            value: number.value,
            next: number.next,
            isDigits: number.isDigits,
            isWeak: !number.isDigits && number.value == 1 && number.next == index + 1
        )
        if number.isDigits { return digits(base, at: index) }
        return spoken(base, at: index)
    }

    /// `½`
    private func vulgar(at index: Int) -> Match? {
        let values: [UInt32: Double] = [
            0xBD: 0.5, 0xBC: 0.25, 0xBE: 0.75, 0x2153: 1.0 / 3, 0x2154: 2.0 / 3, 0x215B: 0.125, 0x215C: 0.375, 0x215D: 0.625, 0x215E: 0.875,
        ]
        guard self[index].term == .other, self[index].end > self[index].start, text[self[index].start] >= 0x80 else { return nil }
        return values[text.scalar(at: self[index].start).value].map { Match(value: $0, next: index + 1, isDigits: true) }
    }

    /// `half`, `half a million`, `a quarter million`, `half a dozen`.
    private func half(at index: Int) -> Match? {
        let begin = isWord(index, .a) ? index + 1 : index
        let share: Double
        if isWord(begin, .half) { share = 0.5 } else if term(begin) == .unit(.quarter) { share = 0.25 } else { return nil }
        let next = isWord(begin + 1, .a) ? begin + 2 : begin + 1
        if case .scale(let scale) = term(next) { return Match(value: share * scale, next: next + 1) }
        if isDozen(next) { return Match(value: share * 12, next: next + 1) }
        guard share == 0.5, begin == index, isWord(begin + 1, .of) || isWord(begin - 1, .than) else { return nil }
        return Match(value: 0.5, next: begin + 1)
    }

    private func isDozen(_ index: Int) -> Bool { term(index) == .other && ["dozen", "dozens", "dz", "dzs"].contains(lowered(index)) }

    /// `a hundredth`, `a twenty-first`.
    private func article(at index: Int) -> Match? {
        guard isWord(index, .a) || isWord(index, .an), let denominator = denominator(at: index + 1, isPlural: false),
            denominator.value >= 20
        else { return nil }
        return Match(value: 1 / denominator.value, next: denominator.next)
    }

    // MARK: Digits

    private func digits(_ base: Match, at index: Int) -> Match {
        var match = base
        if let power = power(base) { return power }
        if let fraction = slash(base, at: index) { return fraction }
        // 10 1/2
        if match.value == match.value.rounded(), let rest = numerals.digits(at: match.next),
            let fraction = slash(Match(value: rest.value, next: rest.next, isDigits: true), at: match.next), fraction.value < 1,
            !self[match.next].isGlued
        {
            return Match(value: match.value + fraction.value, next: fraction.next, isDigits: true)
        }
        // 5G is a generation of telephones.
        if let letter = letter(at: match.next), !(match.value <= 6 && lowered(match.next) == "g") {
            match.value *= letter
            match.next += 1
        }
        if isDozen(match.next) { return Match(value: match.value * 12, next: match.next + 1, isDigits: true) }
        if let over = over(match) { return over }
        if let more = andMore(match) { return more }
        return match
    }

    /// `6 crore and two hundred`.
    private func andMore(_ match: Match) -> Match? {
        guard case .scale(let scale) = term(match.next - 1), isWord(match.next, .and), let rest = numerals.cardinal(at: match.next + 1),
            rest.value < scale, rest.value >= 100, case .scale = term(rest.next - 1)
        else { return nil }
        guard scale > 1000 else { return nil }
        return Match(value: match.value + rest.value, next: rest.next, isDigits: match.isDigits)
    }

    private static let letters: [String: Double] = [
        "k": 1e3, "K": 1e3, "M": 1e6, "mm": 1e6, "MM": 1e6, "mil": 1e6, "m": 1, "b": 1e9, "B": 1e9, "bn": 1e9, "G": 1e9, "T": 1e12,
    ]

    /// What 2.5m counts, where it measures nothing.
    private static let counted = PhraseSet(
        """
        people adults children pupils students patients viewers listeners readers users customers voters votes workers jobs homes households families \
        passengers visitors tourists trips visits cars vehicles copies subscribers members followers Britons Americans Australians migrants refugees \
        residents tonnes tons barrels litres gallons hectares acres shares downloads tickets doses women men taxpayers pensioners motorists
        """
    )

    /// A letter for thousands, millions and so on, glued to the digits or, for k, after a space.
    private func letter(at index: Int) -> Double? {
        guard index < tokens.count, self[index].end - self[index].start <= 3,
            index + 1 >= tokens.count || !self[index + 1].isGlued || !isLetters(index + 1) && self[index + 1].digits == 0
        else { return nil }
        let name = String(decoding: text[self[index].start..<self[index].end], as: UTF8.self)
        if name == "m", self[index].isGlued, Self.counted.contains(text, self[index + 1].start..<self[index + 1].end) { return 1e6 }
        guard let scale = Self.letters[name], scale > 1, name != "mm", self[index].isGlued || name == "k" || name == "M" else { return nil }
        return scale
    }

    private func slash(_ numerator: Match, at index: Int) -> Match? {
        guard isMark(numerator.next, "/"), self[numerator.next].isGlued, self[numerator.next + 1].isGlued,
            self[numerator.next + 1].digits > 0, self[numerator.next + 1].number > 0, !isMark(numerator.next + 2, "/"),
            !(isMark(numerator.next + 2, ".") && self[numerator.next + 3].isGlued && self[numerator.next + 3].digits > 0),
            self[index].digits > 0
        else { return nil }
        return Match(value: numerator.value / Double(self[numerator.next + 1].number), next: numerator.next + 2, isDigits: true)
    }

    /// `1.1^23`, `1.3e6`, `12e-1`.
    private func power(_ base: Match) -> Match? {
        if isMark(base.next, "^"), self[base.next].isGlued {
            guard let exponent = exponent(at: base.next + 1) else { return nil }
            return Match(value: raised(base.value, exponent.value), next: exponent.next, isDigits: true)
        }
        guard lowered(base.next) == "e", self[base.next].isGlued, let exponent = exponent(at: base.next + 1) else { return nil }
        return Match(value: base.value * raised(10, exponent.value), next: exponent.next, isDigits: true)
    }

    private func exponent(at index: Int) -> (value: Int, next: Int)? {
        let isNegative = isMark(index, "-")
        let begin = isNegative || isMark(index, "+") ? index + 1 : index
        guard self[begin].digits > 0, self[begin].digits <= 3, self[begin].isGlued else { return nil }
        return (isNegative ? -self[begin].number : self[begin].number, begin + 1)
    }

    private func raised(_ base: Double, _ exponent: Int) -> Double {
        var result = 1.0
        for _ in 0..<abs(exponent) { result *= base }
        return exponent < 0 ? 1 / result : result
    }

    // MARK: Words

    private func spoken(_ base: Match, at index: Int) -> Match {
        var match = base
        if let decimals = decimals(at: match.next) {
            match.value += decimals.value
            match.next = decimals.next
            match.isWeak = false
        }
        if isDozen(match.next) { return Match(value: match.value * 12, next: match.next + 1) }
        if let over = over(match) { return over }
        if let more = mixed(match) ?? wholeAnd(match, at: index) { return more }
        if let fraction = fraction(match, at: index) { return fraction }
        if let more = hundredsAnd(match) { return more }
        return match
    }

    /// `point seventy-one`, `point nought four`.
    private func decimals(at index: Int) -> (value: Double, next: Int)? {
        guard isWord(index, .point) else { return nil }
        var next = index + 1
        var value = 0.0
        var place = 1.0
        while let number = numerals.cardinal(at: next), !number.isDigits, number.value < 100 {
            place *= number.value < 10 ? 10 : 100
            value += number.value / place
            next = number.next
        }
        return next > index + 1 ? (value, next) : nil
    }

    /// `one over twenty`, `two out of five hundred`, `1 in twenty-one`.
    private func over(_ match: Match) -> Match? {
        let next: Int
        if isWord(match.next, .over) || isWord(match.next, .in) && match.value == 1 {
            next = match.next + 1
        } else if isWord(match.next, .out), isWord(match.next + 1, .of) {
            next = match.next + 2
        } else {
            return nil
        }
        guard let rest = numerals.cardinal(at: next), rest.value > match.value || isWord(match.next, .over), rest.value > 0,
            rest.value >= 20 || isWord(match.next, .over), !isUnit(rest.next)
        else { return nil }
        return Match(value: match.value / rest.value, next: rest.next)
    }

    private func isUnit(_ index: Int) -> Bool {
        switch term(index) {
        case .unit, .units: true
        default: false
        }
    }

    /// `one and a half`, `two million and three fifths`, `five and a half million`.
    private func mixed(_ match: Match) -> Match? {
        guard isWord(match.next, .and) else { return nil }
        let begin = match.next + 1
        var share: (value: Double, next: Int)?
        if isWord(begin, .a) || term(begin) == .small(1) {
            if isWord(begin + 1, .half) {
                share = (0.5, begin + 2)
            } else if term(begin + 1) == .unit(.quarter) {
                share = (0.25, begin + 2)
            } else if let one = denominator(at: begin + 1, isPlural: false), isWord(begin, .a) {
                share = (1 / one.value, one.next)
            }
        } else if let numerator = numerals.cardinal(at: begin), numerator.value < 100,
            let of = denominator(at: numerator.next, isPlural: true)
        {
            share = (numerator.value / of.value, of.next)
        }
        guard let share else { return nil }
        if case .scale(let scale) = term(share.next) {
            return Match(value: (match.value + share.value).scaled(by: scale), next: share.next + 1)
        }
        // Two million and a half: the fraction is of the million.
        var unit = 1.0
        if case .scale(let scale) = term(match.next - 1), scale >= 1000 { unit = scale }
        return Match(value: match.value + share.value * unit, next: share.next)
    }

    /// `two million and three fifths`: what follows `and` is the numerator alone.
    private func wholeAnd(_ match: Match, at index: Int) -> Match? {
        guard let joint = (index..<match.next).last(where: { isWord($0, .and) }), case .scale(let scale) = term(joint - 1),
            let whole = EnglishNumeral(tokens: Array(tokens[..<joint]), text: text).cardinal(at: index), whole.next == joint,
            let numerator = numerals.cardinal(at: joint + 1)
        else { return nil }
        let of =
            isWord(numerator.next, .half) && numerator.value == 1
            ? (value: 2.0, next: numerator.next + 1) : denominator(at: numerator.next, isPlural: true)
        guard let of else { return nil }
        let share = numerator.value / of.value
        if case .scale(let unit) = term(of.next) { return Match(value: whole.value + share * unit, next: of.next + 1) }
        return Match(value: whole.value + share * (scale >= 1000 ? scale : 1), next: of.next)
    }

    /// `five eighths`, `one-eighth`, `twenty twenty-fifths`.
    private func fraction(_ match: Match, at index: Int) -> Match? {
        let joint = isMark(match.next, "-") && self[match.next].isGlued ? match.next + 1 : match.next
        if case .tens(let tens) = term(match.next - 1), match.value > Double(tens), let of = denominator(at: joint, isPlural: true),
            of.value < 10, !isWord(match.next - 2, .and)
        {
            return Match(value: (match.value - Double(tens)) / (Double(tens) + of.value), next: of.next)
        }
        guard let of = denominator(at: joint, isPlural: match.value != 1) else { return nil }
        if match.value == 1, joint == match.next, case .ordinal = term(joint), of.value <= 2 { return nil }
        return Match(value: match.value / of.value, next: of.next)
    }

    private func denominator(at index: Int, isPlural: Bool) -> (value: Double, next: Int)? {
        switch term(index) {
        case .fractions(let value): return (Double(value), index + 1)
        case .ordinal(let value) where !isPlural: return value > 2 ? (Double(value), index + 1) : nil
        case .units(.quarter): return (4, index + 1)
        case .unit(.quarter) where !isPlural: return (4, index + 1)
        case .tens(let tens):
            let joint = isMark(index + 1, "-") ? index + 2 : index + 1
            if case .fractions(let value) = term(joint), value < 10 { return (Double(tens + value), joint + 1) }
            if !isPlural, case .ordinal(let value) = term(joint), value < 10 { return (Double(tens + value), joint + 1) }
            return nil
        default: return nil
        }
    }

    /// `twenty-one trillion and three hundred`, `three hundred and two dozens`.
    private func hundredsAnd(_ match: Match) -> Match? {
        guard isWord(match.next, .and), case .scale(let scale) = term(match.next - 1), let rest = numerals.cardinal(at: match.next + 1),
            !rest.isDigits, rest.value < scale
        else { return nil }
        if isDozen(rest.next) { return Match(value: match.value + rest.value * 12, next: rest.next + 1) }
        guard rest.value >= 100 || scale == 100 else { return nil }
        return Match(value: match.value + rest.value, next: rest.next)
    }

    // MARK: Ordinals

    /// `21st`, `one hundred twenty-fifth`, `third`, `two hundredth`.
    func ordinal(at index: Int) -> Match? {
        if self[index].digits > 0, self[index + 1].isGlued, !isInsideName(index), case .word(let suffix) = term(index + 1),
            [.st, .nd, .rd, .th].contains(suffix), self[index].number >= 0,
            // 12st is a weight.
            suffix != .st || self[index].number % 10 == 1 && self[index].number != 11
        {
            return Match(value: Double(self[index].number), next: index + 2, isDigits: true)
        }
        if case .ordinal(let value) = term(index) {
            return index > 0 && self[index].isGlued && isMark(index - 1, "-") ? nil : Match(value: Double(value), next: index + 1)
        }
        guard let number = numerals.cardinal(at: index), !number.isDigits else { return nil }
        let joint = isMark(number.next, "-") ? number.next + 1 : isWord(number.next, .and) ? number.next + 1 : number.next
        guard case .ordinal(let value) = term(joint), joint == number.next || value < 100 else { return nil }
        if value >= 100 { return number.value < Double(value) ? Match(value: number.value * Double(value), next: joint + 1) : nil }
        let isTens: Bool = if case .tens = term(number.next - 1) { true } else { false }
        guard isTens ? value < 10 : number.value.truncatingRemainder(dividingBy: 100) == 0 && number.value >= 100 else { return nil }
        return Match(value: number.value + Double(value), next: joint + 1)
    }
}
