import LinecasterKit
import LinecasterLanguage

/// A day that a line tells with its year: `2024年12月3日`, `2024-12-03`, `Published June 4, 2024`, `SATURDAY, MAY 9, 1885`.
enum WholeDay {
    /// The first such day in a range of bytes, and where it stands.
    static func find(_ text: [UInt8], _ range: Range<Int>) -> (day: CivilDay, range: Range<Int>)? {
        chinese(text, range) ?? english(text, range)
    }

    /// The first day in Chinese or in digits that begin with the year.
    static func chinese(_ text: [UInt8], _ range: Range<Int>) -> (day: CivilDay, range: Range<Int>)? {
        let reader = ChineseTimeReader(text: text, start: range.lowerBound, limit: range.upperBound, frame: TimeFrame())
        var offset = range.lowerBound
        while offset < range.upperBound {
            let byte = text[offset]
            if byte &- 0x30 < 10 || byte >= 0xE0, let date = reader.calendarDate(at: offset), let year = date.fields?.year,
                let month = date.fields?.month, let day = date.fields?.day, CivilDay.exists(year, month, day)
            {
                return (CivilDay(year, month, day), offset..<date.end)
            }
            offset = text.scalar(at: offset).end
        }
        return nil
    }

    private static func english(_ text: [UInt8], _ range: Range<Int>) -> (day: CivilDay, range: Range<Int>)? {
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
