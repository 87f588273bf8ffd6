import ArgumentParser
import BuiltinStages
import LinecasterEngine
import LinecasterService
import Logging
import ServiceLifecycle
import UnixSignals

/// `linecaster run`: the daemon.
struct Run: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "run",
        abstract: "Watch the inbox and process each new file, until SIGTERM or SIGINT.",
        discussion: "Every key of the service file has a default: in an empty folder this makes inbox, outbox, archive, failed and state."
    )

    @OptionGroup var options: ConfigurationOptions

    /// The pipelines that can run. A plugin that is refused keeps those that do not need it from nothing.
    private func catalog(_ service: ServiceConfiguration, _ host: PluginHost, _ logger: Logger) throws(ExitCode) -> PipelineCatalog {
        var registry = StageRegistry(builtinStages, host: host)
        for plugin in service.plugins {
            do throws(PluginRefusal) { try registry.add(plugin.reference) } catch {
                logger.error("\(error)", metadata: ["plugin": "\(error.plugin)"])
            }
        }
        let catalog = try readCatalog(service, registry)
        for pipeline in catalog.unavailable {
            logger.error("pipeline '\(pipeline.name)' cannot run, and its files go to \(service.paths.failed): \(pipeline.reason)")
        }
        return catalog
    }

    func run() async throws {
        let service = try options.read()
        let logger = Logger(label: "linecaster") { _ in LineLogHandler(service.log) }
        let host = PluginHost { plugin, line, article in
            logger.notice(
                "\(plugin): \(line)",
                metadata: article.map { ["article": "\($0)", "plugin": "\(plugin)"] } ?? ["plugin": "\(plugin)"]
            )
        }
        defer { host.stop() }
        let catalog = try catalog(service, host, logger)
        let daemon = Daemon(service, catalog: catalog, logger: logger)
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
