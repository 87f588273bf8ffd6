import LinecasterKit
import LinecasterLanguage

/// Goes over a text once and proposes an edit for each character that has a better form.
struct CharacterPass {
    let text: [UInt8]
    private let marks: WideMarks
    private(set) var changes = Changes()

    init(_ text: [UInt8]) {
        self.text = text
        marks = WideMarks(text: text)
    }

    mutating func run(narrowsLetters: Bool, widensPunctuation: Bool) {
        var offset = 0
        var previous: LocatedScalar?
        while offset < text.count {
            let byte = text[offset]
            if byte < 0x80, previous.map({ $0.value < 0x80 }) ?? true, case let end = endOfPlainASCII(from: offset), end > offset {
                previous = LocatedScalar(value: UInt32(text[end - 1]), offset: end - 1, length: 1)
                offset = end
                continue
            }
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
                if form.rule == "widen-punctuation", marks.spaceBelongs(toMarkEndingAt: offset) { offset += 1 }
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

    /// Where a stretch of printing ASCII and line feeds ends that has no other character beside it, nor behind a space beside
    /// it; less than eight bytes are not looked at.
    ///
    /// What comes before must be ASCII too.
    private func endOfPlainASCII(from start: Int) -> Int {
        return text.withUnsafeBytes { bytes in
            var offset = start
            while offset + 10 <= bytes.count, bytes[offset + 8] | bytes[offset + 9] < 0x80 {
                let word = bytes.loadUnaligned(fromByteOffset: offset, as: UInt64.self)
                // Each sum or difference sets the high bit of a byte where what its name tells holds.
                let lineFeeds = word ^ UInt64(eachByte: 0x0A)
                let isOther = (lineFeeds &+ UInt64(eachByte: 0x7F)) & UInt64(eachByte: 0x80)
                let isControl = (UInt64(eachByte: 0x9F) &- (word & UInt64(eachByte: 0x7F))) & UInt64(eachByte: 0x80)
                guard word & UInt64(eachByte: 0x80) == 0, isControl & isOther == 0,
                    (word &+ UInt64(eachByte: 0x01)) & UInt64(eachByte: 0x80) == 0
                else { break }
                offset += 8
            }
            return offset
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
        // A paragraph's indent of one em is as wide as two spaces, and must not look like a stray one.
        case 0x2001, 0x2003: return (isAtLineStart(scalar.offset) ? "  " : " ", "unify-space")
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
        guard widensPunctuation, scalar.value < 0x80, let wide = marks.wideMark(scalar, previous: previous, end: end) else { return nil }
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

    private mutating func replace(_ range: Range<Int>, with replacement: String, rule: String) {
        changes.replace(TextRange(range), with: replacement, rule: rule)
    }
}

private func string(_ value: UInt32) -> String { Unicode.Scalar(value).map { String(Character($0)) } ?? "" }

private let ligatures = ["ff", "fi", "fl", "ffi", "ffl", "st", "st"]

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
