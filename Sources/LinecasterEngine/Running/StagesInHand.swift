import Synchronization

/// The stages that run now, with those that were given up on and have not come back.
public final class StagesInHand: Sendable {
    /// Those of this process.
    public static let shared = StagesInHand()

    struct Token { fileprivate let id: Int }

    private struct State {
        var due: [Int: ContinuousClock.Instant] = [:]
        var nextID = 0
        var lastChange = ContinuousClock.now
    }

    private let state = Mutex(State())

    /// Notes that a stage has begun, which should come back by a time.
    func begin(due: ContinuousClock.Instant) -> Token {
        state.withLock { state in
            state.nextID += 1
            state.due[state.nextID] = due
            state.lastChange = .now
            return Token(id: state.nextID)
        }
    }

    /// Notes that a stage came back.
    func end(_ token: Token) {
        state.withLock { state in
            state.due[token.id] = nil
            state.lastChange = .now
        }
    }

    /// How many stages have time left.
    public func withinTime(at now: ContinuousClock.Instant) -> Int { state.withLock { $0.due.values.count { $0 >= now } } }

    /// By how much the latest stage is over its time; nil when each has time left.
    public func overdue(at now: ContinuousClock.Instant) -> Duration? {
        state.withLock { $0.due.values.min() }.flatMap { $0 < now ? now - $0 : nil }
    }

    /// When a stage last began, came back, or was to come back.
    public func lastSign(at now: ContinuousClock.Instant) -> ContinuousClock.Instant {
        state.withLock { state in
            state.due.values.filter { $0 <= now }.max().map { max($0, state.lastChange) } ?? state.lastChange
        }
    }
}
