import LinecasterKit

/// Times that lie so long before or after the article's.
extension TimeFrame {
    /// So long before or after the article's date. Hundreds of years are told by the year, more than ten thousand by how long ago alone:
    /// `KA10`, `MA66`, `GA4.5`, as TIMEX2 writes them, from which TIMEX3 takes its values.
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
