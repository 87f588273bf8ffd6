import Foundation
import Glibc
import Testing

@testable import LinecasterService

@Suite struct InboxTests {
    private static let mounts = """
        22 1 8:1 / / rw,relatime - ext4 /dev/sda1 rw
        40 22 0:35 / /mnt/scans rw,relatime shared:5 - cifs //nas/scans rw
        41 40 8:2 / /mnt/scans/local rw - ext4 /dev/sdb1 rw
        42 22 0:36 / /mnt/with\\040space rw - fuse.sshfs host: rw
        43 22 0:37 / /mnt/over rw - ext4 /dev/sdc1 rw
        44 22 0:38 / /mnt/over rw - nfs4 host:/over rw
        """

    @Test(
        arguments: [
            ("/srv/inbox", nil), ("/mnt/scans", "cifs"), ("/mnt/scans/2024", "cifs"), ("/mnt/scans/local/a", nil), ("/mnt/scansother", nil),
            ("/mnt/with space/a", "fuse.sshfs"), ("/mnt/over", "nfs4"),
        ] as [(String, String?)]
    )
    func theFileSystemDecidesHowAFolderIsWatched(folder: String, kind: String?) {
        #expect(MountTable(Self.mounts).unseenKind(of: folder) == kind)
    }

    @Test func namesSortByTimeThoughTheClockIsSetBack() {
        var ids = ClaimIDs(after: [])
        let first = ids.next(clock: 1_800_000_000_000), second = ids.next(clock: 1_800_000_000_000), third = ids.next(clock: 1)
        #expect(first < second && second < third)
        var next = ClaimIDs(after: [second, third, "no number"])
        #expect(third < next.next(clock: 1))
    }

    @Test func whoWritesAFileAgainAfterAPauseIsGivenMoreTime() {
        var habits = ProducerHabits()
        let key = Settling.Key(inbox: 0, path: "scans/a.txt"), neighbour = Settling.Key(inbox: 0, path: "scans/b.txt")
        let start = ContinuousClock.now, least = Duration.milliseconds(300)
        #expect(habits.wrote(key, at: start, settle: least) == nil)
        habits.took(key, at: start)
        #expect(habits.wrote(key, at: start + .seconds(2), settle: least) == .milliseconds(4600))
        #expect(habits.settle(for: neighbour, atLeast: least) == .milliseconds(4600))
        #expect(habits.settle(for: Settling.Key(inbox: 0, path: "a.txt"), atLeast: least) == least)
        // A new issue of the same name, long after, teaches nothing.
        habits.took(neighbour, at: start)
        #expect(habits.wrote(neighbour, at: start + .seconds(61), settle: least) == nil)
    }

    @Test func aFileThatIsOpenForWritingIsKnown() throws {
        let sandbox = try Sandbox()
        try sandbox.drop("a.txt", "x")
        let place = sandbox.root + "/inbox/a.txt"
        // Some file systems know no leases; then nothing can be told.
        guard let before = FileOperations.isOpenForWriting(place) else { return }
        #expect(!before)
        let descriptor = open(place, O_WRONLY)
        #expect(FileOperations.isOpenForWriting(place) == true)
        close(descriptor)
        #expect(FileOperations.isOpenForWriting(place) == false)
    }

    @Test func whatWaitsIsToldWithItsReason() throws {
        let sandbox = try Sandbox()
        for name in ["a.txt", "b.txt.part", "sub/c.txt", "d.pdf"] { try sandbox.drop(name, "x") }
        sandbox.configuration.inboxes[0].exclude = ["*.pdf"]
        let inbox = sandbox.root + "/inbox"
        var report = WatchReport()
        report.folders = [inbox: .inotify, inbox + "/sub": .poll("inotify has no more watches")]
        report.waiting = [WaitingFile(path: inbox + "/a.txt", since: 5, reason: "it is empty")]
        try SystemFiles().createFolder(sandbox.configuration.paths.state)
        try report.write(to: sandbox.configuration.paths.state)
        let folders = InboxReport.read(sandbox.configuration, isRunning: true)
        #expect(folders.map(\.path) == [inbox, inbox + "/sub"])
        #expect(folders.map(\.watch?.method) == [.inotify, .poll])
        #expect(folders[0].files.first == WaitingFile(path: inbox + "/a.txt", since: 5, reason: "it is empty"))
        let reasons = Dictionary(uniqueKeysWithValues: folders[0].files.map { (name(of: $0.path), $0.reason) })
        #expect(reasons["b.txt.part"]?.contains("still being written") == true)
        #expect(reasons["d.pdf"] == "inbox.exclude names it")
        #expect(InboxReport.read(sandbox.configuration, isRunning: false)[1].files.map(\.reason) == ["no daemon runs"])
    }
}

@Suite struct ConcurrentlyTests {
    @Test(arguments: [0, 1, 2, 40]) func resultsComeInTheOrderOfTheElements(count: Int) {
        #expect(concurrently(Array(0..<count)) { $0 * 2 } == (0..<count).map { $0 * 2 })
    }
}
