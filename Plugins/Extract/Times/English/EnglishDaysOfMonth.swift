import LinecasterKit

/// Decades, and days of a month that is not told.
extension EnglishTimeReader {
    /// `the 1990s`, `90s`, `nineteenth century`.
    func decade(at index: Int) -> PeriodReading? {
        let begin = skip(index, .the)
        if begin < tokens.count, self[begin].digits == 4 || self[begin].digits == 2, self[begin].number % 10 == 0 {
            let mark = isMark(begin + 1, "'") ? begin + 2 : begin + 1
            guard isWord(mark, .s), self[mark].isGlued || self[begin].digits == 2 && mark < tokens.count else { return nil }
            let number = self[begin].number
            return PeriodReading(period: years(self[begin].digits == 4 ? number / 100 : nil, number % 100, 10), next: mark + 1)
        }
        guard let number = ordinal(begin), case .unit(.century) = term(number.next), (1...30).contains(number.value) else { return nil }
        return PeriodReading(period: years(number.value - 1, 0, 100), next: number.next + 1)
    }

    func years(_ century: Int?, _ first: Int, _ count: Int) -> Period {
        let begin = (century.map { padded($0, 2) } ?? "XX") + padded(first, 2) + "-01-01"
        let last = first + count
        let end = (century.map { padded($0 + last / 100, 2) } ?? "XX") + padded(last % 100, 2) + "-01-01"
        let year = (century ?? (first >= 30 ? 19 : 20)) * 100 + first
        return Period(
            timex: "(\(begin),\(end),P\(count)Y)",
            first: begin,
            next: end,
            grain: .decade,
            days: CivilDay(year, 1, 1)..<CivilDay(year + count, 1, 1),
            isAnchored: century == nil
        )
    }

    /// `the 21st`, `the 4th of this month`, `the thirty-first day of the month`, `the 17`.
    func theDay(at index: Int, depth: Int) -> PeriodReading? {
        guard isWord(index, .the), let day = dayNumber(index + 1) else { return nil }
        let isOrdinal = ordinal(index + 1) != nil
        var next = day.next
        if term(next) == .unit(.day), isWord(next + 1, .of) { next += 1 }
        let inner = isWord(next, .of) ? next + 1 : next
        if let outer = monthOf(inner, depth) {
            guard let days = outer.period.days, CivilDay.exists(days.lowerBound.year, days.lowerBound.month, day.value) else { return nil }
            var period = frame.date(year: days.lowerBound.year, month: days.lowerBound.month, day: day.value)
            period.isAnchored = outer.period.isAnchored
            return PeriodReading(period: period, next: outer.next)
        }
        let isAfterDay = [.on, .by, .until, .till, .before, .after, .since, .around, .from].contains(word(index - 1))
        guard isAfterDay, isOrdinal ? !isNoun(day.next) : word(day.next) == .from || word(day.next) == .at || isWord(day.next, .between)
        else { return nil }
        return PeriodReading(period: frame.date(day: day.value), next: day.next, fields: (nil, nil, day.value))
    }

    func monthOf(_ index: Int, _ depth: Int) -> PeriodReading? {
        if isWord(index, .the), term(index + 1) == .unit(.month) {
            return PeriodReading(period: frame.relative(.month, 0), next: index + 2)
        }
        guard let shift = shift(index), term(shift.next) == .unit(.month) else { return nil }
        return PeriodReading(period: frame.relative(.month, shift.value), next: shift.next + 1)
    }

    /// The second floor, the 4th win: the ordinal counts something else.
    func isNoun(_ index: Int) -> Bool {
        switch term(index) {
        case .other: index < tokens.count && self[index].start < limit && !isPunctuation(index)
        case .unit, .units, .digits, .small, .tens, .ordinal, .scale, .part: true
        default: false
        }
    }

    func isPunctuation(_ index: Int) -> Bool { text[self[index].start] >= 0x80 }
}
