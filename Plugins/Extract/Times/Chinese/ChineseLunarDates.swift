import LinecasterKit
import LinecasterLanguage

/// Days of the Chinese calendar without a year: `农历八月十五`, `腊月廿二`, `正月初三`.
extension ChineseTimeReader {
    static let calendars = PhraseSet("农历 農曆 阴历 陰曆 夏历 夏曆 旧历 舊曆")
    static let lunarMonths: PhraseTable<Int> = [(PhraseSet("正月"), 1), (PhraseSet("冬月"), 11), (PhraseSet("腊月 臘月"), 12)]
    private static let monthWord = PhraseSet("月")

    /// A day, or the month where none is told.
    func lunarDate(at offset: Int) -> DateReading? {
        let head = Self.calendars.match(in: text, at: offset, limit: limit)
        let begin = skip(head ?? offset)
        guard let month = first(Self.lunarMonths, at: begin) ?? (head == nil ? nil : count(at: begin, in: 1...12, Self.monthWord)) else {
            return nil
        }
        if let day = lunarDay(at: month.end) {
            return DateReading(period: frame.festival(.lunar(month.value, day.value)), end: day.end)
        }
        // 冬月 alone may be the moon of a winter.
        guard head != nil || month.value != 11 else { return nil }
        return DateReading(period: frame.lunarMonth(month.value), end: month.end)
    }

    /// `初三`, `十五`, `廿二`, `二十九`, `三十`.
    func lunarDay(at offset: Int) -> (value: Int, end: Int)? {
        if holds("廿", offset) {
            let next = offset + 3
            guard next < limit, case let scalar = text.scalar(at: next), let digit = ChineseNumeral.digit(scalar.value), digit > 0 else {
                return (20, next)
            }
            return (20 + digit, scalar.end)
        }
        let isEarly = holds("初", offset)
        guard let number = number(at: isEarly ? offset + 3 : offset), !number.isArabic, let value = Int(exactly: number.value),
            isEarly ? (1...10).contains(value) : (11...30).contains(value), !holds("日", number.end) || isEarly
        else { return nil }
        return (value, number.end)
    }
}

extension TimeFrame {
    /// A month of the Chinese calendar, the nearest one. It has no TIMEX3 value of its own.
    func lunarMonth(_ month: Int) -> Period {
        var period = Period(timex: "XXXX-XX", grain: .week)
        guard let today else { return period }
        let months = ((today.year - 2)...(today.year + 1)).compactMap { year -> Range<CivilDay>? in
            guard let first = ChineseCalendar.day(year: year, month: month, day: 1) else { return nil }
            return first..<(first + (ChineseCalendar.day(year: year, month: month, day: 30) == nil ? 29 : 30))
        }
        period.days = months.min { $0.distance(to: today) < $1.distance(to: today) }
        period.isAnchored = true
        return period
    }
}
