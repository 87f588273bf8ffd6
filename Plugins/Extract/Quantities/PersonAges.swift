import LinecasterKit
import LinecasterLanguage

/// How old people are: numbers that tell it by where they stand (`Jane Smith, 54, a baker`), and years that are no times.
struct PersonAges {
    private let text: ArticleText
    /// Where people's names end.
    private let ends: Set<Int>

    init(_ text: ArticleText, _ people: [Mention]) {
        self.text = text
        ends = Set(people.map(\.range.upperBound))
    }

    /// The quantities, with ages for the bare numbers that are such.
    func found(among quantities: [Annotation<Quantity>]) -> [Annotation<Quantity>] {
        quantities.map { found in
            guard found.value.kind == .number, found.value.upper == nil, (1...120).contains(found.value.value), isAge(found.range.offsets)
            else {
                return found
            }
            return Annotation(found.range, Quantity(kind: .age, value: found.value.value, unit: found.value.unit, code: "a"))
        }
    }

    /// The times without those that are part of an age: the years of an 84-year-old woman last no 84 years.
    ///
    /// - Parameters:
    ///   - times: In text order.
    ///   - quantities: In text order; they do not overlap.
    static func outside(_ times: [Annotation<TimeExpression>], ages quantities: [Annotation<Quantity>]) -> [Annotation<TimeExpression>] {
        times.filter { time in
            let index = quantities.partitionPoint { $0.range.upperBound < time.range.upperBound }
            guard index < quantities.count, quantities[index].value.kind == .age else { return true }
            return quantities[index].range.lowerBound > time.range.lowerBound || quantities[index].range.count <= time.range.count
        }
    }

    /// `She was 94.`, `turned 18`
    private func isToldAge(_ range: Range<Int>) -> Bool {
        let utf8 = text.utf8
        let end = range.upperBound
        guard end >= utf8.count || (utf8[end] | 0x20) &- 0x61 >= 26 && utf8[end] &- 0x30 >= 10 && utf8[end] != UInt8(ascii: "%") else {
            return false
        }
        let isLast =
            end >= utf8.count || utf8[end] == 0x0A || utf8[end] == UInt8(ascii: ".") && (end + 1 >= utf8.count || utf8[end + 1] <= 0x20)
        if isLast,
            ["He was ", "She was ", "he was ", "she was ", "he is ", "she is ", "He is ", "She is "].contains(where: { precedes($0, range) }
            )
        {
            return true
        }
        guard precedes("turned ", range) || precedes("turns ", range) else { return false }
        return isLast || utf8[end] == UInt8(ascii: ",") || utf8.holds(" in ", at: end) || utf8.holds(" on ", at: end)
            || utf8.holds(" last ", at: end)
            || utf8.holds(" this ", at: end)
    }

    private func precedes(_ words: StaticString, _ range: Range<Int>) -> Bool {
        let start = range.lowerBound - words.utf8CodeUnitCount
        return start >= 0 && text.utf8.holds(words, at: start) && (start == 0 || (text.utf8[start - 1] | 0x20) &- 0x61 >= 26)
    }

    /// `Jane Ashby (34)`
    private func isInBrackets(_ range: Range<Int>) -> Bool {
        let utf8 = text.utf8
        guard range.lowerBound >= 2, range.upperBound < utf8.count, utf8[range.lowerBound - 1] == UInt8(ascii: "("),
            utf8[range.upperBound] == UInt8(ascii: ")"), range.count == 2, utf8[range].allSatisfy({ $0 &- 0x30 < 10 })
        else { return false }
        return utf8[range.lowerBound - 2] == 0x20 && ends.contains(range.lowerBound - 2)
    }

    /// Whether a comma and a name stand before a number of digits, and a comma or the end of the sentence behind it.
    private func isAge(_ range: Range<Int>) -> Bool {
        let utf8 = text.utf8
        if isToldAge(range) || isInBrackets(range) || precedes("aged between ", range) { return true }
        guard range.lowerBound >= 2, utf8[range.lowerBound - 2] == UInt8(ascii: ","), utf8[range.lowerBound - 1] == 0x20,
            ends.contains(range.lowerBound - 2), utf8[range].allSatisfy({ $0 &- 0x30 < 10 })
        else { return false }
        guard range.upperBound < utf8.count else { return true }
        return utf8[range.upperBound] == UInt8(ascii: ",") || utf8[range.upperBound] == UInt8(ascii: ".") || utf8[range.upperBound] == 0x0A
    }
}
