import Foundation

/// Where a model is asked, and how.
public struct ChatEndpoint: Sendable {
    /// The address of the chat completions.
    public let url: String
    public let model: String
    /// Sent as a bearer token; never logged.
    let key: String?
    /// How long one try may take.
    public let timeout: Duration
    /// How many more tries after one that failed for a passing reason.
    public let retries: Int
    /// How many tokens an answer may have.
    public let answerTokens: Int

    /// - Parameter url: The address itself, or that of the interface below which `/chat/completions` stands, such as
    ///   `http://127.0.0.1:8080/v1`.
    /// - Throws: `ChatEndpointError` where the address is none, or a key would travel in the clear.
    public init(
        url: String,
        model: String,
        key: String?,
        timeout: Duration,
        retries: Int,
        answerTokens: Int
    ) throws(ChatEndpointError) {
        guard let parts = URLComponents(string: url), let host = parts.host, !host.isEmpty, ["http", "https"].contains(parts.scheme) else {
            throw ChatEndpointError("'\(url)' is no address; give one such as http://127.0.0.1:8080/v1")
        }
        if key != nil, parts.scheme == "http", !Self.isLoopback(host) {
            throw ChatEndpointError("a key would travel to \(host) in the clear; give an https address")
        }
        let trimmed = url.hasSuffix("/") ? String(url.dropLast()) : url
        self.url = trimmed.hasSuffix("/completions") ? trimmed : trimmed + "/chat/completions"
        self.model = model
        self.key = key
        self.timeout = timeout
        self.retries = retries
        self.answerTokens = answerTokens
    }

    var timeoutInMilliseconds: Int { Int((timeout / .milliseconds(1)).rounded()) }

    private static func isLoopback(_ host: String) -> Bool {
        host == "localhost" || host == "::1" || host == "[::1]" || host.hasPrefix("127.")
    }
}

/// What is wrong with an endpoint's description.
public struct ChatEndpointError: Error, Sendable, CustomStringConvertible {
    public let description: String
    init(_ description: String) { self.description = description }
}
