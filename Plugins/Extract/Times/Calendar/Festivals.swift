/// Feasts and holidays of the Chinese and the Western calendar.
enum Festival: Equatable {
    /// The same month and day every year.
    case fixed(Int, Int)
    /// A month and day of the Chinese calendar; day 0 is the last of the year.
    case lunar(Int, Int)
    /// The n-th day of the week in a month; -1 is the last. The number of days after it.
    case weekday(month: Int, weekday: Int, number: Int, after: Int)
    /// Days after Easter Sunday.
    case easter(Int)
    /// A solar term near a day of the month.
    case solarTerm(month: Int, offset: Double)

    /// The day of the festival in a year.
    func day(in year: Int) -> CivilDay? {
        switch self {
        case .fixed(let month, let day): return CivilDay(year, month, day)
        case .lunar(_, 0): return ChineseCalendar.lastDay(year: year - 1)
        case .lunar(let month, let day):
            // The last month of a Chinese year lies in the next year of ours.
            return ChineseCalendar.day(year: month == 12 ? year - 1 : year, month: month, day: day)
        case .weekday(let month, let weekday, let number, let after):
            if number < 0 {
                let last = CivilDay(year, month + 1, 1) + -1
                return last + (after - (last.weekday - weekday).modulo(7))
            }
            let first = CivilDay(year, month, 1)
            return first + ((weekday - first.weekday).modulo(7) + 7 * (number - 1) + after)
        case .easter(let days): return Self.easter(year) + days
        case .solarTerm(let month, let offset):
            // Source: the usual approximation Y·D + C − L for the years 1901 to 2099, with Y the year of the century.
            let ofCentury = Double(year % 100)
            // The leap day of a year comes behind its first two terms.
            let leaps = Int((month <= 2 ? ofCentury - 1 : ofCentury) / 4)
            let day = Int(ofCentury * 0.2422 + offset + (year < 2000 ? 0.75 : 0)) - leaps
            return CivilDay(year, month, day)
        }
    }

    /// Easter Sunday.
    ///
    /// Source: Anonymous, A New York correspondent, Nature 13, 1876 (the Gregorian computus).
    static func easter(_ year: Int) -> CivilDay {
        let a = year % 19
        let (b, c) = (year / 100, year % 100)
        let h = (19 * a + b - b / 4 - (b - (b + 8) / 25 + 1) / 3 + 15) % 30
        let l = (32 + 2 * (b % 4) + 2 * (c / 4) - h - c % 4) % 7
        let m = (a + 11 * h + 22 * l) / 451
        let sum = h + l - 7 * m + 114
        return CivilDay(year, sum / 31, sum % 31 + 1)
    }

    /// Names in Chinese.
    static let chinese: [(name: String, festival: Festival)] = [
        ("元旦", .fixed(1, 1)), ("新年", .fixed(1, 1)), ("情人节", .fixed(2, 14)), ("妇女节", .fixed(3, 8)), ("植树节", .fixed(3, 12)),
        ("愚人节", .fixed(4, 1)), ("劳动节", .fixed(5, 1)), ("青年节", .fixed(5, 4)), ("儿童节", .fixed(6, 1)), ("建党节", .fixed(7, 1)),
        ("建军节", .fixed(8, 1)), ("教师节", .fixed(9, 10)), ("国庆节", .fixed(10, 1)), ("国庆", .fixed(10, 1)), ("国慶節", .fixed(10, 1)),
        ("万圣节", .fixed(10, 31)),
        ("平安夜", .fixed(12, 24)), ("圣诞节", .fixed(12, 25)), ("聖誕節", .fixed(12, 25)), ("圣诞", .fixed(12, 25)), ("跨年夜", .fixed(12, 31)),
        ("春节", .lunar(1, 1)), ("春節", .lunar(1, 1)), ("大年初一", .lunar(1, 1)), ("农历新年", .lunar(1, 1)), ("農曆新年", .lunar(1, 1)),
        ("元宵节", .lunar(1, 15)), ("元宵節", .lunar(1, 15)), ("元宵", .lunar(1, 15)), ("端午节", .lunar(5, 5)), ("端午節", .lunar(5, 5)),
        ("端午", .lunar(5, 5)),
        ("七夕节", .lunar(7, 7)), ("七夕", .lunar(7, 7)), ("中元节", .lunar(7, 15)), ("中秋节", .lunar(8, 15)), ("中秋節", .lunar(8, 15)),
        ("中秋", .lunar(8, 15)),
        ("重阳节", .lunar(9, 9)), ("重陽節", .lunar(9, 9)), ("重阳", .lunar(9, 9)), ("腊八节", .lunar(12, 8)), ("小年", .lunar(12, 23)),
        ("除夕", .lunar(12, 0)), ("大年三十", .lunar(12, 0)),
        ("清明节", .solarTerm(month: 4, offset: 4.81)), ("清明節", .solarTerm(month: 4, offset: 4.81)),
        ("清明", .solarTerm(month: 4, offset: 4.81)),
        ("冬至", .solarTerm(month: 12, offset: 21.94)), ("夏至", .solarTerm(month: 6, offset: 21.37)),
        ("立春", .solarTerm(month: 2, offset: 3.87)), ("惊蛰", .solarTerm(month: 3, offset: 5.63)),
        ("春分", .solarTerm(month: 3, offset: 20.646)), ("谷雨", .solarTerm(month: 4, offset: 20.1)),
        ("立夏", .solarTerm(month: 5, offset: 5.52)), ("芒种", .solarTerm(month: 6, offset: 5.678)),
        ("立秋", .solarTerm(month: 8, offset: 7.5)), ("处暑", .solarTerm(month: 8, offset: 23.13)),
        ("秋分", .solarTerm(month: 9, offset: 23.042)), ("寒露", .solarTerm(month: 10, offset: 8.318)),
        ("霜降", .solarTerm(month: 10, offset: 23.438)), ("立冬", .solarTerm(month: 11, offset: 7.438)),
        ("五一假期", .fixed(5, 1)), ("五一小长假", .fixed(5, 1)), ("五一长假", .fixed(5, 1)), ("五一黄金周", .fixed(5, 1)),
        ("五一国际劳动节", .fixed(5, 1)), ("十一假期", .fixed(10, 1)), ("十一长假", .fixed(10, 1)), ("十一黄金周", .fixed(10, 1)),
        ("国庆假期", .fixed(10, 1)), ("国庆长假", .fixed(10, 1)), ("国庆黄金周", .fixed(10, 1)),
        ("感恩节", .weekday(month: 11, weekday: 4, number: 4, after: 0)),
        ("母亲节", .weekday(month: 5, weekday: 7, number: 2, after: 0)), ("父亲节", .weekday(month: 6, weekday: 7, number: 3, after: 0)),
        ("复活节", .easter(0)),
    ]

    /// Names in English, in lower case without apostrophes.
    static let english: [(name: String, festival: Festival)] = [
        ("new years day", .fixed(1, 1)), ("new year day", .fixed(1, 1)), ("new years", .fixed(1, 1)), ("new years eve", .fixed(12, 31)),
        ("new year eve", .fixed(12, 31)), ("new year", .fixed(1, 1)),
        ("groundhog day", .fixed(2, 2)), ("valentines day", .fixed(2, 14)), ("st patricks day", .fixed(3, 17)),
        ("april fools day", .fixed(4, 1)), ("april fools", .fixed(4, 1)),
        ("earth day", .fixed(4, 22)), ("may day", .fixed(5, 1)), ("cinco de mayo", .fixed(5, 5)), ("juneteenth", .fixed(6, 19)),
        ("independence day", .fixed(7, 4)),
        ("bastille day", .fixed(7, 14)), ("halloween", .fixed(10, 31)), ("guy fawkes night", .fixed(11, 5)),
        ("veterans day", .fixed(11, 11)), ("armistice day", .fixed(11, 11)),
        ("remembrance day", .fixed(11, 11)), ("christmas eve", .fixed(12, 24)), ("christmas day", .fixed(12, 25)),
        ("christmas", .fixed(12, 25)), ("xmas", .fixed(12, 25)), ("boxing day", .fixed(12, 26)),
        ("martin luther king day", .weekday(month: 1, weekday: 1, number: 3, after: 0)),
        ("mlk day", .weekday(month: 1, weekday: 1, number: 3, after: 0)),
        ("presidents day", .weekday(month: 2, weekday: 1, number: 3, after: 0)),
        ("mothers day", .weekday(month: 5, weekday: 7, number: 2, after: 0)),
        ("fathers day", .weekday(month: 6, weekday: 7, number: 3, after: 0)),
        ("memorial day", .weekday(month: 5, weekday: 1, number: -1, after: 0)),
        ("labor day", .weekday(month: 9, weekday: 1, number: 1, after: 0)),
        ("labour day", .weekday(month: 9, weekday: 1, number: 1, after: 0)),
        ("columbus day", .weekday(month: 10, weekday: 1, number: 2, after: 0)),
        ("thanksgiving day", .weekday(month: 11, weekday: 4, number: 4, after: 0)),
        ("thanksgiving", .weekday(month: 11, weekday: 4, number: 4, after: 0)),
        ("black friday", .weekday(month: 11, weekday: 4, number: 4, after: 1)),
        ("cyber monday", .weekday(month: 11, weekday: 4, number: 4, after: 4)),
        ("election day", .weekday(month: 11, weekday: 1, number: 1, after: 1)),
        ("ash wednesday", .easter(-46)), ("palm sunday", .easter(-7)), ("maundy thursday", .easter(-3)), ("good friday", .easter(-2)),
        ("easter sunday", .easter(0)), ("easter monday", .easter(1)), ("easter", .easter(0)),
        ("whit monday", .easter(50)), ("chinese new year", .lunar(1, 1)), ("lunar new year", .lunar(1, 1)),
        ("spring festival", .lunar(1, 1)), ("lantern festival", .lunar(1, 15)),
        ("dragon boat festival", .lunar(5, 5)), ("mid-autumn festival", .lunar(8, 15)), ("mid autumn festival", .lunar(8, 15)),
        ("double ninth festival", .lunar(9, 9)), ("qingming festival", .solarTerm(month: 4, offset: 4.81)), ("national day", .fixed(10, 1)),
    ]
}

extension TimeFrame {
    /// A festival of a year, or the nearest one.
    func festival(_ festival: Festival, year: Int? = nil) -> Period {
        if let year {
            guard let day = festival.day(in: year) else { return Period(timex: padded(year, 4), grain: .day) }
            return Period(timex: day.iso, grain: .day, days: day..<day + 1)
        }
        guard let today else {
            if case .fixed(let month, let day) = festival { return date(month: month, day: day) }
            return Period(timex: "XXXX-XX-XX", grain: .day)
        }
        let days = (-1...1).compactMap { festival.day(in: today.year + $0) }
        guard let day = days.min(by: { abs($0.number - today.number) < abs($1.number - today.number) }) else {
            return Period(timex: "XXXX-XX-XX", grain: .day)
        }
        return Period(timex: "XXXX" + day.iso.dropFirst(4), grain: .day, days: day..<day + 1, isAnchored: true)
    }

    /// The next or the last festival, counted from the article's date.
    func festival(_ festival: Festival, offset: Int) -> Period {
        guard let today else { return self.festival(festival) }
        if offset == 0 { return anchored(self.festival(festival, year: today.year)) }
        let days = (-2...2).compactMap { festival.day(in: today.year + $0) }
        let day = offset > 0 ? days.first { $0 > today } : days.last { $0 < today }
        return day.map(TimeFrame.single) ?? self.festival(festival)
    }
}
