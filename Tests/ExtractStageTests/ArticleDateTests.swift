import LinecasterKit
import Testing

@testable import ExtractStage

/// The article's day, of what came with it and of its dateline.
@Suite struct ArticleDateTests {
    @Test(arguments: [
        ("新华社上海3月8日电 今天下了雨。", "2024-03-09", "2024-03-08"), ("新华社上海3月8日电 今天下了雨。", "2024-03-30", "2024-03-30"),
        ("新华社上海12月31日电 今天下了雨。", "2024-01-02", "2023-12-31"), ("本报讯 今天下了雨。", "2024-03-09", "2024-03-09"),
        ("GENEVA, March 8 — It rained today.", "2024-03-09", "2024-03-08"),
    ])
    func aDatelineALittleBeforeIsTheDay(text: String, given: String, day: String) throws {
        var article = Article(text: text, metadata: ["date": given])
        var changes = Changes()
        changes.set(.blocks, to: [Annotation(TextRange(0..<text.utf8.count), Block(.paragraph))])
        try article.apply(changes, stage: "segment", step: 0)
        #expect(ArticleDate.of(article).today?.iso == day)
    }
}
