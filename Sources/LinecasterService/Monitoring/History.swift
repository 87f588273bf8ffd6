import Foundation
import Synchronization

/// How the last hour went, in samples of some seconds each.
final class History: Sendable {
    /// What happened between two moments.
    struct Sample: Codable, Sendable {
        /// The end, in milliseconds since 1970.
        let time: Int
        /// Articles that were done, and that failed.
        let done: Int
        let failed: Int
        /// Milliseconds from claim to result of those that were done; nil when none was.
        let median: Double?
        let percentile95: Double?
        /// Files in the inboxes, and articles in work, at the end.
        let waiting: Int
        let active: Int
    }

    /// How much time a sample is about.
    static let interval = Duration.seconds(5)
    private static let most = 720
    /// So many articles of an interval are looked at for its median.
    private static let mostDurations = 4096

    private struct State {
        var samples: [Sample] = []
        var done = 0
        var failed = 0
        var durations: [Double] = []
    }

    private let state = Mutex(State())

    var samples: [Sample] { state.withLock { $0.samples } }

    func count(_ entry: LedgerEntry) {
        state.withLock { state in
            switch entry.outcome {
            case .done:
                state.done += 1
                if state.durations.count < Self.mostDurations { state.durations.append(entry.milliseconds) }
            case .failed: state.failed += 1
            case .duplicate: break
            }
        }
    }

    /// Ends a sample.
    func close(waiting: Int, active: Int, time: Int = wallClock()) {
        state.withLock { state in
            let sorted = state.durations.sorted()
            let sample = Sample(
                time: time,
                done: state.done,
                failed: state.failed,
                median: sorted.isEmpty ? nil : sorted[sorted.count / 2],
                percentile95: sorted.isEmpty ? nil : sorted[min(sorted.count - 1, sorted.count * 95 / 100)],
                waiting: waiting,
                active: active
            )
            if state.samples.count == Self.most { state.samples.removeFirst() }
            state.samples.append(sample)
            (state.done, state.failed, state.durations) = (0, 0, [])
        }
    }
}
