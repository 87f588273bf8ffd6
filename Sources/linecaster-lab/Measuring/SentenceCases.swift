import ArgumentParser
import BuiltinStages
import Foundation
import LinecasterEngine
import LinecasterFormats
import LinecasterKit
import LinecasterLanguage

/// Measures sentences against cases: a JSON list of texts, each with its sentences.
struct SentenceCases: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "sentences",
        abstract: "Measure sentence boundaries against cases: a JSON list of objects with text and sentences."
    )

    @Argument(help: "Files of cases.") var files: [String]
    @Flag(help: "Read each case as the daemon does: after normalize and repair, block by block.") var repaired = false
    @Flag(help: "Print the cases that came out wrong.") var wrong = false

    private struct Case: Decodable {
        let text: String
        let sentences: [String]
    }

    func run() async throws {
        let yaml = "pipeline: sentences\nstages: [normalize, repair]\n"
        let pipeline = try Pipeline(yaml: Array(yaml.utf8), registry: StageRegistry(builtinStages))
        for file in files {
            let cases = try JSONDecoder().decode([Case].self, from: Data(contentsOf: URL(fileURLWithPath: file)))
            var right = 0
            for item in cases {
                let found = repaired ? try await blockSentences(of: item.text, pipeline) : sentences(of: Array(item.text.utf8))
                if found.map(\.spaced) == item.sentences.map(\.spaced) {
                    right += 1
                } else if wrong {
                    print("\(item.text.debugDescription)\n  wanted \(item.sentences)\n  found  \(found)")
                }
            }
            print("\(file): \(right) of \(cases.count) right")
        }
    }

    private func sentences(of text: [UInt8]) -> [String] { sentences(of: text, in: 0..<text.count) }

    private func sentences(of text: [UInt8], in range: Range<Int>) -> [String] {
        SentenceBoundaries().sentences(in: text, range: range).map { String(decoding: text[$0], as: UTF8.self) }
    }

    private func blockSentences(of text: String, _ pipeline: Pipeline) async throws -> [String] {
        let read = try ArticleReader().read(Array(text.utf8), name: "case", metadata: [:])
        let article = try await pipeline.run(read).article
        return article[.blocks].flatMap { sentences(of: article.utf8, in: $0.range.offsets) }
    }
}

extension String {
    /// The text without its white space, which cases write now so, now otherwise.
    fileprivate var spaced: String { filter { !$0.isWhitespace } }
}
