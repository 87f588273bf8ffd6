import LinecasterLanguage

/// Half-width marks that stand in Chinese, and their full-width forms.
struct WideMarks {
    let text: [UInt8]

    /// The full-width form of a half-width mark that stands in Chinese; nil elsewhere.
    func wideMark(_ mark: LocatedScalar, previous: LocatedScalar?, end: Int) -> UInt32? {
        guard let wide = wideForm(of: UInt8(mark.value)) else { return nil }
        let before = previous.map { characterClass($0.value) } ?? .space
        // The space that Latin typing leaves after a mark goes with it.
        let past = end + (spaceBelongs(toMarkEndingAt: end) ? 1 : 0)
        let next = past < text.count ? text.scalar(at: past) : nil
        let after = next.map { characterClass($0.value) } ?? .space
        let beforeIsChinese = previous?.value == 0x201D ? isAfterChinese(mark.offset) : isChinese(before, previous?.value)
        let afterIsChinese = next?.value == 0x201C ? isBeforeChinese(past) : isChinese(after, next?.value)
        switch UInt8(mark.value) {
        case UInt8(ascii: "("):
            return beforeIsChinese && (afterIsChinese || after == .digit || after == .letter) || afterIsChinese && !isWordlike(before)
                ? wide : nil
        case UInt8(ascii: ")"): return beforeIsChinese || afterIsChinese && closesChinese(mark.offset) ? wide : nil
        case UInt8(ascii: "."):
            // Between digits it is a decimal point, after one an item's number.
            return (before.isIdeographic || before == .closing && beforeIsChinese) && !isWordlike(after) ? wide : nil
        case UInt8(ascii: ":"): return before.isIdeographic || before == .closing && afterIsChinese ? wide : nil
        default:
            return before.isIdeographic || before == .closing && (beforeIsChinese || afterIsChinese)
                || after.isIdeographic && isWordlike(before) ? wide : nil
        }
    }

    /// Whether a single space between a mark and an ideograph is there for the mark's sake.
    func spaceBelongs(toMarkEndingAt offset: Int) -> Bool {
        guard offset + 1 < text.count, text[offset] == 0x20 else { return false }
        return characterClass(text.scalar(at: offset + 1).value).isIdeographic
    }

    private func isChinese(_ kind: CharacterClass, _ value: UInt32?) -> Bool {
        if kind.isIdeographic { return true }
        guard let value, value >= 0x3000 || value == 0x201C || value == 0x201D else { return false }
        return [.pause, .terminal, .opening, .closing].contains(kind)
    }

    /// Whether Chinese stands before the closing quotation marks, and marks within them, that end at an offset: those
    /// marks are of Chinese and of English alike.
    private func isAfterChinese(_ offset: Int) -> Bool {
        var end = offset
        while let scalar = text.scalar(before: end), offset - end < 24 {
            if characterClass(scalar.value).isIdeographic || scalar.value >= 0x3000 && scalar.value < 0xFFF0 { return true }
            guard scalar.value < 0x80 || scalar.value == 0x201D || scalar.value == 0x2019 || scalar.value == 0x2026,
                !isWordlike(characterClass(scalar.value))
            else { return false }
            end = scalar.offset
        }
        return false
    }

    /// Whether Chinese stands behind the opening quotation marks that begin at an offset.
    private func isBeforeChinese(_ offset: Int) -> Bool {
        var start = offset
        while start < text.count, case let scalar = text.scalar(at: start), scalar.value == 0x201C || scalar.value == 0x2018 {
            start = scalar.end
        }
        return start < text.count && characterClass(text.scalar(at: start).value).isIdeographic
    }

    private func isWordlike(_ kind: CharacterClass) -> Bool { kind == .letter || kind == .digit }

    /// Whether a closing bracket's opening one has Chinese before it, within a line.
    private func closesChinese(_ offset: Int) -> Bool {
        var start = offset
        while start > 0, offset - start < 120, text[start - 1] != 0x0A {
            start -= 1
            if text[start] == UInt8(ascii: "(") { return start > 0 && text[start - 1] >= 0x80 }
        }
        return false
    }
}

private func wideForm(of mark: UInt8) -> UInt32? {
    switch mark {
    case UInt8(ascii: "."): 0x3002
    case UInt8(ascii: ","), UInt8(ascii: ":"), UInt8(ascii: ";"), UInt8(ascii: "?"), UInt8(ascii: "!"), UInt8(ascii: "("),
        UInt8(ascii: ")"):
        UInt32(mark) + 0xFEE0
    default: nil
    }
}
