import Foundation
import LinecasterKit
import Testing

@testable import LinecasterEngine
@testable import LinecasterService

/// What the daemon knows of itself.
@Suite struct MonitoringTests {
    private let progress = WorkerProgress()
    private let stages = StagesInHand()
    private let patience = Duration.seconds(10)

    private func standstill(after wait: Duration, claims: Int = 0) -> String? {
        progress.standstill(at: .now + wait, patience: patience, claims: claims, stages: stages)
    }

    @Test func whoHasNothingToDoDoesNotStandStill() {
        #expect(standstill(after: .seconds(3600)) == nil)
        progress.began()
        progress.ended()
        #expect(standstill(after: .seconds(3600)) == nil)
    }

    @Test func whoHasWorkMustGetOn() {
        #expect(standstill(after: .seconds(11), claims: 1)?.hasPrefix("no article has got on for 11") == true)
        progress.began()
        #expect(standstill(after: .seconds(9)) == nil)
        #expect(standstill(after: .seconds(11)) != nil)
        progress.sign()
        #expect(standstill(after: .seconds(9)) == nil)
    }

    @Test func aStageMayTakeItsTime() throws {
        progress.began()
        let token = stages.begin(due: .now + .seconds(3600))
        #expect(standstill(after: .seconds(3599)) == nil)
        // Given up on, it has as long as anything else to come back.
        #expect(standstill(after: .seconds(3605)) == nil)
        progress.ended()
        #expect(try #require(standstill(after: .seconds(3611))).contains("has not come back"))
        stages.end(token)
        #expect(standstill(after: .seconds(3611)) == nil)
    }

    @Test func aWaitForAnotherTryIsNoStandstill() {
        progress.began()
        progress.paused()
        #expect(standstill(after: .seconds(3600)) == nil)
        progress.resumed()
        #expect(standstill(after: .seconds(3600)) != nil)
    }

    @Test func histogramsCountWhatIsAtMostTheirBounds() {
        var histogram = Histogram()
        for value in [0.001, 0.0011, 59, 61] { histogram.observe(value) }
        var text = PrometheusText()
        text.metric("x_seconds", .histogram, "X.")
        text.samples("x_seconds", [("name", "a\"b\\c\nd")], histogram)
        let lines = text.text.split(separator: "\n").map(String.init)
        let label = #"name="a\"b\\c\nd""#
        #expect(lines[0] == "# HELP x_seconds X." && lines[1] == "# TYPE x_seconds histogram")
        #expect(lines[2] == "x_seconds_bucket{\(label),le=\"0.001\"} 1")
        #expect(lines[3] == "x_seconds_bucket{\(label),le=\"0.0025\"} 2")
        #expect(lines.contains("x_seconds_bucket{\(label),le=\"60.0\"} 3"))
        #expect(
            lines.suffix(3) == [
                "x_seconds_bucket{\(label),le=\"+Inf\"} 4", "x_seconds_sum{\(label)} 120.0021", "x_seconds_count{\(label)} 4",
            ]
        )
    }

    @Test func samplesHoldWhatHappenedBetweenThem() throws {
        let history = History()
        let claim = Claim(id: "1", inbox: "inbox", path: "a.txt", pipeline: nil, claimed: 0)
        func entry(_ outcome: LedgerOutcome, _ milliseconds: Double) -> LedgerEntry {
            LedgerEntry(claim: claim, outcome: outcome, sha256: "", pipeline: "", digest: "", bytes: 0, milliseconds: milliseconds)
        }
        for milliseconds in 1...100 { history.count(entry(.done, Double(milliseconds))) }
        history.count(entry(.failed, 9))
        history.count(entry(.duplicate, 9))
        history.close(waiting: 3, active: 2, time: 5000)
        for time in 1...720 { history.close(waiting: 0, active: 0, time: 5000 + time) }
        #expect(history.samples.count == 720 && history.samples.allSatisfy { $0.done == 0 && $0.median == nil })
        let other = History()
        for milliseconds in 1...100 { other.count(entry(.done, Double(milliseconds))) }
        other.close(waiting: 3, active: 2, time: 5000)
        let sample = try #require(other.samples.first)
        #expect((sample.done, sample.failed, sample.waiting, sample.active) == (100, 0, 3, 2))
        #expect(sample.median == 51 && sample.percentile95 == 96)
    }

    @Test(arguments: [
        ("127.0.0.1:7077", "127.0.0.1:7077", false), ("localhost:80", "127.0.0.1:80", false), ("[::1]:0", "[::1]:0", false),
        ("0.0.0.0:1", "0.0.0.0:1", true), ("[::]:65535", "[::]:65535", true), ("192.168.1.2:80", "192.168.1.2:80", true),
        ("unix:/run/x.sock", "unix:/run/x.sock", false), ("none", "none", false),
    ])
    func addressesAreRead(_ text: String, _ written: String, _ isBeyond: Bool) throws {
        let address = try #require(ListenAddress(text))
        #expect(address.configText == written && address.isBeyondLoopback == isBeyond)
    }

    @Test(arguments: [
        "", "7077", "127.0.0.1", "127.0.0.1:", "127.0.0.1:65536", "example.org:80", "::1:80", "unix:", "127.1:80", "[127.0.0.1]:80",
        "-1:80",
    ])
    func whatIsNoAddressIsRefused(_ text: String) { #expect(ListenAddress(text) == nil) }

    @Test func aTokenIsMadeOnceAndKept() throws {
        let file = FileManager.default.temporaryDirectory.appending(path: "lc-\(UUID().uuidString)").path
        defer { unlink(file) }
        _ = try AccessToken(file: file)
        let text = try String(contentsOfFile: file, encoding: .utf8)
        #expect(text.utf8.count == 65)
        let token = try AccessToken(file: file)
        #expect(token.matches(String(text.dropLast())))
        for wrong in ["", text, String(text.dropLast(2)), String(repeating: "0", count: 64)] { #expect(!token.matches(wrong)) }
        try "short\n".write(toFile: file, atomically: true, encoding: .utf8)
        #expect(throws: FileError.self) { try AccessToken(file: file) }
    }
}
