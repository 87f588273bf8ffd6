import LinecasterKit
import Testing

@testable import ExtractStage

@Suite struct CalendarTests {
    @Test(arguments: Array(stride(from: -800_000, through: 800_000, by: 4_999))) func aDayComesBackFromItsParts(number: Int) {
        let day = CivilDay(number: number)
        #expect(CivilDay(day.parts.year, day.parts.month, day.parts.day) == day)
        #expect((1...7).contains(day.weekday) && day.monday.weekday == 1)
    }

    @Test(arguments: [("2024-11-30", 6, 2024, 48), ("2021-01-01", 5, 2020, 53), ("2018-12-31", 1, 2019, 1), ("1969-12-31", 3, 1970, 1)])
    func daysHaveTheirWeek(iso: String, weekday: Int, year: Int, week: Int) throws {
        let day = try #require(ArticleDate.frame(iso)?.today)
        #expect(day.iso == iso && day.weekday == weekday && day.week == (year, week))
    }

    // New Year's days and leap months as the calendars of the Purple Mountain Observatory have them.
    @Test(arguments: [
        (2024, 1, 1, "2024-02-10"), (2025, 1, 1, "2025-01-29"), (2023, 8, 15, "2023-09-29"), (2020, 5, 5, "2020-06-25"),
        (1900, 1, 1, "1900-01-31"),
    ])
    func chineseDatesAreTurnedIntoOurs(year: Int, month: Int, day: Int, iso: String) {
        #expect(ChineseCalendar.day(year: year, month: month, day: day)?.iso == iso)
    }

    @Test func noChineseDateLiesBeyondTheTable() {
        #expect(ChineseCalendar.day(year: 1899, month: 1, day: 1) == nil && ChineseCalendar.day(year: 2101, month: 1, day: 1) == nil)
        #expect(ChineseCalendar.day(year: 2024, month: 1, day: 31) == nil)
    }

    @Test(arguments: [
        (Festival.easter(0), 2019, "2019-04-21"), (.weekday(month: 11, weekday: 4, number: 4, after: 0), 2023, "2023-11-23"),
        (.weekday(month: 5, weekday: 1, number: -1, after: 0), 2024, "2024-05-27"), (.lunar(12, 0), 2024, "2024-02-09"),
        (.solarTerm(month: 4, offset: 4.81), 2024, "2024-04-04"), (.solarTerm(month: 4, offset: 4.81), 2023, "2023-04-05"),
    ])
    func festivalsHaveTheirDay(festival: Festival, year: Int, iso: String) { #expect(festival.day(in: year)?.iso == iso) }

    // Terms of the sun as the almanacs of the Purple Mountain Observatory have them.
    @Test(arguments: [
        ("立春", 2024, "2024-02-04"), ("立春", 2025, "2025-02-03"), ("惊蛰", 2024, "2024-03-05"), ("春分", 2024, "2024-03-20"),
        ("谷雨", 2024, "2024-04-19"), ("立夏", 2024, "2024-05-05"), ("芒种", 2024, "2024-06-05"), ("立秋", 2024, "2024-08-07"),
        ("处暑", 2024, "2024-08-22"), ("秋分", 2024, "2024-09-22"), ("寒露", 2024, "2024-10-08"), ("霜降", 2024, "2024-10-23"),
        ("立冬", 2024, "2024-11-07"), ("冬至", 2024, "2024-12-21"),
    ])
    func termsHaveTheirDay(name: String, year: Int, iso: String) throws {
        let term = try #require(Festival.chinese.first { $0.name == name })
        #expect(term.festival.day(in: year)?.iso == iso)
    }

    @Test func yearsBeforeTheCommonEraAreCountedAsInISO8601() {
        let frame = TimeFrame()
        let year = frame.expression(TimePoint(period: frame.date(year: -220)))
        #expect(year.timex == "BC0221" && year.value == "-0220" && year.from == "-0220-01-01" && year.to == "-0219-01-01")
        let month = frame.expression(TimePoint(period: frame.date(year: -220, month: 10)))
        #expect(month.timex == "BC0221-10" && month.value == "-0220-10")
        let last = frame.expression(TimePoint(period: frame.date(year: 0)))
        #expect(last.timex == "BC0001" && last.value == "0000" && last.to == "0001-01-01")
        let century = frame.expression(TimePoint(period: frame.centuryBeforeEra(3)))
        #expect(century.timex == "(BC0300-01-01,BC0200-01-01,P100Y)" && century.value == "-0299-01-01/-0199-01-01")
    }

    @Test(arguments: [(50.0, "1974-11-20", "1974-11-20"), (200, "1824", "1824"), (2200, "BC0177", "-0176")])
    func longAgoIsToldByTheYear(years: Double, timex: String, value: String) throws {
        let frame = try #require(ArticleDate.frame("2024-11-20"))
        let time = frame.expression(frame.away(TimeLength(years, .year), -1))
        #expect(time.timex == timex && time.value == value && time.anchor == "2024-11-20")
    }

    @Test(arguments: [(10_000.0, "KA10"), (66e6, "MA66"), (4.5e9, "GA4.5")])
    func whatLiesBeyondIsToldByHowLongAgoAlone(years: Double, timex: String) throws {
        let frame = try #require(ArticleDate.frame("2024-11-20"))
        let time = frame.expression(frame.away(TimeLength(years, .year), -1))
        #expect(time.timex == timex && time.value == nil)
    }

    @Test func anEndWhoseYearIsOpenComesAfterItsBeginning() throws {
        let frame = try #require(ArticleDate.frame("2018-09-18"))
        let value = frame.expression(from: TimePoint(period: frame.date(month: 11)), to: TimePoint(period: frame.date(month: 3)))
        #expect(value?.timex == "(XXXX-11-01,XXXX-03-01,P4M)" && value?.value == "2018-11-01/2019-03-01" && value?.anchor == "2018-09-18")
    }

    @Test func noYearIsFilledInWithoutADate() {
        let period = TimeFrame().date(month: 11, day: 30)
        let value = TimeFrame().expression(TimePoint(period: period))
        #expect(value.timex == "XXXX-11-30" && value.value == nil && value.anchor == nil)
    }

    @Test(arguments: ["2024-13-01", "2024-02-30", "yesterday", ""]) func whatIsNoDateGivesNone(text: String) {
        #expect(ArticleDate.frame(text) == nil)
    }
}
