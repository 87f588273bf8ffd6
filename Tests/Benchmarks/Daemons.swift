import ArgumentParser
import Foundation

/// A daemon in a folder of its own.
final class BenchDaemon {
    let folder: String
    private let process = Process()

    init(_ program: String, settle: String = "300ms") throws {
        folder = FileManager.default.temporaryDirectory.appending(path: "linecaster-bench-\(UUID().uuidString)").path
        try FileManager.default.createDirectory(atPath: folder + "/staging", withIntermediateDirectories: true)
        try "watch: {settle: \(settle)}\nlog: {level: warning}\n".write(
            toFile: folder + "/linecaster.yaml",
            atomically: true,
            encoding: .utf8
        )
        process.executableURL = URL(filePath: program)
        process.arguments = ["run"]
        process.currentDirectoryURL = URL(filePath: folder)
        try process.run()
        while !FileManager.default.fileExists(atPath: folder + "/state/ledger.sqlite-wal") { usleep(2_000) }
        usleep(300_000)
    }

    deinit {
        process.terminate()
        process.waitUntilExit()
        try? FileManager.default.removeItem(atPath: folder)
    }

    func write(_ name: String, _ text: String) throws { try Data(text.utf8).write(to: URL(filePath: "\(folder)/\(name)")) }

    func move(_ name: String) throws {
        try FileManager.default.moveItem(atPath: "\(folder)/staging/\(name)", toPath: "\(folder)/inbox/\(name)")
    }

    func waitFor(_ result: String) {
        var status = stat()
        while stat("\(folder)/outbox/\(result)", &status) != 0 { usleep(100) }
    }

    func countArchived() -> Int { (try? FileManager.default.contentsOfDirectory(atPath: folder + "/archive"))?.count ?? 0 }

    /// The daemon's memory that is its own, in KiB.
    var residentKiB: Int {
        let status = (try? String(contentsOfFile: "/proc/\(process.processIdentifier)/status", encoding: .utf8)) ?? ""
        let line = status.split(separator: "\n").first { $0.hasPrefix("VmRSS:") }
        return line.flatMap { Int($0.filter(\.isNumber)) } ?? 0
    }
}

/// From the inbox to the outbox.
struct Latency: ParsableCommand {
    static let configuration = CommandConfiguration(abstract: "Measure the time from a file in the inbox to its result in the outbox.")
    @Option(help: "The program.") var program: String
    @Option(help: "How many files.") var files = 200

    func run() throws {
        let daemon = try BenchDaemon(program)
        var moved: [Double] = []
        for index in 0..<files {
            try daemon.write("staging/m\(index).txt", SampleText.article(bytes: 8_000, seed: index))
            let start = ContinuousClock.now
            try daemon.move("m\(index).txt")
            daemon.waitFor("m\(index).json")
            moved.append(milliseconds(since: start))
        }
        var written: [Double] = []
        for index in 0..<20 {
            let text = SampleText.article(bytes: 8_000, seed: 10_000 + index)
            let start = ContinuousClock.now
            try daemon.write("inbox/w\(index).txt", text)
            daemon.waitFor("w\(index).json")
            written.append(milliseconds(since: start))
        }
        let start = ContinuousClock.now
        let bytes = Array(SampleText.article(bytes: 8_000, seed: 1).utf8)
        for index in 0..<files {
            let descriptor = open("\(daemon.folder)/baseline\(index)", O_CREAT | O_WRONLY, 0o644)
            Foundation.write(descriptor, bytes, bytes.count)
            fsync(descriptor)
            close(descriptor)
        }
        let baseline = milliseconds(since: start) / Double(files)
        print("baseline: one file of 8 KB written and synced, \(rounded(baseline)) ms")
        print("| file | median ms | 99th percentile ms | median, times the baseline |")
        print("| --- | --- | --- | --- |")
        print("| moved in | \(rounded(median(moved))) | \(rounded(percentile(moved, 0.99))) | \(rounded(median(moved) / baseline)) |")
        print(
            "| written there, less the settle time of 300 ms | \(rounded(median(written) - 300)) | \(rounded(percentile(written, 0.99) - 300)) | \(rounded((median(written) - 300) / baseline)) |"
        )
    }

    private func milliseconds(since start: ContinuousClock.Instant) -> Double {
        let time = ContinuousClock.now - start
        return Double(time.components.seconds) * 1000 + Double(time.components.attoseconds) / 1e15
    }
}

/// Whether memory stays flat.
struct Memory: ParsableCommand {
    static let configuration = CommandConfiguration(abstract: "Measure the daemon's memory after many articles.")
    @Option(help: "The program.") var program: String
    @Option(help: "How many articles at the end.") var articles = 10_000

    func run() throws {
        let daemon = try BenchDaemon(program)
        let start = ContinuousClock.now
        print("| articles | resident KiB | against \(articles / 10) articles |")
        print("| --- | --- | --- |")
        var first = 0
        var dropped = 0
        for goal in [articles / 10, articles / 2, articles] {
            while dropped < goal {
                try daemon.write("staging/\(dropped).txt", SampleText.article(bytes: 8_000, seed: dropped))
                try daemon.move("\(dropped).txt")
                dropped += 1
                // Never far ahead of the daemon: its own memory is measured, not its queue's.
                while dropped - daemon.countArchived() > 200 { usleep(5_000) }
            }
            while daemon.countArchived() < goal { usleep(5_000) }
            let resident = daemon.residentKiB
            if first == 0 { first = resident }
            print("| \(goal) | \(resident) | \(rounded(Double(resident) / Double(first))) |")
        }
        let seconds = Double((ContinuousClock.now - start).components.seconds)
        print("\(rounded(Double(articles) / seconds)) articles a second, with their writing")
    }
}
