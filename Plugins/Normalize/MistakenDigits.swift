import LinecasterKit
import LinecasterLanguage

/// Letters that OCR read for digits within a number: `2O23年`, `l998年`, `1OO人`.
struct MistakenDigits {
    private static let units = PhraseSet("年 月 日 时 人 元 万 亿 个 名 % ％ 岁 米 吨 公里")

    /// Proposes the digits.
    static func propose(in text: [UInt8], _ changes: inout Changes) {
        var from = 0
        // Digits are rarer than the letters that are taken for them.
        while case var offset = text.firstDigit(from: from), offset < text.count {
            var end = offset
            while offset > from, digit(for: text[offset - 1]) != nil { offset -= 1 }
            var digits = 0
            while end < text.count, isDigit(text[end]) || digit(for: text[end]) != nil {
                if isDigit(text[end]) { digits += 1 }
                end += 1
            }
            from = end
            // A run of letters is a word, and one beside other letters is part of one.
            guard digits > 0, digits < end - offset, !isLetter(text, offset - 1), !isLetter(text, end) else { continue }
            guard isDigit(text[offset]) || digits * 2 >= end - offset else { continue }
            let isCounted = units.match(in: text, at: end, limit: min(text.count, end + 6)) != nil
            guard isCounted || (isDigit(text[offset]) && isDigit(text[end - 1])) else { continue }
            for place in offset..<end {
                guard let digit = digit(for: text[place]) else { continue }
                changes.replace(TextRange(place..<place + 1), with: digit, rule: "mend-digit", confidence: 0.85)
            }
        }
    }

    private static func digit(for letter: UInt8) -> String? {
        switch letter {
        case UInt8(ascii: "O"), UInt8(ascii: "o"): "0"
        case UInt8(ascii: "l"), UInt8(ascii: "I"): "1"
        default: nil
        }
    }

    private static func isDigit(_ byte: UInt8) -> Bool { byte &- 0x30 < 10 }

    private static func isLetter(_ text: [UInt8], _ offset: Int) -> Bool {
        guard text.indices.contains(offset) else { return false }
        return (text[offset] | 0x20) &- 0x61 < 26 || text[offset] == UInt8(ascii: "-") || text[offset] == UInt8(ascii: ".")
    }
}
