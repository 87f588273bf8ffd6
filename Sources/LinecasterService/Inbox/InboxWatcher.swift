import Foundation
import Glibc
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

    /// How long until the line is looked at again that stands because enough files wait already.
    private static let lineWait = Duration.milliseconds(20)

    // Below here is the thread's own.
    private var settling = Settling()
    private var inotify: Inotify?
    private var complained = Set<String>()
    private var ids: ClaimIDs
    private var nextScan = ContinuousClock.now

    init(_ spool: Spool, logger: Logger) throws(FileError) {
        self.spool = spool
        self.logger = logger
        ids = ClaimIDs()
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
    func start(with unfinished: [Claim]) {
        for claim in unfinished { yield(claim) }
        openInotify()
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

    /// Counts a claim as taken.
    func took() { waiting.subtract(1, ordering: .relaxed) }

    private func run() {
        while !isStopping.load(ordering: .relaxed) {
            if ContinuousClock.now >= nextScan { scanAll() }
            claimDue()
            sleepUntilSomethingHappens()
            for event in inotify?.events() ?? [] { handle(event) }
        }
        continuation.finish()
    }

    private func sleepUntilSomethingHappens() {
        var until = nextScan
        if let due = settling.nextDue { until = min(until, due) }
        if settling.hasReady { until = min(until, .now + Self.lineWait) }
        let left = until - ContinuousClock.now
        let milliseconds = max(0, min(60_000, left.components.seconds * 1000 + left.components.attoseconds / 1_000_000_000_000_000 + 1))
        var descriptors = [pollfd(fd: wakeup.read, events: Int16(POLLIN), revents: 0)]
        if let inotify { descriptors.append(pollfd(fd: inotify.descriptor, events: Int16(POLLIN), revents: 0)) }
        poll(&descriptors, nfds_t(descriptors.count), Int32(milliseconds))
    }

    // MARK: Noticing

    private var inboxes: [ServiceConfiguration.InboxFolder] { spool.configuration.inboxes }

    private func openInotify() {
        guard spool.configuration.watch.method != .poll else { return }
        do {
            inotify = try Inotify()
        } catch {
            logger.warning("\(error); the inboxes are read every \(spool.configuration.watch.pollInterval.configText) instead")
        }
        for index in inboxes.indices { watchTree(index, below: "") }
    }

    private func isWatchedByInotify(_ folder: String) -> Bool {
        guard inotify != nil else { return false }
        return spool.configuration.watch.method == .inotify || !MountTable.isOnNetwork(folder)
    }

    /// Watches a folder of an inbox and those below it.
    private func watchTree(_ inbox: Int, below relative: String) {
        let place = relative.isEmpty ? inboxes[inbox].path : path(inboxes[inbox].path, relative)
        if isWatchedByInotify(place), let inotify {
            do {
                try inotify.watch(place)
            } catch {
                complainOnce(place, "\(error); the folder is read every \(spool.configuration.watch.pollInterval.configText) instead")
                self.inotify = nil
                return
            }
        }
        for name in FileOperations.names(in: place)
        where !InboxNames.isLeftAlone(name) && FileOperations.status(of: path(place, name))?.kind == .folder {
            watchTree(inbox, below: relative.isEmpty ? name : path(relative, name))
        }
    }

    private func handle(_ event: Inotify.Event) {
        switch event.kind {
        case .overflow:
            logger.warning("more files came than the system could tell of; all inboxes are read anew")
            scanAll()
        case .gone:
            nextScan = .now
        case .written, .movedIn, .folderCreated:
            guard let (inbox, relative) = place(of: path(event.folder, event.name)) else { return }
            if event.isFolder {
                guard !InboxNames.isLeftAlone(event.name) else { return }
                watchTree(inbox, below: relative)
                scan(inbox, below: relative)
            } else {
                notice(inbox, relative, isWhole: event.kind == .movedIn)
            }
        }
    }

    /// The inbox in which a path lies, and the path below it.
    private func place(of full: String) -> (inbox: Int, relative: String)? {
        for (index, inbox) in inboxes.enumerated() {
            let prefix = path(inbox.path, "")
            if full.hasPrefix(prefix) { return (index, String(full.dropFirst(prefix.count))) }
        }
        return nil
    }

    /// Reads every inbox, for what no event told of.
    private func scanAll() {
        let usesInotify = inboxes.allSatisfy { isWatchedByInotify($0.path) }
        nextScan = .now + (usesInotify ? .seconds(30) : spool.configuration.watch.pollInterval.duration)
        for index in inboxes.indices { scan(index, below: "") }
    }

    private func scan(_ inbox: Int, below relative: String) {
        var files: [(path: String, status: FileStatus)] = []
        collect(inbox, relative, into: &files)
        files.sort { ($0.status.modified, $0.path) < ($1.status.modified, $1.path) }
        let now = Int(Date().timeIntervalSince1970 * 1000)
        let settle = spool.configuration.watch.settle.milliseconds
        for file in files where !settling.contains(Settling.Key(inbox: inbox, path: file.path)) {
            notice(inbox, file.path, isWhole: file.status.modified + settle < now && file.status.size > 0)
        }
    }

    private func collect(_ inbox: Int, _ relative: String, into files: inout [(path: String, status: FileStatus)]) {
        let place = relative.isEmpty ? inboxes[inbox].path : path(inboxes[inbox].path, relative)
        for name in FileOperations.names(in: place) where !InboxNames.isLeftAlone(name) {
            let below = relative.isEmpty ? name : path(relative, name)
            guard let status = FileOperations.status(of: path(place, name)) else {
                complainOfName(path(place, name))
                continue
            }
            if status.kind == .folder { collect(inbox, below, into: &files) } else { files.append((below, status)) }
        }
    }

    private func notice(_ inbox: Int, _ relative: String, isWhole: Bool) {
        guard InboxNames.isTaken(relative, by: inboxes[inbox]) else { return }
        let full = path(inboxes[inbox].path, relative)
        guard let status = FileOperations.status(of: full) else { return complainOfName(full) }
        guard status.kind == .file else {
            return complainOnce(full, "this is a link or a device, not a file; it is left where it is")
        }
        // A client may make an empty file first and fill it later.
        let settle = spool.configuration.watch.settle.duration * (status.size == 0 ? 10 : 1)
        settling.wait(Settling.Key(inbox: inbox, path: relative), status, until: isWhole && status.size > 0 ? .now : .now + settle)
    }

    // MARK: Claiming

    private func claimDue() {
        let now = ContinuousClock.now
        settling.settle(at: now)
        // Where no more may wait, the line stays as it is, so that nobody is taken before those who came first.
        while waiting.load(ordering: .relaxed) < spool.configuration.limits.queue, let (key, seen) = settling.next() {
            guard !isStopping.load(ordering: .relaxed) else { return }
            guard let status = FileOperations.status(of: path(inboxes[key.inbox].path, key.path)) else {
                settling.forget(key)
                continue
            }
            if status == seen {
                claim(key, status, now)
            } else {
                settling.wait(key, status, until: now + spool.configuration.watch.settle.duration)
            }
        }
    }

    private func claim(_ key: Settling.Key, _ status: FileStatus, _ now: ContinuousClock.Instant) {
        do throws(FileError) {
            if let claim = try spool.claim(key.path, in: inboxes[key.inbox], id: ids.next()) { yield(claim) }
            settling.forget(key)
        } catch {
            logger.error("\(error); the file stays in the inbox and is tried again")
            settling.wait(key, status, until: now + .seconds(5))
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

/// Makes names for claims that sort by time, also when several come in one millisecond.
private struct ClaimIDs {
    private var last = 0

    mutating func next() -> String {
        // Twelve bits of room below each millisecond; a clock that jumps back never makes an old name anew.
        last = max(last + 1, Int(Date().timeIntervalSince1970 * 1000) << 12)
        let digits = String(last, radix: 16)
        return String(repeating: "0", count: max(0, 14 - digits.count)) + digits
    }
}
