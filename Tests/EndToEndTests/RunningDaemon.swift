import Foundation
import Synchronization
import Testing

/// A daemon in a folder, whose log lines can be waited for.
final class RunningDaemon {
    private let process = Foundation.Process()
    private let lines: AsyncStream<String>

    /// - Parameter preparation: A shell's commands that harm the daemon's world before it starts in the shell's place.
    convenience init(in folder: Folder, after preparation: String) throws {
        try self.init(in: folder, executable: "/bin/sh", ["-c", "\(preparation); exec \"$0\" run", Program.executable.path])
    }

    /// Like ``init(in:after:)``, in namespaces of its own, in which the preparation may mount and set limits.
    convenience init(in folder: Folder, apartAfter preparation: String) throws {
        let arguments = ["-Urm", "/bin/sh", "-c", "\(preparation); exec \"$0\" run", Program.executable.path]
        try self.init(in: folder, executable: "/usr/bin/unshare", arguments)
    }

    /// Whether this machine lets a test make namespaces.
    static let namespacesAreAllowed: Bool = {
        let process = Foundation.Process()
        process.executableURL = URL(filePath: "/usr/bin/unshare")
        process.arguments = ["-Urm", "/bin/sh", "-c", "mount -t tmpfs none /mnt && echo 100 > /proc/sys/user/max_inotify_watches"]
        process.standardError = FileHandle.nullDevice
        guard (try? process.run()) != nil else { return false }
        process.waitUntilExit()
        return process.terminationStatus == 0
    }()

    /// The daemon's own view of a path.
    func place(_ path: String) -> String { "/proc/\(process.processIdentifier)/root\(path)" }

    convenience init(in folder: Folder) throws { try self.init(in: folder, executable: Program.executable.path, ["run"]) }

    private init(in folder: Folder, executable: String, _ arguments: [String]) throws {
        let pipe = Pipe()
        let (stream, continuation) = AsyncStream.makeStream(of: String.self)
        lines = stream
        process.executableURL = URL(filePath: executable)
        process.arguments = arguments
        process.currentDirectoryURL = URL(filePath: folder.path)
        process.standardError = pipe
        process.standardOutput = FileHandle.nullDevice
        try process.run()
        let reader = pipe.fileHandleForReading
        Thread {
            var rest = Data()
            while case let chunk = reader.availableData, !chunk.isEmpty {
                rest += chunk
                while let end = rest.firstIndex(of: 0x0A) {
                    continuation.yield(String(decoding: rest[..<end], as: UTF8.self))
                    rest = Data(rest[rest.index(after: end)...])
                }
            }
            continuation.finish()
        }.start()
    }

    deinit { if process.isRunning { kill(process.processIdentifier, SIGKILL) } }

    /// Waits until so many lines hold a text.
    func waitFor(_ text: String, times: Int = 1) async throws { for _ in 0..<times { _ = try await line(with: text) } }

    /// Waits for a line that holds a text.
    func line(with text: String) async throws -> String {
        for await line in lines where line.contains(text) { return line }
        Issue.record("the daemon ended before it said '\(text)'")
        throw CancellationError()
    }

    /// Stops the daemon until `SIGCONT`, and waits until every thread stands.
    func suspend() async throws {
        send(SIGSTOP)
        let threads = "/proc/\(process.processIdentifier)/task"
        try await until {
            try FileManager.default.contentsOfDirectory(atPath: threads).allSatisfy { thread in
                let status = try String(contentsOfFile: "\(threads)/\(thread)/status", encoding: .utf8)
                return status.contains("State:\tT")
            }
        }
    }

    /// The processes that the daemon started.
    var children: [Int32] {
        let threads = "/proc/\(process.processIdentifier)/task"
        let names = (try? FileManager.default.contentsOfDirectory(atPath: threads)) ?? []
        return names.flatMap { thread in
            let text = (try? String(contentsOfFile: "\(threads)/\(thread)/children", encoding: .utf8)) ?? ""
            return text.split(separator: " ").compactMap { Int32($0) }
        }
    }

    func send(_ signal: Int32) { kill(process.processIdentifier, signal) }

    /// Waits for the end; where the suite's time limit comes first, the daemon is killed.
    func exitStatus() async throws -> Int32 {
        do {
            try await until { !process.isRunning }
        } catch {
            send(SIGKILL)
            throw error
        }
        return process.terminationStatus
    }
}

/// Waits until a condition holds; the suite's time limit ends it.
func until(_ condition: () throws -> Bool) async throws {
    while try !condition() { try await Task.sleep(for: .milliseconds(50)) }
}
