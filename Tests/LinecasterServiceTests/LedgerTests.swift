import Foundation
import GRDB
import Logging
import Testing

@testable import LinecasterService

@Suite struct LedgerTests {
    private func entry(_ id: String, _ outcome: LedgerOutcome, _ sha256: String = "s") -> LedgerEntry {
        let claim = Claim(id: id, inbox: "in", path: "a.txt", pipeline: nil, claimed: 0)
        return LedgerEntry(claim: claim, outcome: outcome, sha256: sha256, pipeline: "p", digest: "d", bytes: 1, milliseconds: 2)
    }

    @Test func whatWasNotedIsThereWhenTheLedgerIsOpenedAnew() async throws {
        let sandbox = try Sandbox()
        try Spool(configuration: sandbox.configuration).prepare()
        let ledger = try Ledger(sandbox.configuration.paths.state)
        try await ledger.record(entry("01", .done))
        try await ledger.record(entry("02", .failed, "t"))
        let again = try Ledger(sandbox.configuration.paths.state)
        #expect(try await again.outcome(of: "01") == .done)
        #expect(try await again.outcome(of: "03") == nil)
        #expect(try await again.holds(sha256: "s", digest: "d"))
        #expect(try await again.holds(sha256: "t", digest: "d") == false)
        #expect(try again.summary().outcomes == ["done": 1, "failed": 1])
    }

    @Test func noticingTheSameClaimTwiceKeepsOneRow() async throws {
        let sandbox = try Sandbox()
        try Spool(configuration: sandbox.configuration).prepare()
        let ledger = try Ledger(sandbox.configuration.paths.state)
        try await ledger.record(entry("01", .failed))
        try await ledger.record(entry("01", .done))
        #expect(try ledger.summary().outcomes == ["done": 1])
    }

    @Test func aDamagedLedgerIsLaidAside() async throws {
        let sandbox = try Sandbox()
        try Spool(configuration: sandbox.configuration).prepare()
        let state = sandbox.configuration.paths.state
        try Data("this is no database, and never was one, however long it may be looked at".utf8).write(
            to: URL(filePath: state + "/ledger.sqlite")
        )
        let (ledger, damaged) = try Ledger.openOrBeginAnew(state)
        try await ledger.record(entry("01", .done))
        #expect(try await ledger.outcome(of: "01") == .done)
        let aside = try #require(damaged)
        #expect(try String(contentsOfFile: aside, encoding: .utf8).hasPrefix("this is no database"))
        #expect(try Ledger.openOrBeginAnew(state).damaged == nil)
    }

    /// Another program, a backup or a curious reader, may hold the ledger for a while.
    @Test func aLockedLedgerIsUsedOnceItIsFree() async throws {
        let sandbox = try Sandbox()
        try Spool(configuration: sandbox.configuration).prepare()
        let state = sandbox.configuration.paths.state
        let ledger = try Ledger(state, patience: .milliseconds(10))
        var configuration = Configuration()
        configuration.allowsUnsafeTransactions = true
        let other = try DatabaseQueue(path: state + "/ledger.sqlite", configuration: configuration)
        try await other.writeWithoutTransaction { try $0.execute(sql: "BEGIN IMMEDIATE") }
        let error = await #expect(throws: DatabaseError.self) { try await ledger.record(entry("01", .done)) }
        #expect(error.map(Ledger.isLocked) == true)
        try await other.writeWithoutTransaction { try $0.execute(sql: "COMMIT") }
        try await ledger.record(entry("01", .done))
        #expect(try await ledger.outcome(of: "01") == .done)
    }

    @Test func aLedgerThatIsDamagedWhileItIsUsedIsReplaced() async throws {
        let sandbox = try Sandbox()
        try Spool(configuration: sandbox.configuration).prepare()
        let state = sandbox.configuration.paths.state
        let ledger = try MendingLedger(state, logger: Logger(label: "test") { _ in SwiftLogNoOpLogHandler() })
        try await ledger.record(entry("01", .done))
        // The table's pages are said to lie where there are none.
        let other = try DatabaseQueue(path: state + "/ledger.sqlite")
        try await other.write {
            try $0.execute(sql: "PRAGMA writable_schema = ON")
            try $0.execute(sql: "UPDATE sqlite_schema SET rootpage = 99999 WHERE name = 'articles'")
            try $0.execute(sql: "PRAGMA schema_version = 77")
        }
        try await ledger.record(entry("02", .done))
        #expect(try await ledger.outcome(of: "02") == .done)
        #expect(FileOperations.names(in: state).contains { $0.hasPrefix("ledger-damaged-") })
    }

    @Test func aLedgerThatIsMovedAwayIsReplaced() async throws {
        let sandbox = try Sandbox()
        try Spool(configuration: sandbox.configuration).prepare()
        let state = sandbox.configuration.paths.state
        let ledger = try MendingLedger(state, logger: Logger(label: "test") { _ in SwiftLogNoOpLogHandler() })
        try await ledger.record(entry("01", .done))
        for ending in ["", "-wal", "-shm"] { try FileOperations.remove(state + "/ledger.sqlite" + ending) }
        try await ledger.record(entry("02", .done))
        #expect(try Ledger(state).summary().outcomes == ["done": 1])
    }
}
