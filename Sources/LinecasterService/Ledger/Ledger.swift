import Foundation
import GRDB

/// What became of every file, in SQLite: one row a claim, stored before the original is moved away.
struct Ledger: ArticleLedger, Equatable {
    private let queue: DatabaseQueue

    /// Opens the ledger of a state folder, or creates it.
    ///
    /// - Parameter patience: How long to wait for another program that has it locked.
    init(_ state: String, patience: Duration = .seconds(5)) throws {
        var configuration = Configuration()
        configuration.prepareDatabase { database in
            try database.execute(sql: "PRAGMA journal_mode = WAL")
            // A row must be on the disk before the original is moved.
            try database.execute(sql: "PRAGMA synchronous = FULL")
        }
        configuration.busyMode = .timeout(patience.milliseconds / 1000)
        queue = try DatabaseQueue(path: path(state, "ledger.sqlite"), configuration: configuration)
        try Self.migrator.migrate(queue)
    }

    /// Whether the ledger's file is where it belongs.
    static func isThere(_ state: String) -> Bool { FileOperations.status(of: path(state, "ledger.sqlite")) != nil }

    /// Ends the use of the file.
    func close() throws { try queue.close() }

    /// Whether an error says that another program has the ledger locked.
    static func isLocked(_ error: any Error) -> Bool {
        (error as? DatabaseError).map { [.SQLITE_BUSY, .SQLITE_LOCKED].contains($0.resultCode) } ?? false
    }

    /// Whether an error says that the ledger is damaged.
    static func isDamaged(_ error: any Error) -> Bool {
        guard let error = error as? DatabaseError else { return false }
        return [.SQLITE_CORRUPT, .SQLITE_NOTADB].contains(error.resultCode)
    }

    /// Opens the ledger of a state folder; one that is damaged is laid aside under another name, and a new one begun.
    ///
    /// - Returns: The ledger, and where the damaged one lies.
    static func openOrBeginAnew(_ state: String, patience: Duration = .seconds(5)) throws -> (ledger: Ledger, damaged: String?) {
        do {
            return (try Ledger(state, patience: patience), nil)
        } catch  where isDamaged(error) {
            let aside = try layAside(state)
            return (try Ledger(state, patience: patience), aside)
        }
    }

    /// Gives a damaged ledger another name, so that a new one can be begun.
    ///
    /// - Returns: Where it lies; nil when it is gone altogether.
    static func layAside(_ state: String) throws(FileError) -> String? {
        let name = path(state, "ledger.sqlite")
        let aside = isThere(state) ? path(state, "ledger-damaged-\(wallClock() / 1000).sqlite") : nil
        if let aside { try FileOperations.rename(name, to: aside) }
        // What belongs to the damaged one must not be taken for the new one's.
        for ending in ["-wal", "-shm"] { try FileOperations.remove(name + ending) }
        return aside
    }

    static func == (one: Ledger, other: Ledger) -> Bool { one.queue === other.queue }

    private static var migrator: DatabaseMigrator {
        var migrator = DatabaseMigrator()
        migrator.registerMigration("1: articles") { database in
            try database.execute(
                sql: """
                    CREATE TABLE articles (
                        id TEXT PRIMARY KEY, inbox TEXT NOT NULL, path TEXT NOT NULL, outcome TEXT NOT NULL, sha256 TEXT NOT NULL,
                        pipeline TEXT NOT NULL, digest TEXT NOT NULL, results TEXT NOT NULL, stage TEXT, reason TEXT,
                        bytes INTEGER NOT NULL, claimed INTEGER NOT NULL, finished INTEGER NOT NULL, milliseconds REAL NOT NULL, timings TEXT NOT NULL
                    ) WITHOUT ROWID
                    """
            )
            try database.execute(sql: "CREATE INDEX articles_by_content ON articles (sha256, digest, outcome)")
        }
        return migrator
    }

    /// Notes what became of a file; noted twice, the last counts.
    func record(_ entry: LedgerEntry) async throws {
        let results = try String(decoding: JSONEncoder().encode(entry.results), as: UTF8.self)
        let encoder = JSONEncoder()
        encoder.outputFormatting = .sortedKeys
        let timings = try String(decoding: encoder.encode(entry.timings), as: UTF8.self)
        try await queue.write { database in
            try database.execute(
                sql: "INSERT OR REPLACE INTO articles VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
                arguments: [
                    entry.claim.id, entry.claim.inbox, entry.claim.path, entry.outcome.rawValue, entry.sha256, entry.pipeline, entry.digest,
                    results,
                    entry.stage, entry.reason, entry.bytes, entry.claim.claimed, Int(Date().timeIntervalSince1970 * 1000),
                    entry.milliseconds, timings,
                ]
            )
        }
    }

    /// What became of a claim; nil when nothing is noted.
    func outcome(of id: String) async throws -> LedgerOutcome? {
        try await queue.read { database in
            try String.fetchOne(database, sql: "SELECT outcome FROM articles WHERE id = ?", arguments: [id]).flatMap(LedgerOutcome.init)
        }
    }

    /// Whether these bytes went through this pipeline before.
    func holds(sha256: String, digest: String) async throws -> Bool {
        try await queue.read { database in
            try Bool.fetchOne(
                database,
                sql: "SELECT EXISTS (SELECT 1 FROM articles WHERE sha256 = ? AND digest = ? AND outcome = 'done')",
                arguments: [sha256, digest]
            ) ?? false
        }
    }
}

extension Ledger {
    /// Articles by what became of them, and the median time of the last thousand that were done.
    func summary() throws -> (outcomes: [String: Int], medianMilliseconds: Double?) {
        try queue.read { database in
            var outcomes: [String: Int] = [:]
            for row in try Row.fetchAll(database, sql: "SELECT outcome, COUNT(*) AS count FROM articles GROUP BY outcome") {
                outcomes[row["outcome"]] = row["count"]
            }
            let times = try Double.fetchAll(
                database,
                sql: "SELECT milliseconds FROM articles WHERE outcome = 'done' ORDER BY id DESC LIMIT 1000"
            ).sorted()
            return (outcomes, times.isEmpty ? nil : times[times.count / 2])
        }
    }
}
