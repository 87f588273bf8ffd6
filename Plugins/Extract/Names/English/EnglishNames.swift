import LinecasterKit
import LinecasterLanguage

/// Names of organizations and places in English.
struct EnglishNames {
    private let text: ArticleText

    init(_ text: ArticleText) { self.text = text }

    func find(in block: Range<Int>) -> [Mention] {
        guard text.utf8[block].contains(where: { $0 &- 0x41 < 26 }) else { return [] }
        return CapitalRuns(text.utf8, block).runs.compactMap { run in
            let run = withoutArticle(run)
            guard !run.isEmpty else { return nil }
            if Places.english.contains(text.utf8, run) { return mention(run, .place) }
            let words = text.utf8[run].split(separator: 0x20)
            guard words.count >= 2, let last = words.last else { return isAcronym(run) ? mention(run, .organization) : nil }
            return Organizations.englishSuffixes.contains(text.utf8, last.startIndex..<last.endIndex) ? mention(run, .organization) : nil
        }
    }

    private func mention(_ range: Range<Int>, _ kind: EntityKind) -> Mention {
        Mention(TextRange(range), Entity(kind: kind, name: text.string(range)))
    }

    private func withoutArticle(_ run: Range<Int>) -> Range<Int> {
        for article in ["The ", "A ", "An ", "In ", "At ", "On ", "From "] where text.utf8[run].starts(with: article.utf8) {
            return run.lowerBound + article.utf8.count..<run.upperBound
        }
        return run
    }

    private static let acronyms = PhraseSet("NATO UNESCO UNICEF NASA FBI CIA BBC CNN WHO IMF WTO OPEC NHS EU UN IBM")

    private func isAcronym(_ run: Range<Int>) -> Bool { Self.acronyms.contains(text.utf8, run) }
}
