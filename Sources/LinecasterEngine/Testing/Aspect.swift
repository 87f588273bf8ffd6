import LinecasterFormats
import LinecasterKit

/// What of a result a test may speak of.
enum Aspect: String, CaseIterable, Sendable {
    // All blocks of a kind, in order.
    case headlines, kickers, decks, bylines, datelines, captions, subheads, paragraphs, tables, notes
    case listItems = "list_items"
    /// The whole text.
    case text
    case language
    case sentences
    // Among others that the result may hold.
    case people, organizations, places, speakers, times, quantities, keywords
    /// A part of the summary.
    case summary
    /// The messages of warnings, or parts of them.
    case warnings

    /// Whether the result must hold the expected values alone and in order.
    var isExact: Bool {
        switch self {
        case .people, .organizations, .places, .speakers, .times, .quantities, .keywords, .summary, .warnings: false
        default: true
        }
    }

    /// What a result holds.
    func values(in article: Article) -> [String] {
        switch self {
        case .headlines: blocks(.headline, article)
        case .kickers: blocks(.kicker, article)
        case .decks: blocks(.deck, article)
        case .bylines: blocks(.byline, article)
        case .datelines: blocks(.dateline, article)
        case .captions: blocks(.caption, article)
        case .subheads: blocks(.subhead, article)
        case .paragraphs: blocks(.paragraph, article)
        case .tables: blocks(.table, article)
        case .notes: blocks(.note, article)
        case .listItems: blocks(.listItem, article)
        case .text: [article.text]
        case .language: article[.languages].first.map { [$0.value.tag] } ?? []
        case .sentences: article[.sentences].map { article[$0.range] }
        case .people: article[.people].map(\.value.name)
        case .organizations: entities(.organization, article)
        case .places: entities(.place, article)
        case .speakers: article[.quotes].compactMap(\.value.speaker)
        case .times: article[.times].map { article[$0.range] }
        case .quantities: article[.quantities].map { article[$0.range] }
        case .keywords: article[.keywords].map { article[$0.range] }
        case .summary: [summaryText(article)]
        case .warnings: article.warnings.map(\.message)
        }
    }

    /// Whether a value of the result is what was expected.
    func fits(_ value: String, _ expected: String) -> Bool {
        switch self {
        case .summary, .warnings: value.contains(expected)
        case .text: value == expected.trimmingNewlines()
        default: value == expected.trimmingNewlines()
        }
    }

    private func blocks(_ kind: BlockKind, _ article: Article) -> [String] {
        article[.blocks].filter { $0.value.kind == kind }.map { article[$0.range] }
    }

    private func entities(_ kind: EntityKind, _ article: Article) -> [String] {
        article[.entities].filter { $0.value.kind == kind }.map { article[$0.range] }
    }
}

extension String {
    /// The string without the line end that a YAML block leaves.
    fileprivate func trimmingNewlines() -> String {
        var result = self
        while result.last == "\n" { result.removeLast() }
        return result
    }
}
