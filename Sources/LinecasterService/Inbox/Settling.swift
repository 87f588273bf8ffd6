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
    }

    private var entries: [Key: Entry] = [:]
    private var nextOrder = 0

    /// When the next file is due.
    var nextDue: ContinuousClock.Instant? { entries.values.map(\.due).min() }

    /// How many files are waiting.
    var count: Int { entries.count }

    func contains(_ key: Key) -> Bool { entries[key] != nil }

    /// Has a file looked at again after a wait; a file that is written once more waits anew.
    mutating func wait(_ key: Key, _ status: FileStatus, until due: ContinuousClock.Instant) {
        let order = entries[key]?.order ?? nextOrder
        if order == nextOrder { nextOrder += 1 }
        entries[key] = Entry(due: due, seen: status, order: order)
    }

    mutating func forget(_ key: Key) { entries[key] = nil }

    /// The files that are due, in the order in which they came, with what they were when last seen.
    func due(at now: ContinuousClock.Instant) -> [(key: Key, seen: FileStatus)] {
        entries.filter { $0.value.due <= now }.sorted { $0.value.order < $1.value.order }.map { ($0.key, $0.value.seen) }
    }
}
