import LinecasterKit

/// The first week of May, the end of June.
extension EnglishTimeReader {
    /// `the third month of 2021`, `last week of Dec 2016`, `first Monday evening of next month`, `the first 2 weeks of 2021`, `week 27 of last year`.
    func partOf(at index: Int, depth: Int) -> PeriodReading? {
        let begin = skip(index, .the)
        if begin > index, term(begin) == .unit(.week) { return nil }
        if term(begin) == .unit(.week), let number = count(begin + 1), (1...53).contains(number.value), term(begin + 1) == .digits {
            let year = isWord(number.next, .of) ? period(at: skip(number.next + 1, .the), depth: depth + 1) : nil
            if let year, year.period.grain == .year {
                return frame.part(number.value, .week, of: year.period).map { PeriodReading(period: $0, next: year.next) }
            }
            return frame.part(number.value, .week, of: frame.relative(.year, 0)).map { PeriodReading(period: $0, next: number.next) }
        }
        if let number = ordinal(begin), number.value <= 2, isWord(number.next, .half), isWord(number.next + 1, .of),
            let outer = outer(number.next + 2, depth), outer.period.grain == .year,
            let half = frame.part(number.value, .halfYear, of: outer.period)
        {
            return PeriodReading(period: half, next: outer.next)
        }
        let isLast = isWord(begin, .last)
        guard isLast || ordinal(begin) != nil, case let head = ordinal(begin), case let after = head?.next ?? begin + 1 else { return nil }
        if let number = count(after), let unit = unit(number.next), isWord(unit.next, .of), let outer = outer(unit.next + 1, depth),
            isLast || head?.value == 1, number.value > 0,
            let edge = frame.edge(number.value, unit.value, of: outer.period, isFirst: !isLast)
        {
            return PeriodReading(period: edge, next: outer.next)
        }
        if begin == index, let day = weekday(after) {
            let part = dayPart(at: day.next)
            let of = part?.next ?? day.next
            guard isWord(of, .of) || isWord(of, .in), let outer = outer(of + 1, depth),
                let period = frame.weekday(day.value, number: head?.value ?? -1, of: outer.period)
            else { return nil }
            var result = PeriodReading(period: period, next: outer.next, part: part?.part)
            if outer.period.isAnchored, let month = outer.period.days?.lowerBound.month {
                result.period.timex = "XXXX-\(padded(month, 2))-WXX-\(day.value)-#\(head?.value ?? -1)"
            }
            return result
        }
        guard let unit = unit(after), isWord(unit.next, .of) || isWord(unit.next, .in), let outer = outer(unit.next + 1, depth) else {
            return nil
        }
        guard unit.value != .day || head != nil, let period = frame.part(head?.value ?? 1, unit.value, of: outer.period, isFromEnd: isLast)
        else { return nil }
        var result = PeriodReading(period: period, next: outer.next)
        if unit.value == .quarter, isWord(outer.next - 2, .the) {
            result.period = frame.part(head?.value ?? 1, .quarter, of: Period(timex: "XXXX", grain: .year)) ?? period
        }
        return result
    }

    /// A month or year that a part is of, with `the year` for the article's.
    func outer(_ index: Int, _ depth: Int) -> PeriodReading? {
        if isWord(index, .the), case .unit(let unit) = term(index + 1), [.month, .year].contains(unit) {
            return PeriodReading(period: frame.relative(unit, 0), next: index + 2)
        }
        if let year = year(at: index, isSure: true) { return PeriodReading(period: frame.date(year: year.value), next: year.next) }
        return period(at: index, depth: depth + 1)
    }

    /// `the week of April 10th`, `week starting February 4`, `w/c Feb 4`.
    func weekOf(at index: Int, depth: Int) -> PeriodReading? {
        var begin = skip(index, .the)
        if isWord(begin, .w), isMark(begin + 1, "/"), isWord(begin + 2, .c) {
            begin += 3
        } else {
            guard term(begin) == .unit(.week) else { return nil }
            switch word(begin + 1) {
            case .of: begin += 2
            case .starting, .commencing, .beginning: begin = skip(begin + 2, .on)
            default: return nil
            }
        }
        guard let date = period(at: begin, depth: depth + 1), date.period.grain == .day, let day = date.period.days?.lowerBound else {
            return nil
        }
        var week = frame.week(of: day)
        week.timex = date.period.timex
        week.isAnchored = date.period.isAnchored
        return PeriodReading(period: week, next: date.next)
    }

    private static let edges: [EnglishWord: TimeModifier] = [
        .beginning: .start, .start: .start, .early: .start, .middle: .mid, .mid: .mid, .end: .end, .late: .end,
    ]

    /// `the end of June`, `mid-November`, `late July`, `end of day`, `rest of the week`.
    func edge(at index: Int, depth: Int) -> PeriodReading? {
        if let day = endOfDay(at: index, depth: depth) { return day }
        if let rest = restOf(at: index) { return rest }
        let isThe = isWord(index, .the)
        let begin = isThe ? index + 1 : index
        guard let head = word(begin), let modifier = Self.edges[head] else { return nil }
        var inner = isMark(begin + 1, "-") ? begin + 2 : skip(begin + 1, .of, .in)
        if [.end, .start, .beginning, .middle].contains(head), !isWord(begin + 1, .of) { return nil }
        if isThe, !isEdgeHead(index) { return nil }
        let isBareUnit: Bool
        if case .unit(let unit) = term(skip(inner, .the)), [.week, .month, .year].contains(unit) {
            let at = skip(inner, .the)
            guard at + 1 >= tokens.count || !isWord(at + 1, .of) else { return nil }
            var period = frame.relative(unit, 0)
            period.modifier = modifier
            if modifier == .end, unit == .week, let today = frame.today, let days = period.days {
                period.days = today..<days.upperBound
            } else {
                third(&period, modifier, isRelative: true)
            }
            return PeriodReading(period: period, next: at + 1, reachesEnd: modifier == .end)
        } else {
            isBareUnit = false
        }
        inner = skip(inner, .the)
        guard !isBareUnit, var reading = period(at: inner, depth: depth + 1) ?? outerYear(inner), reading.period.grain > .day,
            reading.period.modifier == nil
        else { return nil }
        reading.period.modifier = modifier
        let isRelative = reading.period.isAnchored && !reading.period.timex.hasPrefix("XXXX")
        third(&reading.period, modifier, isRelative: isRelative)
        reading.reachesEnd = modifier == .end
        reading.fields = nil
        return reading
    }

    /// After a word that takes a time, `the` belongs to the expression.
    func isEdgeHead(_ index: Int) -> Bool {
        switch word(index - 1) {
        case .before, .after, .since, .until, .till, .by, .and, .to, .between: true
        default: false
        }
    }

    func outerYear(_ index: Int) -> PeriodReading? {
        year(at: index, isSure: true).map { PeriodReading(period: frame.date(year: $0.value), next: $0.next) }
    }

    /// The days of a beginning, middle or end: thirds of a year, the days about the tenth and the twentieth of a month.
    func third(_ period: inout Period, _ modifier: TimeModifier, isRelative: Bool) {
        guard let days = period.days else { return }
        let first = days.lowerBound
        switch (period.grain, modifier) {
        case (.year, .start): period.days = first..<first.adding(months: isRelative ? 6 : 4)
        case (.year, .mid): period.days = first.adding(months: 4)..<first.adding(months: 8)
        case (.year, .end): period.days = first.adding(months: isRelative ? 6 : 8)..<days.upperBound
        case (.month, .start): period.days = first..<first + 15
        case (.month, .mid): period.days = first + 9..<first + 20
        case (.month, .end): period.days = first + 15..<days.upperBound
        default: break
        }
    }

    func endOfDay(at index: Int, depth: Int) -> PeriodReading? {
        let begin = skip(index, .the)
        let last = ClockTime(hour: 23, minute: 59, second: 59)
        if isWord(begin, .eod) { return PeriodReading(period: frame.relative(.day, 0), next: begin + 1, clock: last) }
        guard isWord(begin, .end), isWord(begin + 1, .of) else { return nil }
        let inner = skip(begin + 2, .the)
        if term(inner) == .unit(.day) { return PeriodReading(period: frame.relative(.day, 0), next: inner + 1, clock: last) }
        guard let day = relativeDay(at: inner) ?? weekdayDate(at: inner, depth: depth + 1), day.period.grain == .day, day.part == nil else {
            return nil
        }
        return PeriodReading(period: day.period, next: day.next, clock: last)
    }

    func restOf(at index: Int) -> PeriodReading? {
        guard [.rest, .remaining, .remainder].contains(word(index)) else { return nil }
        let inner = skip(skip(index + 1, .of), .the, .this)
        guard case .unit(let unit) = term(inner), [.week, .month, .year].contains(unit), let today = frame.today,
            let days = frame.relative(unit, 0).days
        else { return nil }
        let end = unit == .week ? days.upperBound + -1 : days.upperBound
        guard today < end else { return nil }
        return PeriodReading(
            period: frame.anchored(frame.interval(today..<end, TimeLength(Double(end.number - today.number), .day), .day)),
            next: inner + 1
        )
    }
}
