import LinecasterLanguage

/// Quotations between single marks, as British papers print speech: `'The pitch did the rest,' he said.`
///
/// The closing mark is an apostrophe too: it closes behind a mark of punctuation, or behind a letter that is no `s`, where no letter
/// follows.
struct SingleQuotes {
    private let text: [UInt8]
    private let block: Range<Int>
    /// From here on no mark closes.
    private var unclosed = Int.max
    private var isLatin: Bool?

    init(_ text: [UInt8], _ block: Range<Int>) {
        self.text = text
        self.block = block
    }

    /// Where the quotation ends that a mark opens; nil where it opens none.
    mutating func end(of mark: LocatedScalar) -> Int? {
        guard mark.offset < unclosed, opens(mark), isLatinText() else { return nil }
        var offset = mark.end
        while offset < block.upperBound {
            let scalar = text.scalar(at: offset)
            if scalar.value == 0x27 || scalar.value == 0x2019, closes(scalar, from: mark.end) { return scalar.end }
            offset = scalar.end
        }
        unclosed = mark.offset
        return nil
    }

    private mutating func isLatinText() -> Bool {
        if let isLatin { return isLatin }
        let answer = !text.holdsIdeographs(block)
        isLatin = answer
        return answer
    }

    /// Before a capital, or behind a comma or colon, where nothing but white space or a bracket stands before: not in rock 'n' roll.
    private func opens(_ mark: LocatedScalar) -> Bool {
        guard let next = mark.end < block.upperBound ? text.scalar(at: mark.end) : nil, characterClass(next.value) == .letter else {
            return false
        }
        guard let before = text.scalar(before: mark.offset, from: block.lowerBound) else { return true }
        guard [.space, .opening, .dash].contains(characterClass(before.value)) else { return false }
        if next.value &- 0x41 < 26 || mark.value == 0x2018 { return true }
        let earlier = text.scalar(before: before.offset, from: block.lowerBound)?.value
        return earlier == 0x2C || earlier == 0x3A
    }

    private func closes(_ mark: LocatedScalar, from start: Int) -> Bool {
        if mark.end < block.upperBound, [.letter, .digit].contains(characterClass(text.scalar(at: mark.end).value)) { return false }
        guard let before = text.scalar(before: mark.offset, from: start) else { return false }
        return characterClass(before.value) != .space && before.value | 0x20 != 0x73
    }
}
