import Foundation
import LinecasterFormats
@testable import LinecasterService
import Testing

/// A service in a folder of its own, removed with it.
final class Sandbox {
    let root: String
    var configuration = ServiceConfiguration()

    init() throws {
        root = FileManager.default.temporaryDirectory.appending(path: "linecaster-\(UUID().uuidString)").path
        try FileManager.default.createDirectory(atPath: root, withIntermediateDirectories: true)
        configuration.inboxes = [ServiceConfiguration.InboxFolder(path: root + "/inbox")]
        configuration.paths.outbox = root + "/outbox"
        configuration.paths.archive = root + "/archive"
        configuration.paths.failed = root + "/failed"
        configuration.paths.state = root + "/state"
        configuration.paths.pipelines = root + "/Pipelines"
    }

    deinit { try? FileManager.default.removeItem(atPath: root) }

    func drop(_ name: String, _ text: String) throws {
        let place = URL(filePath: root + "/inbox/" + name)
        try FileManager.default.createDirectory(at: place.deletingLastPathComponent(), withIntermediateDirectories: true)
        try Data(text.utf8).write(to: place)
    }

    /// The files below a folder.
    func files(_ folder: String) -> [String] {
        let all = FileManager.default.enumerator(atPath: root + "/" + folder)?.compactMap { $0 as? String } ?? []
        return all.filter { name in
            var isFolder: ObjCBool = false
            return FileManager.default.fileExists(atPath: "\(root)/\(folder)/\(name)", isDirectory: &isFolder) && !isFolder.boolValue
        }.sorted()
    }

    func text(_ path: String) throws -> String { try String(contentsOfFile: "\(root)/\(path)", encoding: .utf8) }
}

@Suite struct SpoolTests {
    private let sandbox: Sandbox
    private let spool: Spool

    init() throws {
        sandbox = try Sandbox()
        spool = Spool(configuration: sandbox.configuration)
        try spool.prepare()
    }

    private func claim(_ name: String, _ text: String, id: String) throws -> Claim {
        try sandbox.drop(name, text)
        return try #require(try spool.claim(name, in: sandbox.configuration.inboxes[0], id: id))
    }

    @Test func aClaimedFileIsInWorkAndNowhereElse() throws {
        let claim = try claim("sub/a.txt", "x", id: "01")
        #expect(sandbox.files("inbox").isEmpty)
        #expect(sandbox.files("state/active") == ["01/claim.json", "01/source"])
        #expect(try spool.unfinished() == [claim])
    }

    @Test func aFileThatIsGoneLeavesNoClaim() throws {
        #expect(try spool.claim("none.txt", in: sandbox.configuration.inboxes[0], id: "01") == nil)
        #expect(sandbox.files("state/active").isEmpty)
        #expect(try spool.unfinished().isEmpty)
    }

    @Test func resultsLieAtTheSourcesPlace() throws {
        let claim = try claim("sub/a.txt", "x", id: "01")
        let names = try spool.publish([(.json, Array("j".utf8)), (.markdown, Array("m".utf8))], of: claim, id: "abcdef0123456789")
        #expect(names == ["sub/a.json", "sub/a.md"])
        #expect(sandbox.files("outbox") == ["sub/a.json", "sub/a.md"])
        try spool.archive(claim)
        #expect(sandbox.files("archive") == ["sub/a.txt"] && sandbox.files("state/active").isEmpty)
    }

    @Test func nothingIsOverwritten() throws {
        let first = try claim("a.txt", "one", id: "01")
        _ = try spool.publish([(.text, Array("one".utf8))], of: first, id: "1111111122222222")
        try spool.archive(first)
        let second = try claim("a.txt", "two", id: "02")
        let names = try spool.publish([(.text, Array("two".utf8))], of: second, id: "3333333344444444")
        try spool.archive(second)
        #expect(names == ["a-33333333.txt"])
        #expect(try sandbox.text("outbox/a.txt") == "one" && sandbox.text("outbox/a-33333333.txt") == "two")
        #expect(sandbox.files("archive") == ["a-02.txt", "a.txt"])
    }

    @Test func publishingAgainAfterACrashCannotBeSeen() throws {
        let claim = try claim("a.txt", "one", id: "01")
        let first = try spool.publish([(.text, Array("one".utf8))], of: claim, id: "1111111122222222")
        let again = try spool.publish([(.text, Array("one".utf8))], of: claim, id: "1111111122222222")
        #expect(first == again && sandbox.files("outbox") == ["a.txt"])
    }

    @Test func aFailedFileLiesBesideItsReasonAndCanBeTriedAgain() throws {
        let claim = try claim("sub/a.txt", "one", id: "01")
        try spool.fail(claim, Self.failure("01", "why", claim))
        #expect(sandbox.files("failed") == ["sub/a.txt", "sub/a.txt.error.json"])
        let failed = FailedFiles(sandbox.configuration)
        #expect(failed.failures.map(\.reason) == ["why"])
        _ = try failed.retry(failed.failures[0])
        #expect(sandbox.files("failed").isEmpty && sandbox.files("inbox") == ["sub/a.txt"])
    }

    private static func failure(_ id: String, _ reason: String, _ claim: Claim) -> Failure {
        Failure(
            id: id,
            path: claim.path,
            inbox: claim.inbox,
            pipeline: "p",
            stage: "repair",
            reason: reason,
            advice: "do",
            attempts: 1,
            time: "now"
        )
    }

    /// A file that is put back is taken at once, and may have failed again before the one who put it back looks.
    @Test func aReasonOutlivesTheTryThatItCameFrom() throws {
        let spool = Spool(configuration: sandbox.configuration)
        try spool.prepare()
        try sandbox.drop("a.txt", "纸")
        let inbox = sandbox.configuration.inboxes[0]
        let claim = try #require(try spool.claim("a.txt", in: inbox, id: "01"))
        try spool.fail(claim, Self.failure("01", "why", claim))
        let files = InterposedFiles { old in
            guard old.hasSuffix("failed/a.txt"), let again = try? spool.claim("a.txt", in: inbox, id: "02") else { return }
            try? spool.fail(again, Self.failure("02", "again", again))
        }
        _ = try FailedFiles(sandbox.configuration).retry(Self.failure("01", "why", claim), files)
        #expect(FailedFiles(sandbox.configuration).failures.map(\.reason) == ["again"])
        #expect(sandbox.files("failed") == ["a.txt", "a.txt.error.json"])
    }

    @Test func aTryThatWasKilledHalfwayIsListedAndCanBeDoneAgain() throws {
        let spool = Spool(configuration: sandbox.configuration)
        try spool.prepare()
        let name = String(repeating: "长", count: 80) + ".txt"
        try sandbox.drop(name, "纸")
        let claim = try #require(try spool.claim(name, in: sandbox.configuration.inboxes[0], id: "01"))
        try spool.fail(claim, Self.failure("01", "why", claim))
        let place = path(sandbox.configuration.paths.failed, try #require(sandbox.files("failed").first { $0.hasSuffix(".txt") }))
        try FileOperations.rename(place + Failure.ending, to: Failure.aside(place))
        let failed = FailedFiles(sandbox.configuration)
        #expect(failed.failures.map(\.reason) == ["why"])
        _ = try failed.retry(failed.failures[0])
        #expect(FileOperations.names(in: sandbox.configuration.paths.failed).isEmpty)
        #expect(sandbox.files("inbox").count == 1)
    }

    @Test func aLinkIsNotFollowed() throws {
        try Data("secret".utf8).write(to: URL(filePath: sandbox.root + "/secret"))
        try FileManager.default.createSymbolicLink(atPath: sandbox.root + "/link", withDestinationPath: sandbox.root + "/secret")
        let error = #expect(throws: FileError.self) { try FileOperations.read(sandbox.root + "/link", limit: 100) }
        #expect(error?.code == ELOOP)
    }

    @Test func aFileOverTheLimitIsNotRead() throws {
        try sandbox.drop("big", String(repeating: "x", count: 101))
        let error = #expect(throws: FileError.self) { try FileOperations.read(sandbox.root + "/inbox/big", limit: 100) }
        #expect(error?.code == EFBIG)
    }

    @Test func onlyOneHoldsTheLock() throws {
        let lock = try StateLock(sandbox.configuration.paths.state)
        #expect(StateLock.holder(sandbox.configuration.paths.state) == Int(getpid()))
        var code: Int32 = 0
        do throws(FileError) {
            _ = try StateLock(sandbox.configuration.paths.state)
        } catch {
            code = error.code
        }
        #expect(code == EWOULDBLOCK)
        _ = consume lock
    }
}

@Suite struct SettlingTests {
    private func status(_ size: Int) -> FileStatus { FileStatus(kind: .file, size: size, modified: 0, device: 0) }

    @Test func filesAreDueInTheOrderInWhichTheyCame() {
        let now = ContinuousClock.now
        var settling = Settling()
        for name in ["c", "a", "b"] { settling.wait(Settling.Key(inbox: 0, path: name), status(1), until: now, because: "") }
        // One that is written again keeps its place.
        settling.wait(Settling.Key(inbox: 0, path: "c"), status(2), until: now, because: "")
        settling.settle(at: now)
        let first = settling.next()
        #expect(first?.key.path == "c" && first?.seen == status(2))
        #expect(settling.next()?.key.path == "a")
        #expect(settling.next()?.key.path == "b")
        #expect(settling.next() == nil && !settling.hasReady)
    }

    @Test func whoStandsInLineIsNotPassedByThoseWhoComeLater() {
        let now = ContinuousClock.now
        var settling = Settling()
        for name in ["z", "y"] { settling.wait(Settling.Key(inbox: 0, path: name), status(1), until: now, because: "") }
        settling.settle(at: now)
        settling.wait(Settling.Key(inbox: 0, path: "a"), status(1), until: now, because: "")
        settling.settle(at: now)
        // Written again while it stands in line, and gone while it does.
        settling.wait(Settling.Key(inbox: 0, path: "y"), status(2), until: now + .seconds(1), because: "")
        #expect(settling.nextDue == now + .seconds(1))
        #expect(settling.next()?.key.path == "z")
        settling.forget(Settling.Key(inbox: 0, path: "a"))
        #expect(settling.next() == nil)
        settling.settle(at: now + .seconds(1))
        #expect(settling.next()?.key.path == "y")
    }

    @Test func aFileIsNotDueBeforeItsTime() {
        let now = ContinuousClock.now
        var settling = Settling()
        settling.wait(Settling.Key(inbox: 0, path: "a"), status(1), until: now + .seconds(1), because: "")
        settling.settle(at: now)
        #expect(!settling.hasReady && settling.nextDue == now + .seconds(1))
        settling.settle(at: now + .seconds(1))
        #expect(settling.next() != nil && settling.nextDue == nil)
    }
}
