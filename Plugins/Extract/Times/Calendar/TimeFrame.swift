import LinecasterKit

/// What relative times refer to, and the periods that follow from it.
struct TimeFrame {
    /// The article's day; nil where it is not known.
    let today: CivilDay?
    /// Seconds since midnight, where the article's time of day is known.
    let second: Int?

    init(today: CivilDay? = nil, second: Int? = nil) {
        self.today = today
        self.second = second
    }

    /// The article's own moment.
    var now: Moment? { today.flatMap { day in second.map { Moment(day: day, second: $0) } } }

    /// The article's date as an item names it.
    var anchor: String? { now?.iso ?? today?.iso }

    // MARK: Dates

    /// A year, a month or a day, with what the text leaves open taken from the article's date, the nearest in time.
    func date(year: Int? = nil, month: Int? = nil, day: Int? = nil) -> Period {
        let head = year.map(CivilDay.timex) ?? "XXXX"
        guard let month else {
            guard let day else { return self.year(year, head) }
            return nearest(Period(timex: head + "-XX-" + padded(day, 2), grain: .day)) { today in
                (-2...2).compactMap {
                    let first = CivilDay(today.year, today.month + $0, 1).parts
                    return CivilDay.exists(first.year, first.month, day) ? Self.days(first.year, first.month, day) : nil
                }
            }
        }
        let middle = head + "-" + padded(month, 2)
        guard let day else {
            let following =
                month == 12 ? (year.map { CivilDay.timex(year: $0 + 1) } ?? "XXXX") + "-01-01" : head + "-" + padded(month + 1, 2) + "-01"
            let period = Period(timex: middle, first: middle + "-01", next: following, grain: .month)
            return nearest(period, year: year) { Self.month($0, month) }
        }
        return nearest(Period(timex: middle + "-" + padded(day, 2), grain: .day), year: year) {
            CivilDay.exists($0, month, day) ? Self.days($0, month, day) : nil
        }
    }

    private func year(_ year: Int?, _ head: String) -> Period {
        Period(
            timex: head,
            first: head + "-01-01",
            next: year.map { CivilDay.timex(year: $0 + 1) + "-01-01" },
            grain: .year,
            days: year.map { CivilDay($0, 1, 1)..<CivilDay($0 + 1, 1, 1) }
        )
    }

    private static func days(_ year: Int, _ month: Int, _ day: Int) -> Range<CivilDay> {
        let first = CivilDay(year, month, day)
        return first..<first + 1
    }

    private static func month(_ year: Int, _ month: Int) -> Range<CivilDay> { CivilDay(year, month, 1)..<CivilDay(year, month + 1, 1) }

    /// A period whose year may be open: of the candidates the one nearest to the article's date.
    private func nearest(_ period: Period, year: Int?, _ candidate: (Int) -> Range<CivilDay>?) -> Period {
        if let year {
            var result = period
            result.days = candidate(year)
            return result
        }
        return nearest(period) { today in (-8...8).compactMap { candidate(today.year + $0) } }
    }

    private func nearest(_ period: Period, _ candidates: (CivilDay) -> [Range<CivilDay>]) -> Period {
        guard let today else { return period }
        var result = period
        result.days = candidates(today).min { $0.distance(to: today) < $1.distance(to: today) }
        result.isAnchored = true
        return result
    }

    /// The first day of a given kind after the article's date, or the last before it.
    func date(month: Int, day: Int, after isAfter: Bool) -> Period {
        var period = date(month: month, day: day)
        guard let today else { return period }
        let years = isAfter ? Array(0...8) : (0...8).map { -$0 }
        period.days = years.lazy.filter { CivilDay.exists(today.year + $0, month, day) }.map { Self.days(today.year + $0, month, day) }
            .first { isAfter ? $0.lowerBound > today : $0.lowerBound < today }
        return period
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

    /// A day of the week, the nearest one.
    func weekday(_ weekday: Int) -> Period {
        nearest(Period(timex: "XXXX-WXX-\(weekday)", grain: .day)) { today in
            [-1, 0, 1].map { week in
                let day = today.monday + (7 * week + weekday - 1)
                return day..<day + 1
            }
        }
    }

    /// A day of the week in a week counted from the article's.
    func weekday(_ weekday: Int, week: Int) -> Period { resolved("XXXX-WXX-\(weekday)") { $0.monday + (7 * week + weekday - 1) } }

    /// The nearest day of a month that falls on a day of the week.
    func weekday(_ weekday: Int, dayOfMonth: Int) -> Period {
        nearest(Period(timex: "XXXX-WXX-\(weekday)", grain: .day)) { today in
            (-36...36).compactMap { months in
                let first = CivilDay(today.year, today.month + months, 1).parts
                guard CivilDay.exists(first.year, first.month, dayOfMonth) else { return nil }
                let days = Self.days(first.year, first.month, dayOfMonth)
                return days.lowerBound.weekday == weekday ? days : nil
            }
        }
    }

    /// A day that the article's date alone decides.
    func resolved(_ open: String, _ day: (CivilDay) -> CivilDay) -> Period {
        guard let today else { return Period(timex: open, grain: .day) }
        return Self.single(day(today))
    }

    static func single(_ day: CivilDay) -> Period { Period(timex: day.timex, grain: .day, days: day..<day + 1, isAnchored: true) }

    // MARK: Periods counted from the article's date

    /// This year, last month, next week: a unit of the calendar counted from the article's date.
    func relative(_ unit: TimeLength.Unit, _ offset: Int) -> Period {
        switch unit {
        case .day, .businessDay, .hour, .minute, .second: return resolved("XXXX-XX-XX") { $0 + offset }
        case .week:
            guard let today else { return Period(timex: "XXXX-WXX", grain: .week) }
            return week(of: today + 7 * offset)
        case .fortnight: return consecutive(2, .week, offset < 0 ? -1 : 1)
        case .month:
            guard let today else { return Period(timex: "XXXX-XX", grain: .month) }
            let first = CivilDay(today.year, today.month + offset, 1).parts
            return anchored(date(year: first.year, month: first.month))
        case .quarter, .halfYear:
            let months = unit == .quarter ? 3 : 6
            guard let today else { return Period(timex: "XXXX", grain: .quarter) }
            let first = CivilDay(today.year, (today.month - 1) / months * months + 1 + months * offset, 1)
            return interval(first..<first.adding(months: months), TimeLength(Double(months), .month), .quarter)
        case .year:
            guard let today else { return Period(timex: "XXXX", first: "XXXX-01-01", grain: .year) }
            return anchored(date(year: today.year + offset))
        case .decade, .century:
            let years = unit == .decade ? 10 : 100
            guard let today else { return Period(timex: "XXXX", grain: .decade) }
            let first = CivilDay((today.year / years + offset) * years, 1, 1)
            return interval(first..<first.adding(months: years * 12), TimeLength(Double(years), .year), .decade)
        }
    }

    func anchored(_ period: Period) -> Period {
        var result = period
        result.isAnchored = true
        return result
    }

    /// Days that an interval names.
    func interval(_ days: Range<CivilDay>, _ length: TimeLength, _ grain: Grain) -> Period {
        Period(
            timex: "(\(days.lowerBound.timex),\(days.upperBound.timex),\(length.timex))",
            first: days.lowerBound.timex,
            next: days.upperBound.timex,
            grain: grain,
            days: days
        )
    }

    /// The week that holds a day.
    func week(of day: CivilDay) -> Period {
        let week = day.week
        return Period(
            timex: "\(padded(week.year, 4))-W\(padded(week.number, 2))",
            first: day.monday.iso,
            next: (day.monday + 7).iso,
            grain: .week,
            days: day.monday..<day.monday + 7,
            isAnchored: true
        )
    }

    /// The weekend of the week that holds a day.
    func weekend(of day: CivilDay) -> Period {
        var period = week(of: day)
        period.timex += "-WE"
        period.days = day.monday + 5..<day.monday + 7
        period.first = (day.monday + 5).iso
        return period
    }

    /// Units one after the other that end or begin at the article's date: the last ten years, the next two days.
    func consecutive(_ count: Int, _ unit: TimeLength.Unit, _ direction: Int) -> Period {
        let length = TimeLength(Double(count), unit)
        guard let today else { return Period(timex: length.timex, grain: .day) }
        if unit == .quarter || unit == .halfYear || unit == .decade {
            let near = relative(unit, direction)
            let far = relative(unit, direction * count)
            guard let a = near.days, let b = far.days else { return near }
            return anchored(interval(min(a.lowerBound, b.lowerBound)..<max(a.upperBound, b.upperBound), length, near.grain))
        }
        if direction < 0 { return anchored(interval(length.added(to: today, times: -1)..<today, length, .day)) }
        let first = today + 1
        let end = unit == .businessDay ? length.added(to: today) + 1 : length.added(to: first)
        return anchored(interval(first..<end, length, .day))
    }

    // MARK: Parts of periods

    /// The first or last units of a period: the last four months of 2021.
    func edge(_ count: Int, _ unit: TimeLength.Unit, of period: Period, isFirst: Bool) -> Period? {
        guard let days = period.days else { return nil }
        let length = TimeLength(Double(count), unit)
        var from = days.lowerBound
        var to = days.upperBound
        if unit == .week {
            // Weeks belong to the year or month that holds their Thursday.
            from = Self.firstMonday(of: days)
            to = (to + -4).monday + 7
        }
        let result = isFirst ? from..<length.added(to: from) : length.added(to: to, times: -1)..<to
        var interval = interval(result, length, .day)
        interval.isAnchored = period.isAnchored
        return interval
    }

    private static func firstMonday(of days: Range<CivilDay>) -> CivilDay {
        let monday = days.lowerBound.monday
        return monday + 3 >= days.lowerBound ? monday : monday + 7
    }

    /// The n-th unit of a period; the last counts from its end.
    func part(_ number: Int, _ unit: TimeLength.Unit, of period: Period, isFromEnd: Bool = false) -> Period? {
        switch (unit, period.grain) {
        case (.month, .year):
            let month = isFromEnd ? 13 - number : number
            guard (1...12).contains(month) else { return nil }
            return within(period, { date(year: $0, month: month) }, open: date(month: month))
        case (.quarter, .year):
            let quarter = isFromEnd ? 5 - number : number
            return (1...4).contains(quarter) ? months(3 * quarter - 2, 3, of: period) : nil
        case (.halfYear, .year):
            let half = isFromEnd ? 3 - number : number
            return (1...2).contains(half) ? months(6 * half - 5, 6, of: period) : nil
        case (.week, .year):
            guard let days = period.days else { return Period(timex: period.timex + "-W" + padded(number, 2), grain: .week) }
            let first = Self.firstMonday(of: days)
            let last = (days.upperBound + -4).monday
            var week = week(of: isFromEnd ? last + -7 * (number - 1) : first + 7 * (number - 1))
            week.isAnchored = period.isAnchored
            return week
        case (.week, .month): return weekOfMonth(number, period, isFromEnd)
        case (.day, _):
            guard let days = period.days, number <= days.count else { return nil }
            var day = Self.single(isFromEnd ? days.upperBound + -number : days.lowerBound + (number - 1))
            day.isAnchored = period.isAnchored
            return day
        case (.year, .decade):
            guard let days = period.days else { return nil }
            return date(year: days.lowerBound.year + number - 1)
        default: return nil
        }
    }

    private func within(_ period: Period, _ make: (Int) -> Period, open: Period) -> Period {
        guard let year = period.days?.lowerBound.year else { return open }
        var result = make(year)
        result.isAnchored = period.isAnchored
        return result
    }

    private func weekOfMonth(_ number: Int, _ period: Period, _ isFromEnd: Bool) -> Period? {
        var result = Period(timex: period.timex + "-W" + padded(number, 2), grain: .week)
        guard let days = period.days else { return isFromEnd ? nil : result }
        let first = Self.firstMonday(of: days)
        let last = (days.upperBound + -4).monday
        let monday = isFromEnd ? last + -7 * (number - 1) : first + 7 * (number - 1)
        guard monday >= first, monday <= last else { return nil }
        result.timex = period.timex + "-W" + padded((monday.number - first.number) / 7 + 1, 2)
        result.first = monday.iso
        result.next = (monday + 7).iso
        result.days = monday..<monday + 7
        result.isAnchored = period.isAnchored
        return result
    }

    /// Months of a year, told as an interval; of an open year the article's own.
    func months(_ first: Int, _ count: Int, of period: Period) -> Period {
        let head = String(period.timex.prefix { $0 != "-" })
        let last = first + count
        let end = last > 12 ? (Int(head).map { padded($0 + 1, 4) } ?? head) + "-" + padded(last - 12, 2) : head + "-" + padded(last, 2)
        let year = period.days?.lowerBound.year ?? today?.year
        return Period(
            timex: "(\(head)-\(padded(first, 2))-01,\(end)-01,P\(count)M)",
            first: "\(head)-\(padded(first, 2))-01",
            next: end + "-01",
            grain: .quarter,
            days: year.map { CivilDay($0, first, 1)..<CivilDay($0, first + count, 1) },
            isAnchored: period.isAnchored || period.days == nil
        )
    }

    /// The n-th day of the week in a month: the first Monday of May.
    func weekday(_ weekday: Int, number: Int, of period: Period) -> Period? {
        guard period.grain == .month else { return nil }
        var result = Period(timex: period.timex + "-WXX-\(weekday)-#\(number)", grain: .day, isAnchored: period.isAnchored)
        if let days = period.days {
            let first = days.lowerBound + (weekday - days.lowerBound.weekday).modulo(7)
            let day = number > 0 ? first + 7 * (number - 1) : Self.last(weekday, before: days.upperBound)
            guard days.contains(day) else { return nil }
            result.days = day..<day + 1
        }
        return result
    }

    private static func last(_ weekday: Int, before end: CivilDay) -> CivilDay { end + -1 - ((end + -1).weekday - weekday).modulo(7) }
}

extension CivilDay {
    static func - (day: CivilDay, days: Int) -> CivilDay { day + -days }
}

extension Range<CivilDay> {
    /// The days between a day and the nearest of the range; zero within.
    func distance(to day: CivilDay) -> Int {
        if day < lowerBound { return lowerBound.number - day.number }
        return day >= upperBound ? day.number - upperBound.number + 1 : 0
    }

    var count: Int { upperBound.number - lowerBound.number }
}
