import BuiltinStages
import LinecasterEngine
import LinecasterKit
import Testing

@Suite struct RepeatedLineTests {
    /// Text in which a line comes again after so many lines of text each time.
    private func kept(_ line: String, after gaps: [Int]) async throws -> Int {
        let pipeline = try Pipeline(yaml: Array("pipeline: p\nstages: [repair]\n".utf8), registry: StageRegistry(builtinStages))
        var lines: [String] = []
        for (number, gap) in gaps.enumerated() {
            lines += (0..<gap).map { "码头上第\(number)批旧轨道的第\($0)段成了散步的小径，枕木之间种上了芦苇。" } + ["", line, ""]
        }
        let text = try await pipeline.run(Article(text: lines.joined(separator: "\n") + "\n最后一句。\n")).article.text
        return text.split(separator: "\n").count { $0 == line }
    }

    @Test func aLineThatComesOnceAPageIsARunningHead() async throws {
        #expect(try await kept("滨江公园专刊", after: [24, 24, 26, 25]) == 0)
    }

    @Test func aLineThatComesAgainInEveryChapterStays() async throws {
        #expect(try await kept("滨江公园专刊", after: [24, 70, 31, 120]) == 4)
    }
}
