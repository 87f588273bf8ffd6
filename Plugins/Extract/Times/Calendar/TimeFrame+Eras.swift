import LinecasterKit

/// Times before the common era, and such as lie hundreds and thousands of years away.
///
/// Source: TIDES 2005 Standard for the Annotation of Temporal Expressions, sections 4.2.6 and 4.2.7: `BC0221`, `KA10`, `MA66`.
extension TimeFrame {
    /// A century before the common era: the third is the years 300 to 201.
    func centuryBeforeEra(_ number: Int) -> Period {
        let first = CivilDay(1 - 100 * number, 1, 1)
        return interval(first..<first.adding(months: 1200), TimeLength(100, .year), .decade)
    }

    /// A month or a day whose year the text leaves open, as the last one before the article's day: since May.
    func past(_ period: Period) -> Period {
        guard let today, let days = period.days, days.lowerBound > today, period.timex.hasPrefix("XXXX-"), !period.timex.contains("W")
        else {
            return period
        }
        var result = period
        result.days = days.lowerBound.adding(months: -12)..<days.upperBound.adding(months: -12)
        return result
    }

    /// So long before or after the article's date.
    ///
    /// - Parameter sign: 1 for after, -1 for before.
    func away(_ length: TimeLength, _ sign: Int) -> TimePoint {
        if let years = length.roundYears { return TimePoint(years: years, sign, in: self) }
        if length.isOfDays { return TimePoint(period: resolved("XXXX-XX-XX") { length.added(to: $0, times: sign) }) }
        guard let now else { return TimePoint(vague: sign < 0 ? "PAST_REF" : "FUTURE_REF") }
        return TimePoint(moment: length.added(to: now, times: sign))
    }
}

extension TimeLength {
    /// A hundred years or more and nothing besides, of which nobody means the day.
    fileprivate var roundYears: Double? {
        years >= 100 && months == 0 && weeks == 0 && days == 0 && businessDays == 0 && isOfDays ? years : nil
    }
}

extension TimePoint {
    /// The year so many years away; beyond ten thousand, how long ago alone.
    fileprivate init(years: Double, _ sign: Int, in frame: TimeFrame) {
        if years < 10_000 {
            let year = frame.today.map { frame.anchored(frame.date(year: $0.year + sign * Int(years))) }
            self.init(period: year ?? Period(timex: "XXXX", grain: .year))
        } else if sign > 0 {
            self.init(vague: "FUTURE_REF")
        } else {
            let (unit, code) = years >= 1e9 ? (1e9, "GA") : years >= 1e6 ? (1e6, "MA") : (1e3, "KA")
            self.init(period: Period(timex: code + brief(years / unit), grain: .year))
        }
    }
}
