import DequeModule
import Foundation
public import LinecasterEngine
import LinecasterKit
public import Logging
public import ServiceLifecycle
import UnixSignals

/// The daemon: watches the inboxes and takes each file to the outbox, until it is told to stop.
public struct Daemon: Service {
    private let configuration: ServiceConfiguration
    private let pipelines: LivePipelines
    private let logger: Logger
    private let isReloadable: Bool
    private let monitor = Monitor()
    private let phase = DaemonPhase()

    /// Creates the daemon; nothing happens before ``run()``.
    ///
    /// - Parameters:
    ///   - catalog: The pipelines; must hold the default one.
    ///   - reread: Reads the pipelines anew at SIGHUP; without it the signal is left to the system.
    public init(
        _ configuration: ServiceConfiguration,
        catalog: PipelineCatalog,
        logger: Logger,
        reread: (@Sendable () throws(PipelineProblems) -> PipelineCatalog)? = nil
    ) {
        self.configuration = configuration
        pipelines = LivePipelines(catalog, logger: logger, metrics: monitor.metrics, read: reread)
        isReloadable = reread != nil
        self.logger = logger
    }

    /// Runs until a graceful shutdown; files in work are finished then, those that wait stay for the next start.
    ///
    /// - Throws: `DaemonError` when it cannot begin.
    public func run() async throws {
        MemoryLimit.set(configuration.limits.memory.bytes)
        // A reader of the log that went away is no reason to die.
        signal(SIGPIPE, SIG_IGN)
        let spool = Spool(configuration: configuration)
        let lock = try begin(spool)
        let ledger = try await openLedger()
        let watcher = try InboxWatcher(spool, logger: logger)
        let unfinished = try spool.unfinished()
        let left = spool.sorted(unfinished, crashed: try CrashMark.begin(configuration.paths.state))
        CrashMark.clear()
        if !unfinished.isEmpty { logger.notice("\(unfinished.count) files that an earlier run left in work are taken up again") }
        let worker = Worker(spool: spool, ledger: ledger, pipelines: pipelines, logger: logger, monitor: monitor)
        let server = StatusServer(configuration, monitor, watcher, phase, logger: logger)
        let reports = ManagerReports(monitor: monitor, watcher: watcher, logger: logger)
        // Before anybody is told that the daemon is ready and may send it.
        let hangups = isReloadable ? await UnixSignalsSequence(trapping: .sighup) : nil
        await withDiscardingTaskGroup { group in
            group.addTask { await server.run() }
            group.addTask { await reload(at: hangups) }
            await withGracefulShutdownHandler {
                watcher.start(with: left.others, known: unfinished.map(\.id))
                logger.notice("ready: watching \(configuration.inboxes.map(\.path).joined(separator: ", "))")
                phase.value = .ready
                ServiceManager.notify("READY=1")
                group.addTask { await reports.run() }
                for claim in left.guilty { await worker.giveUp(claim) }
                // One by one, so that a crash tells which of them it was.
                for claim in left.suspects where !Task.isShuttingDownGracefully { await worker.work(on: claim) }
                await work(on: watcher, worker)
            } onGracefulShutdown: {
                watcher.stop()
                phase.value = .stopping
                ServiceManager.notify("STOPPING=1")
            }
            group.cancelAll()
        }
        logger.notice("stopped")
        _ = consume lock
    }

    /// Reads the pipelines anew at each SIGHUP.
    private func reload(at hangups: UnixSignalsSequence?) async {
        guard let hangups else { return }
        for await _ in hangups { await pipelines.reload() }
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

    /// Opens the ledger, and waits for it where another program has it locked.
    private func openLedger() async throws(DaemonError) -> MendingLedger {
        var tries = 1
        while true {
            do {
                return try MendingLedger(configuration.paths.state, logger: logger)
            } catch let error where Ledger.isLocked(error) && !Task.isShuttingDownGracefully && !Task.isCancelled {
                logger.warning("the ledger \(configuration.paths.state)/ledger.sqlite is locked by another program; tried again")
                let wait = configuration.retry.wait(after: tries)
                await cancelWhenGracefulShutdown { try? await Task.sleep(for: wait) }
                tries += 1
            } catch {
                throw DaemonError("the ledger \(configuration.paths.state)/ledger.sqlite cannot be opened: \(error)")
            }
        }
    }

    /// Takes claims in order of arrival, as many at once as there are workers; of large files one at a time, beside them,
    /// so that they neither fill the memory nor keep the small ones waiting.
    private func work(on watcher: InboxWatcher, _ worker: Worker) async {
        let places = Places(workers)
        let largePlaces = Places(1)
        await withDiscardingTaskGroup { group in
            for await claim in watcher.claims {
                // What waits when the daemon stops is in the state folder and comes first at the next start.
                if Task.isShuttingDownGracefully { break }
                let own = worker.size(of: claim) > Self.largeBytes ? largePlaces : places
                if own === places {
                    watcher.took()
                    await places.take()
                }
                if Task.isShuttingDownGracefully { break }
                group.addTask {
                    if own === largePlaces {
                        await largePlaces.take()
                        watcher.took()
                    }
                    if !Task.isShuttingDownGracefully { await worker.work(on: claim) }
                    await own.release()
                }
            }
        }
    }

    /// Files over this size, in bytes, are large. An article takes some fifty times its size while it is worked on.
    private static let largeBytes = 1 << 20

    private var workers: Int {
        switch configuration.paths.workers {
        // Half of them, and some on a machine with few processors, wait for the disk to store what they wrote.
        case .auto:
            max(ProcessInfo.processInfo.activeProcessorCount * 2, ProcessInfo.processInfo.activeProcessorCount + 6)
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
    private var waiting: Deque<CheckedContinuation<Void, Never>> = []

    init(_ count: Int) { free = count }

    /// Waits for a free place; they are given in the order in which they were asked for.
    func take() async {
        if free == 0 { await withCheckedContinuation { waiting.append($0) } } else { free -= 1 }
    }

    func release() {
        guard let next = waiting.popFirst() else { return free += 1 }
        next.resume()
    }
}
