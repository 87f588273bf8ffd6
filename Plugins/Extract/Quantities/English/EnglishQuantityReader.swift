import LinecasterKit
import LinecasterLanguage

/// Reads English quantities: `$1.2 million`, `five per cent`, `29 years old`, `six feet`, `the third`.
final class EnglishQuantityReader {
    let tokens: [EnglishToken]
    let numbers: EnglishNumbers

    init(_ source: EnglishTokens) {
        tokens = source.tokens
        numbers = EnglishNumbers(source)
    }

    typealias Match = (quantity: Quantity, next: Int)

    func match(at index: Int) -> Match? {
        guard mayBegin(index) else { return nil }
        if let money = moneyBefore(at: index) { return money }
        if let reversed = percentOf(at: index) { return reversed }
        let ordinal = numbers.ordinal(at: index)
        guard let number = numbers.match(at: index), number.next > ordinal?.next ?? 0 || number.next == ordinal?.next && number.value < 1
        else {
            return ordinal.flatMap { isFraction(index) ? nil : (Quantity(kind: .ordinal, value: $0.value, unit: ""), $0.next) }
        }
        if index > 0, numbers.lowered(index - 1) == "aged", number.value < 130 {
            return (Quantity(kind: .age, value: number.value, unit: "", code: "a"), number.next)
        }
        return age(number) ?? measured(number, at: index) ?? bare(number, at: index)
    }

    /// Whether a quantity may begin at a token: one look at most words of a text.
    func mayBegin(_ index: Int) -> Bool {
        guard index < tokens.count else { return false }
        switch tokens[index].term {
        case .digits, .small, .tens, .scale, .ordinal: return true
        case .mark(let mark):
            return mark == UInt8(ascii: "$") || mark == UInt8(ascii: "-") || mark == UInt8(ascii: ".") && numbers[index + 1].digits > 0
        case .word(let word): return word == .a || word == .an || word == .half || word == .c || word == .per
        case .unit(let unit): return unit == .quarter
        case .other: return tokens[index].openings.contains(.amount)
        default: return false
        }
    }

    /// A third of something is no ordinal.
    private func isFraction(_ index: Int) -> Bool {
        guard case .ordinal(let value) = numbers.term(index), value >= 3 else { return false }
        return numbers.isWord(index - 1, .a) && value >= 1000 || numbers.isWord(index + 1, .of) && numbers.isWord(index - 1, .a)
    }

    // MARK: Units

    /// Tokens as one name, with spaces where the text has them.
    func joined(_ index: Int, _ length: Int) -> String {
        var name = ""
        for offset in index..<min(index + length, tokens.count) {
            if offset > index, !tokens[offset].isGlued { name += " " }
            name += numbers.lowered(offset)
        }
        return name
    }

    func text(_ from: Int, _ to: Int) -> String {
        guard from < to, to <= tokens.count else { return "" }
        return String(decoding: numbers.text[tokens[from].start..<tokens[to - 1].end], as: UTF8.self)
    }

    func unitAt(_ index: Int) -> (unit: Unit, next: Int)? {
        guard index < tokens.count else { return nil }
        for length in stride(from: EnglishUnits.longest, through: 1, by: -1) where index + length <= tokens.count {
            guard let unit = EnglishUnits.unit(joined(index, length)) else { continue }
            let next = index + length
            // A unit of letters ends as a word does.
            if numbers[next].isGlued, numbers[next].digits > 0 || numbers[next].term == .other && numbers.text[numbers[next].start] < 0x80 {
                continue
            }
            return (unit, next)
        }
        return nil
    }

    private func measured(_ number: EnglishNumbers.Match, at index: Int) -> Match? {
        var begin = number.next
        if numbers.isMark(begin, "-"), numbers[begin].isGlued, numbers[begin + 1].isGlued { begin += 1 }
        if let bracketed = bracketed(begin, number) { return bracketed }
        guard let found = unitAt(begin), isWanted(found.unit, begin, found.next, number, index) else { return nil }
        var value = number.value * found.unit.factor
        var next = found.next
        if found.unit.kind == .money {
            if case .scale(let scale) = numbers.term(next), scale >= 1000 {
                (value, next) = (value.scaled(by: scale), next + 1)
            } else if let coins = coins(next, found.unit) {
                (value, next) = (value + coins.value, coins.next)
            }
        }
        if let rest = smaller(next, than: found.unit) { (value, next) = (value + rest.value, rest.next) }
        // Half a million pounds, a five-pound note: nobody weighs so.
        let isPound = found.unit.code == "[lb_av]" && numbers.lowered(begin).hasPrefix("pound")
        if isPound, value >= 100_000 || ["note", "notes", "coin", "coins"].contains(numbers.lowered(next)) {
            return (Quantity(kind: .money, value: value, unit: text(begin, found.next), code: "£"), next)
        }
        let kind = found.unit.code == "deg" ? degrees(index, next) : found.unit.kind
        return (Quantity(kind: kind, value: value, unit: text(begin, found.next), code: found.unit.code), next)
    }

    private func bracketed(_ index: Int, _ number: EnglishNumbers.Match) -> Match? {
        for (open, close) in [("(", ")"), ("[", "]"), ("<", ">")] as [(Unicode.Scalar, Unicode.Scalar)]
        where numbers.isMark(index, open) && numbers.isMark(index + 2, close) {
            guard let unit = EnglishUnits.unit(numbers.lowered(index + 1)), unit.kind != .count, unit.kind != .money, unit.kind != .percent,
                numbers.lowered(index + 1).utf8.count > 1
            else { return nil }
            return (Quantity(kind: unit.kind, value: number.value, unit: text(index, index + 3), code: unit.code), index + 3)
        }
        return nil
    }

    /// Units that are words of other senses too.
    private func isWanted(_ unit: Unit, _ begin: Int, _ next: Int, _ number: EnglishNumbers.Match, _ index: Int) -> Bool {
        let name = numbers.lowered(begin)
        let isGlued = numbers[begin].isGlued
        if next == begin + 1, name.utf8.count == 1, name.first?.isLetter == true {
            // 48m and 100t are units, 5 m too; the letter of a plan or a sheet is none.
            if name == "p" { return isGlued && number.isDigits }
            // 30C, 86F: of the weather; the letter of a room is none.
            if name == "c" || name == "f" { return isGlued && number.isDigits && isWeather(number, begin, index) }
            if name == "g", numbers.text[numbers[begin].start] == UInt8(ascii: "G") { return false }
            if name == "t" || name == "g" || name == "l" { return isGlued && number.isDigits }
            return number.isDigits && !(name == "m" && isGlued && numbers.isMark(index - 1, "$"))
        }
        if name == "st" { return isGlued && number.isDigits }
        if name == "in", next == begin + 1 { return isGlued || numbers.isMark(begin - 1, "-") }
        if name == "\"" { return number.isDigits && numbers.text[..<numbers[begin].start].suffix(200).filter { $0 == 0x22 }.count % 2 == 0 }
        if name == "pounds" || name == "pound" || name == "mark" || name == "real" || name == "won" || name == "dong" { return true }
        if name == "turn" || name == "turns" || name == "stone" || name == "bit" { return number.value > 1 }
        return true
    }

    private static let places: Set<String> = [
        "room", "section", "flat", "seat", "row", "line", "gate", "article", "class", "block", "unit", "platform", "exit",
    ]

    private func isWeather(_ number: EnglishNumbers.Match, _ begin: Int, _ index: Int) -> Bool {
        let isCapital = numbers.text[numbers[begin].start] < 0x61
        let isCelsius = numbers.lowered(begin) == "c"
        let bounds = isCelsius ? -60.0...60 : -80.0...140
        // F-Series, 14.7C/ per security, a 13F filing
        guard !numbers[begin + 1].isGlued || !numbers.isMark(begin + 1, "-") && !numbers.isMark(begin + 1, "/"),
            isCelsius || number.value >= 20 || number.value < 0
        else { return false }
        return isCapital && bounds.contains(number.value) && number.value.magnitude >= 5
            && !Self.places.contains(numbers.lowered(index - 1))
    }

    /// `15 dollars and 50 cents`, `17 USD 25`, `15 dollars 50`.
    private func coins(_ index: Int, _ unit: Unit) -> (value: Double, next: Int)? {
        let begin = numbers.isWord(index, .and) ? index + 1 : index
        guard let number = numbers.match(at: begin), number.value < 100, number.value >= 1, number.value == number.value.rounded(),
            !numbers.isMark(begin, "-")
        else { return nil }
        if let coin = unitAt(number.next), coin.unit.code == "¢" || coin.unit.code == "p" { return (number.value / 100, coin.next) }
        if numbers.lowered(number.next) == "mao", unit.code == "CNY" {
            let rest = numbers.match(at: number.next + 1)
            return (number.value / 10 + (rest?.value ?? 0) / 100, rest?.next ?? number.next + 1)
        }
        switch numbers.term(number.next) {
        case .other where number.next < tokens.count: return nil
        case .unit, .units, .scale, .digits, .month, .weekday: return nil
        case .mark(let mark)
        where mark == UInt8(ascii: "$") || mark == UInt8(ascii: "%") || mark == UInt8(ascii: "-") || mark == UInt8(ascii: ":"): return nil
        default: return (number.value / 100, number.next)
        }
    }

    /// Units with the next smaller one, by the names that it has beside them, and how many of it make one.
    private static let smaller: [String: (count: Double, names: Set<String>)] = [
        "[ft_i]": (12, ["in", "inch", "inches", "\"", "″"]), "[lb_av]": (16, ["oz", "ounce", "ounces"]),
        "[stone_av]": (14, ["lb", "lbs", "pound", "pounds"]),
    ]

    /// `6ft 2in`, `7lb 4oz`: what the smaller unit adds, in the larger one.
    private func smaller(_ index: Int, than unit: Unit) -> (value: Double, next: Int)? {
        guard let code = unit.code, let smaller = Self.smaller[code], let number = numbers.match(at: index), number.value < smaller.count,
            smaller.names.contains(numbers.lowered(number.next))
        else { return nil }
        return (number.value / smaller.count, number.next + 1)
    }

    private static let turning: Set<String> = [
        "rotate", "rotated", "turn", "turned", "angle", "angles", "tilt", "tilted", "spin", "latitude", "longitude",
    ]

    /// Degrees without a scale: of an angle where something turns, of heat elsewhere.
    private func degrees(_ index: Int, _ next: Int) -> QuantityKind {
        let around = max(0, index - 6)..<min(tokens.count, next + 3)
        return around.contains { Self.turning.contains(numbers.lowered($0)) } ? .angle : .temperature
    }

    // MARK: Ages, shares

    /// `29 years old`, `five years of age`, `87 yo`, `29-year-old`.
    private func age(_ number: EnglishNumbers.Match) -> Match? {
        func hyphen(_ index: Int) -> Int { numbers.isMark(index, "-") ? index + 1 : index }
        let begin = hyphen(number.next)
        if numbers.lowered(begin) == "yo" {
            return (Quantity(kind: .age, value: number.value, unit: text(begin, begin + 1), code: "a"), begin + 1)
        }
        let unit: TimeLength.Unit
        switch numbers.term(begin) {
        case .unit(let single), .units(let single): unit = single
        default: return nil
        }
        guard let code = [TimeLength.Unit.year: "a", .month: "mo", .week: "wk", .day: "d"][unit] else { return nil }
        let after = hyphen(begin + 1)
        if numbers.lowered(after) == "old" || numbers.lowered(after) == "olds" {
            return (Quantity(kind: .age, value: number.value, unit: text(begin, after + 1), code: code), after + 1)
        }
        guard numbers.isWord(after, .of), numbers.lowered(after + 1) == "age" else { return nil }
        return (Quantity(kind: .age, value: number.value, unit: text(begin, after + 2), code: code), after + 2)
    }

    /// `per cent of twenty`
    private func percentOf(at index: Int) -> Match? {
        let isTwo = numbers.isWord(index, .per) && numbers.lowered(index + 1) == "cent"
        guard isTwo || ["percent", "percents"].contains(numbers.lowered(index)), case let of = index + (isTwo ? 2 : 1),
            numbers.isWord(of, .of), let number = numbers.match(at: of + 1)
        else { return nil }
        return (Quantity(kind: .percent, value: number.value, unit: text(index, of + 1)), number.next)
    }

    private func bare(_ number: EnglishNumbers.Match, at index: Int) -> Match? {
        guard !number.isWeak, number.value.magnitude < 1e30 else { return nil }
        // Letters glued to the digits make a name of them: 3D, 173C.
        if numbers[number.next].isGlued {
            switch numbers.term(number.next) {
            case .mark(let mark):
                if mark == UInt8(ascii: "%") || mark == UInt8(ascii: "_") { return nil }
            case .other: return nil
            case .word(let word): if ![.oclock].contains(word) { return nil }
            default: if number.isDigits { return nil }
            }
        }
        return (Quantity(kind: .number, value: number.value, unit: ""), number.next)
    }
}
