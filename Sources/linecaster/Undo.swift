import ArgumentParser
import Foundation
import LinecasterFormats

/// `linecaster undo`: gives the source of a result back.
struct Undo: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "undo",
        abstract: "Give the source file of a JSON result back, byte for byte.",
        discussion: "The result alone is enough. The bytes go to standard output, or to the file given with --output."
    )

    @Argument(help: "The result; - is standard input.") var result: String
    @Option(name: [.short, .long], help: "The file for the source's bytes.") var output: String?

    func run() throws {
        let json = Data(try readFile(result))
        let saved: SavedResult
        do throws(ReadingError) {
            saved = try SavedResult(json: json)
        } catch {
            throw fail("\(result): \(error)", .badData)
        }
        guard let output else { return try linecaster.output(saved.source) }
        do {
            try Data(saved.source).write(to: URL(filePath: output), options: .atomic)
        } catch {
            throw fail("\(output): \(reason(error))", .ioError)
        }
    }
}
