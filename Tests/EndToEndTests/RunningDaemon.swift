import Foundation
import Synchronization
import Testing

/// A daemon in a folder, whose log lines can be waited for.
final class RunningDaemon {
    private let process = Foundation.Process()
    private let lines: AsyncStream<String>

    init(in folder: Folder) throws {
        let pipe = Pipe()
        let (stream, continuation) = AsyncStream.makeStream(of: String.self)
        lines = stream
        process.executableURL = Program.executable
        process.arguments = ["run"]
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
    func waitFor(_ text: String, times: Int = 1) async throws {
        var seen = 0
        for await line in lines where line.contains(text) {
            seen += 1
            if seen == times { return }
        }
        Issue.record("the daemon ended before it said '\(text)'")
        throw CancellationError()
    }

    func send(_ signal: Int32) { kill(process.processIdentifier, signal) }

    /// Waits for the end.
    func exitStatus() -> Int32 {
        process.waitUntilExit()
        return process.terminationStatus
    }
}
