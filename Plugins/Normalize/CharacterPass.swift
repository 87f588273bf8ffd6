import LinecasterKit
import LinecasterLanguage

/// Goes over a text once and proposes an edit for each character that has a better form.
struct CharacterPass {
    let text: [UInt8]
    private(set) var changes = Changes()
    /// The next space of each width from where it was last looked for.
    private var nextSpace = -1
    private var nextWideSpace = -1

    init(_ text: [UInt8]) { self.text = text }

    mutating func run(narrowsLetters: Bool, widensPunctuation: Bool) {
        var offset = 0
        var previous: LocatedScalar?
        while offset < text.count {
            let byte = text[offset]
            // Letters, digits and spaces of ASCII need a look only where an accent may follow.
            if byte < 0x80, byte > 0x40 || byte == 0x20 || byte == 0x0A,
                offset + 1 >= text.count || text[offset + 1] < 0xCC || text[offset + 1] > 0xCD, byte != 0x7F
            {
                previous = LocatedScalar(value: UInt32(byte), offset: offset, length: 1)
                offset += 1
                continue
            }
            if byte >= 0xE4, byte <= 0xE9, case let last = lastOfPlainRun(from: offset), last >= offset {
                previous = text.scalar(at: last)
                offset = last + 3
                continue
            }
            let scalar = text.scalar(at: offset)
            offset = end(after: scalar)
            if let form = betterForm(scalar, previous: previous, end: offset, narrowsLetters, widensPunctuation) {
                if form.rule == "widen-punctuation", spaceBelongs(toMarkEndingAt: offset) { offset += 1 }
                // Readers of PDF leave a space behind a soft hyphen that stood beside a ligature.
                if form.rule == "remove-soft-hyphen", isWithinWord(scalar.offset, spaceAt: offset) { offset += 1 }
                replace(scalar.offset..<offset, with: form.text, rule: form.rule)
                // What comes next stands beside the better form.
                previous =
                    form.text.unicodeScalars.last.map { LocatedScalar(value: $0.value, offset: scalar.offset, length: scalar.length) }
                    ?? previous
            } else {
                previous = scalar
            }
        }
    }

    /// The last ideograph of a run from an offset on after which no combining mark stands; before the offset when the
    /// first has one.
    private func lastOfPlainRun(from offset: Int) -> Int {
        var end = offset + 3
        while end < text.count, text[end] >= 0xE4, text[end] <= 0xE9 { end += 3 }
        return isPlain(after: end) ? end - 3 : end - 6
    }

    /// Whether no combining mark follows an ideograph.
    private func isPlain(after offset: Int) -> Bool {
        guard offset + 1 < text.count else { return offset == text.count || text[offset] < 0x80 }
        switch text[offset] {
        case 0xCC, 0xCD: return false
        case 0xE3: return text[offset + 1] != 0x82
        case 0xEF: return text[offset + 1] != 0xBE
        default: return true
        }
    }

    /// The offset past a scalar and the combining marks after it.
    private func end(after scalar: LocatedScalar) -> Int {
        var end = scalar.end
        while end < text.count, case let next = text.scalar(at: end),
            (0x300...0x36F).contains(next.value) || next.value == 0x3099 || next.value == 0x309A || next.value == 0xFF9E
                || next.value == 0xFF9F
        {
            end = next.end
        }
        return end
    }

    private func betterForm(
        _ scalar: LocatedScalar,
        previous: LocatedScalar?,
        end: Int,
        _ narrowsLetters: Bool,
        _ widensPunctuation: Bool
    ) -> (text: String, rule: String)? {
        if end > scalar.end, scalar.value < 0xFF00 { return composed(scalar.offset..<end) }
        switch scalar.value {
        case 0x0D:
            let isPair = end < text.count && text[end] == 0x0A
            return (isPair ? "" : "\n", "unify-line-end")
        case 0x0B, 0x85, 0x2028, 0x2029: return ("\n", "unify-line-end")
        case 0xAD: return isBeforeLineEnd(end) || isAtLineStart(scalar.offset) ? nil : ("", "remove-soft-hyphen")
        case 0x00A0, 0x2000...0x200A, 0x202F, 0x205F, 0x1680: return (" ", "unify-space")
        case 0xFF10...0xFF19, 0xFF21...0xFF3A, 0xFF41...0xFF5A:
            return narrowsLetters ? (string(scalar.value - 0xFEE0), "narrow-letter") : nil
        case 0xFF61...0xFF9F: return (String(decoding: text[scalar.offset..<end], as: UTF8.self).compatibilityForm, "widen-kana")
        case 0xFF0C, 0xFF0E:
            // Within a number the mark is as narrow as the digits become.
            guard narrowsLetters, isWithinNumber(previous, end, isComma: scalar.value == 0xFF0C) else { return nil }
            return (string(scalar.value - 0xFEE0), "narrow-letter")
        case 0xFB00...0xFB06: return (ligatures[Int(scalar.value - 0xFB00)], "split-ligature")
        default: break
        }
        if Invisible.contains(scalar.value) { return ("", "remove-invisible") }
        if let unified = Ideographs.unified(scalar.value) { return (string(unified), "unify-ideograph") }
        guard widensPunctuation, scalar.value < 0x80, let wide = wideMark(scalar, previous: previous, end: end) else { return nil }
        return (string(wide), "widen-punctuation")
    }

    /// Whether a mark stands before three full-width digits, or before any where it is a decimal point.
    private func isWithinNumber(_ previous: LocatedScalar?, _ end: Int, isComma: Bool) -> Bool {
        guard let previous, characterClass(previous.value) == .digit else { return false }
        var digits = 0
        var offset = end
        while offset < text.count, case let next = text.scalar(at: offset), (0xFF10...0xFF19).contains(next.value) {
            digits += 1
            offset = next.end
        }
        return isComma ? digits == 3 : digits > 0
    }

    /// A letter with its marks as NFC writes it; nil where it is so already.
    private func composed(_ range: Range<Int>) -> (text: String, rule: String)? {
        let before = String(decoding: text[range], as: UTF8.self)
        let after = before.composedScalars
        return after.utf8.elementsEqual(before.utf8) ? nil : (after, "compose")
    }

    private func isAtLineStart(_ offset: Int) -> Bool {
        var start = offset
        while start > 0, text[start - 1] == 0x20 { start -= 1 }
        return start == 0 || text[start - 1] == 0x0A || text[start - 1] == 0x0D || text[start - 1] == 0x0C
    }

    /// Whether small letters stand before an offset and behind a single space.
    private func isWithinWord(_ offset: Int, spaceAt space: Int) -> Bool {
        guard offset > 0, space + 1 < text.count, text[space] == 0x20 else { return false }
        return text[offset - 1] &- 0x61 < 26 && text[space + 1] &- 0x61 < 26
    }

    private func isBeforeLineEnd(_ offset: Int) -> Bool {
        var offset = offset
        while offset < text.count, case let next = text.scalar(at: offset) {
            if next.value == 0x0A || next.value == 0x0D { return true }
            guard next.value == 0x20 else { return false }
            offset = next.end
        }
        return true
    }

    /// The full-width form of a half-width mark that stands in Chinese; nil elsewhere.
    private func wideMark(_ mark: LocatedScalar, previous: LocatedScalar?, end: Int) -> UInt32? {
        guard let wide = wideForms[UInt8(mark.value)] else { return nil }
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
    private func spaceBelongs(toMarkEndingAt offset: Int) -> Bool {
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

    /// Takes out spaces that have no business between Chinese characters.
    mutating func spaces(closesLetterSpacing: Bool) {
        var from = 0
        while let space = firstSpace(from: from) {
            var start = space
            while start > from, !isLineEnd(text[start - 1]) { start -= 1 }
            var end = space
            while end < text.count, !isLineEnd(text[end]) { end += 1 }
            spaces(in: text.trimmed(start..<end), closesLetterSpacing)
            from = end
        }
    }

    private func isLineEnd(_ byte: UInt8) -> Bool { byte == 0x0A || byte == 0x0D }

    /// The first space from an offset on, of either width.
    private mutating func firstSpace(from start: Int) -> Int? {
        if nextSpace < start { nextSpace = text.firstIndex(of: 0x20, from: start) ?? text.count }
        if nextWideSpace < start { nextWideSpace = text.firstIndex(of: "\u{3000}", from: start) ?? text.count }
        let first = min(nextSpace, nextWideSpace)
        return first < text.count ? first : nil
    }

    private mutating func spaces(in line: Range<Int>, _ closesLetterSpacing: Bool) {
        let isSpaced = closesLetterSpacing && isLetterSpaced(line)
        var offset = line.lowerBound
        while offset < line.upperBound {
            let scalar = text.scalar(at: offset)
            guard scalar.value == 0x20 || scalar.value == 0x3000 && isSpaced else {
                offset = scalar.end
                continue
            }
            var end = scalar.end
            while end < line.upperBound, case let next = text.scalar(at: end), next.value == 0x20 || next.value == 0x3000 { end = next.end }
            if let before = text.scalar(before: offset), end < line.upperBound {
                let after = text.scalar(at: end)
                if isSpaced, characterClass(before.value).isIdeographic || characterClass(after.value).isIdeographic {
                    replace(offset..<end, with: "", rule: "close-letter-spacing")
                } else if end - offset == 1, isTight(before.value, after.value) {
                    replace(offset..<end, with: "", rule: "remove-stray-space")
                }
            }
            offset = end
        }
    }

    /// Four Chinese characters or more, of which hardly two stand together: a spaced heading, or a line that was
    /// stretched to the column's width. Words and numbers between them count as one.
    private func isLetterSpaced(_ line: Range<Int>) -> Bool {
        var characters = 0
        var apart = 0
        var together = 0
        var previous = CharacterClass.space
        for scalar in text.scalars(in: line) {
            let kind = characterClass(scalar.value)
            if kind.isIdeographic {
                characters += 1
                if previous == .space { apart += 1 } else if previous.isIdeographic { together += 1 }
            }
            previous = kind
        }
        return characters >= 4 && together * 8 <= characters && apart * 2 >= characters
    }

    /// Whether no space stands between two characters: a Chinese mark beside anything.
    private func isTight(_ before: UInt32, _ after: UInt32) -> Bool {
        func isWide(_ value: UInt32) -> Bool { value >= 0x3000 && value < 0xFFF0 }
        let kindBefore = characterClass(before)
        let kindAfter = characterClass(after)
        let marks: [CharacterClass] = [.pause, .terminal, .closing]
        if isWide(before), marks.contains(kindBefore) || kindBefore == .opening { return true }
        if marks.contains(kindAfter), isWide(after) || after == 0x201D,
            kindBefore.isIdeographic || kindBefore == .digit || kindBefore == .letter
        {
            return true
        }
        return before == 0x201C && kindAfter.isIdeographic
    }

    private mutating func replace(_ range: Range<Int>, with replacement: String, rule: String) {
        changes.replace(TextRange(range), with: replacement, rule: rule)
    }
}

private func string(_ value: UInt32) -> String { Unicode.Scalar(value).map { String(Character($0)) } ?? "" }

private let ligatures = ["ff", "fi", "fl", "ffi", "ffl", "st", "st"]

private let wideForms: [UInt8: UInt32] = [
    UInt8(ascii: ","): 0xFF0C, UInt8(ascii: "."): 0x3002, UInt8(ascii: ":"): 0xFF1A, UInt8(ascii: ";"): 0xFF1B, UInt8(ascii: "?"): 0xFF1F,
    UInt8(ascii: "!"): 0xFF01, UInt8(ascii: "("): 0xFF08, UInt8(ascii: ")"): 0xFF09,
]

/// Characters that show nothing and mean nothing in a newspaper's text.
private enum Invisible {
    static func contains(_ value: UInt32) -> Bool {
        switch value {
        case 0x200B...0x200F, 0x202A...0x202E, 0x2060...0x2064, 0x2066...0x206F, 0xFEFF, 0xFFF9...0xFFFB: true
        case 0x00...0x08, 0x0E...0x1F, 0x7F...0x84, 0x86...0x9F: true
        case 0xFE00...0xFE0F, 0xE0100...0xE01EF: true
        default: false
        }
    }
}
