import ArgumentParser
import Foundation
import LinecasterEngine
import LinecasterFormats
import LinecasterKit
import LinecasterLanguage

/// Measures the names of people, organizations and places against articles in which they are marked.
///
/// A name counts as right when one of the same kind is found with just these characters.
struct Entities: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "entities",
        abstract: "Measure names against articles in which [[P:NAME]], [[O:NAME]] and [[L:NAME]] mark people, organizations and places."
    )

    @Argument(help: "The folder of articles, NAME.txt.") var folder: String?
    @Option(help: "A corpus with names in place of a folder (BIO, CLUENER JSON, word/tag); forty sentences make an article.")
    var corpus: String?
    @Flag(help: "Print the names that came out wrong.") var wrong = false

    func validate() throws {
        guard (folder == nil) != (corpus == nil) else { throw ValidationError("name a folder of articles or a corpus") }
    }

    func run() async throws {
        let pipeline = try MarkedArticles.pipeline
        var groups: [String: EntityScore] = [:]
        for (name, group, marked) in try articles {
            let article = try await pipeline.run(ArticleReader().read(marked.text, name: name)).article
            for miss in groups[group, default: EntityScore()].add(article, marked) where wrong { print("\(name): \(miss)") }
        }
        for (name, score) in groups.sorted(by: { $0.key < $1.key }) { print("\(name): \(score)") }
    }

    private static let sentences = 40

    /// Articles with their names and the groups that they count for.
    private var articles: [(name: String, group: String, marked: MarkedNames)] {
        get throws {
            if let folder {
                return try MarkedArticles(folder: folder).all.map { name, text in
                    (name, MarkedArticles.group(name), try MarkedNames(text, name: name))
                }
            }
            let sentences = try NamedCorpus(path: corpus ?? "").sentences
            return stride(from: 0, to: sentences.count, by: Self.sentences).map { first in
                let part = sentences[first..<min(first + Self.sentences, sentences.count)]
                return ("from sentence \(first + 1)", "corpus", MarkedNames(part))
            }
        }
    }
}

/// An article's text and the names in it.
struct MarkedNames {
    /// A name, by its bytes in the text.
    struct Name: Hashable {
        let kind: EntityKind
        let range: Range<Int>
    }

    private(set) var text: [UInt8] = []
    private(set) var names: [Name] = []

    /// Sentences of a corpus, a paragraph each.
    init(_ sentences: ArraySlice<NamedCorpus.Sentence>) {
        for sentence in sentences {
            let (bytes, offsets) = sentence.utf8
            names += sentence.names.map { kind, range in
                Name(kind: Self.kind(kind), range: text.count + offsets[range.lowerBound]..<text.count + offsets[range.upperBound])
            }
            text += bytes + Array("\n\n".utf8)
        }
    }

    private static func kind(_ kind: NameReader.Kind) -> EntityKind {
        switch kind {
        case .person: .person
        case .organization: .organization
        case .place: .place
        }
    }

    /// Reads a text with marks.
    ///
    /// - Throws: `ValidationError` for a mark without an end or of another kind, with its line.
    init(_ marked: String, name: String) throws {
        var rest = Substring(marked)
        while let open = rest.range(of: "[[") {
            text += Array(rest[..<open.lowerBound].utf8)
            guard let close = rest.range(of: "]]", range: open.upperBound..<rest.endIndex),
                case let parts = rest[open.upperBound..<close.lowerBound].split(separator: ":", maxSplits: 1), parts.count == 2,
                let kind = Self.kinds[parts[0]]
            else {
                let line = text.count { $0 == UInt8(ascii: "\n") } + 1
                throw ValidationError("\(name):\(line): a mark is written [[P:NAME]], [[O:NAME]] or [[L:NAME]]")
            }
            let start = text.count
            text += Array(parts[1].utf8)
            names.append(Name(kind: kind, range: start..<text.count))
            rest = rest[close.upperBound...]
        }
        text += Array(rest.utf8)
    }

    private static let kinds: [Substring: EntityKind] = ["P": .person, "O": .organization, "L": .place]
}

/// Counts of names, by kind.
struct EntityScore: CustomStringConvertible {
    private struct Count {
        var gold = 0
        var found = 0
        var right = 0

        var f1: Double { gold + found == 0 ? 0 : Double(2 * right) / Double(gold + found) }
    }

    private var counts: [EntityKind: Count] = [:]

    /// - Returns: What came out wrong, in words.
    mutating func add(_ article: Article, _ marked: MarkedNames) -> [String] {
        let gold = Set(marked.names)
        let found = Set(
            article[.entities].map { entity in
                let origin = article.origin(of: entity.range)
                return MarkedNames.Name(kind: entity.value.kind, range: origin.lowerBound..<origin.upperBound)
            }
        )
        for name in gold { counts[name.kind, default: Count()].gold += 1 }
        for name in found { counts[name.kind, default: Count()].found += 1 }
        for name in gold.intersection(found) { counts[name.kind, default: Count()].right += 1 }
        func list(_ names: Set<MarkedNames.Name>, _ word: String) -> [(Int, String)] {
            names.map { ($0.range.lowerBound, "\(word) \($0.kind.rawValue) \(String(decoding: marked.text[$0.range], as: UTF8.self))") }
        }
        return (list(gold.subtracting(found), "missed") + list(found.subtracting(gold), "extra")).sorted { $0.0 < $1.0 }.map(\.1)
    }

    var description: String {
        let all = counts.values.reduce(into: Count()) { sum, count in
            sum.gold += count.gold
            sum.found += count.found
            sum.right += count.right
        }
        let kinds = [EntityKind.person, .organization, .place].map { kind in
            "\(kind.rawValue) \(counts[kind].map { "\($0.f1.rounded3)" } ?? "-")"
        }
        return "F1 \(all.f1.rounded3) (\(all.right) right of \(all.gold) marked and \(all.found) found); " + kinds.joined(separator: ", ")
    }
}
