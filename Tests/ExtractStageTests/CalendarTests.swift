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
