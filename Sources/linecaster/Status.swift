import ArgumentParser
import Foundation
import Glibc
import LinecasterService

/// `linecaster status`: how a service is.
struct Status: ParsableCommand {
    static let configuration = CommandConfiguration(commandName: "status", abstract: "Show what waits, what is in work, and what failed.")

    @OptionGroup var options: ConfigurationOptions
    @Flag(help: "Print JSON; with --watch a line each time.") var json = false
    @Flag(name: .shortAndLong, help: "Show it anew every two seconds, until Ctrl-C.") var watch = false

    private static let interval: UInt32 = 2

    func run() throws {
        let configuration = try options.read()
        guard watch else { return print(try text(configuration)) }
        let isTerminal = isatty(STDOUT_FILENO) == 1
        while true {
            let text = try text(configuration)
            // In place of what stood there, line by line, so that nothing flickers. Source: ECMA-48, CUP, EL and ED.
            let shown =
                isTerminal && !json
                ? "\u{1B}[H" + text.split(separator: "\n", omittingEmptySubsequences: false).map { "\($0)\u{1B}[K\n" }.joined() + "\u{1B}[J"
                : text + "\n"
            try output(Array(shown.utf8))
            sleep(Self.interval)
        }
    }

    private func text(_ configuration: ServiceConfiguration) throws -> String {
        let report: StatusReport
        do throws(DaemonError) {
            report = try StatusReport(configuration)
        } catch {
            throw fail(error.description, .ioError)
        }
        guard json else { return StatusTable(report).lines.map(\.printable).joined(separator: "\n") }
        let encoder = JSONEncoder()
        encoder.outputFormatting = watch ? [.sortedKeys] : [.prettyPrinted, .sortedKeys]
        return String(decoding: try encoder.encode(report), as: UTF8.self)
    }
}
