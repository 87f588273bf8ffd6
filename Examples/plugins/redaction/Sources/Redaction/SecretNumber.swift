import LinecasterKit

/// A telephone or identity number in a text.
struct SecretNumber {
    let range: TextRange
    let kind: NumberKind

    /// The numbers of a text in UTF-8, in order.
    static func all(in text: [UInt8]) -> [SecretNumber] {
        var found: [SecretNumber] = []
        var offset = 0
        while offset < text.count {
            guard isDigit(text[offset]) else {
                offset += 1
                continue
            }
            let end = endOfNumber(in: text, from: offset)
            if let kind = kind(of: text[offset..<end]), !isAmount(text, behind: end) {
                found.append(SecretNumber(range: TextRange(offset..<end), kind: kind))
            }
            offset = end
        }
        return found
    }

    /// The end of a run of digits, with single hyphens inside it and an X behind it.
    private static func endOfNumber(in text: [UInt8], from start: Int) -> Int {
        var end = start
        while end < text.count {
            if isDigit(text[end]) {
                end += 1
            } else if text[end] == UInt8(ascii: "-"), end + 1 < text.count, isDigit(text[end + 1]) {
                end += 2
            } else {
                break
            }
        }
        if end - start == 17, end < text.count, text[end] | 0x20 == UInt8(ascii: "x") { end += 1 }
        return end
    }

    private static func kind(of number: ArraySlice<UInt8>) -> NumberKind? {
        if number.count == 18, hasRightCheckDigit(number) { return .identity }
        let digits = number.filter(isDigit)
        guard digits.count < 13 else { return nil }
        // A mobile number: 11 digits from 13 to 19, which may be written in groups.
        if digits.count == 11, digits[0] == UInt8(ascii: "1"), digits[1] >= UInt8(ascii: "3") { return .phone }
        // A landline: an area code from 0, a hyphen, seven or eight digits.
        let groups = number.split(separator: UInt8(ascii: "-"))
        guard groups.count == 2, groups[0].first == UInt8(ascii: "0") else { return nil }
        return (3...4).contains(groups[0].count) && (7...8).contains(groups[1].count) ? .phone : nil
    }

    /// Source: GB 11643-1999, the check digit by ISO 7064 MOD 11-2.
    private static func hasRightCheckDigit(_ number: ArraySlice<UInt8>) -> Bool {
        var remainder = 0
        for byte in number.dropLast() {
            guard isDigit(byte) else { return false }
            remainder = (remainder + Int(byte - UInt8(ascii: "0"))) * 2 % 11
        }
        let check = (12 - remainder) % 11
        guard let last = number.last else { return false }
        return check == 10 ? last | 0x20 == UInt8(ascii: "x") : last == UInt8(ascii: "0") + UInt8(check)
    }

    /// Whether a unit stands behind a number, which is then an amount of something.
    private static func isAmount(_ text: [UInt8], behind end: Int) -> Bool {
        ["元", "亿", "万", "人", "吨", "%", "."].contains { text[end...].starts(with: $0.utf8) }
    }

    private static func isDigit(_ byte: UInt8) -> Bool { byte &- UInt8(ascii: "0") < 10 }
}
