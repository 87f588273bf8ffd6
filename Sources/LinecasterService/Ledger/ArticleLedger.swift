/// What became of every file, so that nothing is done twice.
protocol ArticleLedger: Sendable {
    /// Notes what became of a file, for good when it returns; noted twice, the last counts.
    func record(_ entry: LedgerEntry) async throws
    /// What became of a claim; nil when nothing is noted.
    func outcome(of id: String) async throws -> LedgerOutcome?
    /// Whether these bytes went through this pipeline before.
    func holds(sha256: String, digest: String) async throws -> Bool
}

/// What became of a file.
enum LedgerOutcome: String, Sendable { case done, duplicate, failed }

/// A row of the ledger.
struct LedgerEntry: Sendable {
    let claim: Claim
    let outcome: LedgerOutcome
    let sha256: String
    let pipeline: String
    let digest: String
    var results: [String] = []
    var stage: String?
    var reason: String?
    let bytes: Int
    /// From the claim to the end.
    let milliseconds: Double
    /// Each stage's milliseconds.
    var timings: [String: Double] = [:]
}
