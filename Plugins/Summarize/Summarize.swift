public import LinecasterKit
import LinecasterLanguage

/// The stage, for the list of built-in stages.
public let summarize = StageDescriptor(Summarize.self)

/// Chooses the sentences that together say most of the article in the length asked for.
struct Summarize: Stage {
    static let manifest = StageManifest(
        name: "summarize",
        summary: "Chooses the sentences that together say most of the article in the length asked for, in source order.",
        version: "2.0",
        requires: ["blocks", "sentences"],
        provides: ["summary", "gist", "section_summaries", "abstract"],
        examples: [
            StageExample(
                "The text stays as it is",
                input: "市图书馆昨天起延长开放时间，每晚十点闭馆。读者可凭身份证入馆。",
                output: "市图书馆昨天起延长开放时间，每晚十点闭馆。读者可凭身份证入馆。"
            )
        ]
    )

    private let settings: SummarizeSettings
    private let abstractor: Abstractor?

    init(settings: SummarizeSettings) throws(StageError) {
        if settings.characters != nil, settings.ratio != nil { throw StageError("give 'characters' or 'ratio', not both") }
        if settings.ratio != nil, settings.model != nil { throw StageError("a model needs 'sentences' or 'characters', not 'ratio'") }
        self.settings = settings
        if let model = settings.model { abstractor = try Abstractor(model, summary: settings) } else { abstractor = nil }
    }

    var waitingTime: Duration { abstractor?.longestTime ?? .zero }

    func process(_ article: Article) async -> Changes {
        let body = Body(article)
        var changes = extract(article, body)
        guard let abstractor else { return changes }
        switch await abstractor.ask(about: article, body) {
        case .accepted(let abstract): changes.set(.abstract, to: [Annotation(TextRange(0..<article.utf8.count), abstract)])
        case .refused(let reason): changes.warn("no summary by the language model: \(reason); the sentences chosen here stand")
        }
        return changes
    }

    /// What the article's own sentences give.
    private func extract(_ article: Article, _ body: Body) -> Changes {
        let scores = scores(of: body)
        let chosen = Selection(body, scores, method: settings.method).choose(settings.length(of: body))
        let top = chosen.map { scores.values[$0] }.max() ?? 1
        var changes = Changes()
        changes.set(
            .summary,
            to: chosen.map {
                let score = (scores.values[$0] / max(top, 1e-9) * 1000).rounded() / 1000
                let sentence = SummarySentence(score: score, method: settings.method, reasons: scores.reasons(of: $0))
                return Annotation(TextRange(body.sentences[$0].range), sentence)
            }
        )
        changes.set(.gist, to: GistFinder(article, body, scores).find().map { [$0] } ?? [])
        changes.set(.sectionSummaries, to: SectionChoice(body, scores).choose(settings.sections))
        return changes
    }

    private func scores(of body: Body) -> Scores {
        switch settings.method {
        case .lead: Lead.scores(body)
        case .centroid: Centroid.scores(body)
        case .lexrank: LexRank.scores(body)
        case .linecaster: Linecaster.scores(body)
        }
    }
}
