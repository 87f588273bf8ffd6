import BuiltinStages
import LinecasterEngine
import LinecasterKit
import Testing

/// Values of times that the article's day and the sentence decide, in an article of 3 June 2024.
@Suite struct TimeValueTests {
    @Test(arguments: [
        // A month behind one with its year, in the same sentence.
        ("1931年1月，他任部长；4月，任书记；9月8日调往上海。", ["1931-01", "1931-04", "1931-09-08"]),
        ("今年5月30日焊接完工；6月30日全线贯通；9月30日开始送气。", ["2024-05-30", "2024-06-30", "2024-09-30"]),
        ("1931年1月，他任部长。4月，他来过。", ["1931-01", "2024-04"]),
        ("1931年5月，他任部长，国庆节他没来。", ["1931-05", "2024-10-01"]),
        ("今天，公司通报12月28日的事故。", ["2024-06-03", "2023-12-28"]),
        // What is to come, and what has been.
        ("新线将于12月28日通车。", ["2024-12-28"]), ("新线3月8日通车。", ["2024-03-08"]),
        ("The service will start on Feb. 15.", ["2025-02-15"]), ("The boy was reported missing Sept. 2.", ["2023-09-02"]),
        ("从今年到本世纪末的远景，从3月到年底的工期。", ["2024-01-01/2100-01-01", "2024-03-01/2025-01-01"]),
        ("90年代初的水平，2000年代末的技术。", ["1990-01-01/2000-01-01", "2000-01-01/2010-01-01"]),
    ])
    func aTimeHasItsYear(text: String, values: [String]) async throws {
        let pipeline = try Pipeline(yaml: Array("pipeline: p\nstages: [segment, extract]\n".utf8), registry: StageRegistry(builtinStages))
        let article = try await pipeline.run(Article(text: text, metadata: ["date": "2024-06-03"])).article
        #expect(article[.times].map { $0.value.value ?? $0.value.timex } == values)
    }
}
