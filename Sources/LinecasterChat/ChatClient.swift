import AsyncHTTPClient
import NIOCore
import NIOHTTP1
import Synchronization

/// Asks a model, with a limit of time on every step, so that no endpoint can hold an article up.
public struct ChatClient: Sendable {
    public let endpoint: ChatEndpoint
    private let gate: ChatGate

    /// No answer is read beyond this.
    private static let mostBytes = 1 << 20
    /// What a refusal asks to wait is done up to here.
    private static let longestPause = Duration.seconds(30)

    public init(_ endpoint: ChatEndpoint, gate: ChatGate) {
        self.endpoint = endpoint
        self.gate = gate
    }

    /// The longest that a question can take: all its tries and a pause for each, and as long again for others' turns before it.
    public var longestTime: Duration {
        (endpoint.timeout * (endpoint.retries + 1) + Self.longestPause * (endpoint.retries + 1)) * 2
    }

    /// A model's answer to a conversation, within ``longestTime``.
    ///
    /// - Throws: `ChatError`; `unreachable` or `busy` when the task is cancelled.
    public func answer(to messages: [ChatMessage]) async throws(ChatError) -> ChatAnswer {
        try await Self.limited(to: longestTime, .busy) { await turn(messages) }.get()
    }

    /// Waits for a turn, asks, and hands the turn on.
    private func turn(_ messages: [ChatMessage]) async -> Result<ChatAnswer, ChatError> {
        do throws(ChatError) {
            try await gate.enter()
        } catch {
            return .failure(error)
        }
        let outcome = await outcome(messages)
        await gate.leave(outcome)
        return outcome
    }

    /// What comes first: a value, or the end of the time. What has not ended by then is cancelled.
    private static func limited(
        to limit: Duration,
        _ late: ChatError,
        _ body: @escaping @Sendable () async -> Result<ChatAnswer, ChatError>
    ) async -> Result<ChatAnswer, ChatError> {
        await withTaskGroup(of: Result<ChatAnswer, ChatError>?.self) { group in
            group.addTask { await body() }
            group.addTask {
                do { try await Task.sleep(for: limit) } catch { return nil }
                return .failure(late)
            }
            var first: Result<ChatAnswer, ChatError>?
            while first == nil, let next = await group.next() { first = next }
            group.cancelAll()
            return first ?? .failure(late)
        }
    }

    private func outcome(_ messages: [ChatMessage]) async -> Result<ChatAnswer, ChatError> {
        do throws(ChatError) {
            let body = try ChatRequest(model: endpoint.model, messages: messages, maxTokens: endpoint.answerTokens).bytes()
            return .success(try await repeated(body))
        } catch {
            return .failure(error)
        }
    }

    private func repeated(_ body: [UInt8]) async throws(ChatError) -> ChatAnswer {
        var tries = 0
        while true {
            let asked = Pause()
            let limit = endpoint.timeout
            let result = await Self.limited(to: limit, .timedOut(endpoint.timeoutInMilliseconds)) { await exchange(body, asked) }
            guard case .failure(let error) = result else { return try result.get() }
            guard error.isPassing, tries < endpoint.retries, !Task.isCancelled else { throw error }
            let pause = asked.duration ?? .milliseconds(250 << min(tries, 6))
            do { try await Task.sleep(for: min(pause, Self.longestPause)) } catch { throw .unreachable("cancelled") }
            tries += 1
        }
    }

    /// How long the endpoint asks to be left alone, where it does.
    private final class Pause: Sendable {
        private let value = Mutex<Duration?>(nil)

        var duration: Duration? {
            get { value.withLock { $0 } }
            set { value.withLock { $0 = newValue } }
        }
    }

    private func exchange(_ body: [UInt8], _ asked: Pause) async -> Result<ChatAnswer, ChatError> {
        var configuration = HTTPClient.Configuration()
        // A redirect would carry the key and the text elsewhere.
        configuration.redirectConfiguration = .disallow
        // Trying again is for the retries, whose pauses grow; and the time is kept outside, so that it ends alike for all.
        configuration.connectionPool.retryConnectionEstablishment = false
        let limit = TimeAmount.milliseconds(Int64(endpoint.timeoutInMilliseconds) + 1_000)
        configuration.timeout.connect = limit
        var request = HTTPClientRequest(url: endpoint.url)
        request.method = .POST
        request.headers.add(name: "Content-Type", value: "application/json")
        request.headers.add(name: "Accept", value: "application/json")
        request.headers.add(name: "User-Agent", value: "linecaster")
        if let key = endpoint.key { request.headers.add(name: "Authorization", value: "Bearer \(key)") }
        request.body = .bytes(body)
        let ready = request
        do {
            // A connection for each question: answers take seconds, and nothing stays open between them.
            return try await HTTPClient.withHTTPClient(configuration: configuration) { client in
                let response = try await client.execute(ready, timeout: limit)
                asked.duration = response.headers.first(name: "Retry-After").flatMap { Int($0) }.map { .seconds(max(0, $0)) }
                let bytes: [UInt8]
                do {
                    bytes = Array(buffer: try await response.body.collect(upTo: Self.mostBytes))
                } catch is NIOTooManyBytesError {
                    return .failure(.malformed("it is longer than \(Self.mostBytes) bytes"))
                }
                guard response.status == .ok else {
                    return .failure(.status(Int(response.status.code), message: ChatResponse.refusal(in: bytes)))
                }
                return Self.read(bytes, asked: body.count)
            }
        } catch {
            return .failure(.unreachable(Self.reason(error)))
        }
    }

    private static func read(_ bytes: [UInt8], asked: Int) -> Result<ChatAnswer, ChatError> {
        do throws(ChatError) {
            return .success(try ChatResponse.answer(in: bytes, asked: asked))
        } catch {
            return .failure(error)
        }
    }

    /// An error in one short line.
    private static func reason(_ error: any Error) -> String {
        String(String(describing: error).split(separator: "\n").first?.prefix(120) ?? "no reason given")
    }
}
