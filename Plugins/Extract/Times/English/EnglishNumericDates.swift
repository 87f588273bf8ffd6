import LinecasterKit

/// Dates in digits, and years.
extension EnglishTimeReader {
    /// `2016-11-30`, `30/11/2016`, `2016-nov-30`, `Oct/2`.
    func numericDate(at index: Int) -> PeriodReading? {
        guard self[index].digits > 0, !(index > 0 && self[index].isGlued && isPartOfNumber(index - 1)) else {
            return spelledDate(at: index)
        }
        guard let match = NumericDates(text: text, limit: limit).match(at: self[index].start, dayFirst: false) else {
            return spelledDate(at: index)
        }
        let next = token(at: match.end, from: index)
        guard next >= tokens.count || !self[next].isGlued || !isPartOfWord(next) else { return nil }
        // -4/5 and 1/4 mile are numbers.
        if match.year == nil, isMark(index - 1, "-") && self[index].isGlued && !isBoundary(index - 2) || isMeasure(next) { return nil }
        return dated(match.year, match.month, match.day, next)
    }

    func isBoundary(_ index: Int) -> Bool { index >= 0 && self[index + 1].isGlued && self[index].digits > 0 }

    func isMeasure(_ index: Int) -> Bool {
        index < tokens.count && EnglishUnits.unit(lowered(index)).map { $0.kind != .count } == true
    }

    func isPartOfNumber(_ index: Int) -> Bool {
        switch term(index) {
        case .mark(let mark):
            if mark == UInt8(ascii: "-"), self[index - 1].digits == 4 || isMark(index + 2, "/") { return false }
            return index > 0 && self[index].isGlued && [UInt8(ascii: "-"), UInt8(ascii: "/"), UInt8(ascii: ".")].contains(mark)
                && term(index - 1) == .digits || mark == UInt8(ascii: "+") || mark == UInt8(ascii: "$")
        default: return false
        }
    }

    func isPartOfWord(_ index: Int) -> Bool {
        switch term(index) {
        case .mark, .word(.am), .word(.pm): return false
        default: return true
        }
    }

    func dated(_ year: Int?, _ month: Int, _ day: Int?, _ next: Int) -> PeriodReading {
        PeriodReading(period: frame.date(year: year, month: month, day: day), next: next, fields: (year, month, day))
    }

    /// Year, month by name and day in any order, joined by hyphens or slashes.
    func spelledDate(at index: Int) -> PeriodReading? {
        guard isDash(index + 1), index + 2 < tokens.count else { return nil }
        if self[index].digits == 4, case .month(let month) = term(index + 2) {
            guard isDash(index + 3), let day = dayNumber(index + 4) else { return dated(self[index].number, month, nil, index + 3) }
            return dated(self[index].number, month, day.value, day.next)
        }
        if case .month(let month) = term(index), self[index + 2].digits > 0 {
            if self[index + 2].digits == 4 {
                guard isDash(index + 3), let day = dayNumber(index + 4) else { return dated(self[index + 2].number, month, nil, index + 3) }
                return dated(self[index + 2].number, month, day.value, day.next)
            }
            guard let day = dayNumber(index + 2) else { return nil }
            guard isDash(day.next), day.next + 1 < tokens.count, self[day.next + 1].digits == 4 else {
                return self[index + 1].isGlued ? dated(nil, month, day.value, day.next) : nil
            }
            return dated(self[day.next + 1].number, month, day.value, day.next + 2)
        }
        guard let day = dayNumber(index), isDash(day.next) else { return nil }
        if case .month(let month) = term(day.next + 1) {
            guard isDash(day.next + 2), let year = year(at: day.next + 3, isSure: true) else {
                return dated(nil, month, day.value, day.next + 2)
            }
            return dated(year.value, month, day.value, year.next)
        }
        if day.next + 1 < tokens.count, self[day.next + 1].digits == 4, isDash(day.next + 2), case .month(let month) = term(day.next + 3) {
            return dated(self[day.next + 1].number, month, day.value, day.next + 4)
        }
        return nil
    }

    func isDash(_ index: Int) -> Bool {
        (isMark(index, "-") || isMark(index, "/")) && index + 1 < tokens.count && self[index].isGlued && self[index + 1].isGlued
    }

    func dayNumber(_ index: Int) -> (value: Int, next: Int)? {
        if let ordinal = ordinal(index), (1...31).contains(ordinal.value) { return ordinal }
        // In August | 16-year-old Abby Trask
        if isDash(index + 1), term(index + 2) == .unit(.year) { return nil }
        if index < tokens.count, (1...2).contains(self[index].digits), (1...31).contains(self[index].number) {
            return (self[index].number, index + 1)
        }
        guard let number = count(index), (1...31).contains(number.value), term(index) != .digits else { return nil }
        return number
    }

    /// A year: four digits, words, or, where it is sure that a year stands there, two digits.
    func year(at index: Int, isSure: Bool) -> (value: Int, next: Int)? {
        guard index < tokens.count else { return nil }
        if self[index].digits == 4, (1000...2999).contains(self[index].number) {
            // 2018.5, 2,018 and 2000th are none.
            let next = index + 1
            if next < tokens.count, self[next].isGlued, isMark(next, "."), next + 1 < tokens.count, self[next + 1].isGlued,
                self[next + 1].digits > 0
            {
                return nil
            }
            // Part of a number such as 138-2010-2015.
            if self[index].isGlued, isMark(index - 1, "-"), self[index - 2].digits > 0, self[index - 2].digits != 4,
                self[index - 1].isGlued, isMark(next, "-")
            {
                return nil
            }
            return (self[index].number, next)
        }
        return spokenYear(at: index, isSure: isSure)
    }

    /// `nineteen ninety six`, `two thousand and fifteen`, `twenty twenty`.
    func spokenYear(at index: Int, isSure: Bool) -> (value: Int, next: Int)? {
        var century: Int?
        switch term(index) {
        case .small(let value) where (10...19).contains(value): century = value
        case .tens(20): century = 20
        default: break
        }
        if let century, let rest = numerals.cardinal(at: index + 1), let value = Int(exactly: rest.value), (10...99).contains(value),
            term(index + 1) != .digits
        {
            return (century * 100 + value, rest.next)
        }
        guard term(index) != .digits, let whole = numerals.cardinal(at: index), let value = Int(exactly: whole.value),
            (1900...2099).contains(value)
        else { return nil }
        return (value, whole.next)
    }

    /// A year of two digits after a day or month: `15 April of 87`, `'87`.
    func shortYear(at index: Int) -> (value: Int, next: Int)? {
        let begin = isMark(index, "'") ? index + 1 : index
        guard begin < tokens.count, self[begin].digits == 2 else { return nil }
        let value = self[begin].number
        return (value + (value < 40 ? 2000 : 1900), begin + 1)
    }

    private static let yearHeads: Set<EnglishWord> = [
        .in, .of, .since, .from, .to, .by, .until, .till, .through, .between, .and, .during, .before, .after, .than, .on, .at, .or, .for,
        .not, .but,
    ]

    /// A year by itself: where a word before it says so, or nothing after it that it could count.
    func yearAlone(at index: Int) -> PeriodReading? {
        if let kind = yearKind(index) { return kind }
        guard let year = year(at: index, isSure: false), (1500...2100).contains(year.value) else { return nil }
        if index > 0, self[index].isGlued, term(index - 1) != .mark(UInt8(ascii: "(")), !isMark(index - 1, "-"), !isMark(index - 1, "~") {
            return nil
        }
        if isMark(index - 1, "$") || isMark(index - 1, "+") { return nil }
        let isAfterHead: Bool = if case .word(let word) = term(index - 1) { Self.yearHeads.contains(word) } else { false }
        // Years in words are told from numbers by what stands before them.
        if term(index) != .digits, !isAfterHead || isWord(index - 1, .and) && !(isNumberBefore(index - 2)) { return nil }
        let isCounting: Bool
        switch term(year.next) {
        case .other: isCounting = year.next < tokens.count && self[year.next].start > self[index].end && !self[year.next].isCapital
        case .units, .unit, .scale, .parts: isCounting = true
        case .mark(let mark): isCounting = mark == UInt8(ascii: "%") || isRun(year.next)
        case .digits: isCounting = true
        default: isCounting = false
        }
        if isMark(index - 1, "-"), index > 1, term(index - 2) == .digits, !(self[index - 2].digits == 4) { return nil }
        if isMark(index - 1, "-"), self[index].isGlued, index > 1, case .other = term(index - 2) { return nil }
        guard isAfterHead && !isUnit(year.next) || !isCounting, !(isRun(year.next) && !isWord(index - 1, .in)) else { return nil }
        return PeriodReading(period: frame.date(year: year.value), next: year.next, fields: (year.value, nil, nil))
    }

    func isNumberBefore(_ index: Int) -> Bool { term(index) == .digits && self[index].digits == 4 }

    func isUnit(_ index: Int) -> Bool {
        switch term(index) {
        case .units, .unit, .scale: true
        default: false
        }
    }

    /// A hyphen, slash or dot with more digits behind it, which are no year.
    func isRun(_ index: Int) -> Bool {
        guard isMark(index, "-") || isMark(index, "/") || isMark(index, "."), index + 1 < tokens.count, self[index + 1].digits > 0 else {
            return false
        }
        return self[index + 1].digits != 4
    }

    /// `year 2008`, `fiscal year 2010`, `FY 2010`, `SY 2008`.
    func yearKind(_ index: Int) -> PeriodReading? {
        var head = ""
        var next = index
        switch word(index) {
        case .fy: (head, next) = ("FY", index + 1)
        case .sy: (head, next) = ("SY", index + 1)
        case .cy: next = index + 1
        case .fiscal, .school, .calendar:
            guard term(index + 1) == .unit(.year) else { return nil }
            head = isWord(index, .fiscal) ? "FY" : isWord(index, .school) ? "SY" : ""
            next = index + 2
        default:
            guard term(index) == .unit(.year) else { return nil }
            next = index + 1
            guard let year = year(at: next, isSure: true) else { return nil }
            return PeriodReading(period: frame.date(year: year.value), next: year.next, fields: (year.value, nil, nil))
        }
        guard let year = year(at: next, isSure: true) else {
            return head.isEmpty ? nil : PeriodReading(period: Period(timex: head + "XXXX", grain: .year), next: next)
        }
        guard !head.isEmpty else {
            return PeriodReading(period: frame.date(year: year.value), next: year.next, fields: (year.value, nil, nil))
        }
        return PeriodReading(period: Period(timex: head + padded(year.value, 4), grain: .year), next: year.next)
    }
}
