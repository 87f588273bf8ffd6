import LinecasterKit

/// Days of the week, alone or with a date.
extension EnglishTimeReader {
    func weekday(_ index: Int) -> (value: Int, next: Int)? {
        guard case .weekday(let day) = term(index) else { return nil }
        // Sat, sun, wed and mon are words of their own in lower case.
        if self[index].end - self[index].start <= 4, !self[index].isCapital, !isAfterDayHead(index) { return nil }
        return (
            day,
            skipDot(index + 1) > index + 1 && skipDot(index + 1) < tokens.count && self[index].end - self[index].start <= 4
                ? index + 2 : index + 1
        )
    }

    func isAfterDayHead(_ index: Int) -> Bool {
        switch term(index - 1) {
        case .word(.on), .word(.next), .word(.last), .word(.this), .word(.or), .unit(.week): true
        default: false
        }
    }

    private static let shifts: [EnglishWord: Int] = [
        .this: 0, .current: 0, .next: 1, .coming: 1, .upcoming: 1, .following: 1, .last: -1, .past: -1, .previous: -1,
    ]

    /// A word that counts from the article's date, or two: this upcoming.
    func shift(_ index: Int) -> (value: Int, next: Int, word: EnglishWord)? {
        guard let first = word(index), let value = Self.shifts[first] else { return nil }
        if first == .this, let second = word(index + 1), [.coming, .upcoming, .past].contains(second) {
            return (second == .past ? -1 : 1, index + 2, second)
        }
        return (value, index + 1, first)
    }

    func weekdayDate(at index: Int, depth: Int) -> PeriodReading? {
        if let shift = shift(index), let day = weekday(shift.next) {
            var reading = PeriodReading(period: shifted(day.value, shift.value, shift.word), next: day.next)
            if let date = dateAfter(day.next) { reading = date }
            return reading
        }
        if isWord(index, .on), let day = weekday(index + 1), isWord(day.next, .of), let week = week(at: skip(day.next + 1, .the)) {
            return PeriodReading(period: frame.weekday(day.value, week: week.offset), next: week.next)
        }
        if let week = week(at: index), let day = weekday(skip(isMark(week.next, "-") ? week.next + 1 : week.next, .on)) {
            return PeriodReading(period: frame.weekday(day.value, week: week.offset), next: day.next)
        }
        guard let day = weekday(index) else { return nil }
        if isWord(day.next, .of) || isWord(day.next, .next) || isWord(day.next, .last),
            let week = week(at: isWord(day.next, .of) ? skip(day.next + 1, .the) : day.next)
        {
            return PeriodReading(period: frame.weekday(day.value, week: week.offset), next: week.next)
        }
        if let old = weekdayNextOrLast(day) { return old }
        if let date = dateAfter(day.next) { return date }
        let the = skip(day.next, .the)
        if let number = dayNumber(the),
            the > day.next || ordinal(the) != nil
                || !isHour(number.next) && !isMark(number.next, ":") && !isRange(number.next) && !isMark(number.next, ".")
                || isEnd(number.next) && the > day.next
        {
            if the == day.next, ordinal(the) == nil, term(the) != .digits {
                return PeriodReading(period: frame.weekday(day.value), next: day.next)
            }
            if the == day.next, number.next < tokens.count, isMark(number.next, "/") {
                return PeriodReading(period: frame.weekday(day.value), next: day.next)
            }
            return PeriodReading(period: weekday(day.value, number.value, isThisMonth: the > day.next), next: number.next)
        }
        return PeriodReading(period: frame.weekday(day.value), next: day.next)
    }

    func isRange(_ index: Int) -> Bool { isMark(index, "-") || isWord(index, .to) }

    func isEnd(_ index: Int) -> Bool { index >= tokens.count }

    /// `Friday 7/6`, `Tuesday March 7`: the date says more than the day of the week.
    func dateAfter(_ index: Int) -> PeriodReading? {
        let begin = isMark(index, ",") || isMark(index, "(") ? index + 1 : index
        guard var date = numericDate(at: begin) ?? dottedDate(at: begin) ?? monthDate(at: begin) ?? dayMonth(at: begin),
            date.period.grain == .day
        else { return nil }
        if isMark(begin - 1, "("), begin > index { date.next = isMark(date.next, ")") ? date.next + 1 : date.next }
        return date
    }

    /// `7.6` and `7-6` after a day of the week.
    func dottedDate(at index: Int) -> PeriodReading? {
        guard index + 2 < tokens.count, (1...2).contains(self[index].digits), isMark(index + 1, ".") || isMark(index + 1, "-"),
            self[index + 1].isGlued, self[index + 2].isGlued,
            (1...2).contains(self[index + 2].digits), (1...12).contains(self[index].number), (1...31).contains(self[index + 2].number),
            self[index + 2].number <= 31, !isHour(index + 3)
        else { return nil }
        // Monday 6-8 is hours; Friday 7-6 a date, which falls on that day.
        let period = frame.date(month: self[index].number, day: self[index + 2].number)
        guard case .weekday(let day) = term(index - 1), period.days?.lowerBound.weekday == day else { return nil }
        return PeriodReading(period: period, next: index + 3, fields: (nil, self[index].number, self[index + 2].number))
    }

    func shifted(_ day: Int, _ shift: Int, _ word: EnglishWord) -> Period {
        switch word {
        case .past, .last, .previous: return frame.weekday(day, week: -1, isNearest: word == .past)
        case .coming, .upcoming, .following:
            return word == .coming
                ? frame.weekday(day, week: 1) : frame.resolved("XXXX-WXX-\(day)") { $0 + ((day - $0.weekday - 1).modulo(7) + 1) }
        default: return frame.weekday(day, week: shift)
        }
    }

    func weekday(_ day: Int, _ number: Int, isThisMonth: Bool) -> Period {
        guard let today = frame.today, CivilDay.exists(today.year, today.month, number),
            case let date = CivilDay(today.year, today.month, number),
            date.weekday == day, isThisMonth || date == today
        else { return frame.weekday(day, dayOfMonth: number) }
        return TimeFrame.single(date)
    }

    /// `next week`, `last week`, `this week`, `the week after next`.
    func week(at index: Int) -> (offset: Int, next: Int)? {
        if let shift = shift(index), term(shift.next) == .unit(.week) { return (shift.value, shift.next + 1) }
        let begin = skip(index, .the)
        guard term(begin) == .unit(.week) else { return nil }
        if isWord(begin + 1, .after), isWord(begin + 2, .next) { return (2, begin + 3) }
        if isWord(begin + 1, .before), isWord(begin + 2, .last) { return (-2, begin + 3) }
        return nil
    }
}

extension TimeFrame {
    /// The last day of the week before the article's, or that of the week before.
    func weekday(_ weekday: Int, week: Int, isNearest: Bool) -> Period {
        guard isNearest else { return self.weekday(weekday, week: week) }
        return resolved("XXXX-WXX-\(weekday)") { $0 + -(($0.weekday - weekday - 1).modulo(7) + 1) }
    }
}
