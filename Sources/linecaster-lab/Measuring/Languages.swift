import ArgumentParser
import Foundation
import LinecasterKit
import LinecasterLanguage

/// Measures languages: how many sentences of a corpus get the tag that they should have.
struct Languages: ParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Measure languages: how many sentences of a corpus get the tag that they should have."
    )

    @Option(help: "A corpus: words, CoNLL, or plain lines.") var corpus: String
    @Option(help: "The tag that its sentences should get.") var tag: String
    @Flag(help: "Put spaces between words, as English has them.") var spaces = false
    @Flag(help: "Print the sentences that got another tag.") var wrong = false

    func run() throws {
        var counts: [String: Int] = [:]
        var sure = 0
        var sureRight = 0
        for sentence in try SegmentedCorpus(path: corpus).sentences {
            let text = Array(sentence.map(\.text).joined(separator: spaces ? " " : "").utf8)
            let language = LanguageIdentifier().language(of: text, in: 0..<text.count)
            counts[language.tag, default: 0] += 1
            if language.confidence >= 0.8 {
                sure += 1
                if language.tag == tag { sureRight += 1 }
            }
            if wrong, language.tag != tag {
                print("\(language.tag) \(language.confidence.rounded3) \(String(decoding: text, as: UTF8.self))")
            }
        }
        let all = counts.values.reduce(0, +)
        print("\(all) sentences: " + counts.sorted { $0.value > $1.value }.map { "\($0.key) \($0.value)" }.joined(separator: ", "))
        print(
            "right \((Double(counts[tag] ?? 0) / Double(max(1, all))).rounded3); of \(sure) with confidence 0.8 or more \((Double(sureRight) / Double(max(1, sure))).rounded3)"
        )
    }
}
