import Synchronization

/// Where in its life the daemon is.
final class DaemonPhase: Sendable {
    enum Phase: String { case starting, ready, stopping }

    private let phase = Mutex(Phase.starting)

    var value: Phase {
        get { phase.withLock { $0 } }
        set { phase.withLock { $0 = newValue } }
    }
}
