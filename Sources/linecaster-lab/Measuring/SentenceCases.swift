import ArgumentParser
import Foundation
import LinecasterKit
import LinecasterLanguage

/// Measures sentences against cases: a JSON list of texts, each with its sentences.
struct SentenceCases: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "sentences",
        abstract: "Measure sentence boundaries against cases: a JSON list of objects with text and sentences."
    )

    @Argument(help: "Files of cases.") var files: [String]
    @Flag(help: "Print the cases that came out wrong.") var wrong = false

    private struct Case: Decodable {
        let text: String
        let sentences: [String]
    }

    func run() throws {
        for file in files {
            let cases = try JSONDecoder().decode([Case].self, from: Data(contentsOf: URL(fileURLWithPath: file)))
            var right = 0
            for item in cases {
                let text = Array(item.text.utf8)
                let found = SentenceBoundaries().sentences(in: text, range: 0..<text.count).map {
                    String(decoding: text[$0], as: UTF8.self)
                }
                if found.map(\.spaced) == item.sentences.map(\.spaced) {
                    right += 1
                } else if wrong {
                    print("\(item.text.debugDescription)\n  wanted \(item.sentences)\n  found  \(found)")
                }
            }
            print("\(file): \(right) of \(cases.count) right")
        }
    }
}

extension String {
    /// The text without its white space, which cases write now so, now otherwise.
    fileprivate var spaced: String { filter { !$0.isWhitespace } }
}
