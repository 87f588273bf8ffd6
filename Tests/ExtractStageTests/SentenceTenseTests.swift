import Foundation
import LinecasterKit
import LinecasterLanguage
import Testing

@testable import ExtractStage

/// Days of the week and months in an article of Tuesday, 7 May 2024.
@Suite struct SentenceTenseTests {
    @Test(arguments: [
        ("The mayor said Thursday that the plan was dead.", "Thursday", "2024-05-02"),
        ("On Friday, the council voted to close the school.", "Friday", "2024-05-03"),
        ("A hearing will be held on Friday.", "Friday", "2024-05-10"),
        ("The hearing is to be held on Monday.", "Monday", "2024-05-13"),
        ("The road reopens Saturday.", "Saturday", "2024-05-11"),
        ("We lost it Sunday.", "Sunday", "2024-05-05"),
        ("The ferry sank Tuesday.", "Tuesday", "2024-05-07"),
        ("They married on Thursday 9th.", "Thursday 9th", "2024-05-09"), ("A quiet Saturday.", "Saturday", "2024-05-04"),
        ("It rained. Thursday brought the sun.", "Thursday", "2024-05-02"),
        ("台风预计周五登陆。", "周五", "2024-05-10"), ("他周五表示，会议推迟。", "周五", "2024-05-03"),
        ("会议周六上午将举行。", "周六", "2024-05-11"), ("周日下了雨。", "周日", "2024-05-05"),
    ])
    func aDayLiesWhereItsSentencePutsIt(sentence: String, day: String, iso: String) throws {
        let text = Array(sentence.utf8)
        let place = try #require(sentence.range(of: day))
        let start = sentence.utf8.distance(from: sentence.startIndex, to: place.lowerBound)
        let frame = try #require(ArticleDate.frame("2024-05-07"))
        let weekdays = ["Monday": 1, "Tuesday": 2, "Thursday": 4, "Friday": 5, "Saturday": 6, "Sunday": 7, "周五": 5, "周六": 6, "周日": 7]
        let period = frame.weekday(try #require(weekdays[String(day.prefix { $0 != " " })]))
        let time = frame.expression(TimePoint(period: period))
        let placed = try #require(SentenceTense(text, frame)).placed(time, start..<start + day.utf8.count, in: 0..<text.count)
        #expect(placed.value == iso && placed.timex == time.timex && placed.anchor == "2024-05-07")
    }

    @Test(arguments: [
        ("The school was locked in October.", 10, "2023-10"), ("The bridge will reopen in March.", 3, "2025-03"),
        ("They put it off until October.", 10, "2024-10"), ("A quiet October.", 10, "2024-10"),
    ])
    func aMonthLiesWhereItsSentencePutsIt(sentence: String, month: Int, value: String) throws {
        let text = Array(sentence.utf8)
        let place = try #require(sentence.range(of: month == 10 ? "October" : "March"))
        let start = sentence.utf8.distance(from: sentence.startIndex, to: place.lowerBound)
        let frame = try #require(ArticleDate.frame("2024-05-07"))
        let time = frame.expression(TimePoint(period: frame.date(month: month)))
        let range = start..<start + sentence[place].utf8.count
        let placed = try #require(SentenceTense(text, frame)).placed(time, range, in: 0..<text.count)
        #expect(placed.value == value && placed.from == value + "-01" && placed.timex == time.timex)
    }
}
