/// Marks of items that stand in running text: `1.) The first item 2.) The second`, `a. here b. there`.
struct ListMark: Hashable {
    /// What stands behind the number or letter.
    enum Style: UInt64 { case stop, bracket, stopAndBracket, bullet }

    let style: Style
    /// The number, or the letter's place in the alphabet; 0 for a bullet.
    let value: Int
    /// What letters are as a Roman numeral; nil where they are none.
    let numeral: Int?
    let isLetter: Bool
    /// Bytes of the mark.
    let range: Range<Int>

    /// Whether another mark is the next of the same list.
    func isFollowed(by next: ListMark) -> Bool {
        guard style == next.style, isLetter == next.isLetter else { return false }
        if let numeral, let next = next.numeral, next == numeral + 1 { return true }
        return style == .bullet || next.value == value + 1
    }

    /// The mark at an offset; nil where none stands.
    static func match(in text: [UInt8], at offset: Int, limit: Int) -> ListMark? {
        guard offset < limit else { return nil }
        let first = text.scalar(at: offset)
        if first.value == 0x2022 || first.value == 0x2043 {
            return ListMark(style: .bullet, value: 0, numeral: nil, isLetter: false, range: offset..<first.end)
        }
        var end = offset
        var value = 0
        var numeral: Int?
        let isLetter = text[offset] &- 0x61 < 26
        if isLetter {
            (value, numeral, end) = letters(in: text, at: offset, limit: limit)
        } else {
            while end < limit, end - offset < 3, text[end] &- 0x30 < 10 {
                value = value * 10 + Int(text[end] - 0x30)
                end += 1
            }
        }
        guard end > offset, end < limit else { return nil }
        let hasStop = text[end] == UInt8(ascii: ".")
        if hasStop { end += 1 }
        let hasBracket = end < limit && text[end] == UInt8(ascii: ")")
        if hasBracket { end += 1 }
        guard hasStop || hasBracket, end < limit, isSpace(text.scalar(at: end).value) else { return nil }
        return ListMark(
            style: hasStop ? hasBracket ? .stopAndBracket : .stop : .bracket,
            value: value,
            numeral: numeral,
            isLetter: isLetter,
            range: offset..<end
        )
    }

    /// A letter, or a Roman numeral of several: `b`, `iv`.
    private static func letters(in text: [UInt8], at offset: Int, limit: Int) -> (value: Int, numeral: Int?, end: Int) {
        var end = offset
        var value = 0
        var last = 0
        while end < limit, end - offset < 5, let digit = romanDigit(text[end]) {
            value += digit > last && last > 0 ? digit - 2 * last : digit
            last = digit
            end += 1
        }
        return end - offset > 1 ? (value, value, end) : (Int(text[offset]) - 0x60, end > offset ? value : nil, offset + 1)
    }

    private static func romanDigit(_ byte: UInt8) -> Int? {
        switch byte {
        case UInt8(ascii: "i"): 1
        case UInt8(ascii: "v"): 5
        case UInt8(ascii: "x"): 10
        default: nil
        }
    }

    /// Where the mark ends; a bullet takes in a number behind it: `• 9.`
    func end(in text: [UInt8], limit: Int) -> Int {
        guard style == .bullet else { return range.upperBound }
        let next = text.trimmed(range.upperBound..<limit).lowerBound
        return Self.match(in: text, at: next, limit: limit)?.range.upperBound ?? range.upperBound
    }

    /// How many marks further the next of a list is looked for; lists within lists stand between.
    private static let reach = 20

    /// Whether what follows can be an item: behind a number and a full stop it begins with a capital.
    private func beginsItem(in text: [UInt8], limit: Int) -> Bool {
        guard style == .stop, !isLetter else { return true }
        let next = text.trimmed(range.upperBound..<limit)
        return next.isEmpty || !EndOfSentence.isLowercase(text.scalar(at: next.lowerBound).value)
    }

    /// The marks of the lists in a range: at least two that follow one another, or one with a bracket at the start.
    static func lists(in text: [UInt8], range: Range<Int>) -> [ListMark] {
        var found: [ListMark] = []
        var offset = range.lowerBound
        while offset < range.upperBound {
            if let mark = match(in: text, at: offset, limit: range.upperBound), mark.beginsItem(in: text, limit: range.upperBound) {
                found.append(mark)
            }
            // Marks stand behind white space, of which Chinese has little.
            while offset < range.upperBound, text[offset] > 0x20 { offset += 1 }
            while offset < range.upperBound, text[offset] <= 0x20 { offset += 1 }
        }
        return found.indices.filter { index in
            let mark = found[index]
            if mark.style == .stopAndBracket, mark.range.lowerBound == range.lowerBound { return true }
            let goesOn = found[(index + 1)..<min(found.count, index + 1 + reach)].contains { mark.isFollowed(by: $0) }
            let follows = found[max(0, index - reach)..<index].contains { $0.isFollowed(by: mark) }
            return goesOn || follows
        }.map { found[$0] }
    }
}
