/// Learns how producers write. One that closes a file, pauses longer than the settle time and writes it again finds it
/// taken: files of its folder are then given more time, so that this happens once and not always.
struct ProducerHabits {
    /// How long after it was taken a file that is written again counts as the same.
    static let memory = Duration.seconds(60)
    private static let longest = Duration.seconds(60)

    private var taken: [Settling.Key: ContinuousClock.Instant] = [:]
    private var learned: [Settling.Key: Duration] = [:]

    /// Notes that a file was taken.
    mutating func took(_ key: Settling.Key, at now: ContinuousClock.Instant) { taken[key] = now }

    /// Forgets what is too long ago.
    mutating func forget(before now: ContinuousClock.Instant) {
        taken = taken.filter { now - $0.value < Self.memory }
    }

    /// How long a file must stay unchanged.
    func settle(for key: Settling.Key, atLeast least: Duration) -> Duration { max(least, learned[key.folder] ?? .zero) }

    /// Notes that a file was written and closed.
    ///
    /// - Parameter settle: How long the file had to be unchanged before it was taken.
    /// - Returns: How long files of its folder must stay unchanged from now on, where this taught something.
    mutating func wrote(_ key: Settling.Key, at now: ContinuousClock.Instant, settle: Duration) -> Duration? {
        guard let then = taken.removeValue(forKey: key), now - then < Self.memory else { return nil }
        let pause = now - then + settle
        let longer = min(Self.longest, pause * 2)
        guard longer > settle else { return nil }
        learned[key.folder] = longer
        return longer
    }
}

extension Settling.Key {
    /// The folder in which the file lies.
    fileprivate var folder: Settling.Key { Settling.Key(inbox: inbox, path: path.contains("/") ? LinecasterService.folder(of: path) : "") }
}
