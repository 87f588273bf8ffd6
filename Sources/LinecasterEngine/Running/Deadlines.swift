import Foundation

/// Calls back when something has taken too long.
///
/// One thread watches all deadlines. A sleeping task for each would outlive what it watches by the whole
/// limit, thousands at a time.
final class Deadlines: @unchecked Sendable {
    static let shared = Deadlines()

    struct Token: Hashable { fileprivate let id: UInt64 }

    /// Guards everything below.
    private let condition = NSCondition()
    private var pending: [UInt64: (at: ContinuousClock.Instant, action: @Sendable () -> Void)] = [:]
    private var nextID: UInt64 = 0
    private var wakesAt: ContinuousClock.Instant?
    private var isStarted = false

    func add(after limit: Duration, _ action: @escaping @Sendable () -> Void) -> Token {
        let at = ContinuousClock.now + limit
        condition.lock()
        defer { condition.unlock() }
        if !isStarted {
            isStarted = true
            Thread { [self] in watch() }.start()
        }
        nextID += 1
        pending[nextID] = (at, action)
        if wakesAt.map({ at < $0 }) ?? true { condition.signal() }
        return Token(id: nextID)
    }

    func cancel(_ token: Token) {
        condition.lock()
        defer { condition.unlock() }
        pending[token.id] = nil
    }

    private func watch() {
        condition.lock()
        while true {
            let now = ContinuousClock.now
            let expired = pending.filter { $0.value.at <= now }
            for id in expired.keys { pending[id] = nil }
            if !expired.isEmpty {
                condition.unlock()
                for entry in expired.values { entry.action() }
                condition.lock()
                continue
            }
            wakesAt = pending.values.map(\.at).min()
            if let wakesAt {
                let seconds = Double((wakesAt - now).components.seconds) + Double((wakesAt - now).components.attoseconds) / 1e18
                _ = condition.wait(until: Date(timeIntervalSinceNow: max(0.001, seconds)))
            } else {
                condition.wait()
            }
        }
    }
}
