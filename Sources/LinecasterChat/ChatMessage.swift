/// One message of a conversation.
public struct ChatMessage: Codable, Hashable, Sendable {
    public enum Role: String, Codable, Sendable { case system, user, assistant }

    public let role: Role
    public let content: String

    public init(_ role: Role, _ content: String) {
        self.role = role
        self.content = content
    }
}

/// What a model answered.
public struct ChatAnswer: Hashable, Sendable {
    public let text: String
    /// How many tokens question and answer cost, as the endpoint counts, or as estimated where it does not tell.
    public let tokens: Int
}
