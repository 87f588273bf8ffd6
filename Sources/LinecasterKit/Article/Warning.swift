/// Something about an article that a person should know, and that did not stop its processing.
public struct Warning: Hashable, Sendable, Codable {
    /// The stage that noticed it, or `read`.
    public let stage: String
    /// What happened and what to do, as a sentence.
    public let message: String

    public init(stage: String, message: String) {
        self.stage = stage
        self.message = message
    }
}
