import LinecasterKit
import LinecasterLanguage

/// Spaces that have no business between Chinese characters and marks.
struct ChineseSpaces {
    /// Proposes to take them out.
    static func propose(in text: [UInt8], closesLetterSpacing: Bool, _ changes: inout Changes) {
        var pass = ChineseSpaces(text: text, changes: changes)
        pass.run(closesLetterSpacing)
        changes = pass.changes
    }

    private let text: [UInt8]
    private var changes: Changes
    /// The next space of each width from where it was last looked for.
    private var nextSpace = -1
    private var nextWideSpace = -1

    private init(text: [UInt8], changes: Changes) {
        self.text = text
        self.changes = changes
    }

    private mutating func run(_ closesLetterSpacing: Bool) {
        var from = 0
        while let space = firstSpace(from: from) {
            let start = max(from, lineStart(before: space))
            var end = space
            while end < text.count, !isLineEnd(text[end]) { end += 1 }
            if text.firstNonASCII(from: start) < end {
                spaces(in: text.trimmed(start..<end), closesLetterSpacing)
                from = end
            } else {
                // Lines of ASCII alone hold no Chinese.
                from = max(end, lineStart(before: text.firstNonASCII(from: end)))
            }
        }
    }

    private func lineStart(before offset: Int) -> Int {
        var start = offset
        while start > 0, !isLineEnd(text[start - 1]) { start -= 1 }
        return start
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
                    changes.replace(TextRange(offset..<end), with: "", rule: "close-letter-spacing")
                } else if end - offset == 1, isTight(before.value, after.value) {
                    changes.replace(TextRange(offset..<end), with: "", rule: "remove-stray-space")
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
}
