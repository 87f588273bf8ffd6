import Foundation
import Glibc
import LinecasterEngine
import Logging
import Synchronization

/// Why pipelines cannot be read: each problem with its place, as `linecaster check` prints it.
public struct PipelineProblems: Error, Sendable {
    public let lines: [String]
    public init(_ lines: [String]) { self.lines = lines }
}

/// The pipelines of a daemon, which may be read anew while it runs. An article keeps those that it began with.
final class LivePipelines: Sendable {
    typealias Reader = @Sendable () throws(PipelineProblems) -> PipelineCatalog

    private let catalog: Mutex<PipelineCatalog>
    private let read: Reader?
    private let logger: Logger
    private let metrics: ServiceMetrics

    init(_ catalog: PipelineCatalog, logger: Logger, metrics: ServiceMetrics = ServiceMetrics(), read: Reader?) {
        self.catalog = Mutex(catalog)
        self.read = read
        self.logger = logger
        self.metrics = metrics
    }

    var current: PipelineCatalog { catalog.withLock { $0 } }

    /// Reads the pipelines anew; where anything is wrong those of before stay.
    ///
    /// Source: systemd.service(5), `Type=notify-reload`: RELOADING with the time on the monotonic clock, then READY.
    func reload() async {
        guard let read else { return }
        var time = timespec()
        clock_gettime(CLOCK_MONOTONIC, &time)
        ServiceManager.notify("RELOADING=1\nMONOTONIC_USEC=\(Int(time.tv_sec) * 1_000_000 + Int(time.tv_nsec) / 1_000)")
        // Programs that bring stages are started meanwhile, which blocks.
        let result = await onThread { () -> Result<PipelineCatalog, PipelineProblems> in
            do throws(PipelineProblems) { return .success(try read()) } catch { return .failure(error) }
        }
        switch result {
        case .success(let new):
            catalog.withLock { $0 = new }
            metrics.countReload(succeeded: true)
            logger.notice("reloaded: \(new.pipelines.map(\.name).joined(separator: ", "))")
        case .failure(let problems):
            for line in problems.lines { logger.error("\(line)") }
            metrics.countReload(succeeded: false)
            logger.error("not reloaded: the pipelines of before stay")
        }
        ServiceManager.notify("READY=1")
    }
}
