import LinecasterKit
import LinecasterLanguage

/// Marks that belong together and came out in two forms: `〈注册地）`, `"你好"` in Chinese.
struct PairedMarks {
    /// Proposes one form for both.
    ///
    /// - Parameter taken: Ranges whose marks are not of the text.
    static func propose(in text: [UInt8], besides taken: TakenRanges, _ changes: inout Changes) {
        var from = 0
        while let angle = text.firstIndex(of: "〈", from: from) {
            let end = text.firstIndex(of: 0x0A, from: angle) ?? text.count
            brackets(text, angle..<end, &changes)
            from = end
        }
        if text.contains(0x22) { quotes(text, besides: taken, &changes) }
    }

    /// An angle that OCR read where a round bracket opened: its closing mark is round.
    private static func brackets(_ text: [UInt8], _ line: Range<Int>, _ changes: inout Changes) {
        var open: LocatedScalar?
        for scalar in text.scalars(in: line) {
            switch scalar.value {
            case 0x3008: open = scalar
            case 0x3009, 0xFF08, 0x28: open = nil
            case 0xFF09, 0x29:
                if let angle = open, scalar.offset - angle.offset < 90 {
                    changes.replace(TextRange(angle.offset..<angle.end), with: "（", rule: "match-pair", confidence: 0.9)
                }
                open = nil
            default: break
            }
        }
    }

    /// Straight quotation marks around Chinese, where they come in pairs within a paragraph.
    private static func quotes(_ text: [UInt8], besides taken: TakenRanges, _ changes: inout Changes) {
        var marks: [Int] = []
        var touchChinese = true
        func finish() {
            if marks.count % 2 == 0, touchChinese {
                for (index, mark) in marks.enumerated() {
                    changes.replace(TextRange(mark..<mark + 1), with: index % 2 == 0 ? "“" : "”", rule: "curl-quote", confidence: 0.9)
                }
            }
            marks = []
            touchChinese = true
        }
        for offset in text.indices {
            let byte = text[offset]
            if byte == 0x0A, offset + 1 < text.count, text[offset + 1] == 0x0A { finish() }
            guard byte == 0x22, !taken.contain(offset) else { continue }
            let isOpening = marks.count % 2 == 0
            let neighbour = isOpening ? (offset + 1 < text.count ? text.scalar(at: offset + 1) : nil) : text.scalar(before: offset)
            if !isChinese(neighbour) { touchChinese = false }
            marks.append(offset)
        }
        finish()
    }

    private static func isChinese(_ scalar: LocatedScalar?) -> Bool {
        guard let scalar else { return false }
        return characterClass(scalar.value).isIdeographic || scalar.value >= 0x3000 && scalar.value < 0xFFF0
    }
}
