import Foundation
import LinecasterKit
import LinecasterLanguage

/// Finds the words and phrases that tell what an article is about: what comes back often, as a whole, and
/// early.
struct KeywordFinder {
    private let text: ArticleText
    private let entities: [Mention]
    /// The headlines and what belongs to them, a line each.
    private let titles: [UInt8]

    init(_ text: ArticleText, entities: [Mention]) {
        self.text = text
        self.entities = entities
        var titles: [UInt8] = []
        for block in text.blocks where Self.titleKinds.contains(block.value.kind) && titles.count < Self.mostTitleBytes {
            titles += text.string(block.range.offsets).utf8 + [UInt8(ascii: "\n")]
        }
        self.titles = titles
    }

    private static let titleKinds: [BlockKind] = [.headline, .deck, .kicker, .subhead]
    private static let mostTitleBytes = 64 << 10

    func find(atMost limit: Int) -> [Annotation<Keyword>] {
        guard limit > 0 else { return [] }
        var candidates = ChinesePhrases(text).phrases
        for (phrase, entry) in EnglishWords(text).words { candidates[phrase] = entry }
        for (name, entry) in namesThatComeBack() where candidates[name] == nil { candidates[name] = entry }
        let scored = candidates.map { phrase, entry -> (phrase: String, range: Range<Int>, score: Double) in
            let length = Double(phrase.unicodeScalars.count)
            let isLatin = phrase.utf8.count == phrase.unicodeScalars.count
            // Several words say more than one of them, as several characters do.
            let weight = isLatin ? log2(2 + Double(phrase.count { $0 == " " })) : log2(1 + length)
            return (phrase, entry.first, entry.count * weight)
        }
        // A text as long as a book has more phrases than titles can be searched for.
        let first = sorted(scored).prefix(Self.mostInQuestion)
        return best(sorted(first.map { ($0.phrase, $0.range, $0.score * (isInTitle($0.phrase) ? 1.8 : 1)) }), limit)
    }

    private typealias Scored = (phrase: String, range: Range<Int>, score: Double)

    /// So many phrases, by score, may be among the best.
    private static let mostInQuestion = 2000

    private func sorted(_ phrases: [Scored]) -> [Scored] {
        phrases.sorted { ($0.score, $1.phrase) > ($1.score, $0.phrase) }
    }

    private func isInTitle(_ phrase: String) -> Bool { titles.contains(bytes: Array(phrase.utf8)) }

    /// Names, by how often they stand in the text in this form; once counts a little more than once.
    private func namesThatComeBack() -> [String: (count: Double, first: Range<Int>)] {
        var names: [String: (count: Double, first: Range<Int>)] = [:]
        for mention in entities where mention.value.kind != .person || mention.value.roles.isEmpty {
            let range = mention.range.offsets
            guard range.count >= 4 else { continue }
            names[text.string(range), default: (0.5, range)].count += 1
        }
        return names
    }

    /// The best phrases, none of which is part of another that was chosen before.
    private func best(_ scored: [Scored], _ limit: Int) -> [Annotation<Keyword>] {
        var chosen: [Scored] = []
        var small: [[UInt8]] = []
        for candidate in scored {
            guard chosen.count < limit else { break }
            let letters = Array(candidate.phrase.lowercased().utf8)
            guard !small.contains(where: { $0.contains(bytes: letters) || letters.contains(bytes: $0) }) else { continue }
            chosen.append(candidate)
            small.append(letters)
        }
        guard let top = chosen.first?.score else { return [] }
        return chosen.map { Annotation(TextRange($0.range), Keyword(score: ($0.score / top * 1000).rounded() / 1000)) }
    }
}
