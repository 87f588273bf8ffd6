import Logging
import Synchronization

/// A ledger that outlives damage to its file: the damaged one is laid aside, a new one begun, and what was asked is asked
/// again, without a restart.
final class MendingLedger: ArticleLedger {
    private let state: String
    private let patience: Duration
    private let logger: Logger
    private let current: Mutex<Ledger>

    /// Opens the ledger of a state folder, or creates it.
    init(_ state: String, patience: Duration = .seconds(5), logger: Logger) throws {
        self.state = state
        self.patience = patience
        self.logger = logger
        let opened = try Ledger.openOrBeginAnew(state, patience: patience)
        current = Mutex(opened.ledger)
        if let damaged = opened.damaged { tell(damaged) }
    }

    func record(_ entry: LedgerEntry) async throws { try await mending { try await $0.record(entry) } }
    func outcome(of id: String) async throws -> LedgerOutcome? { try await mending { try await $0.outcome(of: id) } }
    func holds(sha256: String, digest: String) async throws -> Bool {
        try await mending { try await $0.holds(sha256: sha256, digest: digest) }
    }

    private func mending<Value>(_ body: (Ledger) async throws -> Value) async throws -> Value {
        let ledger = current.withLock { $0 }
        do {
            // SQLite goes on with a file that has lost its name, and what it notes there is gone with it.
            guard Ledger.isThere(state) else { return try await body(try replace(ledger)) }
            return try await body(ledger)
        } catch  where Ledger.isDamaged(error) {
            return try await body(try replace(ledger))
        }
    }

    /// The ledger in place of a damaged one; another task may have begun it already.
    private func replace(_ damaged: Ledger) throws -> Ledger {
        try current.withLock { current in
            guard current == damaged else { return current }
            // The old connection must not touch what belongs to the new one.
            try? current.close()
            let aside = try Ledger.layAside(state)
            current = try Ledger.openOrBeginAnew(state, patience: patience).ledger
            tell(aside ?? "gone")
            return current
        }
    }

    private func tell(_ damaged: String) {
        logger.error(
            "the ledger was damaged and a new one is begun; what went through before is not known any more; the old one is \(damaged)"
        )
    }
}
