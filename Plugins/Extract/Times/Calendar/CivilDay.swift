/// A day of the proleptic Gregorian calendar.
struct CivilDay: Comparable, Hashable {
    /// Days since 1 January 1970.
    let number: Int

    init(number: Int) { self.number = number }

    /// A day by its date; a month or day beyond its end runs on into the next.
    ///
    /// Source: H. Hinnant, chrono-Compatible Low-Level Date Algorithms, `days_from_civil`.
    init(_ year: Int, _ month: Int, _ day: Int) {
        let months = year * 12 + month - 1
        let (flooredYear, zeroMonth) = (months.flooredDivided(by: 12), months.modulo(12))
        let shifted = zeroMonth < 2 ? flooredYear - 1 : flooredYear
        let era = shifted.flooredDivided(by: 400)
        let yearOfEra = shifted - era * 400
        let dayOfYear = (153 * ((zeroMonth + 10) % 12) + 2) / 5 + day - 1
        let dayOfEra = yearOfEra * 365 + yearOfEra / 4 - yearOfEra / 100 + dayOfYear
        number = era * 146097 + dayOfEra - 719468
    }

    /// Year, month and day.
    ///
    /// Source: H. Hinnant, `civil_from_days`.
    var parts: (year: Int, month: Int, day: Int) {
        let shifted = number + 719468
        let era = shifted.flooredDivided(by: 146097)
        let dayOfEra = shifted - era * 146097
        let yearOfEra = (dayOfEra - dayOfEra / 1460 + dayOfEra / 36524 - dayOfEra / 146096) / 365
        let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
        let shiftedMonth = (5 * dayOfYear + 2) / 153
        let month = shiftedMonth < 10 ? shiftedMonth + 3 : shiftedMonth - 9
        let year = yearOfEra + era * 400 + (month <= 2 ? 1 : 0)
        return (year, month, dayOfYear - (153 * shiftedMonth + 2) / 5 + 1)
    }

    var year: Int { parts.year }
    var month: Int { parts.month }

    /// Monday is 1, as in ISO 8601.
    var weekday: Int { (number + 3).modulo(7) + 1 }

    /// The Monday of its week.
    var monday: CivilDay { self + (1 - weekday) }

    /// Year and number of its week, as ISO 8601 counts them.
    var week: (year: Int, number: Int) {
        let thursday = monday + 3
        let year = thursday.year
        return (year, (thursday.number - CivilDay(year, 1, 1).number) / 7 + 1)
    }

    /// `2023-11-30`.
    var iso: String {
        let (year, month, day) = parts
        return "\(padded(year, 4))-\(padded(month, 2))-\(padded(day, 2))"
    }

    /// `2023-11-30` as TIMEX3 writes it: `BC0221-01-01` where the year lies before the common era.
    var timex: String {
        let (year, month, day) = parts
        return "\(Self.timex(year: year))-\(padded(month, 2))-\(padded(day, 2))"
    }

    /// A year as TIMEX3 writes it, with the `BC` of TIMEX2; year 0 is 1 BC, as in ISO 8601.
    static func timex(year: Int) -> String { year > 0 ? padded(year, 4) : "BC" + padded(1 - year, 4) }

    static func + (day: CivilDay, days: Int) -> CivilDay { CivilDay(number: day.number + days) }
    static func < (left: CivilDay, right: CivilDay) -> Bool { left.number < right.number }

    /// Whether a month has a day; any year will do where none is known.
    static func exists(_ year: Int?, _ month: Int, _ day: Int) -> Bool {
        guard (1...12).contains(month), (1...31).contains(day) else { return false }
        return CivilDay(year ?? 2000, month, day).month == month
    }

    /// The day a number of months later; the last day of the month where that is shorter.
    func adding(months: Int) -> CivilDay {
        let (year, month, day) = parts
        let first = CivilDay(year, month + months, 1)
        let length = CivilDay(year, month + months + 1, 1).number - first.number
        return first + (min(day, length) - 1)
    }
}

extension Int {
    func flooredDivided(by divisor: Int) -> Int { self >= 0 ? self / divisor : -((-self + divisor - 1) / divisor) }
    func modulo(_ divisor: Int) -> Int { self - flooredDivided(by: divisor) * divisor }
}

/// A number with leading zeros.
func padded(_ number: Int, _ width: Int) -> String {
    let digits = String(number.magnitude)
    return (number < 0 ? "-" : "") + String(repeating: "0", count: max(0, width - digits.utf8.count)) + digits
}
