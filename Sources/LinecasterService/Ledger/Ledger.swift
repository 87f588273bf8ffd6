import Foundation
import GRDB

/// What became of every file, in SQLite: one row a claim, stored before the original is moved away.
struct Ledger: ArticleLedger {
    private let queue: DatabaseQueue

    /// Opens the ledger of a state folder, or creates it.
    init(_ state: String) throws {
        var configuration = Configuration()
        configuration.prepareDatabase { database in
            try database.execute(sql: "PRAGMA journal_mode = WAL")
            // A row must be on the disk before the original is moved.
            try database.execute(sql: "PRAGMA synchronous = FULL")
            try database.execute(sql: "PRAGMA busy_timeout = 5000")
        }
        queue = try DatabaseQueue(path: path(state, "ledger.sqlite"), configuration: configuration)
        try Self.migrator.migrate(queue)
    }

    /// Opens the ledger of a state folder; one that is damaged is laid aside under another name, and a new one begun.
    ///
    /// - Returns: The ledger, and where the damaged one lies.
    static func openOrBeginAnew(_ state: String) throws -> (ledger: Ledger, damaged: String?) {
        do {
            return (try Ledger(state), nil)
        } catch let error as DatabaseError where [.SQLITE_CORRUPT, .SQLITE_NOTADB].contains(error.resultCode) {
            let name = path(state, "ledger.sqlite")
            let aside = path(state, "ledger-damaged-\(Int(Date().timeIntervalSince1970)).sqlite")
            try FileOperations.rename(name, to: aside)
            // What belongs to the damaged one must not be taken for the new one's.
            for ending in ["-wal", "-shm"] { try FileOperations.remove(name + ending) }
            return (try Ledger(state), aside)
        }
    }

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
