import Synchronization

/// What the daemon has counted since it started.
final class ServiceMetrics: Sendable {
    /// A pipeline and what happened in it.
    struct Label: Hashable, Comparable {
        let pipeline: String
        let what: String
        static func < (one: Label, other: Label) -> Bool { (one.pipeline, one.what) < (other.pipeline, other.what) }
    }

    struct Counts {
        /// Articles by pipeline and outcome.
        var articles: [Label: Int] = [:]
        /// Seconds from claim to result, by pipeline.
        var articleSeconds: [String: Histogram] = [:]
        /// Seconds in a stage, by pipeline and stage.
        var stageSeconds: [Label: Histogram] = [:]
        /// Articles that failed, by pipeline and stage.
        var stageFailures: [Label: Int] = [:]
        /// Bytes of sources, by pipeline.
        var sourceBytes: [String: Int] = [:]
        var retries = 0
        var reloads: [Bool: Int] = [:]
        /// When the pipelines in use were read, in milliseconds since 1970, and whether the last try went well.
        var lastReload = (time: wallClock(), succeeded: true)
    }

    private let state = Mutex(Counts())

    var counts: Counts { state.withLock { $0 } }

    /// How many articles had an outcome.
    func total(_ outcome: LedgerOutcome) -> Int {
        state.withLock { $0.articles.reduce(0) { $1.key.what == outcome.rawValue ? $0 + $1.value : $0 } }
    }

    /// Counts what became of an article.
    func count(_ entry: LedgerEntry) {
        state.withLock { counts in
            counts.articles[Label(pipeline: entry.pipeline, what: entry.outcome.rawValue), default: 0] += 1
            if entry.outcome == .failed {
                counts.stageFailures[Label(pipeline: entry.pipeline, what: entry.stage ?? ""), default: 0] += 1
            }
            guard entry.outcome == .done else { return }
            counts.sourceBytes[entry.pipeline, default: 0] += entry.bytes
            counts.articleSeconds[entry.pipeline, default: Histogram()].observe(entry.milliseconds / 1000)
            for (stage, milliseconds) in entry.timings {
                counts.stageSeconds[Label(pipeline: entry.pipeline, what: stage), default: Histogram()].observe(milliseconds / 1000)
            }
        }
    }

    func countRetry() { state.withLock { $0.retries += 1 } }

    func countReload(succeeded: Bool) {
        state.withLock { counts in
            counts.reloads[succeeded, default: 0] += 1
            counts.lastReload = (succeeded ? wallClock() : counts.lastReload.time, succeeded)
        }
    }
}

/// How many of the observed values are at most so much.
struct Histogram {
    /// The upper bounds of the buckets, in seconds; all else is in one more.
    static let bounds: [Double] = [0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10, 30, 60]

    private(set) var buckets = [Int](repeating: 0, count: bounds.count + 1)
    private(set) var sum = 0.0

    var count: Int { buckets.reduce(0, +) }

    mutating func observe(_ seconds: Double) {
        buckets[Self.bounds.firstIndex { seconds <= $0 } ?? Self.bounds.count] += 1
        sum += seconds
    }
}
