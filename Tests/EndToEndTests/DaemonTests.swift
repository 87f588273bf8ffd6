import Foundation
import Testing

@Suite(.timeLimit(.minutes(2))) struct DaemonTests {
    private let folder: Folder
    private static let article = "市图书馆昨天起延长开放时间，每晚十点\n闭馆。\n"

    init() throws {
        folder = try Folder()
        try folder.write("linecaster.yaml", "watch: {settle: 20ms}\n")
    }

    private func drop(_ name: String, _ text: String = article) throws { try folder.drop(name, text) }

    @Test func aFileBecomesAnArticle() async throws {
        let daemon = try RunningDaemon(in: folder)
        try await daemon.waitFor("ready")
        try drop("a.txt")
        try await daemon.waitFor("a.txt: done")
        #expect(try folder.read("outbox/a.json").contains("市图书馆昨天起延长开放时间，每晚十点闭馆。"))
        #expect(try folder.read("outbox/a.md").contains("每晚十点闭馆。"))
        #expect(try folder.read("archive/a.txt") == Self.article)
        #expect(folder.names("inbox").isEmpty && folder.names("state/active").isEmpty)
        daemon.send(SIGTERM)
        try await daemon.waitFor("stopped")
        #expect(try await daemon.exitStatus() == 0)
    }

    @Test func filesThatWereThereBeforeAreTaken() async throws {
        try drop("early.txt")
        try folder.write("inbox/written.txt", "另一篇文章，直接写进来的。\n")
        let daemon = try RunningDaemon(in: folder)
        try await daemon.waitFor(": done", times: 2)
        #expect(folder.names("outbox") == ["early.json", "early.md", "written.json", "written.md"])
    }

    @Test func aFolderThatIsMadeLaterIsWatched() async throws {
        let daemon = try RunningDaemon(in: folder)
        try await daemon.waitFor("ready")
        try folder.write("inbox/minimal/deep/b.txt", Self.article)
        try await daemon.waitFor("b.txt: done")
        // The folder's name chose the pipeline.
        #expect(try folder.read("outbox/minimal/deep/b.txt") == "市图书馆昨天起延长开放时间，每晚十点闭馆。\n")
    }

    @Test func temporaryNamesAreLeftAlone() async throws {
        for name in [".hidden.txt", "a.txt.part", "b.tmp", "c.txt~"] { try folder.write("inbox/\(name)", "x") }
        let daemon = try RunningDaemon(in: folder)
        try await daemon.waitFor("ready")
        try drop("z.txt")
        try await daemon.waitFor("z.txt: done")
        #expect(folder.names("inbox") == [".hidden.txt", "a.txt.part", "b.tmp", "c.txt~"])
    }

    @Test func aFileThatCannotBeReadIsSetAsideWithItsReason() async throws {
        let daemon = try RunningDaemon(in: folder)
        try await daemon.waitFor("ready")
        try drop("scan.txt", "%PDF-1.7 …")
        try await daemon.waitFor("scan.txt: stage 'read' failed")
        try drop("after.txt")
        try await daemon.waitFor("after.txt: done")
        let reason = try folder.read("failed/scan.txt.error.json")
        #expect(reason.contains("a PDF file") && reason.contains("\"stage\" : \"read\"") && reason.contains("advice"))
        #expect(folder.exists("failed/scan.txt"))
        let failed = try Program.run(["failed"], in: folder.path)
        #expect(failed.output.contains("scan.txt") && failed.output.contains("1 file failed"))
    }

    @Test func theSameBytesAreSkippedAndTheSameNameIsNotOverwritten() async throws {
        let daemon = try RunningDaemon(in: folder)
        try await daemon.waitFor("ready")
        try drop("a.txt")
        try await daemon.waitFor("a.txt: done")
        try drop("copy.txt")
        try await daemon.waitFor("copy.txt: the same bytes")
        try drop("a.txt", "同名的另一篇文章，内容不一样。\n")
        try await daemon.waitFor("a.txt: done")
        #expect(folder.names("outbox").filter { $0.hasSuffix(".json") }.count == 2)
        #expect(try folder.read("outbox/a.json").contains("图书馆"))
    }

    @Test func aSecondDaemonIsKeptOut() async throws {
        let daemon = try RunningDaemon(in: folder)
        try await daemon.waitFor("ready")
        let second = try Program.run(["run"], in: folder.path)
        #expect(second.status == 74)
        #expect(second.errors.contains("works with the state folder state already"))
        let status = try Program.run(["status"], in: folder.path)
        #expect(status.output.contains("running, process"))
        _ = daemon
    }

    @Test func aNameThatIsNoUTF8IsReported() async throws {
        let daemon = try RunningDaemon(in: folder)
        try await daemon.waitFor("ready")
        var name = Array("\(folder.path)/inbox/".utf8CString.dropLast()) + [CChar(bitPattern: 0xFF)] + Array(".txt".utf8CString)
        let descriptor = open(&name, O_WRONLY | O_CREAT, 0o644)
        #expect(descriptor >= 0)
        close(descriptor)
        try await daemon.waitFor("the name of this file is no UTF-8")
        daemon.send(SIGTERM)
        try await daemon.waitFor("stopped")
    }

    /// A trap while an article is in work: the article that is there at two of them is set aside, its neighbours are not.
    @Test func anArticleAtWhichTheProgramDiesTwiceIsSetAside() async throws {
        let long = String(repeating: "码头边的一家小店，每天清早开门，卖热豆浆和油条。\n\n", count: 40_000)
        try drop("long.txt", long)
        for round in 0..<2 {
            let daemon = try RunningDaemon(in: folder)
            try await daemon.waitFor("ready")
            while folder.names("state/active").flatMap({ folder.names("state/active/" + $0) }).contains("begun") == false {
                await Task.yield()
            }
            if round == 0 { try drop("short.txt", "街角的小店今天开门。\n") }
            daemon.send(SIGILL)
            _ = try await daemon.exitStatus()
        }
        let last = try RunningDaemon(in: folder)
        while folder.names("archive") != ["short.txt"] || folder.names("failed").count < 2 { await Task.yield() }
        #expect(folder.names("failed").sorted() == ["long.txt", "long.txt.error.json"])
        #expect(try folder.read("failed/long.txt.error.json").contains("crashed twice"))
        last.send(SIGTERM)
        try await last.waitFor("stopped")
    }

    /// Kills the daemon at different moments of its work; nothing may be lost, double, or half-written.
    @Test func nothingIsLostWhenTheDaemonIsKilled() async throws {
        let count = 60
        for round in 0..<6 {
            // Each round has more files than it waits for, whatever the rounds before have done.
            for index in round * 10..<round * 10 + 10 { try drop("\(index).txt", "第\(index)篇文章，讲的是码头边的一家小店，每天清早开门。\n") }
            let daemon = try RunningDaemon(in: folder)
            try await daemon.waitFor(": done", times: round + 1)
            daemon.send(SIGKILL)
            _ = try await daemon.exitStatus()
            for name in folder.names("outbox") where name.hasSuffix(".json") {
                let json = try folder.read("outbox/\(name)")
                #expect(throws: Never.self) { try JSONSerialization.jsonObject(with: Data(json.utf8)) }
            }
        }
        let last = try RunningDaemon(in: folder)
        try await last.waitFor("ready")
        while folder.names("archive").count < count { try await last.waitFor(": done") }
        last.send(SIGTERM)
        try await last.waitFor("stopped")
        #expect(folder.names("outbox").filter { $0.hasSuffix(".json") }.count == count)
        #expect(folder.names("archive").count == count)
        #expect(folder.names("inbox").isEmpty && folder.names("state/active").isEmpty && folder.names("failed").isEmpty)
    }
}
