import LinecasterKit
import LinecasterLanguage

/// Sums of money whose sign stands before the number: `$1.2 million`, `£2.5m`, `£1.5-2m`.
extension EnglishQuantityReader {
    /// `$1.2 million`, `US $ 10 billion`, `EUR 125`, `$10 dollars`.
    func moneyBefore(at index: Int) -> Match? {
        for length in [2, 1] {
            guard let unit = EnglishUnits.currency(joined(index, length)), unit.factor == 1, index + length < tokens.count,
                !isAfterAmount(index),
                let number = numbers.match(at: index + length), number.isDigits
            else { continue }
            if numbers.isMark(index + length, "-") { continue }
            let name = text(index, index + length)
            let sum = sum(number)
            if let upper = upperSum(sum.next) {
                // £1.5-2m: the scale stands behind the second number.
                let low = sum.value < upper.whole ? sum.value.scaled(by: upper.value / upper.whole) : sum.value
                if low < upper.value {
                    return (Quantity(kind: .money, value: low, upper: upper.value, unit: name, code: unit.code), upper.next)
                }
            }
            var next = sum.next
            if unit.code == "$", let word = unitAt(next), word.unit.code == "$", numbers.term(next) == .other { next = word.next }
            return (Quantity(kind: .money, value: sum.value, unit: name, code: unit.code), next)
        }
        return nil
    }

    /// A number with the `m` that may stand behind it: `£2.5m`, for no sum of money is told in metres.
    private func sum(_ number: EnglishNumbers.Match) -> (value: Double, next: Int) {
        guard number.isDigits, numbers[number.next].isGlued, numbers.lowered(number.next) == "m",
            !numbers[number.next + 1].isGlued || !isLetterOrDigit(number.next + 1)
        else { return (number.value, number.next) }
        return (number.value.scaled(by: 1e6), number.next + 1)
    }

    /// The second number of a range of money, behind a glued hyphen: as it stands, and without its scale.
    private func upperSum(_ index: Int) -> (value: Double, whole: Double, next: Int)? {
        guard numbers.isMark(index, "-"), numbers[index].isGlued, numbers[index + 1].isGlued else { return nil }
        let isSigned = EnglishUnits.currency(numbers.lowered(index + 1)) != nil
        let begin = isSigned ? index + 2 : index + 1
        guard numbers[begin].digits > 0, let number = numbers.match(at: begin), number.isDigits else { return nil }
        let sum = sum(number)
        guard sum.next >= tokens.count || !numbers[sum.next].isGlued || !isLetterOrDigit(sum.next), !numbers.isMark(sum.next, "-") else {
            return nil
        }
        let digits = String(
            decoding: numbers.text[tokens[begin].start..<tokens[sum.next - 1].end].prefix { $0 &- 0x30 < 10 || $0 == 0x2E },
            as: UTF8.self
        )
        return (sum.value, Double(digits) ?? sum.value, sum.next)
    }

    private func isLetterOrDigit(_ index: Int) -> Bool {
        guard index < tokens.count else { return false }
        let byte = numbers.text[tokens[index].start]
        return (byte | 0x20) &- 0x61 < 26 || byte &- 0x30 < 10
    }

    /// `10 $ 30 $`: the sign belongs to the number before it.
    private func isAfterAmount(_ index: Int) -> Bool {
        guard index > 0, tokens[index - 1].digits > 0, !(tokens[index].term == .mark(UInt8(ascii: "$")) && numbers[index + 1].isGlued)
        else { return false }
        return !numbers[index + 1].isGlued && numbers[index + 1].digits > 0 && EnglishUnits.isCurrency(numbers.lowered(index + 2))
    }
}
