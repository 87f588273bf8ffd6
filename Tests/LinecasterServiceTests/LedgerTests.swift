import Foundation
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
}
