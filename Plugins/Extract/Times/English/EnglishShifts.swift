import LinecasterKit

/// This, last and next.
extension EnglishTimeReader {
    func shifted(at index: Int, depth: Int) -> PeriodReading? {
        var begin = index
        let isThe = isWord(index, .the)
        var edgeModifier: (TimeModifier, Bool)?
        if isWord(begin, .later) || isWord(begin, .earlier) {
            edgeModifier = (isWord(begin, .later) ? .end : .start, true); begin = skip(begin + 1, .in)
        }
        if isThe, edgeModifier == nil {
            guard isWord(index + 1, .next), term(index + 2) == .unit(.decade) else { return weekAfterNext(at: index) }
            begin = index + 1
        }
        if isWord(begin, .the), edgeModifier != nil, case .unit(let unit) = term(begin + 1) {
            return edged(frame.relative(unit, 0), edgeModifier?.0 == .end, begin + 2)
        }
        if isWord(begin, .same), case .unit(let unit) = term(begin + 1), unit.rawValue >= TimeLength.Unit.week.rawValue {
            var period = frame.relative(unit, 0)
            period.timex = unit == .year ? "XXXX" : unit == .month ? "XXXX-XX" : "XXXX-WXX"
            return PeriodReading(period: period, next: begin + 2)
        }
        guard let shift = shift(begin) else { return nil }
        if case .unit(let unit) = term(shift.next), ![.day, .second, .minute, .hour].contains(unit) || unit == .day && shift.value != 0 {
            if unit == .day, shift.word == .past || shift.word == .last { return nil }
            let period = frame.relative(unit, shift.value)
            if edgeModifier != nil { return edged(period, edgeModifier?.0 == .end, shift.next + 1) }
            return PeriodReading(period: period, next: shift.next + 1)
        }
        guard edgeModifier == nil else { return nil }
        if isWord(shift.next, .weekend), let today = frame.today {
            return PeriodReading(period: frame.weekend(of: today + 7 * shift.value), next: shift.next + 1)
        }
        if isWord(shift.next, .workweek), let today = frame.today {
            var week = frame.week(of: today + 7 * shift.value)
            week.days = week.days.map { $0.lowerBound..<$0.lowerBound + 5 }
            return PeriodReading(period: week, next: shift.next + 1)
        }
        if let month = month(shift.next), let reading = shiftedMonth(shift.value, month, shift.next) { return reading }
        if let festival = festivalName(at: shift.next) {
            return PeriodReading(period: frame.festival(festival.value, offset: shift.value), next: festival.next)
        }
        if case .season(let season) = term(shift.next), let today = frame.today {
            return PeriodReading(
                period: Period(timex: padded(today.year + shift.value, 4) + "-" + season.rawValue, grain: .quarter, isAnchored: true),
                next: shift.next + 1
            )
        }
        guard let date = numericDate(at: shift.next) ?? dayMonth(at: shift.next), let fields = date.fields, fields.year == nil,
            let month = fields.month, let day = fields.day
        else { return nil }
        var result = date
        if shift.value > 0 { result.period = frame.date(month: month, day: day, after: true) }
        if shift.value == 0, let today = frame.today, CivilDay.exists(today.year, month, day) {
            result.period.days = CivilDay(today.year, month, day)..<CivilDay(today.year, month, day) + 1
        }
        return result
    }

    func weekAfterNext(at index: Int) -> PeriodReading? {
        guard let week = week(at: index) else { return nil }
        return PeriodReading(period: frame.relative(.week, week.offset), next: week.next)
    }

    func shiftedMonth(_ shift: Int, _ month: (value: Int, next: Int), _ index: Int) -> PeriodReading? {
        guard let today = frame.today, dayNumber(month.next) == nil, month.value != 5 || self[index].isCapital else { return nil }
        var year = today.year
        if shift > 0, month.value <= today.month { year += 1 }
        if shift < 0, month.value >= today.month { year -= 1 }
        return PeriodReading(
            period: frame.anchored(frame.date(year: year, month: month.value)),
            next: month.next,
            fields: (year, month.value, nil)
        )
    }

    /// `later this year`: from the article's date to its end; `earlier this year`: from its beginning.
    func edged(_ period: Period, _ isLater: Bool, _ next: Int) -> PeriodReading {
        var period = period
        if let today = frame.today, let days = period.days, days.contains(today) {
            period.days = isLater ? today..<days.upperBound : days.lowerBound..<today
        }
        return PeriodReading(period: period, next: next)
    }

    /// `the week`, `the month`, `the year`, `the weekend`, `the day`.
    func theUnit(at index: Int) -> PeriodReading? {
        guard isWord(index, .the) else { return nil }
        if isWord(index + 1, .weekend) {
            guard let today = frame.today else { return PeriodReading(period: Period(timex: "XXXX-WXX-WE", grain: .week), next: index + 2) }
            return PeriodReading(period: frame.weekend(of: today), next: index + 2)
        }
        guard case .unit(let unit) = term(index + 1), [.day, .week, .month, .year].contains(unit) else { return nil }
        // The day that …, the year of …: no more than a noun; for the day, in the week are times.
        switch term(index + 2) {
        case .other: if index + 2 < tokens.count { return nil }
        case .word(.of), .word(.that), .word(.before), .word(.after), .digits: return nil
        default: break
        }
        return PeriodReading(period: frame.relative(unit, 0), next: index + 2)
    }
}
