import LinecasterKit
import LinecasterLanguage

/// Marks that send a reader from the text to a note: `协议①规定`, `in 1887[1]`, `the weir.²`.
///
/// A raised digit behind a word is one. Other marks may mean something else, and are such where a note begins with the
/// same.
struct FootnoteMarks {
    /// Proposes to take them out.
    static func propose(in text: [UInt8], _ changes: inout Changes) {
        var finder = FootnoteMarks(text: text)
        finder.find()
        for range in finder.found.sorted(by: { $0.lowerBound < $1.lowerBound }) {
            changes.replace(TextRange(range), with: "", rule: "remove-footnote-mark", confidence: 0.9)
        }
    }

    private let text: [UInt8]
    /// Marks that are such wherever they stand.
    private var found: [Range<Int>] = []
    /// The others, by their bytes.
    private var paired: [ArraySlice<UInt8>: Paired] = [:]

    /// Where a mark stands: behind words, and at the starts of lines.
    private struct Paired {
        var inText: [Range<Int>] = []
        var notes: [Int] = []

        /// As many marks as notes, each before its note.
        var belong: Bool { inText.count == notes.count && zip(inText, notes).allSatisfy { $0.upperBound < $1 } }
    }

    private init(text: [UInt8]) { self.text = text }

    private mutating func find() {
        forEach(UInt8(ascii: "[")) { $0.bracketed(at: $1) }
        forEach(UInt8(ascii: "*")) { $0.mark(at: $1) }
        forEach(0xC2) { $0.superscript(at: $1) }
        forEach(0xE2) { finder, offset in
            guard offset + 2 < finder.text.count else { return offset + 1 }
            switch (finder.text[offset + 1], finder.text[offset + 2]) {
            case (0x81, _): return finder.superscript(at: offset)
            case (0x80, 0xA0...0xA1), (0x91, 0xA0...0xB3): return finder.mark(at: offset)
            default: return offset + 3
            }
        }
        forEach(0xE3) { finder, offset in finder.text.holds("〔", at: offset) ? finder.bracketed(at: offset) : offset + 3 }
        forEach(0xEF) { finder, offset in finder.text.holds("［", at: offset) ? finder.bracketed(at: offset) : offset + 3 }
        for marks in paired.values where marks.belong { found += marks.inText }
    }

    /// Calls with each place of a byte; what is returned is where to look next.
    private mutating func forEach(_ byte: UInt8, _ body: (inout FootnoteMarks, Int) -> Int) {
        var from = 0
        while let offset = text.firstIndex(of: byte, from: from) { from = body(&self, offset) }
    }

    // MARK: Numbers in brackets

    /// `[3]`, `[注1]`.
    private mutating func bracketed(at offset: Int) -> Int {
        let opening = text.scalar(at: offset)
        var end = opening.end
        if text.holds("注", at: end) || text.holds("註", at: end) { end += 3 }
        let digits = end
        while end < text.count, end - digits < 2, isDigit(text[end]) { end += 1 }
        guard end > opening.end, end < text.count,
            case let closing = text.scalar(at: end), closing.value == closingMark(for: opening.value) || closing.value == 0xFF3D
        else { return opening.end }
        if beginsLine(offset) {
            paired[text[offset..<closing.end], default: Paired()].notes.append(offset)
        } else if let before = text.scalar(before: offset), mayBear(before), !isNumbered(before, closing.end),
            isBoundary(closing.end, after: before)
        {
            paired[text[offset..<closing.end], default: Paired()].inText.append(offset..<closing.end)
        }
        return closing.end
    }

    /// `第［3］条`, `函发［87］5号`.
    private func isNumbered(_ before: LocatedScalar, _ end: Int) -> Bool {
        guard before.value != 0x7B2C else { return true }
        guard characterClass(before.value).isIdeographic, end < text.count else { return false }
        return isDigit(text[end]) || text.holds("号", at: end) || text.holds("第", at: end) || text.holds("字", at: end)
    }

    // MARK: Raised digits

    private mutating func superscript(at offset: Int) -> Int {
        var end = offset
        while end < text.count, case let scalar = text.scalar(at: end), isRaised(scalar.value) { end = scalar.end }
        guard end > offset else { return offset + 1 }
        guard let before = text.scalar(before: offset), mayBear(before), !isUnit(before), isBoundary(end, after: before) else { return end }
        found.append(offset..<end)
        return end
    }

    private func isRaised(_ value: UInt32) -> Bool {
        value == 0xB9 || value == 0xB2 || value == 0xB3 || value == 0x2070 || (0x2074...0x2079).contains(value)
    }

    /// `km²`, `平方米²`, `CO²`: a unit or a formula is shorter than the words that bear a note.
    private func isUnit(_ last: LocatedScalar) -> Bool {
        switch characterClass(last.value) {
        case .han: return units.contains(last.value)
        case .letter:
            var start = last.end
            while start > 0, isLetter(text[start - 1]) { start -= 1 }
            return last.end - start < 3 || text[start..<last.end].allSatisfy { $0 < 0x61 }
        default: return false
        }
    }

    // MARK: Marks that a note repeats

    private mutating func mark(at offset: Int) -> Int {
        var end = text.scalar(at: offset).end
        let isStar = text[offset] == UInt8(ascii: "*")
        while isStar, end < text.count, text[end] == text[offset] { end += 1 }
        guard end - offset <= 3 else { return end }
        if beginsLine(offset) {
            paired[text[offset..<end], default: Paired()].notes.append(offset)
        } else if let before = text.scalar(before: offset), mayBear(before), !isStar || isBoundary(end, after: before),
            characterClass(before.value) != .pause || text[offset] != 0xE2, before.value != 0x7B2C
        {
            paired[text[offset..<end], default: Paired()].inText.append(offset..<end)
        }
        return end
    }

    private func beginsLine(_ offset: Int) -> Bool {
        var start = offset
        while let scalar = text.scalar(before: start), isSpace(scalar.value) {
            if scalar.value == 0x0A || scalar.value == 0x0D { return true }
            start = scalar.offset
        }
        return start == 0
    }

    // MARK: What stands beside

    /// Whether a mark may stand behind a character: one of a word, or a mark that ends something.
    private func mayBear(_ scalar: LocatedScalar) -> Bool {
        switch characterClass(scalar.value) {
        case .han, .kana, .letter, .terminal, .closing, .neutralQuote, .pause: true
        case .digit: isYear(endingAt: scalar.end)
        default: false
        }
    }

    /// `in 1887[1]`.
    private func isYear(endingAt end: Int) -> Bool {
        end >= 5 && text[end - 4..<end].allSatisfy(isDigit) && !isDigit(text[end - 5])
    }

    /// Whether no word of letters goes on behind a mark.
    private func isBoundary(_ end: Int, after before: LocatedScalar) -> Bool {
        guard end < text.count else { return true }
        switch characterClass(text.scalar(at: end).value) {
        case .letter, .digit: return characterClass(before.value).isIdeographic
        default: return true
        }
    }

    private func isLetter(_ byte: UInt8) -> Bool { (byte | 0x20) &- 0x61 < 26 }
    private func isDigit(_ byte: UInt8) -> Bool { byte &- 0x30 < 10 }
}

/// Last characters of units that are squared and cubed.
private let units = ScalarSet("米尺里寸分码碼厘毫丈")
