/// What the daemon knows of itself while it runs.
struct Monitor: Sendable {
    /// When the daemon started, in milliseconds since 1970.
    let started = wallClock()
    let progress = WorkerProgress()
    let metrics = ServiceMetrics()
    let history = History()

    /// Counts what became of an article.
    func count(_ entry: LedgerEntry) {
        metrics.count(entry)
        history.count(entry)
    }
}
