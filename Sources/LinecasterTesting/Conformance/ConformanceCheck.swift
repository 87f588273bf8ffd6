/// What every stage must satisfy, check by check.
public enum ConformanceCheck: String, CaseIterable, Sendable {
    /// The names are in form, and every sentence is one.
    case description
    /// Each option takes its default, its bounds and its words, and refuses what lies outside.
    case options
    /// What the manifest shows holds.
    case examples
    /// The layers that the manifest names are given, and no others.
    case layers
    /// The edits can be taken back, lie in the text, and are made by rules that the manifest names.
    case edits
    /// The same input gives the same result.
    case repeatability
    /// Input that no newspaper has and any folder may hold is survived.
    case hostileInput = "hostile input"
    /// Four times the text takes no more than some four times the time.
    case linearTime = "linear time"

    /// What the check asks, as a sentence without its end.
    public var summary: String {
        switch self {
        case .description: "names are in form, and every sentence is one"
        case .options: "each option takes its default, bounds and words, and refuses what lies outside"
        case .examples: "what the description shows holds"
        case .layers: "the layers that it names are given, and no others"
        case .edits: "edits can be taken back, lie in the text, and are made by rules that it names"
        case .repeatability: "the same input gives the same result"
        case .hostileInput: "empty and hostile input is survived"
        case .linearTime: "time grows with the text and not with its square"
        }
    }
}

/// A check of a stage, and what was found.
public struct ConformanceResult: Sendable {
    public let check: ConformanceCheck
    /// What is wrong, a sentence each; empty when the check passed.
    public let failures: [String]
}
