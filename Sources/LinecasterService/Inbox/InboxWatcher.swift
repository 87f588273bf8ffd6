import Foundation
import Glibc
import LinecasterEngine
import LinecasterKit
import Logging
import Synchronization

/// Watches the inboxes on a thread of its own and claims each file once it is whole.
///
/// A file that was moved in is whole. One that was written is taken when it was closed and has not changed
/// for the settle time. A slow rescan runs beside inotify, as a net below it.
final class InboxWatcher: @unchecked Sendable {
    /// The claims in order of arrival; ends when the watcher stops.
    let claims: AsyncStream<Claim>

    private let continuation: AsyncStream<Claim>.Continuation
    private let spool: Spool
    private let logger: Logger
    private let wakeup: (read: Int32, write: Int32)
    private let isStopping = Atomic(false)
    /// Claims that nobody has taken yet.
    private let waiting = Atomic(0)

    /// Files in the inboxes that are not claimed.
    private let known = Atomic(0)

    /// How long until the line is looked at again that stands because enough files wait already.
    private static let lineWait = Duration.milliseconds(20)

    // Below here is the thread's own.
    private var settling = Settling()
    private var habits = ProducerHabits()
    private var watches: FolderWatches
    /// The topmost folders that are read at intervals.
    private var polled: [Settling.Key] = []
    private var complained = Set<String>()
    private var ids = ClaimIDs(after: [])
    private var nextScan = ContinuousClock.now
    private var nextPoll: ContinuousClock.Instant?
    private var nextReport = ContinuousClock.now
    private var reported: WatchReport?
    /// Whether what was reported may be outdated.
    private var mayHaveChanged = true

    init(_ spool: Spool, logger: Logger) throws(FileError) {
        self.spool = spool
        self.logger = logger
        watches = FolderWatches(spool.configuration.watch.method)
        var descriptors: [Int32] = [0, 0]
        guard pipe(&descriptors) == 0 else { throw FileError(operation: "create", path: "a pipe", code: errno) }
        wakeup = (descriptors[0], descriptors[1])
        (claims, continuation) = AsyncStream.makeStream(of: Claim.self)
    }

    deinit {
        close(wakeup.read)
        close(wakeup.write)
    }

    /// Begins to watch, with what an earlier run left first; returns when every inbox is watched.
    ///
    /// - Parameter known: The names of all claims that the earlier run left.
    func start(with unfinished: [Claim], known: [String]) {
        ids = ClaimIDs(after: known)
        for claim in unfinished { yield(claim) }
        // The lease by which a file that is open for writing is known would end the program when another program breaks it.
        signal(SIGIO, SIG_IGN)
        scanAll()
        let thread = Thread { [self] in run() }
        thread.name = "linecaster-inbox"
        thread.start()
    }

    /// Claims nothing any more.
    func stop() {
        guard isStopping.exchange(true, ordering: .relaxed) == false else { return }
        var byte: UInt8 = 0
        _ = write(wakeup.write, &byte, 1)
    }

    /// How many files in the inboxes are known and not claimed.
    var filesWaiting: Int { known.load(ordering: .relaxed) }

    /// How many claims nobody has taken yet.
    var claimsWaiting: Int { waiting.load(ordering: .relaxed) }

    /// Counts a claim as taken.
    func took() { waiting.subtract(1, ordering: .relaxed) }

    private func run() {
        while !isStopping.load(ordering: .relaxed) {
            let now = ContinuousClock.now
            if now >= nextScan { scanAll() } else if let nextPoll, now >= nextPoll { poll() }
            claimDue()
            known.store(settling.count, ordering: .relaxed)
            report()
            sleepUntilSomethingHappens()
            for event in watches.inotify?.events() ?? [] { handle(event) }
        }
        continuation.finish()
    }

    private func sleepUntilSomethingHappens() {
        var until = min(nextScan, nextPoll ?? nextScan)
        if let due = settling.nextDue { until = min(until, due) }
        if settling.hasReady { until = min(until, .now + Self.lineWait) }
        if mayHaveChanged { until = min(until, nextReport) }
        let left = until - ContinuousClock.now
        let milliseconds = max(0, min(60_000, left.components.seconds * 1000 + left.components.attoseconds / 1_000_000_000_000_000 + 1))
        var descriptors = [pollfd(fd: wakeup.read, events: Int16(POLLIN), revents: 0)]
        if let inotify = watches.inotify { descriptors.append(pollfd(fd: inotify.descriptor, events: Int16(POLLIN), revents: 0)) }
        Glibc.poll(&descriptors, nfds_t(descriptors.count), Int32(milliseconds))
    }

    /// Tells other programs what is watched and what waits, at most once a second.
    private func report() {
        let now = ContinuousClock.now
        guard mayHaveChanged, now >= nextReport else { return }
        mayHaveChanged = false
        nextReport = now + .seconds(1)
        let current = current()
        guard current != reported else { return }
        reported = current
        // Where it cannot be written, `linecaster status` finds out why by itself.
        try? current.write(to: spool.configuration.paths.state)
    }

    private func current() -> WatchReport {
        var report = WatchReport()
        report.folders = watches.folders
        let reason = "limits.queue files are claimed already; it keeps its place in line"
        report.waiting = settling.waiting(atMost: WatchReport.most, reasonInLine: reason).map {
            WaitingFile(path: place(of: $0.key), since: $0.since, reason: $0.reason)
        }
        return report
    }

    // MARK: Noticing

    private var inboxes: [ServiceConfiguration.InboxFolder] { spool.configuration.inboxes }
    private var settle: TimeSpan { spool.configuration.watch.settle }
    private var pollInterval: TimeSpan { spool.configuration.watch.pollInterval }

    private func place(of key: Settling.Key) -> String {
        key.path.isEmpty ? inboxes[key.inbox].path : path(inboxes[key.inbox].path, key.path)
    }

    private func handle(_ event: Inotify.Event) {
        switch event.kind {
        case .overflow:
            logger.warning("more files came than the system could tell of; all inboxes are read anew")
            scanAll()
        case .gone:
            nextScan = .now
        case .written, .movedIn, .created:
            guard let key = key(of: path(event.folder, event.name)) else { return }
            if event.isFolder {
                if !InboxNames.isLeftAlone(event.name) { scan(key) }
            } else if event.kind == .created {
                noticeIfNothingElseTells(key)
            } else {
                if event.kind == .written { learn(key) }
                notice(key, isWhole: event.kind == .movedIn)
            }
        }
    }

    /// A link is made in one step, of which no other event comes; a file that is made is still to be written.
    private func noticeIfNothingElseTells(_ key: Settling.Key) {
        guard let status = FileOperations.status(of: place(of: key)), status.kind != .file || status.links > 1 else { return }
        notice(key, isWhole: false)
    }

    private func learn(_ key: Settling.Key) {
        let settle = habits.settle(for: key, atLeast: settle.duration)
        guard let longer = habits.wrote(key, at: .now, settle: settle) else { return }
        let folder = folder(of: place(of: key))
        logger.warning(
            "\(place(of: key)): written again after it was taken; files in \(folder) must from now on be unchanged for \(longer.inWords); set watch.settle to keep it so"
        )
    }

    /// The inbox in which a path lies, and the path below it.
    private func key(of full: String) -> Settling.Key? {
        for (index, inbox) in inboxes.enumerated() {
            let prefix = path(inbox.path, "")
            if full.hasPrefix(prefix) { return Settling.Key(inbox: index, path: String(full.dropFirst(prefix.count))) }
        }
        return nil
    }

    /// Reads every inbox, for what no event told of, and sees that every folder is watched.
    private func scanAll() {
        mayHaveChanged = true
        watches.begin()
        polled = []
        nextPoll = nil
        habits.forget(before: .now)
        var allAreThere = true
        for index in inboxes.indices {
            allAreThere = allAreThere && FileOperations.status(of: inboxes[index].path) != nil
            scan(Settling.Key(inbox: index, path: ""))
        }
        nextScan = .now + (allAreThere ? .seconds(30) : pollInterval.duration)
    }

    /// Reads the folders of which nothing tells.
    private func poll() {
        for folder in polled { scan(folder, isInPolled: true) }
        nextPoll = .now + pollInterval.duration
    }

    /// Watches a folder and those below it, and notices what lies there, in the order of its age.
    private func scan(_ folder: Settling.Key, isInPolled: Bool = false) {
        var files: [(key: Settling.Key, status: FileStatus)] = []
        collect(folder, into: &files, isInPolled: isInPolled)
        files.sort { ($0.status.modified, $0.key.path) < ($1.status.modified, $1.key.path) }
        for file in files where !settling.contains(file.key) { notice(file.key, isWhole: false, isUntold: true) }
    }

    private func collect(_ folder: Settling.Key, into files: inout [(key: Settling.Key, status: FileStatus)], isInPolled: Bool) {
        let place = place(of: folder)
        // First the watch: what comes after it is told of, what came before is read now.
        let watch = watches.watch(place)
        if watch.method == .poll, !isInPolled {
            polled.append(folder)
            nextPoll = nextPoll ?? .now + pollInterval.duration
        }
        if let reason = watch.reason, spool.configuration.watch.method != .poll {
            complainOnce(place, "\(reason); the folder is read every \(pollInterval.configText) instead")
        }
        for name in FileOperations.names(in: place) where !InboxNames.isLeftAlone(name) {
            let key = Settling.Key(inbox: folder.inbox, path: folder.path.isEmpty ? name : path(folder.path, name))
            guard let status = FileOperations.status(of: path(place, name)) else {
                complainOfName(path(place, name))
                continue
            }
            if status.kind == .folder {
                collect(key, into: &files, isInPolled: isInPolled || watch.method == .poll)
            } else {
                files.append((key, status))
            }
        }
    }

    /// Has a file wait until it is surely whole.
    ///
    /// - Parameter isUntold: Whether no event told that it was closed.
    private func notice(_ key: Settling.Key, isWhole: Bool, isUntold: Bool = false) {
        guard InboxNames.reasonNotTaken(key.path, by: inboxes[key.inbox]) == nil else { return }
        mayHaveChanged = true
        let full = place(of: key)
        guard let status = FileOperations.status(of: full) else { return complainOfName(full) }
        let settle = habits.settle(for: key, atLeast: settle.duration)
        let (wait, reason): (Duration, String) =
            if status.kind == .file, status.size == 0 {
                // A client may make an empty file first and fill it later.
                (settle * 10, "it is empty; it is taken when it has been unchanged for \((settle * 10).inWords)")
            } else if status.kind == .file, status.links > 1 {
                // Some programs link a file under its final name and then remove the other.
                (settle * 10, "it has another name elsewhere, a hard link")
            } else if isWhole {
                (.zero, "")
            } else if isUntold, FileOperations.isOpenForWriting(full) == nil, watches.folders[folder(of: full)]?.method == .inotify {
                (settle * 10, "nothing told that it was closed; it is taken when it has been unchanged for \((settle * 10).inWords)")
            } else {
                (settle, "it is taken when it has been unchanged for \(settle.inWords)")
            }
        settling.wait(key, status, until: .now + wait, because: reason)
    }

    // MARK: Claiming

    private func claimDue() {
        let now = ContinuousClock.now
        settling.settle(at: now)
        if settling.hasReady { mayHaveChanged = true }
        while !isStopping.load(ordering: .relaxed) {
            // Where no more may wait, the line stays as it is, so that nobody is taken before those who came first.
            let room = spool.configuration.limits.queue - waiting.load(ordering: .relaxed)
            let files = wholeFiles(atMost: min(room, Self.claimsAtOnce), now)
            guard !files.isEmpty else { return }
            claim(files, now)
        }
    }

    /// Most of a claim's time is waiting for the disk to store it, which it does for several in one go.
    private static let claimsAtOnce = 16

    private typealias WholeFile = (key: Settling.Key, status: FileStatus)

    /// The next files in line that nobody writes any more.
    private func wholeFiles(atMost most: Int, _ now: ContinuousClock.Instant) -> [WholeFile] {
        var files: [WholeFile] = []
        while files.count < most, let (key, seen) = settling.next() {
            let full = place(of: key)
            guard let status = FileOperations.status(of: full) else {
                settling.forget(key)
                continue
            }
            let settle = habits.settle(for: key, atLeast: settle.duration)
            if status != seen {
                settling.wait(key, status, until: now + settle, because: "it is still being written")
            } else if status.kind == .file, FileOperations.isOpenForWriting(full) == true {
                settling.wait(key, status, until: now + settle, because: "another program has it open for writing")
            } else {
                files.append((key, status))
            }
        }
        return files
    }

    /// Claims files at once, and tells of them in their order.
    private func claim(_ files: [WholeFile], _ now: ContinuousClock.Instant) {
        let spool = spool
        let orders = files.map { (path: $0.key.path, inbox: inboxes[$0.key.inbox], id: ids.next()) }
        let outcomes = concurrently(orders) { order -> Result<Claim?, FileError> in
            do throws(FileError) {
                return .success(try spool.claim(order.path, in: order.inbox, id: order.id))
            } catch {
                return .failure(error)
            }
        }
        for (file, outcome) in zip(files, outcomes) {
            switch outcome {
            case .success(let claim):
                if let claim { yield(claim) }
                settling.forget(file.key)
                habits.took(file.key, at: now)
            case .failure(let error):
                complainOnce("\(error)", "the file stays in the inbox and is tried again every 5 s")
                settling.wait(file.key, file.status, until: now + .seconds(5), because: error.description)
            }
        }
    }

    private func yield(_ claim: Claim) {
        waiting.add(1, ordering: .relaxed)
        continuation.yield(claim)
    }

    /// Complains of a file that is not there under the name that was read, where the name is the reason.
    private func complainOfName(_ place: String) {
        guard place.unicodeScalars.contains("\u{FFFD}") else { return }
        complainOnce(place, "the name of this file is no UTF-8; it is left where it is until it has another")
    }

    private func complainOnce(_ place: String, _ message: String) {
        if complained.insert(place).inserted { logger.warning("\(place): \(message)") }
    }
}
