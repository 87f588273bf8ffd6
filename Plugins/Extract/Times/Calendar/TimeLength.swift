import LinecasterKit

/// A length of time, in the units of the text.
struct TimeLength: Equatable {
    var years = 0.0
    var months = 0.0
    var weeks = 0.0
    var days = 0.0
    var hours = 0.0
    var minutes = 0.0
    var seconds = 0.0
    /// Working days, which are counted past weekends.
    var businessDays = 0.0

    enum Unit: Int {
        case second, minute, hour, day, businessDay, week, fortnight, month, quarter, halfYear, year, decade, century
    }

    init() {}

    init(_ count: Double, _ unit: Unit) { add(count, unit) }

    mutating func add(_ count: Double, _ unit: Unit) {
        switch unit {
        case .second: seconds += count
        case .minute: minutes += count
        case .hour: hours += count
        case .day: days += count
        case .businessDay: businessDays += count
        case .week: weeks += count
        case .fortnight: weeks += 2 * count
        case .month: months += count
        case .quarter: months += 3 * count
        case .halfYear: months += 6 * count
        case .year: years += count
        case .decade: years += 10 * count
        case .century: years += 100 * count
        }
    }

    /// Whether it is told in units of the calendar alone.
    var isOfDays: Bool { hours == 0 && minutes == 0 && seconds == 0 }

    /// `P1Y2M`, `PT2H30M`, as ISO 8601 writes it, with fractions where the text has them.
    var timex: String {
        var date = ""
        var time = ""
        for (count, letter) in [(years, "Y"), (months, "M"), (weeks, "W"), (days, "D"), (businessDays, "BD")] where count != 0 {
            date += brief(count) + letter
        }
        for (count, letter) in [(hours, "H"), (minutes, "M"), (seconds, "S")] where count != 0 { time += brief(count) + letter }
        return "P" + date + (time.isEmpty ? "" : "T" + time)
    }

    private var wholeMonths: Int { Int(years * 12) + Int(months) }

    /// The day this long after a day, or before it.
    func added(to day: CivilDay, times sign: Int = 1) -> CivilDay {
        // Half a month is fifteen days.
        let rest = Int((months - months.rounded(.down)) * 30)
        let moved = day.adding(months: sign * wholeMonths) + sign * (Int(weeks * 7) + Int(days) + rest)
        return businessDays == 0 ? moved : moved.adding(businessDays: sign * Int(businessDays))
    }

    /// The moment this long after a moment, or before it.
    func added(to moment: Moment, times sign: Int = 1) -> Moment {
        let day = added(to: moment.day, times: sign)
        let second = moment.second + sign * Int(hours * 3600 + minutes * 60 + seconds)
        return Moment(day: day + second.flooredDivided(by: 86400), second: second.modulo(86400))
    }

    /// A length of hours, minutes and seconds.
    static func clock(seconds: Int) -> TimeLength {
        var span = TimeLength()
        span.hours = Double(seconds / 3600)
        span.minutes = Double(seconds / 60 % 60)
        span.seconds = Double(seconds % 60)
        return span
    }
}

/// A second of a day.
struct Moment: Equatable {
    var day: CivilDay
    var second: Int

    /// `2018-08-30T14:11:33`.
    var iso: String { day.iso + ClockTime(seconds: second).timex }
}

extension CivilDay {
    fileprivate func adding(businessDays count: Int) -> CivilDay {
        var day = self
        var left = abs(count)
        // Whole weeks at once: a text may count a million days.
        day = day + (left / 5) * 7 * count.signum()
        left %= 5
        while left > 0 {
            day = day + count.signum()
            if day.weekday <= 5 { left -= 1 }
        }
        return day
    }
}

/// A number without a fraction that is nothing.
func brief(_ value: Double) -> String {
    value == value.rounded() && abs(value) < 1e15 ? String(Int(value)) : String(value)
}
