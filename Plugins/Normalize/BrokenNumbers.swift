import LinecasterKit
import LinecasterLanguage

/// Numbers that extraction cut in two with a space: `20 23年`, `1,0 00`.
struct BrokenNumbers {
    /// Proposes to close the gaps.
    static func propose(in text: [UInt8], _ changes: inout Changes) {
        var from = 0
        // Digits are rarer than spaces.
        while case var offset = text.firstDigit(from: from), offset < text.count {
            while offset < text.count, isDigit(text[offset]) { offset += 1 }
            from = offset
            guard offset + 1 < text.count, text[offset] == 0x20, isDigit(text[offset + 1]) else { continue }
            let start = numberStart(text, offset)
            let end = numberEnd(text, offset + 1)
            guard isYear(text, start, offset, end) || isGrouped(text, start, offset, end) else { continue }
            changes.replace(TextRange(offset..<offset + 1), with: "", rule: "close-number", confidence: 0.9)
        }
    }

    /// Four digits in all, and 年 behind them.
    private static func isYear(_ text: [UInt8], _ start: Int, _ gap: Int, _ end: Int) -> Bool {
        let digits = (gap - start) + (end - gap - 1)
        return digits == 4 && text[start..<gap].allSatisfy(isDigit) && text.holds("年", at: end)
    }

    /// A comma before the gap after which, without the gap, three digits stand.
    private static func isGrouped(_ text: [UInt8], _ start: Int, _ gap: Int, _ end: Int) -> Bool {
        guard let comma = text[start..<gap].lastIndex(of: UInt8(ascii: ",")) else { return false }
        let before = gap - comma - 1
        let after = text[gap + 1..<end].prefix(while: isDigit).count
        return before > 0 && before < 3 && before + after == 3
    }

    private static func numberStart(_ text: [UInt8], _ end: Int) -> Int {
        var start = end
        while start > 0, isDigit(text[start - 1]) || text[start - 1] == UInt8(ascii: ",") { start -= 1 }
        return start
    }

    private static func numberEnd(_ text: [UInt8], _ start: Int) -> Int {
        var end = start
        while end < text.count, isDigit(text[end]) || text[end] == UInt8(ascii: ",") { end += 1 }
        return end
    }

    private static func isDigit(_ byte: UInt8) -> Bool { byte &- 0x30 < 10 }
}
