import ArgumentParser
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

    func run() async throws {
        let service = try options.read()
        let catalog = try readCatalog(service)
        let logger = Logger(label: "linecaster") { _ in LineLogHandler(service.log) }
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
