import LinecasterKit

/// A period as read.
struct PeriodReading {
    var period: Period
    var next: Int
    var fields: (year: Int?, month: Int?, day: Int?)?
    /// A part of the day in the same words: last night.
    var part: DayPart?
    /// A time in the same words: end of tomorrow.
    var clock: ClockTime?
    /// Whether an interval reaches to its end.
    var reachesEnd = false
}

/// Days, weeks, months, years and other periods.
extension EnglishTimeReader {
    /// The longest period that begins at a token.
    func period(at index: Int, depth: Int = 0) -> PeriodReading? {
        // Periods are told by periods, `the end of the first week of May`, but not without end.
        guard index < tokens.count, depth < 4, mayBeginPeriod(index) else { return nil }
        return depth == 0 ? periods.reading(at: index) { longestPeriod(at: index, depth: 0) } : longestPeriod(at: index, depth: depth)
    }

    private func longestPeriod(at index: Int, depth: Int) -> PeriodReading? {
        var best: PeriodReading?
        func offer(_ candidate: PeriodReading?) {
            if let candidate, candidate.next > best?.next ?? index { best = candidate }
        }
        offer(commonEra(at: index))
        offer(numericDate(at: index))
        offer(monthDate(at: index))
        offer(dayMonth(at: index))
        offer(weekdayDate(at: index, depth: depth))
        offer(relativeDay(at: index))
        offer(shifted(at: index, depth: depth))
        offer(consecutive(at: index))
        offer(festival(at: index))
        offer(quarter(at: index, depth: depth))
        offer(partOf(at: index, depth: depth))
        offer(weekOf(at: index, depth: depth))
        offer(edge(at: index, depth: depth))
        offer(decade(at: index))
        offer(theDay(at: index, depth: depth))
        offer(dayOfNamedMonth(at: index))
        offer(yearAlone(at: index))
        offer(theUnit(at: index))
        offer(season(at: index))
        return best
    }
}
