/// Files that were seen and may still be growing, with the time at which each is looked at again.
struct Settling {
    /// A file of an inbox.
    struct Key: Hashable {
        /// The inbox's place in the configuration.
        let inbox: Int
        /// The path below the inbox.
        let path: String
    }

    private struct Entry {
        var due: ContinuousClock.Instant
        var seen: FileStatus
        /// In which order the files came.
        let order: Int
        /// When the file was first seen, in milliseconds since 1970.
        let since: Int
        /// Why it is not taken yet.
        var reason: String
        /// Whether its time has come, and it stands in line to be claimed.
        var isReady = false
    }

    private var entries: [Key: Entry] = [:]
    private var nextOrder = 0
    /// How many entries wait for their time.
    private var unsettled = 0
    /// Those whose time has come, in the order in which they came; what stands before ``head`` is taken.
    private var line: [Key] = []
    private var head = 0

    /// When the next file is due that does not stand in line yet.
    var nextDue: ContinuousClock.Instant? {
        unsettled == 0 ? nil : entries.values.lazy.filter { !$0.isReady }.map(\.due).min()
    }

    /// Whether a file stands in line.
    var hasReady: Bool { head < line.count }

    /// How many files are known.
    var count: Int { entries.count }

    func contains(_ key: Key) -> Bool { entries[key] != nil }

    /// Has a file looked at again after a wait; a file that is written once more waits anew.
    ///
    /// - Parameters:
    ///   - reason: Why it waits, in words.
    ///   - clock: Milliseconds since 1970, for when the file was first seen.
    mutating func wait(
        _ key: Key,
        _ status: FileStatus,
        until due: ContinuousClock.Instant,
        because reason: String,
        clock: Int = wallClock()
    ) {
        let known = entries[key]
        if known?.isReady ?? true { unsettled += 1 }
        entries[key] = Entry(due: due, seen: status, order: known?.order ?? nextOrder, since: known?.since ?? clock, reason: reason)
        if known == nil { nextOrder += 1 }
    }

    mutating func forget(_ key: Key) {
        guard let entry = entries.removeValue(forKey: key) else { return }
        if !entry.isReady { unsettled -= 1 }
    }

    /// Puts the files that are due in line, in the order in which they came.
    mutating func settle(at now: ContinuousClock.Instant) {
        guard unsettled > 0 else { return }
        let due = entries.filter { !$0.value.isReady && $0.value.due <= now }.sorted { $0.value.order < $1.value.order }
        for (key, _) in due { entries[key]?.isReady = true }
        unsettled -= due.count
        line += due.map(\.key)
    }

    /// Takes the first file out of the line, with what it was when last seen; the caller forgets it or has it wait again.
    mutating func next() -> (key: Key, seen: FileStatus)? {
        while head < line.count {
            let key = line[head]
            head += 1
            // One that was written again meanwhile waits anew, and one may be gone.
            if let entry = entries[key], entry.isReady { return (key, entry.seen) }
        }
        line = []
        head = 0
        return nil
    }

    /// The files that wait, those in line first, with when each was seen and why it waits.
    ///
    /// - Parameter reasonInLine: Why those in line are not taken.
    func waiting(atMost limit: Int, reasonInLine: String) -> [(key: Key, since: Int, reason: String)] {
        var waiting: [(key: Key, since: Int, reason: String)] = []
        for key in line[head...] where waiting.count < limit {
            if let entry = entries[key], entry.isReady { waiting.append((key, entry.since, reasonInLine)) }
        }
        guard unsettled > 0, waiting.count < limit else { return waiting }
        let others = entries.lazy.filter { !$0.value.isReady }.prefix(limit - waiting.count).sorted { $0.value.order < $1.value.order }
        return waiting + others.map { ($0.key, $0.value.since, $0.value.reason) }
    }
}
