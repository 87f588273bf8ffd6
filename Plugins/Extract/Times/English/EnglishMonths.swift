import LinecasterKit

/// Dates with the name of a month.
extension EnglishTimeReader {
    func month(_ index: Int) -> (value: Int, next: Int)? {
        guard case .month(let month) = term(index) else { return nil }
        return (month, skipDot(index + 1))
    }

    /// Words that are months or verbs and nouns: may, march, mar, sun.
    func isDoubtful(_ index: Int, _ month: Int) -> Bool {
        let length = self[index].end - self[index].start
        return month == 5
            || month == 3
                && (length == 5 || length == 3) && !self[index].isCapital
            || month == 12 && length == 3 && isMark(index - 1, "$")
            || month == 8 && length == 6 && !self[index].isCapital && isWord(index - 1, .an)
    }

    /// `January 5, 2024`, `April the ninth`, `May 2018`, `june of 1992`.
    func monthDate(at index: Int) -> PeriodReading? {
        if self[index].digits == 4, case .month(let month) = term(index + 1), let year = year(at: index, isSure: true) {
            return dated(year.value, month, nil, index + 2)
        }
        guard let month = month(index) else { return nil }
        let begin = isMark(month.next, ",") || isMark(month.next, "/") && self[month.next].isGlued ? month.next + 1 : month.next
        let dayAt = skip(begin, .the)
        if let day = dayNumber(dayAt), !isYearLike(day.next, dayAt), !isMark(day.next, ":"), !isHour(day.next) || ordinal(dayAt) != nil {
            let joint = isMark(day.next, ",") ? day.next + 1 : skip(day.next, .of, .in)
            if let year = year(at: joint, isSure: true), !isHour(year.next), !isClock(joint) {
                return dated(year.value, month.value, day.value, year.next)
            }
            if joint > day.next || isMark(joint, "'"), let year = shortYear(at: joint), !isHour(year.next) {
                return dated(year.value, month.value, day.value, year.next)
            }
            if ordinal(dayAt) != nil, let year = shortYear(at: joint), !isHour(year.next), !isMark(year.next, ":"), !isMark(year.next, "-")
            {
                return dated(year.value, month.value, day.value, year.next)
            }
            return dated(nil, month.value, day.value, day.next)
        }
        let joint = isMark(begin, ",") ? begin + 1 : skip(begin, .of, .in)
        if let year = year(at: joint, isSure: true), !isClock(joint) { return dated(year.value, month.value, nil, year.next) }
        if joint > begin, let year = shortYear(at: joint), isWord(joint - 1, .of) { return dated(year.value, month.value, nil, year.next) }
        if month.value == 5, !self[index].isCapital, !isAfterSurePreposition(index) { return nil }
        if isDoubtful(index, month.value), !isAfterPreposition(index) { return nil }
        let length = self[index].end - self[index].start
        if length <= 4, ![6, 7].contains(month.value), !self[index].isCapital, !isAfterPreposition(index), month.value != 5,
            !isWord(index - 1, .and), !isWord(index - 1, .to), !isMark(index - 1, "-"), !isMark(index + 1, "-")
        {
            return nil
        }
        return dated(
            nil,
            month.value,
            nil,
            month.next > index + 1 && month.next >= tokens.count ? index + 1 : month.next == index + 2 ? index + 1 : month.next
        )
    }

    private static let prepositions: Set<EnglishWord> = [
        .in, .of, .since, .from, .to, .by, .until, .till, .through, .between, .during, .before, .after, .this, .next, .last, .mid, .early,
        .late, .the, .and, .around, .following, .previous, .coming,
    ]

    func isAfterSurePreposition(_ index: Int) -> Bool {
        switch word(index - 1) {
        case .in, .of, .since, .until, .before, .after, .mid, .late, .early, .last, .next: true
        default: false
        }
    }

    func isAfterPreposition(_ index: Int) -> Bool {
        if case .word(let word) = term(index - 1) { return Self.prepositions.contains(word) }
        return false
    }

    /// Two digits that are the first half of a year of four in digits: never.
    func isYearLike(_ next: Int, _ index: Int) -> Bool { self[index].digits > 2 }

    func isHour(_ index: Int) -> Bool {
        switch word(index) {
        case .am, .pm, .oclock: true
        case .a, .p: isMark(index + 1, ".") || self[index].isGlued
        default: false
        }
    }

    func isClock(_ index: Int) -> Bool { isMark(index + 1, ":") }

    /// `5 January 2024`, `the fourth of July, 1995`, `26th of june`.
    func dayMonth(at index: Int) -> PeriodReading? {
        let begin = skip(index, .the)
        guard let day = dayNumber(begin), !isPartOfNumber(begin - 1) || begin > index else { return nil }
        if begin > 0, self[begin].isGlued,
            isMark(begin - 1, ".") || isMark(begin - 1, ":") || isMark(begin - 1, "$") || isMark(begin - 1, ",")
        {
            return nil
        }
        if isMark(begin - 1, "$") { return nil }
        var monthAt = skip(day.next, .of)
        if isMark(monthAt, "-") && self[monthAt].isGlued { monthAt += 1 }
        if term(day.next) == .unit(.day), isWord(day.next + 1, .of) { monthAt = day.next + 2 }
        guard let month = month(monthAt) else { return nil }
        if month.value == 5, self[monthAt].end - self[monthAt].start == 3, !self[monthAt].isCapital, ordinal(begin) == nil,
            monthAt == day.next
        {
            return nil
        }
        let joint = isMark(month.next, ",") ? month.next + 1 : skip(month.next, .of, .in)
        if let year = year(at: joint, isSure: true), !isClock(joint) { return dated(year.value, month.value, day.value, year.next) }
        if let year = shortYear(at: joint), joint > month.next && !isMark(joint - 1, ",") || isMark(joint, "'") {
            return dated(year.value, month.value, day.value, year.next)
        }
        return dated(nil, month.value, day.value, monthAt + 1)
    }
}
