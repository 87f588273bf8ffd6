import Foundation
import GRDB

/// An article as the ledger has it.
struct ArticleRow: Codable, Sendable {
    let id: String
    let inbox: String
    let path: String
    let outcome: String
    let pipeline: String
    let sha256: String
    /// Paths below the outbox.
    let results: [String]
    let stage: String?
    let reason: String?
    let bytes: Int
    /// Milliseconds since 1970.
    let claimed: Int
    let finished: Int
    let milliseconds: Double
    let timings: [String: Double]

    fileprivate init(_ row: Row) {
        func decoded<Value: Decodable>(_ column: String, or other: Value) -> Value {
            let text: String = row[column] ?? ""
            return (try? JSONDecoder().decode(Value.self, from: Data(text.utf8))) ?? other
        }
        id = row["id"]
        inbox = row["inbox"]
        path = row["path"]
        outcome = row["outcome"]
        pipeline = row["pipeline"]
        sha256 = row["sha256"]
        results = decoded("results", or: [])
        stage = row["stage"]
        reason = row["reason"]
        bytes = row["bytes"]
        claimed = row["claimed"]
        finished = row["finished"]
        milliseconds = row["milliseconds"]
        timings = decoded("timings", or: [:])
    }
}

/// Reads a ledger that another connection writes.
struct LedgerReader: Sendable {
    private let state: String

    init(_ state: String) { self.state = state }

    /// The last articles, newest first.
    ///
    /// - Parameters:
    ///   - before: The id of the article after which to go on; nil to begin with the newest.
    ///   - outcome: Those of one outcome alone.
    func articles(atMost most: Int, before: String? = nil, outcome: LedgerOutcome? = nil) throws -> [ArticleRow] {
        try read { database in
            try Row.fetchAll(
                database,
                sql: """
                    SELECT * FROM articles WHERE (:before IS NULL OR id < :before) AND (:outcome IS NULL OR outcome = :outcome)
                    ORDER BY id DESC LIMIT :most
                    """,
                arguments: ["before": before, "outcome": outcome?.rawValue, "most": most]
            ).map(ArticleRow.init)
        }
    }

    /// An article by its id; nil where there is none.
    func article(_ id: String) throws -> ArticleRow? {
        try read { try Row.fetchOne($0, sql: "SELECT * FROM articles WHERE id = ?", arguments: [id]).map(ArticleRow.init) }
    }

    /// Opened anew each time: the daemon may lay a damaged ledger aside at any moment.
    private func read<Value>(_ body: (Database) throws -> Value) throws -> Value {
        var configuration = Configuration()
        configuration.readonly = true
        configuration.busyMode = .timeout(2)
        let queue = try DatabaseQueue(path: path(state, "ledger.sqlite"), configuration: configuration)
        defer { try? queue.close() }
        return try queue.read(body)
    }
}
