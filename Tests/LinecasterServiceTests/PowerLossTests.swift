import Foundation
import Glibc
import LinecasterEngine
import LinecasterKit
import Logging
import Synchronization
import Testing

@testable import LinecasterService

/// The power goes out after every single operation of the protocol, and whatever was not stored is lost, in every order
/// that may be; then all begins anew. Nothing may be lost, double, or partial.
@Suite struct PowerLossTests {
    /// What lies in the inbox, and how the service is set.
    struct Scene: Sendable, CustomTestStringConvertible {
        let testDescription: String
        var files: [String: String]
        var deletes = false
        var processesDuplicates = false
        /// Files that cannot be processed.
        var failing: Set<String> = []
        var earlierResults: [String: String] = [:]

        static let all = [
            Scene(testDescription: "one file", files: ["a.txt": "文。"]),
            Scene(testDescription: "a file in a folder of folders", files: ["x/y/a.txt": "文。"]),
            Scene(testDescription: "originals are deleted", files: ["a.txt": "文。"], deletes: true),
            Scene(testDescription: "a file that fails", files: ["a.txt": "bad"], failing: ["a.txt"]),
            Scene(testDescription: "the same bytes twice", files: ["a.txt": "文。", "b.txt": "文。"]),
            Scene(
                testDescription: "the same bytes twice, both processed",
                files: ["a.txt": "文。", "b.txt": "文。"],
                processesDuplicates: true
            ),
            Scene(testDescription: "the result's name is taken", files: ["a.txt": "文。"], earlierResults: ["a.text": "other\n"]),
            Scene(testDescription: "one is done and one fails", files: ["a.txt": "文。", "b.txt": "bad"], failing: ["b.txt"]),
        ]
    }

    /// A service on a simulated disk.
    private struct Machine {
        let scene: Scene
        let disk: SimulatedDisk
        let rows: SimulatedLedger.Rows
        let spool: Spool
        let worker: Worker

        /// - Parameter files: What the spool sees of the disk.
        init(_ scene: Scene, _ disk: SimulatedDisk, _ rows: SimulatedLedger.Rows, files: (any FileSystem)? = nil) throws {
            self.scene = scene
            self.disk = disk
            self.rows = rows
            var configuration = ServiceConfiguration()
            configuration.inboxes = [ServiceConfiguration.InboxFolder(path: "/in")]
            configuration.paths.outbox = "/out"
            configuration.paths.archive = scene.deletes ? "delete" : "/archive"
            configuration.paths.failed = "/failed"
            configuration.paths.state = "/state"
            configuration.paths.defaultPipeline = "p"
            configuration.paths.duplicates = scene.processesDuplicates ? .process : .skip
            configuration.retry.backoff = TimeSpan(milliseconds: 0)
            spool = Spool(configuration: configuration, files: files ?? disk)
            let yaml = "pipeline: p\nstages: [picky]\noutput: [text, json]\n"
            let file = PipelineCatalog.File(path: "p.yaml", contents: Array(yaml.utf8))
            let catalog = PipelineCatalog([file], registry: StageRegistry([StageDescriptor(Picky.self)]), environment: [:])
            var logger = Logger(label: "test")
            logger.handler = SwiftLogNoOpLogHandler()
            worker = Worker(
                spool: spool,
                ledger: SimulatedLedger(disk, rows),
                pipelines: LivePipelines(catalog, logger: logger, read: nil),
                logger: logger
            )
        }

        /// What the running daemon does with the inbox, which it looks at again while something is left there.
        func runUntilEmpty() async throws {
            for round in 0..<50 where !disk.files(below: "/in").isEmpty {
                for (number, file) in disk.files(below: "/in").keys.sorted().enumerated() {
                    do throws(FileError) {
                        guard let claim = try spool.claim(file, in: spool.configuration.inboxes[0], id: "\(round)-\(number)") else {
                            continue
                        }
                        await worker.work(on: claim)
                    } catch {
                        #expect(error.mayPass, "\(error)")
                    }
                }
            }
        }

        /// What the daemon does from its start to an empty inbox, or until the power goes.
        func run() async {
            do {
                try spool.prepare()
                for claim in try spool.unfinished() { await worker.work(on: claim) }
                for (number, file) in disk.files(below: "/in").keys.sorted().enumerated() {
                    let id = "\(rows.runs)-\(number)"
                    guard let claim = try spool.claim(file, in: spool.configuration.inboxes[0], id: id) else { continue }
                    await worker.work(on: claim)
                }
            } catch {
                // The power is out.
            }
        }

        /// Results that people see, and that are not whole.
        var partial: [String] {
            disk.files(below: "/out").filter { path, text in
                guard !name(of: path).hasPrefix("."), scene.earlierResults[path] == nil else { return false }
                if path.hasSuffix(".json") { return (try? JSONSerialization.jsonObject(with: Data(text.utf8))) == nil }
                return !scene.files.values.contains { text == $0 + "\n" }
            }.map(\.key)
        }

        /// What is wrong after all was done.
        var faults: [String] {
            var faults = partial.map { "partial: \($0)" }
            let places = ["/in", "/archive", "/failed", "/state/active"].map { ($0, disk.files(below: $0)) }
            for (file, text) in scene.files {
                let stem = withoutExtension(name(of: file))
                let holders = places.flatMap { place, files in
                    files.filter { $0.value == text && name(of: $0.key).hasPrefix(stem) }.map { "\(place)/\($0.key)" }
                }
                let expected = scene.failing.contains(file) ? "/failed/\(file)" : "/archive/\(file)"
                let isRight = scene.deletes && !scene.failing.contains(file) ? holders.isEmpty : holders == [expected]
                if !isRight { faults.append("\(file) lies at \(holders), not \(expected)") }
                if scene.failing.contains(file), disk.files(below: "/failed")["\(file).error.json"] == nil {
                    faults.append("\(file) has no reason")
                }
            }
            let isOnce = !scene.processesDuplicates
            let good = scene.files.filter { !scene.failing.contains($0.key) }
            let expected = isOnce ? Set(good.values).count : good.count
            let results = disk.files(below: "/out").keys.filter { scene.earlierResults[$0] == nil }
            if results.filter({ !name(of: $0).hasPrefix(".") }).count != expected * 2 {
                faults.append("results \(results.sorted()), not \(expected) times two")
            }
            if let left = results.first(where: { name(of: $0).hasPrefix(".") }) { faults.append("left over: \(left)") }
            for (path, text) in scene.earlierResults where disk.files(below: "/out")[path] != text { faults.append("overwritten: \(path)") }
            // The note of a claim that could not be made is cleared at the next start.
            let inWork = disk.files(below: "/state/active").keys.filter { name(of: $0) == "source" }
            if !inWork.isEmpty { faults.append("in work: \(inWork)") }
            return faults
        }
    }

    private func disk(of scene: Scene, operations: Int) -> SimulatedDisk {
        let disk = SimulatedDisk(operations: operations)
        for (path, text) in scene.files { disk.place(text, at: "/in/" + path) }
        for (path, text) in scene.earlierResults { disk.place(text, at: "/out/" + path) }
        return disk
    }

    @Test(arguments: Scene.all)
    func withoutHarmAllIsWell(_ scene: Scene) async throws {
        let machine = try Machine(scene, disk(of: scene, operations: .max), SimulatedLedger.Rows())
        await machine.run()
        #expect(machine.faults == [])
    }

    @Test(arguments: Scene.all)
    func powerLossAfterEveryOperation(_ scene: Scene) async throws {
        let whole = try Machine(scene, disk(of: scene, operations: .max), SimulatedLedger.Rows())
        await whole.run()
        var cases = 0
        for operations in 0...whole.disk.operations {
            let rows = SimulatedLedger.Rows()
            let machine = try Machine(scene, disk(of: scene, operations: operations), rows)
            await machine.run()
            for found in machine.disk.afterPowerLoss() + [machine.disk.afterKill()] {
                let next = try Machine(scene, found, rows.copy())
                #expect(next.partial == [], "after \(operations) operations")
                await next.run()
                #expect(next.faults == [], "after \(operations) operations")
                cases += 1
            }
        }
        #expect(cases > whole.disk.operations)
    }

    /// Whatever the machine lacks, and for however long, all is done when it has it again, without a restart.
    @Test(arguments: Scene.all, [ENOSPC, EDQUOT, EIO, EROFS, EMFILE, ENFILE, EACCES, EINTR, ENOMEM])
    func whenTheCauseGoesAwayAllIsDone(_ scene: Scene, _ code: Int32) async throws {
        let disk = disk(of: scene, operations: .max)
        let counting = FailingFiles(disk, code, first: .max, times: 0)
        try Machine(scene, disk, SimulatedLedger.Rows(), files: counting).spool.prepare()
        let start = counting.asked
        for first in start..<start + 60 {
            for times in [1, 7] {
                // The source of an article that cannot be read again and again goes to the failed files, as it must.
                if times > 1, code == EIO || code == EACCES { continue }
                let disk = self.disk(of: scene, operations: .max)
                let machine = try Machine(scene, disk, SimulatedLedger.Rows(), files: FailingFiles(disk, code, first: first, times: times))
                try machine.spool.prepare()
                try await machine.runUntilEmpty()
                #expect(machine.faults == [], "from operation \(first), \(times) times")
            }
        }
    }

    @Test(arguments: Scene.all)
    func powerLossAgainWhileWhatWasLeftIsTakenUp(_ scene: Scene) async throws {
        let whole = try Machine(scene, disk(of: scene, operations: .max), SimulatedLedger.Rows())
        await whole.run()
        for operations in stride(from: 1, through: whole.disk.operations, by: 3) {
            for again in stride(from: 1, through: whole.disk.operations, by: 4) {
                let rows = SimulatedLedger.Rows()
                let machine = try Machine(scene, disk(of: scene, operations: operations), rows)
                await machine.run()
                for found in machine.disk.afterPowerLoss(limit: 4, operations: again) {
                    let rows = rows.copy()
                    let second = try Machine(scene, found, rows)
                    await second.run()
                    for found in second.disk.afterPowerLoss(limit: 8) {
                        let third = try Machine(scene, found, rows.copy())
                        await third.run()
                        #expect(third.faults == [], "after \(operations) and \(again) operations")
                    }
                }
            }
        }
    }
}

/// A stage that leaves text as it is, and refuses what begins with `bad`.
private struct Picky: Stage {
    static let manifest = StageManifest(name: "picky", summary: "Refuses what begins with bad.")
    init(settings: NoSettings) {}
    func process(_ article: Article) throws(StageError) -> Changes {
        if article.text.hasPrefix("bad") { throw StageError("it begins with bad") }
        return Changes()
    }
}

/// A ledger whose rows are stored one by one, while the disk has power.
private final class SimulatedLedger: ArticleLedger {
    /// Rows that outlive the machine.
    final class Rows: Sendable {
        let byID = Mutex<[String: LedgerEntry]>([:])
        private let starts = Mutex(0)

        /// The number of this start of the machine.
        var runs: Int { starts.withLock { $0 } }

        func copy() -> Rows {
            let copy = Rows()
            let rows = byID.withLock { $0 }
            copy.byID.withLock { $0 = rows }
            let next = runs + 1
            copy.starts.withLock { $0 = next }
            return copy
        }
    }

    private let disk: SimulatedDisk
    private let rows: Rows

    init(_ disk: SimulatedDisk, _ rows: Rows) {
        self.disk = disk
        self.rows = rows
    }

    func record(_ entry: LedgerEntry) async throws {
        try disk.step()
        rows.byID.withLock { $0[entry.claim.id] = entry }
    }

    func outcome(of id: String) async throws -> LedgerOutcome? {
        if disk.isOut { throw FileError(operation: "read", path: "ledger", code: ENXIO) }
        return rows.byID.withLock { $0[id]?.outcome }
    }

    func holds(sha256: String, digest: String) async throws -> Bool {
        if disk.isOut { throw FileError(operation: "read", path: "ledger", code: ENXIO) }
        return rows.byID.withLock { rows in rows.values.contains { $0.sha256 == sha256 && $0.digest == digest && $0.outcome == .done } }
    }
}
