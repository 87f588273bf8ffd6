import ArgumentParser
import Foundation
import LinecasterService

/// `linecaster status`: how a service is.
struct Status: ParsableCommand {
    static let configuration = CommandConfiguration(commandName: "status", abstract: "Show what waits, what is in work, and what failed.")

    @OptionGroup var options: ConfigurationOptions
    @Flag(help: "Print JSON.") var json = false

    func run() throws {
        let configuration = try options.read()
        let report: StatusReport
        do throws(DaemonError) {
            report = try StatusReport(configuration)
        } catch {
            throw fail(error.description, .ioError)
        }
        guard !json else {
            let encoder = JSONEncoder()
            encoder.outputFormatting = [.prettyPrinted, .sortedKeys]
            print(String(decoding: try encoder.encode(report), as: UTF8.self))
            return
        }
        for line in StatusTable(report).lines { print(line.printable) }
    }
}
