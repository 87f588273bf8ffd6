import BuiltinStages
import Foundation
import LinecasterEngine
import LinecasterKit
import Testing

@Suite struct WordLayerTests {
    private func words(_ text: String, _ settings: String) async throws -> [String] {
        let yaml = "pipeline: words\nstages:\n  - segment: {\(settings)}\n"
        let pipeline = try Pipeline(yaml: Array(yaml.utf8), registry: StageRegistry(builtinStages))
        let article = try await pipeline.run(Article(text: text)).article
        return article[.words].map { word in article[word.range] + (word.value.name.map { "/\($0)" } ?? "") }
    }

    @Test func wordsAreFoundOnlyWhenAskedFor() async throws {
        #expect(try await words("公园昨天开放。", "language: zh").isEmpty)
    }

    @Test func namesAreWholeWordsAndSaySo() async throws {
        let found = try await words("国务院总理李鹏昨天在北京会见克林顿。", "words: news")
        #expect(found == ["国务院/organization", "总理", "李鹏/person", "昨天", "在", "北京/place", "会见", "克林顿/person", "。"])
    }

    @Test func wordsOfTheUserStayWhole() async throws {
        let found = try await words("滨江步道昨天开放。", "words: finer, word_list: [滨江步道]")
        #expect(found == ["滨江步道", "昨天", "开放", "。"])
    }

    @Test func wordsOfAFileStayWhole() async throws {
        let file = FileManager.default.temporaryDirectory.appending(path: "words-\(UUID().uuidString).txt")
        try "# ours\n滨江步道 # a path\n\n".write(to: file, atomically: true, encoding: .utf8)
        defer { try? FileManager.default.removeItem(at: file) }
        #expect(try await words("滨江步道昨天开放。", "words: news, word_file: \"\(file.path())\"").first == "滨江步道")
    }

    @Test func englishWordsKeepTheirApostrophesAndNumbers() async throws {
        let found = try await words("The mayor didn't pay $3.50 for well-known art.", "words: news")
        #expect(found == ["The", "mayor", "didn't", "pay", "$", "3.50", "for", "well-known", "art", "."])
    }

    @Test func aFileThatIsNotThereIsAnErrorOfThePipeline() async {
        await #expect(throws: (any Error).self) { try await words("公园。", "words: news, word_file: /nowhere/words.txt") }
    }
}
