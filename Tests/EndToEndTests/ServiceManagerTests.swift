import Foundation
import Glibc
import Testing

/// SIGHUP, and what the service manager is told.
@Suite(.timeLimit(.minutes(2))) struct ServiceManagerTests {
    private let folder: Folder
    private static let article = "　　市图书馆昨天起延长开放时间，每晚十点\n闭馆，周末也是如此。\n"

    init() throws {
        folder = try Folder()
        try folder.write("linecaster.yaml", "default_pipeline: own\nwatch: {settle: 20ms}\n")
        try pipeline("output: [text]\nstages: [normalize]\n")
    }

    private func pipeline(_ text: String) throws { try folder.write("Pipelines/own.yaml", "pipeline: own\n\(text)") }

    @Test func goodPipelinesAreTakenAndBadOnesAreNot() async throws {
        let daemon = try RunningDaemon(in: folder)
        try await daemon.waitFor("ready")
        try folder.drop("a.txt", Self.article)
        try await daemon.waitFor("a.txt: done")
        try pipeline("output: [markdown]\nstages: [normalize, repair]\n")
        daemon.send(SIGHUP)
        try await daemon.waitFor("reloaded: own")
        try folder.drop("b.txt", Self.article)
        try await daemon.waitFor("b.txt: done")
        try pipeline("output: [json]\nstages: [normalise]\n")
        daemon.send(SIGHUP)
        try await daemon.waitFor("Pipelines/own.yaml:3:10: error: unknown stage 'normalise'; did you mean 'normalize'?")
        try await daemon.waitFor("not reloaded: the pipelines of before stay")
        try folder.drop("c.txt", Self.article + "　　又一篇。\n")
        try await daemon.waitFor("c.txt: done")
        #expect(folder.names("outbox") == ["a.txt", "b.md", "c.md"])
        #expect(try folder.read("outbox/c.md").contains("每晚十点闭馆，周末也是如此。"))
        // The service file is read too, for its plugins; what is wrong in it is told with its place.
        try folder.write("linecaster.yaml", "plugns: []\n")
        daemon.send(SIGHUP)
        try await daemon.waitFor("linecaster.yaml:1:1: error: unknown key 'plugns'; did you mean 'plugins'?")
        daemon.send(SIGTERM)
        #expect(try await daemon.exitStatus() == 0)
    }

    @Test func aProgramIsReplacedByAReload() async throws {
        func program(_ version: String) throws {
            try folder.write(
                "tell.py",
                """
                #!/usr/bin/env python3
                import json, sys
                for line in sys.stdin:
                    m = json.loads(line)
                    a = {"type": "changes", "id": m.get("id"), "warnings": ["this is \(version)"]}
                    if m["type"] == "hello": a = {"protocol": "linecaster.stage/1", "name": "tell", "version": "\(version)", "summary": "Tells."}
                    if m["type"] == "configure": a = {"type": "ready", "configuration": m["configuration"]}
                    print(json.dumps(a), flush=True)
                """
            )
            #expect(chmod("\(folder.path)/tell.py", 0o755) == 0)
        }
        try program("one")
        try pipeline("plugins: [../tell.py]\noutput: [text]\nstages: [tell]\n")
        let daemon = try RunningDaemon(in: folder)
        try await daemon.waitFor("ready")
        try folder.drop("a.txt", Self.article)
        try await daemon.waitFor("this is one")
        try program("two")
        daemon.send(SIGHUP)
        try await daemon.waitFor("reloaded: own")
        try folder.drop("b.txt", Self.article + "　　又一篇。\n")
        try await daemon.waitFor("this is two")
        // The program of before is gone with the last article that needed it.
        try await until { daemon.children.count == 1 }
    }

    @Test func theServiceManagerIsTold() async throws {
        let manager = try ServiceManagerSocket()
        func told() async throws -> String { try await manager.next { !$0.hasPrefix("STATUS=") } }
        let daemon = try RunningDaemon(in: folder, after: "export NOTIFY_SOCKET=\(manager.path)")
        #expect(try await told() == "READY=1")
        daemon.send(SIGHUP)
        let reloading = try await told().split(separator: "\n")
        #expect(reloading.first == "RELOADING=1")
        let time = reloading.last.flatMap { Int($0.dropFirst("MONOTONIC_USEC=".count)) } ?? 0
        var now = timespec()
        clock_gettime(CLOCK_MONOTONIC, &now)
        #expect(time > 0 && time <= Int(now.tv_sec) * 1_000_000 + Int(now.tv_nsec) / 1_000)
        #expect(try await told() == "READY=1")
        daemon.send(SIGTERM)
        #expect(try await told() == "STOPPING=1")
        #expect(try await daemon.exitStatus() == 0)
    }

    @Test func theWatchdogIsFedWhileArticlesGetOn() async throws {
        let manager = try ServiceManagerSocket()
        // The parent's watchdog is none of the daemon's business.
        let parents = try RunningDaemon(in: folder, after: "export NOTIFY_SOCKET=\(manager.path) WATCHDOG_USEC=400000 WATCHDOG_PID=1")
        #expect(try await manager.next { !$0.hasPrefix("STATUS=") } == "READY=1")
        parents.send(SIGTERM)
        #expect(try await manager.next { $0.contains("WATCHDOG") || $0 == "STOPPING=1" } == "STOPPING=1")
        #expect(try await parents.exitStatus() == 0)
        let daemon = try RunningDaemon(in: folder, after: "export NOTIFY_SOCKET=\(manager.path) WATCHDOG_USEC=400000 WATCHDOG_PID=$$")
        for _ in 0..<3 { _ = try await manager.next { $0.contains("WATCHDOG=1") } }
        try folder.drop("a.txt", Self.article)
        #expect(try await manager.next { $0.contains("STATUS=0 waiting, 0 in work, 1 done, 0 failed") }.contains("1 done"))
        daemon.send(SIGTERM)
        #expect(try await daemon.exitStatus() == 0)
    }

    /// Its socket's queue holds a few messages; what comes after them waits.
    @Test func itStopsUnderAManagerThatReadsNoMore() async throws {
        let manager = try ServiceManagerSocket()
        let daemon = try RunningDaemon(in: folder, after: "export NOTIFY_SOCKET=\(manager.path)")
        #expect(try await manager.next { !$0.hasPrefix("STATUS=") } == "READY=1")
        manager.fill()
        daemon.send(SIGTERM)
        try await daemon.waitFor("stopped")
        #expect(try await daemon.exitStatus() == 0)
    }

    /// A stage that was given up on keeps a thread for good; only a new process gets rid of it.
    @Test func aStageThatNeverComesBackStarvesTheWatchdog() async throws {
        // It sleeps, and leaves the processor to other tests.
        let body = "while true { changes = Changes(); sleep(60) }"
        try folder.write("Hang.swift", "import Glibc\n" + PluginBuild.stageSource(name: "hang", body: body))
        let library = try await PluginBuild.library("Hang", sources: ["\(folder.path)/Hang.swift"], in: folder)
        try pipeline("plugins: [\(library)]\noutput: [text]\nstages: [{hang: {}, timeout: 200ms}]\n")
        let manager = try ServiceManagerSocket()
        let daemon = try RunningDaemon(in: folder, after: "export NOTIFY_SOCKET=\(manager.path) WATCHDOG_USEC=600000 WATCHDOG_PID=$$")
        _ = try await manager.next { $0.contains("WATCHDOG=1") }
        try folder.drop("a.txt", Self.article)
        try await daemon.waitFor("the service manager is no longer told that all is well")
        // Nothing is lost by the end that comes now.
        try await until { folder.names("failed") == ["a.txt", "a.txt.error.json"] }
        try folder.drop("b.txt", Self.article + "　　又一篇。\n")
        let later = try await manager.next { $0.contains("2 failed") }
        #expect(later == "STATUS=0 waiting, 0 in work, 0 done, 2 failed")
        daemon.send(SIGTERM)
        #expect(try await daemon.exitStatus() == 0)
    }
}
