import Foundation
import LinecasterEngine
import Logging

/// Tells the service manager, and the samples over time, how the daemon gets on, as often as they ask.
///
/// Runs where the workers run, so that it stands still when they cannot run at all.
struct ManagerReports: Sendable {
    let monitor: Monitor
    let watcher: InboxWatcher
    let logger: Logger

    /// Reports until it is cancelled.
    func run() async {
        let watchdog = ServiceManager.watchdogPeriod
        let interval = min(.seconds(1), watchdog.map { $0 / 4 } ?? .seconds(1))
        var told = ""
        var wasStill = false
        var nextSample = ContinuousClock.now + History.interval
        while !Task.isCancelled {
            let standstill = watchdog.flatMap { monitor.progress.standstill(patience: $0, claims: watcher.claimsWaiting) }
            if let standstill, !wasStill { logger.critical("\(standstill); the service manager is no longer told that all is well") }
            wasStill = standstill != nil
            let status = "STATUS=\(status)"
            let states = (watchdog != nil && standstill == nil ? ["WATCHDOG=1"] : []) + (status == told ? [] : [status])
            // A manager that does not read must not hold up anybody; it is told the next time.
            if !states.isEmpty, ServiceManager.notify(states.joined(separator: "\n"), patience: .zero) { told = status }
            if .now >= nextSample {
                monitor.history.close(waiting: watcher.filesWaiting, active: monitor.progress.articles)
                nextSample = .now + History.interval
            }
            try? await Task.sleep(for: interval)
        }
    }

    private var status: String {
        let metrics = monitor.metrics
        return "\(watcher.filesWaiting + watcher.claimsWaiting) waiting, \(monitor.progress.articles) in work, "
            + "\(metrics.total(.done)) done, \(metrics.total(.failed)) failed"
    }
}
