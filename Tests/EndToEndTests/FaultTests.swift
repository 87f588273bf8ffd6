import Foundation
import Testing

/// Faults of the machine and hostile files, against the real daemon.
@Suite(.timeLimit(.minutes(2))) struct FaultTests {
    private let folder: Folder
    private static let article = "市图书馆昨天起延长开放时间，每晚十点\n闭馆。\n"

    init() throws {
        folder = try Folder()
        try folder.write(
            "linecaster.yaml",
            "inbox: [{path: inbox, pipeline: minimal}]\nwatch: {settle: 20ms, poll_interval: 50ms}\nretry: {backoff: 20ms}\n"
        )
    }

    private func status() throws -> String { try Program.run(["status"], in: folder.path).output }

    private func put(_ text: String, into descriptor: Int32) -> Bool {
        let bytes = Array(text.utf8)
        return write(descriptor, bytes, bytes.count) == bytes.count
    }

    // MARK: Watching

    @Test(.enabled(if: RunningDaemon.namespacesAreAllowed)) func whereNoWatchIsLeftTheFolderIsReadAtIntervals() async throws {
        try folder.write("inbox/one/two/keep.part", "")
        let daemon = try RunningDaemon(in: folder, apartAfter: "echo 2 > /proc/sys/user/max_inotify_watches")
        try await daemon.waitFor("inbox/one/two: inotify has no more watches")
        try await daemon.waitFor("ready")
        try folder.drop("a.txt", Self.article)
        try await daemon.waitFor("a.txt: done")
        try folder.drop("one/two/b.txt", Self.article + "又一篇。\n")
        try await daemon.waitFor("b.txt: done")
        try await until { try status().contains("inbox/one/two, read at intervals: inotify has no more watches") }
    }

    @Test func whatTheQueueOfEventsCouldNotHoldIsFound() async throws {
        let daemon = try RunningDaemon(in: folder)
        try await daemon.waitFor("ready")
        let limit = try String(contentsOfFile: "/proc/sys/fs/inotify/max_queued_events", encoding: .utf8)
        let events = try #require(Int(limit.trimmingCharacters(in: .whitespacesAndNewlines)))
        try await daemon.suspend()
        // Files that nobody takes fill the queue; two by turns, since the system keeps one of two events that are alike.
        for index in 0..<2 * events {
            let descriptor = open("\(folder.path)/inbox/\(index % 2).part", O_WRONLY | O_CREAT, 0o644)
            close(descriptor)
        }
        try folder.drop("sub/late.txt", Self.article)
        daemon.send(SIGCONT)
        try await daemon.waitFor("more files came than the system could tell of")
        try await daemon.waitFor("late.txt: done")
        // The new folder is watched, though no event told of it.
        try folder.drop("sub/later.txt", Self.article + "又一篇。\n")
        try await daemon.waitFor("later.txt: done")
    }

    @Test func aFolderThatVanishesIsFoundAgain() async throws {
        let daemon = try RunningDaemon(in: folder)
        try await daemon.waitFor("ready")
        for name in ["inbox", "outbox", "archive"] { try FileManager.default.removeItem(atPath: "\(folder.path)/\(name)") }
        try await until { try status().contains("problem   inbox: there is no such folder") }
        try folder.drop("a.txt", Self.article)
        try await daemon.waitFor("a.txt: done")
        #expect(folder.names("outbox") == ["a.txt"] && folder.names("archive") == ["a.txt"])
    }

    @Test func aFolderThatInotifyDoesNotSeeIsReadAtIntervals() async throws {
        try folder.write(
            "linecaster.yaml",
            "inbox: [{path: inbox, pipeline: minimal}]\nwatch: {settle: 20ms, method: poll, poll_interval: 20ms}\n"
        )
        let daemon = try RunningDaemon(in: folder)
        try await daemon.waitFor("ready")
        try folder.write("inbox/new/a.txt", Self.article)
        try await daemon.waitFor("a.txt: done")
        try await until { try status().contains("read at intervals: watch.method is poll") }
    }

    // MARK: Producers

    @Test func aFileThatIsStillOpenIsNotTaken() async throws {
        let daemon = try RunningDaemon(in: folder)
        try await daemon.waitFor("ready")
        let descriptor = open("\(folder.path)/inbox/slow.txt", O_WRONLY | O_CREAT, 0o644)
        #expect(put("市图书馆", into: descriptor))
        // Another program closes the file that the first still writes.
        close(open("\(folder.path)/inbox/slow.txt", O_WRONLY))
        try await until { try status().contains("slow.txt, since") && status().contains("another program has it open for writing") }
        #expect(put("昨天开门。\n", into: descriptor))
        close(descriptor)
        try await daemon.waitFor("slow.txt: done")
        #expect(try folder.read("outbox/slow.txt") == "市图书馆昨天开门。\n")
    }

    @Test func anEmptyFileThatIsFilledLaterIsTakenFull() async throws {
        try folder.write("linecaster.yaml", "inbox: [{path: inbox, pipeline: minimal}]\nwatch: {settle: 1s}\n")
        let daemon = try RunningDaemon(in: folder)
        try await daemon.waitFor("ready")
        try folder.write("inbox/a.txt", "")
        try await until { try status().contains("a.txt, since") && status().contains("it is empty") }
        try Data(Self.article.utf8).write(to: URL(filePath: "\(folder.path)/inbox/a.txt"), options: [])
        try await daemon.waitFor("a.txt: done")
        #expect(try folder.read("outbox/a.txt").contains("每晚十点闭馆"))
    }

    @Test func aFileThatIsWrittenAgainAfterItWasTakenIsANewFile() async throws {
        let daemon = try RunningDaemon(in: folder)
        try await daemon.waitFor("ready")
        try Data(Self.article.utf8).write(to: URL(filePath: "\(folder.path)/inbox/a.txt"), options: [])
        try await daemon.waitFor("a.txt: done")
        try Data((Self.article + "第二版。\n").utf8).write(to: URL(filePath: "\(folder.path)/inbox/a.txt"), options: [])
        try await daemon.waitFor("a.txt: written again after it was taken")
        try await daemon.waitFor("a.txt: done")
        #expect(folder.names("outbox").count == 2 && folder.names("archive").count == 2)
    }

    // MARK: Hostile files

    @Test func whatIsNoFileIsSetAside() async throws {
        try folder.write("elsewhere/secret.txt", "secret")
        let daemon = try RunningDaemon(in: folder)
        try await daemon.waitFor("ready")
        let inbox = "\(folder.path)/inbox"
        symlink("\(folder.path)/elsewhere/secret.txt", "\(inbox)/symbolic.txt")
        link("\(folder.path)/elsewhere/secret.txt", "\(inbox)/hard.txt")
        mkfifo("\(inbox)/pipe.txt", 0o644)
        symlink("\(folder.path)/elsewhere", "\(inbox)/folder.txt")
        try folder.write("inbox/named.txt/inner.txt", Self.article)
        try await until {
            folder.names("failed").filter { $0.hasSuffix(".error.json") }.count == 4 && folder.names("archive") == ["named.txt"]
        }
        for (name, reason) in [("symbolic", "symbolic link"), ("hard", "hard link"), ("pipe", "a pipe"), ("folder", "symbolic link")] {
            #expect(try folder.read("failed/\(name).txt.error.json").contains(reason))
        }
        #expect(try folder.read("elsewhere/secret.txt") == "secret")
        #expect(folder.names("outbox") == ["named.txt"] && folder.names("inbox") == ["named.txt"])
    }

    @Test func namesMayHoldAnything() async throws {
        let names = [
            "two\nlines.txt", "\u{1B}[31mred\u{1B}[0m.txt", "-rf.txt", "% s.txt", "$(touch x).txt", "\u{202E}txt.exe.txt",
            String(repeating: "长", count: 83) + ".txt", String(repeating: "n", count: 251) + ".txt",
            "deep/" + String(repeating: "d/", count: 100) + "a.txt",
        ]
        let daemon = try RunningDaemon(in: folder)
        try await daemon.waitFor("ready")
        for (index, name) in names.enumerated() { try folder.drop(name, Self.article + "第\(index)篇。\n") }
        // And one of the longest that fails.
        try folder.drop(String(repeating: "f", count: 251) + ".txt", "%PDF-1.7 …")
        try await daemon.waitFor(": done", times: names.count)
        try await until { folder.names("failed").count == 2 }
        #expect(folder.names("state/active").isEmpty)
        #expect(folder.names("outbox").count == names.count)
        #expect(folder.names("outbox").allSatisfy { $0.utf8.count <= 255 })
        let failed = try Program.run(["failed"], in: folder.path)
        #expect(failed.output.contains("1 file failed"))
        #expect(try Program.run(["retry", "--all"], in: folder.path).status == 0)
        try await daemon.waitFor("stage 'read' failed")
    }

    // MARK: Limits

    @Test(.enabled(if: RunningDaemon.namespacesAreAllowed)) func aFullDiskIsWaitedFor() async throws {
        try folder.write("outbox/x", "")
        let outbox = "\(folder.path)/outbox"
        let daemon = try RunningDaemon(
            in: folder,
            apartAfter: "mount -t tmpfs -o size=64k none '\(outbox)'; head -c 64k /dev/zero > '\(outbox)/filler'"
        )
        try await daemon.waitFor("ready")
        try folder.drop("a.txt", Self.article)
        try await daemon.waitFor("No space left on device; tried again", times: 3)
        #expect(folder.names("failed").isEmpty && folder.names("archive").isEmpty)
        try FileManager.default.removeItem(atPath: daemon.place("\(outbox)/filler"))
        try await daemon.waitFor("a.txt: done")
        #expect(try String(contentsOfFile: daemon.place("\(outbox)/a.txt"), encoding: .utf8).contains("每晚十点闭馆"))
    }

    @Test func fewOpenFilesAreEnough() async throws {
        for index in 0..<100 { try folder.drop("\(index).txt", Self.article + "第\(index)篇。\n") }
        let daemon = try RunningDaemon(in: folder, after: "ulimit -n 32")
        try await daemon.waitFor(": done", times: 100)
        #expect(folder.names("archive").count == 100 && folder.names("failed").isEmpty)
    }

    @Test func anArticleThatTakesAllMemoryIsSetAside() async throws {
        try folder.write(
            "linecaster.yaml",
            "inbox: [{path: inbox, pipeline: minimal}]\nwatch: {settle: 20ms}\nworkers: 1\nlimits: {memory: 160MiB, stage_timeout: 5m}\n"
        )
        try folder.drop("large.txt", String(repeating: "码头边的一家小店，每天清早开门。\n", count: 500_000))
        for _ in 0..<2 { #expect(try await RunningDaemon(in: folder).exitStatus() != 0) }
        let last = try RunningDaemon(in: folder)
        try folder.drop("small.txt", Self.article)
        try await last.waitFor("small.txt: done")
        #expect(folder.names("failed") == ["large.txt", "large.txt.error.json"])
    }

    @Test func smallFilesAreNotKeptWaitingByLargeOnes() async throws {
        try folder.write(
            "linecaster.yaml",
            "inbox: [{path: inbox, pipeline: newspaper}]\nwatch: {settle: 20ms}\nworkers: 2\nlimits: {stage_timeout: 5m}\n"
        )
        let large = String(repeating: "码头边的一家小店，每天清早开门，卖热豆浆和油条。\n\n", count: 20_000)
        for index in 0..<6 { try folder.drop("large\(index).txt", large + "第\(index)篇。\n") }
        let daemon = try RunningDaemon(in: folder)
        try await daemon.waitFor("ready")
        try folder.drop("small.txt", Self.article)
        try await daemon.waitFor("small.txt: done")
        #expect(folder.names("archive").count < 4)
    }
}
