public import ArgumentParser
import Foundation
import LinecasterEngine
public import LinecasterFormats
import LinecasterKit

extension OutputFormat: ExpressibleByArgument {}

/// `linecaster process`: one shot, without a daemon.
struct Process: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "process",
        abstract: "Process files and write the results.",
        discussion: "The result of one file goes to standard output; with --output, each file's result goes to a file of its own."
    )

    @Argument(help: "The files; - is standard input.") var files: [String]
    @Option(name: [.short, .long], help: "A pipeline's name or file.") var pipeline = "newspaper"
    @Option(name: [.short, .long], help: "The form of the results: json, text or markdown.") var format: OutputFormat = .json
    @Option(name: [.short, .long], help: "The folder for the results.") var output: String?
    @Option(help: "What relative times refer to: a day as YYYY-MM-DD, or a time as YYYY-MM-DDTHH:MM.") var date: String?
    @Option(help: "A rule whose edits are not made; may be given several times.") var without: [String] = []
    @OptionGroup var stages: StageOptions

    func validate() throws {
        if files.count > 1, output == nil { throw ValidationError("several files need --output FOLDER") }
        if let date, !isDay(date) {
            throw ValidationError("--date must be a day as YYYY-MM-DD, or a time as YYYY-MM-DDTHH:MM, not '\(date)'")
        }
    }

    func run() async throws {
        let pipeline = try pipelineWithoutRules()
        var firstFailure: ExitCode?
        let showsProgress = files.count > 1 && isatty(STDERR_FILENO) == 1
        for (index, file) in files.enumerated() {
            if showsProgress { FileHandle.standardError.write(Data("\r\(index + 1) of \(files.count)".utf8)) }
            do throws(ExitCode) {
                try await process(file, pipeline)
            } catch {
                firstFailure = firstFailure ?? error
            }
        }
        if showsProgress { complain("") }
        if let firstFailure { throw firstFailure }
    }

    private func pipelineWithoutRules() throws(ExitCode) -> Pipeline {
        let found = try findPipeline(pipeline, try stages.registry())
        do throws(ConfigurationError) {
            return try found.without(rules: without)
        } catch {
            throw fail(error.diagnostics.map(\.message).joined(separator: "; "), .usage)
        }
    }

    private func process(_ file: String, _ pipeline: Pipeline) async throws(ExitCode) {
        let result = try await processFile(file, pipeline, date: date)
        for warning in result.warnings { complain("\(file): warning: \(warning.stage): \(warning.message)") }
        let bytes = format.write(result, pipeline: pipeline.identity)
        guard let output else { return try linecaster.output(bytes) }
        let name = file == "-" ? "stdin" : URL(filePath: file).deletingPathExtension().lastPathComponent
        let target = URL(filePath: output).appending(path: "\(name).\(format.fileExtension)")
        do {
            try FileManager.default.createDirectory(atPath: output, withIntermediateDirectories: true)
            try Data(bytes).write(to: target, options: .atomic)
        } catch {
            throw fail("\(target.path): \(reason(error))", .ioError)
        }
    }
}

/// Reads a file and runs it through a pipeline.
///
/// - Throws: `ExitCode` after a sentence that says what is wrong.
func processFile(_ file: String, _ pipeline: Pipeline, date: String? = nil) async throws(ExitCode) -> Article {
    let bytes = try readFile(file)
    let name = file == "-" ? "stdin" : URL(filePath: file).lastPathComponent
    let article: Article
    do throws(ReadingError) {
        article = try ArticleReader().read(bytes, name: name, metadata: date.map { ["date": $0] } ?? [:])
    } catch {
        throw fail("\(file): \(error)", .badData)
    }
    do throws(PipelineError) {
        return try await pipeline.run(article).article
    } catch {
        throw fail("\(file): \(error)", .badData)
    }
}

/// Whether a text is a day as YYYY-MM-DD, or one with a time behind a T, as HH:MM or HH:MM:SS.
func isDay(_ text: String) -> Bool {
    let halves = text.split(separator: "T", maxSplits: 1, omittingEmptySubsequences: false)
    let parts = halves[0].split(separator: "-", omittingEmptySubsequences: false)
    guard parts.count == 3, parts[0].count == 4, let month = Int(parts[1]), let day = Int(parts[2]), Int(parts[0]) != nil else {
        return false
    }
    guard (1...12).contains(month), (1...31).contains(day) else { return false }
    guard halves.count == 2 else { return true }
    let time = halves[1].split(separator: ":", omittingEmptySubsequences: false)
    return (2...3).contains(time.count)
        && zip(time, [24, 60, 60]).allSatisfy { $0.count == 2 && (Int($0) ?? -1) >= 0 && (Int($0) ?? 99) < $1 }
}
