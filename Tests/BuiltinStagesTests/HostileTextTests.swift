import BuiltinStages
import Foundation
import LinecasterEngine
import LinecasterFormats
import LinecasterKit
import Testing

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

    /// A number near the end of what a double holds, which JSON writes as well.
    @Test func aNumberOfThreeHundredDigitsIsWritten() async throws {
        let pipeline = try Pipeline(yaml: Array("pipeline: p\nstages: [segment, extract]\n".utf8), registry: StageRegistry(builtinStages))
        let text = "Sales rose to $" + String(repeating: "2", count: 300) + ".6 million."
        let article = try await pipeline.run(Article(text: text)).article
        let json = OutputFormat.json.write(article, pipeline: pipeline.identity)
        let object = try JSONSerialization.jsonObject(with: Data(json)) as? [String: Any]
        let quantities = object?["quantities"] as? [[String: Any]]
        #expect((quantities?.first?["value"] as? Double).map { $0 > 1e300 } == true)
    }

    /// A line under a byline that holds nothing but the word with which a second writer would follow.
    @Test func aBylineThatGoesOnWithNobody() async throws {
        let pipeline = try Pipeline(yaml: Array("pipeline: p\nstages: [repair]\n".utf8), registry: StageRegistry(builtinStages))
        let article = try await pipeline.run(Article(text: "Title\nBy Jane Smith\nand \n\nThe ferry runs again.\n")).article
        #expect(article.text.contains("By Jane Smith"))
    }

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

    /// Days in one sentence without an end, of which each could ask how it began.
    @Test(.timeLimit(.minutes(2)), arguments: ["九九重阳", "1931年4月，3月，", "3月8日"]) func aPageOfDaysIsRead(_ unit: String) async throws {
        let pipeline = try Pipeline(yaml: Array("pipeline: p\nstages: [segment, extract]\n".utf8), registry: StageRegistry(builtinStages))
        let text = String(repeating: unit, count: 20_000)
        let article = try await pipeline.run(Article(text: text, metadata: ["date": "2024-06-03"])).article
        #expect(article[.times].count >= 10_000)
    }

    @Test(.timeLimit(.minutes(2))) func wordsThatATimeMayBeginWithAreRead() async throws {
        let pipeline = try Pipeline(yaml: Array("pipeline: p\nstages: [segment, extract]\n".utf8), registry: StageRegistry(builtinStages))
        let article = try await pipeline.run(Article(text: String(repeating: " 'A", count: 25_000))).article
        #expect(article[.times].isEmpty)
    }
}
