/// Why there is no answer, in words for the person who runs the pipeline.
public enum ChatError: Error, Hashable, Sendable, CustomStringConvertible {
    /// No connection, or one that broke.
    case unreachable(String)
    /// No whole answer in time, in milliseconds.
    case timedOut(Int)
    /// The endpoint refused.
    case status(Int, message: String)
    /// The answer is not what the interface says.
    case malformed(String)
    /// The answer was cut at the most tokens that were asked for.
    case cutShort
    /// The day's tokens are used up.
    case overBudget(Int)
    /// Others' questions took all the time there was.
    case busy
    /// The endpoint failed several times in a row, and is left in peace for a while.
    case resting

    public var description: String {
        switch self {
        case .unreachable(let reason): "the endpoint cannot be reached (\(reason))"
        case .timedOut(let limit): "the endpoint gave no whole answer in \(limit) ms"
        case .status(let code, let message): "the endpoint answered \(code)\(message.isEmpty ? "" : ": \(message)")"
        case .malformed(let reason): "the endpoint's answer cannot be read: \(reason)"
        case .cutShort: "the answer was cut short; raise answer_tokens"
        case .overBudget(let tokens): "the \(tokens) tokens of the day are used up"
        case .busy: "other articles' questions took too long; raise concurrency"
        case .resting: "the endpoint failed several times in a row and is asked again in a minute"
        }
    }

    /// Whether another try may help.
    var isPassing: Bool {
        switch self {
        case .unreachable, .timedOut: true
        case .status(let code, _): code == 408 || code == 425 || code == 429 || code >= 500
        case .malformed, .cutShort, .overBudget, .busy, .resting: false
        }
    }
}
