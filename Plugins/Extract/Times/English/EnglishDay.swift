import LinecasterKit
import LinecasterLanguage

/// A day that a line of English tells with its year: `Published June 4, 2024`, `SATURDAY, MAY 9, 1885`.
enum EnglishDay {
    /// The first such day in a range of bytes, and where it stands.
    static func whole(_ text: [UInt8], _ range: Range<Int>) -> (day: CivilDay, range: Range<Int>)? {
        // A year has four digits.
        guard text[range].count(where: { $0 &- 0x30 < 10 }) >= 5 else { return nil }
        let tokens = EnglishTokens(text, range)
        let reader = EnglishTimeReader(tokens, limit: range.upperBound, TimeFrame())
        for index in tokens.tokens.indices {
            guard let found = reader.period(at: index), found.period.grain == .day, let day = found.period.days?.lowerBound else {
                continue
            }
            let (start, end) = (tokens.tokens[index].start, tokens.tokens[found.next - 1].end)
            // Whether the day or the month comes first in digits alone, they do not tell.
            guard text[start..<end].contains(where: { ($0 | 0x20) &- 0x61 < 26 }) else { continue }
            return (day, start..<end)
        }
        return nil
    }
}
