import LinecasterEngine
import Synchronization

/// The signs of life of the workers, by which is told whether they get on.
final class WorkerProgress: Sendable {
    private struct State {
        var inHand = 0
        /// Articles that wait for another try, which is no standstill.
        var pausing = 0
        var lastSign = ContinuousClock.now
    }

    private let state = Mutex(State())

    /// Articles in hand.
    var articles: Int { state.withLock { $0.inHand } }

    func began() { change { $0.inHand += 1 } }
    func ended() { change { $0.inHand -= 1 } }
    func paused() { change { $0.pausing += 1 } }
    func resumed() { change { $0.pausing -= 1 } }

    /// Notes that a step of an article's way is done.
    func sign() { change { _ in } }

    private func change(_ body: (inout sending State) -> Void) {
        state.withLock { state in
            body(&state)
            state.lastSign = .now
        }
    }

    /// Why nothing gets on any more; nil while it does, or has nothing to do.
    ///
    /// - Parameters:
    ///   - patience: How long a standstill may last, and how much a stage may be over its time.
    ///   - claims: How many claims nobody has taken yet.
    func standstill(
        at now: ContinuousClock.Instant = .now,
        patience: Duration,
        claims: Int,
        stages: StagesInHand = .shared
    ) -> String? {
        if let overdue = stages.overdue(at: now), overdue > patience {
            return "a stage has not come back, \(overdue.inWords) after it was given up on"
        }
        let (inHand, pausing, lastSign) = state.withLock { ($0.inHand, $0.pausing, $0.lastSign) }
        guard inHand + claims > 0, pausing == 0, stages.withinTime(at: now) == 0 else { return nil }
        let still = now - max(lastSign, stages.lastSign(at: now))
        return still > patience ? "no article has got on for \(still.inWords)" : nil
    }
}
