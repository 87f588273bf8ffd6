import ArgumentParser
import BuiltinStages
import LinecasterEngine
import LinecasterService
import Logging
import ServiceLifecycle
import Synchronization
import UnixSignals

/// `linecaster run`: the daemon.
struct Run: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "run",
        abstract: "Watch the inbox and process each new file, until SIGTERM or SIGINT.",
        discussion: "Every key of the service file has a default: in an empty folder this makes inbox, outbox, archive, failed and state."
    )

    @OptionGroup var options: ConfigurationOptions

    func run() async throws {
        let service = try options.read()
        let logger = Logger(label: "linecaster") { _ in LineLogHandler(service.log) }
        let plugins = LoadedPlugins(logger: logger)
        defer { plugins.stop() }
        let daemon = try daemon(service, plugins, logger)
        // The group's own messages speak of services; the daemon says what happens itself.
        let quiet = Logger(label: "linecaster.lifecycle") { _ in SwiftLogNoOpLogHandler() }
        let group = ServiceGroup(
            configuration: ServiceGroupConfiguration(
                services: [
                    ServiceGroupConfiguration.ServiceConfiguration(service: daemon, successTerminationBehavior: .gracefullyShutdownGroup)
                ],
                gracefulShutdownSignals: [.sigterm, .sigint],
                logger: quiet
            )
        )
        do {
            try await group.run()
        } catch let error as DaemonError {
            throw fail(error.description, .ioError)
        } catch let error as FileError {
            throw fail(error.description, .ioError)
        }
    }
}

extension Run {
    /// The daemon, which alone holds the first pipelines, so that their programs end once they were reloaded.
    private func daemon(_ service: ServiceConfiguration, _ plugins: LoadedPlugins, _ logger: Logger) throws(ExitCode) -> Daemon {
        do throws(PipelineProblems) {
            let catalog = try plugins.catalog(service, service.plugins)
            return Daemon(service, catalog: catalog, logger: logger) { [options] () throws(PipelineProblems) in
                // Folders, limits and the like stay as they were at the start.
                try plugins.catalog(service, options.reread().plugins)
            }
        } catch {
            for line in error.lines { complain(line) }
            throw .configuration
        }
    }
}

/// The plugins of a daemon, loaded anew with its pipelines.
private final class LoadedPlugins: Sendable {
    private let logger: Logger
    private let host: Mutex<PluginHost?> = Mutex(nil)

    init(logger: Logger) { self.logger = logger }

    /// Reads the pipelines that can run. A plugin that is refused keeps those that do not need it from nothing.
    func catalog(_ service: ServiceConfiguration, _ plugins: [PlacedPlugin]) throws(PipelineProblems) -> PipelineCatalog {
        let host = PluginHost { [logger] plugin, line, article in
            var metadata: Logger.Metadata = ["plugin": "\(plugin)"]
            if let article { metadata["article"] = "\(article)" }
            logger.notice("\(plugin): \(line)", metadata: metadata)
        }
        var registry = StageRegistry(builtinStages, host: host)
        for plugin in plugins {
            do throws(PluginRefusal) { try registry.add(plugin.reference) } catch {
                logger.error("\(error)", metadata: ["plugin": "\(error.plugin)"])
            }
        }
        let catalog = try readCatalog(service, registry)
        for pipeline in catalog.unavailable {
            logger.error("pipeline '\(pipeline.name)' cannot run, and its files go to \(service.paths.failed): \(pipeline.reason)")
        }
        // The programs of before end with the last article that needs them.
        self.host.withLock { $0 = host }
        return catalog
    }

    func stop() { _ = host.withLock { $0 }?.stop() }
}
