import ArgumentParser
import Foundation
import LinecasterService

/// `linecaster failed`: the files that failed, and why.
struct Failed: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "failed",
        abstract: "List the files that failed, with the stage, the reason, and what to do."
    )

    @OptionGroup var options: ConfigurationOptions
    @Flag(help: "Print JSON.") var json = false

    func run() throws {
        let failures = FailedFiles(try options.read()).failures
        guard !json else {
            let encoder = JSONEncoder()
            encoder.outputFormatting = [.prettyPrinted, .sortedKeys, .withoutEscapingSlashes]
            print(String(decoding: try encoder.encode(failures), as: UTF8.self))
            return
        }
        for failure in failures {
            print("\(failure.id)  \(failure.path)".printable)
            print("  stage '\(failure.stage)', \(failure.time): \(failure.reason)".printable)
            print("  \(failure.advice)")
        }
        print(failures.count == 1 ? "1 file failed" : "\(failures.count) files failed")
    }
}
