import ArgumentParser
import Foundation
import LinecasterEngine
import LinecasterKit

/// Programs that do a stage, and libraries that bring one.
struct Plugins: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "plugins",
        abstract: "Measure articles a second through a program that does nothing, and what a library costs at start."
    )
    @Option(help: "The program that loads a library.") var program: String?
    @Option(help: "A library; without one the second table is left out.") var library: String?
    @Option(help: "How many articles.") var articles = 20_000

    /// Answers every article with no changes.
    private static let idle = """
        #!/usr/bin/env python3
        import json, sys
        for line in sys.stdin:
            message = json.loads(line)
            if message["type"] == "hello":
                answer = {"protocol": "linecaster.stage/1", "name": "idle", "version": "1.0", "summary": "Does nothing."}
            elif message["type"] == "configure":
                answer = {"type": "ready", "configuration": message["configuration"]}
            else:
                answer = {"type": "changes", "id": message["id"]}
            sys.stdout.write(json.dumps(answer) + "\\n")
            sys.stdout.flush()
        """

    func run() async throws {
        let folder = FileManager.default.temporaryDirectory.appending(path: "linecaster-bench-\(UUID().uuidString)").path
        try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(atPath: folder) }
        let path = folder + "/idle.py"
        try Data(Self.idle.utf8).write(to: URL(filePath: path))
        try FileManager.default.setAttributes([.posixPermissions: 0o755], ofItemAtPath: path)
        try await measurePrograms(path, folder)
        if let program, let library { try measureLibrary(program, library) }
    }

    private func measurePrograms(_ path: String, _ folder: String) async throws {
        let texts = (0..<50).map { Article(name: "a.txt", text: SampleText.article(bytes: 8_000, seed: $0)) }
        print("| program of Python that does nothing | articles of 8 KB a second | times the program alone, fed from a file |")
        print("| --- | --- | --- |")
        let alone = try aloneRate(path, texts, folder)
        for copies in [1, 2] {
            let host = PluginHost { _, line, _ in print(line) }
            var registry = StageRegistry([], host: host)
            var reference = PluginReference(path: path)
            reference.copies = copies
            try registry.add(reference)
            let pipeline = try Pipeline(yaml: Array("pipeline: p\nstages: [idle]\n".utf8), registry: registry)
            let count = articles
            let took = try await seconds {
                try await withThrowingTaskGroup(of: Void.self) { group in
                    for worker in 0..<8 {
                        group.addTask {
                            for number in stride(from: worker, to: count, by: 8) { _ = try await pipeline.run(texts[number % 50]) }
                        }
                    }
                    try await group.waitForAll()
                }
            }
            host.stop()
            let rate = Double(articles) / took
            print("| \(copies == 1 ? "1 copy" : "\(copies) copies") | \(Int(rate)) | \(rounded(rate / alone)) |")
        }
    }

    /// Articles a second that the program answers when nothing but a file and the null device is at its ends.
    private func aloneRate(_ path: String, _ texts: [Article], _ folder: String) throws -> Double {
        var lines: [String] = [#"{"type":"configure","configuration":0,"options":{}}"#]
        for number in 0..<articles {
            let text = String(decoding: try JSONEncoder().encode(texts[number % 50].text), as: UTF8.self)
            lines.append(#"{"type":"article","id":"\#(number)","configuration":0,"name":"a.txt","text":\#(text),"layers":{}}"#)
        }
        try Data((lines.joined(separator: "\n") + "\n").utf8).write(to: URL(filePath: folder + "/lines"))
        let process = Process()
        process.executableURL = URL(filePath: path)
        process.standardInput = try FileHandle(forReadingFrom: URL(filePath: folder + "/lines"))
        process.standardOutput = FileHandle.nullDevice
        let start = ContinuousClock.now
        try process.run()
        process.waitUntilExit()
        return Double(articles) / (milliseconds(.now - start) / 1000)
    }

    /// The time of a command that does nothing else, with a library and without, by turns.
    private func measureLibrary(_ program: String, _ library: String) throws {
        var times: (with: [Double], without: [Double]) = ([], [])
        for _ in 0..<40 {
            times.without.append(try time(program, ["stages"]))
            times.with.append(try time(program, ["stages", "--plugin", library]))
        }
        let (with, without) = (times.with.sorted()[20], times.without.sorted()[20])
        print("\n| `linecaster stages`, median of 40 | ms | times without |")
        print("| --- | --- | --- |")
        print("| without a library | \(rounded(without)) | 1 |")
        print("| with one | \(rounded(with)) | \(rounded(with / without)) |")
    }

    private func time(_ program: String, _ arguments: [String]) throws -> Double {
        let process = Process()
        process.executableURL = URL(filePath: program)
        process.arguments = arguments
        process.standardOutput = FileHandle.nullDevice
        let start = ContinuousClock.now
        try process.run()
        process.waitUntilExit()
        return milliseconds(.now - start)
    }

    private func seconds(_ body: () async throws -> Void) async rethrows -> Double {
        let start = ContinuousClock.now
        try await body()
        return milliseconds(.now - start) / 1000
    }
}
