import Foundation
import LinecasterKit
import LinecasterLanguage

/// The sentences that a summary may hold, with what each says.
struct Candidates {
    /// A sentence of the body.
    struct Sentence {
        let range: Range<Int>
        /// Its length in characters.
        let characters: Int
        /// The distinct terms that it holds, by number.
        let terms: [Int]
        /// What it carries by itself: its terms, its place, and the headline's words.
        var score: Double
    }

    private(set) var sentences: [Sentence] = []
    /// What each term weighs.
    private(set) var weights: [Double] = []
    /// The length of the whole body in characters.
    private(set) var characters = 0

    init(_ article: Article) {
        let text = article.utf8
        let blocks = article[.blocks]
        var index = TermIndex()
        let titles = blocks.filter { $0.value.kind == .headline || $0.value.kind == .deck }
        var titleTerms = Set<Int>()
        for title in titles { titleTerms.formUnion(index.terms(of: text, in: title.range.offsets)) }
        var drafts: [(range: Range<Int>, block: Int, terms: [Int], characters: Int)] = []
        for sentence in article[.sentences] {
            guard blocks.indices.contains(sentence.value.block), [.paragraph, .listItem].contains(blocks[sentence.value.block].value.kind)
            else { continue }
            let range = sentence.range.offsets
            let length = text[range].count { $0 & 0xC0 != 0x80 }
            characters += length
            drafts.append((range, sentence.value.block, index.terms(of: text, in: range), length))
        }
        weights = Self.weights(drafts.map(\.terms), count: index.count, titleTerms: titleTerms)
        score(drafts, text, titleTerms)
    }

    /// A term weighs by how many sentences share it; one that stands in a single sentence tells little of
    /// the article, and one of the headline's tells much.
    private static func weights(_ sentences: [[Int]], count: Int, titleTerms: Set<Int>) -> [Double] {
        var shared = [Int](repeating: 0, count: count)
        for terms in sentences { for term in terms { shared[term] += 1 } }
        return shared.indices.map { term in
            let spread = shared[term] < 2 ? 0.15 : log2(Double(shared[term])) + 0.5
            return titleTerms.contains(term) ? spread + 1 : spread
        }
    }

    private mutating func score(
        _ drafts: [(range: Range<Int>, block: Int, terms: [Int], characters: Int)],
        _ text: [UInt8],
        _ titleTerms: Set<Int>
    ) {
        let firstBlock = drafts.first?.block
        var seen = Set<Int>()
        var leaning: [Sentence] = []
        for (place, draft) in drafts.enumerated() {
            let opensBlock = seen.insert(draft.block).inserted
            guard isUsable(draft.range, draft.characters, in: text) else { continue }
            let sum = draft.terms.reduce(0) { $0 + weights[$1] }
            var score = sum / pow(Double(max(8, draft.terms.count)), 0.6)
            // News says first what matters most, in the article and in each paragraph.
            score *= 1 + 0.8 * exp(-Double(place) / 3)
            if opensBlock { score *= draft.block == firstBlock ? 1.3 : 1.1 }
            let sentence = Sentence(range: draft.range, characters: draft.characters, terms: draft.terms, score: score)
            // A sentence that begins with 他 or However can only follow another.
            if Opening.leansOnBefore(text, draft.range) { leaning.append(sentence) } else { sentences.append(sentence) }
        }
        if sentences.isEmpty { sentences = leaning }
        if sentences.isEmpty, let first = drafts.first {
            sentences = [Sentence(range: first.range, characters: first.characters, terms: first.terms, score: 1)]
        }
    }

    private func closing(_ mark: UInt32) -> UInt32? {
        mark == 0x22 ? 0x22 : [0x201C, 0x300C, 0x300E].contains(mark) ? closingMark(for: mark) : nil
    }

    /// Whether a sentence can stand alone: whole, of some length, with every quotation closed and not one
    /// quotation without its speaker.
    private func isUsable(_ range: Range<Int>, _ characters: Int, in text: [UInt8]) -> Bool {
        let isLatin = text[range].count { $0 < 0x80 } * 2 > range.count
        guard (isLatin ? 30...600 : 10...260).contains(characters) else { return false }
        var open = 0
        var straight = 0
        for scalar in text.scalars(in: range) {
            switch scalar.value {
            case 0x201C, 0x300C, 0x300E: open += 1
            case 0x201D, 0x300D, 0x300F:
                open -= 1
                if open < 0 { return false }
            case 0x22: straight += 1
            default: break
            }
        }
        guard open == 0, straight % 2 == 0, let last = text.scalar(before: range.upperBound, from: range.lowerBound) else { return false }
        let first = text.scalar(at: range.lowerBound)
        let close = closing(first.value)
        let isBareQuote =
            close != nil && text.scalars(in: first.end..<range.upperBound).first { $0.value == close }?.end == range.upperBound
        return !isBareQuote
            && (characterClass(last.value) == .terminal || characterClass(last.value) == .closing
                || characterClass(last.value) == .neutralQuote)
    }
}

/// Words that lean on the sentence before them.
private enum Opening {
    private static let chinese = PhraseSet(
        """
        他 她 它 他们 她们 它们 这 这些 这样 这种 此 此外 因此 所以 但 但是 然而 不过 而 而且 并且 同时 另外 其中 其 对此 为此 于是 随后 之后 与此同时 据此 也 还 又 则 可见 总之 例如 比如 当时 后来 那 那么 那些 由此 一方面 另一方面 二要 三要 二是 三是 其次 再次
        """
    )
    private static let english = PhraseSet(
        """
        He She It They This That These Those However But And So Therefore Moreover Furthermore Meanwhile Also Then Thus Still Yet Instead Otherwise Nevertheless His Her Their Its Such
        """
    )

    static func leansOnBefore(_ text: [UInt8], _ range: Range<Int>) -> Bool {
        if chinese.match(in: text, at: range.lowerBound, limit: range.upperBound) != nil { return true }
        guard let end = english.match(in: text, at: range.lowerBound, limit: range.upperBound), end < range.upperBound else { return false }
        return (text[end] | 0x20) &- 0x61 >= 26
    }
}
