import BuiltinStages
import Foundation
import LinecasterEngine
import LinecasterFormats
import LinecasterKit
import LinecasterTesting
import Testing

@Suite struct ConformanceTests {
    @Test(arguments: builtinStages) func everyStageConforms(stage: StageDescriptor) async {
        let conformance = StageConformance(stage, among: builtinStages)
        // How long a stage takes is measured by benchmarks and not by tests.
        let checks = ConformanceCheck.allCases.filter { $0 != .linearTime }
        #expect(await conformance?.failures(checks) == [])
    }
}

@Suite struct HostileTextTests {
    /// A number of hundreds of digits is no quantity, and its result is JSON all the same.
    @Test func anEndlessNumberIsNoQuantity() async throws {
        let pipeline = try Pipeline(yaml: Array("pipeline: p\nstages: [segment, extract]\n".utf8), registry: StageRegistry(builtinStages))
        let text = "投资" + String(repeating: "1", count: 400) + "万元，另有" + String(repeating: "九", count: 400) + "个。"
        let article = try await pipeline.run(Article(text: text)).article
        #expect(article[.quantities].isEmpty)
        let json = OutputFormat.json.write(article, pipeline: pipeline.identity)
        #expect(throws: Never.self) { try JSONSerialization.jsonObject(with: Data(json)) }
    }
}

extension HostileTextTests {
    /// A hyphen with which the text begins, where a dateline's place would stand, and words with which it ends too soon.
    @Test(arguments: ["-OTTAWA, June 3 — Rain fell.", "- — -", "' — '", "：（", "（1929—2008", "他过农历", "= ", "今年", "两个半"])
    func wordsAtTheEdgesOfTheText(_ text: String)
        async throws
    {
        let pipeline = try Pipeline(yaml: Array("pipeline: p\nstages: [segment, extract]\n".utf8), registry: StageRegistry(builtinStages))
        let article = try await pipeline.run(Article(text: text)).article
        #expect(article[.people].isEmpty)
    }

    /// A role in small letters with which the text begins.
    @Test func aRoleAtTheVeryBeginning() async throws {
        let pipeline = try Pipeline(yaml: Array("pipeline: p\nstages: [segment, extract]\n".utf8), registry: StageRegistry(builtinStages))
        let article = try await pipeline.run(Article(text: "dairy farmer Tom Hill said that rain fell.")).article
        #expect(article[.people].map(\.value.name) == ["Tom Hill"] && article[.people].first?.value.roles == ["dairy farmer"])
    }
}

@Suite struct LongParagraphTests {
    /// The limit is no measure: time that grows with the square of the length would take many minutes here.
    @Test(.timeLimit(.minutes(2))) func thousandsOfReportsInOneParagraphAreRead() async throws {
        let pipeline = try Pipeline(yaml: Array("pipeline: p\nstages: [segment, extract]\n".utf8), registry: StageRegistry(builtinStages))
        let text = String(repeating: "Jane Smith said that it was late. ", count: 4_000)
        let article = try await pipeline.run(Article(text: text)).article
        #expect(article[.quotes].count == 4_000 && article[.quotes].allSatisfy { $0.value.speaker == "Jane Smith" })
    }

    /// A sentence without an end, of abbreviations or of verbs without a speaker.
    @Test(.timeLimit(.minutes(2)), arguments: ["St. ", "and said "]) func aSentenceWithoutAnEndIsRead(_ unit: String) async throws {
        let pipeline = try Pipeline(yaml: Array("pipeline: p\nstages: [segment, extract]\n".utf8), registry: StageRegistry(builtinStages))
        let article = try await pipeline.run(Article(text: String(repeating: unit, count: 20_000))).article
        #expect(article[.sentences].count == 1 && article[.people].isEmpty)
    }
}

@Suite struct LongNumberTests {
    /// A page of digits, of which no number is made.
    @Test(.timeLimit(.minutes(2)), arguments: ["七八", "几十"]) func aPageOfDigitsIsRead(_ unit: String) async throws {
        let pipeline = try Pipeline(yaml: Array("pipeline: p\nstages: [segment, extract]\n".utf8), registry: StageRegistry(builtinStages))
        let article = try await pipeline.run(Article(text: String(repeating: unit, count: 10_000))).article
        #expect(article[.people].isEmpty)
    }
}

@Suite struct LongListTests {
    /// Thousands of people of one surname, by name, and by surname and title; and words that a time may begin with.
    @Test(.timeLimit(.minutes(2)), arguments: ["张小三、李小四、", "李夏茵局长说，好。李婆婆说，好。", "李局长、"])
    func aPageOfNamesIsRead(_ unit: String) async throws {
        let pipeline = try Pipeline(yaml: Array("pipeline: p\nstages: [segment, extract]\n".utf8), registry: StageRegistry(builtinStages))
        let article = try await pipeline.run(Article(text: "李夏茵局长说，" + String(repeating: unit, count: 1_500))).article
        #expect(article[.people].contains { $0.value.name == "李夏茵" })
    }

    @Test(.timeLimit(.minutes(2))) func wordsThatATimeMayBeginWithAreRead() async throws {
        let pipeline = try Pipeline(yaml: Array("pipeline: p\nstages: [segment, extract]\n".utf8), registry: StageRegistry(builtinStages))
        let article = try await pipeline.run(Article(text: String(repeating: " 'A", count: 25_000))).article
        #expect(article[.times].isEmpty)
    }
}

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

@Suite struct GoldenTests {
    private let folder = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "Cases")

    @Test func normalize() async throws {
        #expect(
            try await goldenDifferences(in: folder.appending(path: "normalize"), stages: "  - normalize", registry: builtinStages) {
                $0.text
            } == []
        )
    }

    @Test func repair() async throws {
        #expect(
            try await goldenDifferences(
                in: folder.appending(path: "repair"),
                stages: "  - normalize\n  - repair\n  - segment",
                registry: builtinStages,
                render: renderBlocks
            ) == []
        )
    }

    @Test func segment() async throws {
        #expect(
            try await goldenDifferences(
                in: folder.appending(path: "segment"),
                stages: "  - normalize\n  - repair\n  - segment",
                registry: builtinStages,
                render: renderBlocks
            ) == []
        )
    }

    @Test func extract() async throws {
        let stages = "  - normalize\n  - repair\n  - segment\n  - extract\n  - summarize"
        #expect(
            try await goldenDifferences(in: folder.appending(path: "extract"), stages: stages, registry: builtinStages, render: renderFacts)
                == []
        )
    }

    /// What was extracted, one fact a line.
    private func renderFacts(_ article: Article) -> String {
        var lines = article[.people].map { "person \($0.value.name): \($0.value.roles.joined(separator: " / "))" }
        lines += article[.entities].filter { $0.value.kind != .person }.map { entity in
            let text = article[entity.range]
            return "\(entity.value.kind.rawValue) \(text)" + (entity.value.name == text ? "" : " = \(entity.value.name)")
        }
        lines += article[.quotes].map { "\($0.value.kind.rawValue) \($0.value.speaker ?? "-"): \(article[$0.range])" }
        lines += article[.credits].map { credit in
            "credit \(credit.value.kind) \(credit.value.name)" + (credit.value.organization.map { ", " + $0 } ?? "")
                + (credit.value.date.map { ", " + $0 } ?? "")
        }
        lines += article[.times].map { "time \(article[$0.range]) = \($0.value.timex)" }
        lines += article[.quantities].map {
            "quantity \(article[$0.range]) = \($0.value.value)\($0.value.upper.map { " to \($0)" } ?? "") \($0.value.unit) \($0.value.kind.rawValue)"
        }
        lines += article[.summary].map { "summary \(article[$0.range])" }
        return lines.joined(separator: "\n") + "\n"
    }
}
