import LinecasterKit

/// What a pipeline file may tell the stage.
struct SummarizeSettings: StageSettings {
    var method = SummaryMethod.linecaster
    var sentences = 3
    var characters: Int?
    var ratio: Double?
    var sections = 1
    var model: ModelSettings?

    init() {}

    static let fields = [
        Field("method", \Self.method, "How sentences are chosen."),
        Field("sentences", \Self.sentences, in: 1...50, "How many sentences at most."),
        Field("characters", \Self.characters, in: 20...10_000, "How many characters at most, in place of a number of sentences."),
        Field("ratio", \Self.ratio, in: 0.01...1, "What part of the article at most, in place of a number of sentences."),
        Field("sections", \Self.sections, in: 0...10, "How many sentences for each section below a subhead."),
        Field("model", \Self.model, "A language model that writes the summary; nothing is sent anywhere where this is not given."),
    ]

    /// How long the summary of a body may be.
    func length(of body: Body) -> SummaryLength {
        if let characters { return SummaryLength(sentences: .max, characters: characters) }
        if let ratio { return SummaryLength(sentences: .max, characters: Int(Double(body.characters) * ratio)) }
        return SummaryLength(sentences: sentences, characters: .max)
    }
}
