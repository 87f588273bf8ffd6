public import LinecasterKit
import LinecasterLanguage

/// The stage, for the list of built-in stages.
public let summarize = StageDescriptor(Summarize.self)

/// Chooses the sentences that together say most of the article in the length asked for.
struct Summarize: Stage {
    static let manifest = StageManifest(
        name: "summarize",
        summary: "Chooses the sentences that together say most of the article in the length asked for, in source order.",
        requires: ["blocks", "sentences"],
        provides: ["summary"],
        examples: [
            StageExample(
                "The text stays as it is",
                input: "市图书馆昨天起延长开放时间，每晚十点闭馆。读者可凭身份证入馆。",
                output: "市图书馆昨天起延长开放时间，每晚十点闭馆。读者可凭身份证入馆。"
            )
        ]
    )

    /// What a pipeline file may tell the stage.
    struct Settings: StageSettings {
        var sentences = 3
        var characters: Int?
        var ratio: Double?

        init() {}

        static let fields = [
            Field("sentences", \Self.sentences, in: 1...50, "How many sentences at most."),
            Field("characters", \Self.characters, in: 20...10_000, "How many characters at most, in place of a number of sentences."),
            Field("ratio", \Self.ratio, in: 0.01...1, "What part of the article at most, in place of a number of sentences."),
        ]
    }

    private let settings: Settings

    init(settings: Settings) throws(StageError) {
        if settings.characters != nil, settings.ratio != nil { throw StageError("give 'characters' or 'ratio', not both") }
        self.settings = settings
    }

    func process(_ article: Article) -> Changes {
        let candidates = Candidates(article)
        let chosen = Selection(candidates, length: length(of: candidates)).chosen
        var changes = Changes()
        let top = chosen.map { candidates.sentences[$0].score }.max() ?? 1
        changes.set(
            .summary,
            to: chosen.sorted().map {
                let sentence = candidates.sentences[$0]
                return Annotation(
                    TextRange(sentence.range),
                    SummarySentence(score: (sentence.score / max(top, 1e-9) * 1000).rounded() / 1000)
                )
            }
        )
        return changes
    }

    private func length(of candidates: Candidates) -> SummaryLength {
        if let characters = settings.characters { return SummaryLength(sentences: .max, characters: characters) }
        if let ratio = settings.ratio { return SummaryLength(sentences: .max, characters: Int(Double(candidates.characters) * ratio)) }
        return SummaryLength(sentences: settings.sentences, characters: .max)
    }
}

/// How long a summary may be.
struct SummaryLength {
    let sentences: Int
    let characters: Int
}
