import Foundation
public import LinecasterEngine
public import Logging
public import ServiceLifecycle

/// The daemon: watches the inboxes and takes each file to the outbox, until it is told to stop.
public struct Daemon: Service {
    private let configuration: ServiceConfiguration
    private let catalog: PipelineCatalog
    private let logger: Logger

    /// Creates the daemon; nothing happens before ``run()``.
    ///
    /// - Parameter catalog: The pipelines; must hold the default one.
    public init(_ configuration: ServiceConfiguration, catalog: PipelineCatalog, logger: Logger) {
        self.configuration = configuration
        self.catalog = catalog
        self.logger = logger
    }

    /// Runs until a graceful shutdown; files in work are finished then, those that wait stay for the next start.
    ///
    /// - Throws: `DaemonError` when it cannot begin.
    public func run() async throws {
        let spool = Spool(configuration: configuration)
        let lock = try begin(spool)
        let ledger = try openLedger()
        let watcher = try InboxWatcher(spool, logger: logger)
        let unfinished = try spool.unfinished()
        let left = spool.sorted(unfinished, crashed: try CrashMark.begin(configuration.paths.state))
        CrashMark.clear()
        if !unfinished.isEmpty { logger.notice("\(unfinished.count) files that an earlier run left in work are taken up again") }
        let worker = Worker(spool: spool, ledger: ledger, catalog: catalog, logger: logger)
        await withGracefulShutdownHandler {
            watcher.start(with: left.others)
            logger.notice("ready: watching \(configuration.inboxes.map(\.path).joined(separator: ", "))")
            ServiceManager.notify("READY=1")
            for claim in left.guilty { await worker.giveUp(claim) }
            // One by one, so that a crash tells which of them it was.
            for claim in left.suspects where !Task.isShuttingDownGracefully { await worker.work(on: claim) }
            await work(on: watcher, worker)
        } onGracefulShutdown: {
            watcher.stop()
            ServiceManager.notify("STOPPING=1")
        }
        logger.notice("stopped")
        _ = consume lock
    }

    private func begin(_ spool: Spool) throws(DaemonError) -> StateLock {
        do throws(FileError) {
            try spool.prepare()
            return try StateLock(configuration.paths.state)
        } catch {
            guard error.code == EWOULDBLOCK else { throw DaemonError(error.description) }
            let holder = StateLock.holder(configuration.paths.state).map { "process \($0)" } ?? "another process"
            throw DaemonError("\(holder) works with the state folder \(configuration.paths.state) already; stop it first")
        }
    }

    private func openLedger() throws(DaemonError) -> Ledger {
        do {
            let opened = try Ledger.openOrBeginAnew(configuration.paths.state)
            if let damaged = opened.damaged {
                logger.error(
                    "the ledger was damaged and a new one is begun; what went through before is not known any more; the old one is \(damaged)"
                )
            }
            return opened.ledger
        } catch {
            throw DaemonError("the ledger \(configuration.paths.state)/ledger.sqlite cannot be opened: \(error)")
        }
    }

    /// Takes claims in order of arrival, as many at once as there are workers.
    private func work(on watcher: InboxWatcher, _ worker: Worker) async {
        let limit = workers
        await withDiscardingTaskGroup { group in
            let places = Places(limit)
            for await claim in watcher.claims {
                watcher.took()
                // What waits when the daemon stops is in the state folder and comes first at the next start.
                if Task.isShuttingDownGracefully { break }
                await places.take()
                if Task.isShuttingDownGracefully { break }
                group.addTask {
                    await worker.work(on: claim)
                    await places.release()
                }
            }
        }
    }

    private var workers: Int {
        switch configuration.paths.workers {
        // Half of them wait for the disk to store what they wrote.
        case .auto: ProcessInfo.processInfo.activeProcessorCount * 2
        case .fixed(let count): count
        }
    }
}

/// Why the daemon cannot begin, in words for the person who started it.
public struct DaemonError: Error, Sendable, CustomStringConvertible {
    public let description: String
    init(_ description: String) { self.description = description }
}

/// A number of places of which each worker takes one.
private actor Places {
    private var free: Int
    private var waiting: CheckedContinuation<Void, Never>?

    init(_ count: Int) { free = count }

    /// Waits for a free place; one task waits at a time.
    func take() async {
        if free == 0 { await withCheckedContinuation { waiting = $0 } } else { free -= 1 }
    }

    func release() {
        guard let next = waiting else { return free += 1 }
        waiting = nil
        next.resume()
    }
}
