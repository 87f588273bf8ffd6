import ArgumentParser
import Foundation
import LinecasterEngine
import LinecasterFormats
import LinecasterKit

/// Measures who is found to speak, against articles with their quotes marked.
///
/// `[[NAME]]` stands before each quote and each piece of reported speech, `[[?]]` where the text does not tell who
/// speaks. A quote counts as right when one begins at that place and has that speaker.
struct Speakers: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "speakers",
        abstract: "Measure quotes and their speakers against articles in which [[NAME]] stands before each quote."
    )

    @Argument(help: "The folder of articles, NAME.txt.") var folder: String
    @Flag(help: "Print the quotes that came out wrong.") var wrong = false

    func run() async throws {
        let articles = try MarkedArticles(folder: folder)
        let pipeline = try MarkedArticles.pipeline
        var total = SpeakerScore()
        var groups: [String: SpeakerScore] = [:]
        for (name, text) in articles.all {
            let marked = MarkedQuotes(text)
            let article = try await pipeline.run(ArticleReader().read(marked.text, name: name)).article
            var score = SpeakerScore()
            for miss in score.add(article, marked) where wrong { print("\(name): \(miss)") }
            print("\(name): \(score)")
            total.add(score)
            groups[MarkedArticles.group(name), default: SpeakerScore()].add(score)
        }
        for (name, score) in groups.sorted(by: { $0.key < $1.key }) { print("\(name): \(score)") }
        print("all: \(total)")
    }
}

/// An article's text and where its quotes begin.
struct MarkedQuotes {
    private(set) var text: [UInt8] = []
    /// The byte offset of each quote and its speaker; nil where the text does not tell.
    private(set) var quotes: [(offset: Int, speaker: String?)] = []

    init(_ marked: String) {
        var rest = Substring(marked)
        while let open = rest.range(of: "[["), let close = rest.range(of: "]]", range: open.upperBound..<rest.endIndex) {
            text += Array(rest[..<open.lowerBound].utf8)
            let name = String(rest[open.upperBound..<close.lowerBound])
            quotes.append((text.count, name == "?" ? nil : name))
            rest = rest[close.upperBound...]
        }
        text += Array(rest.utf8)
    }
}

/// Counts of quotes.
struct SpeakerScore: CustomStringConvertible {
    private(set) var gold = 0
    private(set) var found = 0
    private(set) var right = 0
    private(set) var extra = 0

    /// - Returns: What came out wrong, in words.
    mutating func add(_ article: Article, _ marked: MarkedQuotes) -> [String] {
        var misses: [String] = []
        var left = article[.quotes].map { (start: article.origin(of: $0.range).lowerBound, quote: $0) }
        for (offset, speaker) in marked.quotes {
            gold += 1
            let excerpt = String(decoding: marked.text[offset..<min(marked.text.count, offset + 60)], as: UTF8.self)
            guard let index = left.firstIndex(where: { $0.start == offset }) else {
                misses.append("missed \(speaker ?? "?"): \(excerpt)")
                continue
            }
            found += 1
            let quote = left.remove(at: index).quote
            if quote.value.speaker == speaker {
                right += 1
            } else {
                misses.append("\(quote.value.speaker ?? "?") for \(speaker ?? "?"): \(excerpt)")
            }
        }
        extra += left.count
        return misses + left.map { "extra \($0.quote.value.speaker ?? "?"): \(article[$0.quote.range].prefix(40))" }
    }

    mutating func add(_ other: SpeakerScore) {
        gold += other.gold
        found += other.found
        right += other.right
        extra += other.extra
    }

    var description: String {
        "\(right) of \(gold) quotes with the right speaker (\((Double(right) / Double(max(gold, 1)) * 1000).rounded() / 10) %), \(found) found, \(extra) more"
    }
}
