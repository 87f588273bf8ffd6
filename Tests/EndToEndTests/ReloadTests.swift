import Foundation
import Glibc
import Testing

/// SIGHUP, and what the service manager is told.
@Suite(.timeLimit(.minutes(2))) struct ReloadTests {
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
        #expect(daemon.exitStatus() == 0)
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
        let path = FileManager.default.temporaryDirectory.appending(path: "lc-\(UUID().uuidString.prefix(8))").path
        let descriptor = socket(AF_UNIX, Int32(SOCK_DGRAM.rawValue), 0)
        var address = sockaddr_un()
        address.sun_family = sa_family_t(AF_UNIX)
        withUnsafeMutableBytes(of: &address.sun_path) { $0.copyBytes(from: path.utf8) }
        let bound = withUnsafePointer(to: &address) { pointer in
            pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) { bind(descriptor, $0, socklen_t(2 + path.utf8.count)) }
        }
        defer {
            close(descriptor)
            unlink(path)
        }
        #expect(bound == 0)
        func told() async throws -> String {
            try await aside {
                var buffer = [UInt8](repeating: 0, count: 4096)
                let count = recv(descriptor, &buffer, buffer.count, 0)
                return String(decoding: buffer[..<max(0, count)], as: UTF8.self)
            }
        }
        let daemon = try RunningDaemon(in: folder, after: "export NOTIFY_SOCKET=\(path)")
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
        #expect(daemon.exitStatus() == 0)
    }
}
