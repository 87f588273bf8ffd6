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
        print("daemon    \(report.process.map { "running, process \($0)" } ?? "not running")")
        print("waiting   \(report.waiting)")
        print("in work   \(report.active)")
        print("failed    \(report.failed)")
        print("done      \(report.outcomes["done", default: 0])")
        print("skipped   \(report.outcomes["duplicate", default: 0])")
        if let median = report.medianMilliseconds { print("median    \(String(format: "%.1f", median)) ms from claim to result") }
        for problem in report.problems { print("problem   \(problem)") }
    }
}
