/// Numbers in English text: `1,674.5 million`, `twenty-one`, `two hundred and fifteen`.
struct EnglishNumeral {
    let tokens: [EnglishToken]
    let text: [UInt8]

    /// A number and the index of the token after it.
    struct Match {
        var value: Double
        var next: Int
        /// Whether it is written in digits.
        var isDigits = false
    }

    private subscript(index: Int) -> EnglishToken { index >= 0 && index < tokens.count ? tokens[index] : .none }

    private func term(_ index: Int) -> EnglishTerm { self[index].term }

    private func isMark(_ index: Int, _ mark: Unicode.Scalar) -> Bool { term(index).isMark(mark) }

    /// A number in digits or in words.
    func cardinal(at index: Int) -> Match? {
        guard index < tokens.count else { return nil }
        return digits(at: index).map(scaled) ?? words(at: index)
    }

    // MARK: Digits

    /// `1,674,200.5`, `.08`.
    func digits(at index: Int) -> Match? {
        var next = index
        var literal = ""
        if term(index) == .digits {
            literal = string(index)
            next += 1
            next = thousands(&literal, next)
        } else if !isMark(index, ".") || index + 1 >= tokens.count || index > 0 && self[index].isGlued && !isMark(index - 1, "-") {
            return nil
        }
        if isMark(next, "."), next + 1 < tokens.count, next == index || self[next].isGlued, self[next + 1].isGlued,
            term(next + 1) == .digits
        {
            literal += "." + string(next + 1)
            next += 2
        }
        guard next > index, literal.utf8.count < 400, let value = Double(literal.first == "." ? "0" + literal : literal) else { return nil }
        return Match(value: value, next: next, isDigits: true)
    }

    private func string(_ index: Int) -> String { String(decoding: text[self[index].start..<self[index].end], as: UTF8.self) }

    /// Groups of three digits after commas; of two before the last in Indian numbers.
    private func thousands(_ literal: inout String, _ start: Int) -> Int {
        guard literal.utf8.count <= 3 else { return start }
        var next = start
        var groups: [String] = []
        while isMark(next, ","), next + 1 < tokens.count, self[next].isGlued, self[next + 1].isGlued,
            (2...3).contains(self[next + 1].digits)
        {
            groups.append(string(next + 1))
            next += 2
        }
        let isIndian =
            groups.count > 1 && groups.dropLast().allSatisfy { $0.utf8.count == 2 } && groups.last?.utf8.count == 3
            && literal.utf8.count <= 2
        guard !groups.isEmpty, isIndian || groups.allSatisfy({ $0.utf8.count == 3 }) else { return start }
        literal += groups.joined()
        return next
    }

    /// `1.2 million`, `3 hundred and 21`.
    private func scaled(_ match: Match) -> Match {
        var match = match
        while case .scale(let scale) = term(match.next) {
            match.value *= scale
            match.next += 1
        }
        if match.value >= 100, match.next > 0, case .scale = term(match.next - 1), term(match.next) == .word(.and),
            let rest = digits(at: match.next + 1), rest.value < 100,
            rest.value == rest.value.rounded(), case .scale(100) = term(match.next - 1), !isScale(rest.next)
        {
            match.value += rest.value
            match.next = rest.next
        }
        return match
    }

    private func isScale(_ index: Int) -> Bool {
        if case .scale = term(index) { return true }
        return false
    }

    // MARK: Words

    /// `two hundred and fifteen`, `a million`, `five and a half million`.
    private func words(at index: Int) -> Match? {
        var next = index
        if term(index) == .word(.a) || term(index) == .word(.an) {
            guard case .scale = term(index + 1) else { return nil }
            next += 1
        }
        var total = 0.0
        var current = 0.0
        var lastScale = Double.infinity
        var isEmpty = true
        loop: while next < tokens.count {
            switch term(next) {
            case .small(let value):
                // Nought four is two numbers.
                guard isEmpty || total + current > 0 else { break loop }
                guard
                    isEmpty || current.truncatingRemainder(dividingBy: 10) == 0 && value < 10 && value > 0
                        || current.truncatingRemainder(dividingBy: 100) == 0
                else { break loop }
                guard isEmpty || value > 0, isEmpty || current.truncatingRemainder(dividingBy: 100) == 0 || value < 10 else { break loop }
                if !isEmpty, current.truncatingRemainder(dividingBy: 100) == 10 { break loop }
                current += Double(value)
            case .tens(let value):
                guard current.truncatingRemainder(dividingBy: 100) == 0 else { break loop }
                current += Double(value)
            case .scale(100):
                guard current < 100 else { break loop }
                current = max(current, 1) * 100
            case .scale(let scale):
                if current == 0, total > 0, case .scale = term(next - 1) {
                    // Three lakh crore.
                    total *= scale
                    next += 1
                    continue
                }
                guard scale < lastScale else { break loop }
                total += max(current, isEmpty || current == 0 ? 1 : current) * scale
                current = 0
                lastScale = scale
            case .word(.and) where !isEmpty && continues(next + 1, current):
                break
            case .mark(UInt8(ascii: "-")) where !isEmpty && isJoint(next, current):
                break
            default: break loop
            }
            if term(next) != .word(.and), term(next) != .mark(UInt8(ascii: "-")) { isEmpty = false }
            next += 1
        }
        guard !isEmpty else { return nil }
        return Match(value: total + current, next: next)
    }

    /// Whether `and` goes on with smaller numbers: after hundreds and larger.
    private func continues(_ index: Int, _ current: Double) -> Bool {
        guard current.truncatingRemainder(dividingBy: 100) == 0 else { return false }
        switch term(index) {
        case .small(let value): return value > 0
        case .tens: return true
        default: return false
        }
    }

    /// Whether a hyphen joins tens and ones.
    private func isJoint(_ index: Int, _ current: Double) -> Bool {
        guard case .tens = term(index - 1), case .small(let value) = term(index + 1) else { return false }
        return (1...9).contains(value)
    }
}
