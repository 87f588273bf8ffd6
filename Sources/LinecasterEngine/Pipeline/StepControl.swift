public import LinecasterKit

/// What a pipeline file may say beside any stage's own settings.
struct StepControl: StageSettings {
    var onError = OnError.fail
    var timeout: TimeSpan?
    var without: [String] = []
    var minConfidence = 0.0

    init() {}

    static let fields = [
        Field("on_error", \Self.onError, "What happens when the stage fails: the article fails, or goes on without the stage."),
        Field("timeout", \Self.timeout, "How long the stage may take for one article."),
        Field("without", \Self.without, "Rules whose edits are not made."),
        Field("min_confidence", \Self.minConfidence, in: 0...1, "Edits that the stage is less sure of are not made."),
    ]
}

/// What happens when a stage fails.
public enum OnError: String, ConfigChoice {
    /// The article fails.
    case fail
    /// The article goes on without what the stage would have said.
    case skip
}
