import ArgumentParser
import BuiltinStages
import Foundation
import LinecasterEngine
import LinecasterFormats
import LinecasterKit
import LinecasterTesting
import LinecasterYAML

/// Looks for summaries that no editor would let stand.
struct SummaryFaultsCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "summary-faults",
        abstract: "Look for half quotations, closing marks at the beginning, repeats and captions in summaries, by all methods and lengths."
    )

    @Argument(help: "Articles, or folders of articles named *.txt.") var paths: [String]

    private static let lengths = ["sentences: 1", "sentences: 3", "sentences: 12", "characters: 60", "characters: 300", "ratio: 0.3"]

    func run() async throws {
        var files: [String] = []
        for path in paths {
            var isFolder: ObjCBool = false
            guard FileManager.default.fileExists(atPath: path, isDirectory: &isFolder) else {
                throw ValidationError("\(path): no such file")
            }
            guard isFolder.boolValue else {
                files.append(path)
                continue
            }
            let names = try FileManager.default.subpathsOfDirectory(atPath: path).filter { $0.hasSuffix(".txt") }
            files += names.sorted().map { "\(path)/\($0)" }
        }
        let yaml = "pipeline: read\nstages: [normalize, repair, segment, extract]\n"
        let reading = try Pipeline(yaml: Array(yaml.utf8), registry: StageRegistry(builtinStages))
        let summarizing = try SummaryMethod.allCases.flatMap { method in
            try Self.lengths.map { length in
                (name: "\(method.rawValue), \(length)", stage: try stage("{method: \(method.rawValue), \(length)}"))
            }
        }
        var (summaries, faulty, empty) = (0, 0, 0)
        for file in files {
            let bytes = Array(try Data(contentsOf: URL(filePath: file)))
            guard let article = try? ArticleReader().read(bytes, name: file) else { continue }
            let read = try await reading.run(article).article
            for (name, stage) in summarizing {
                var summarized = read
                try summarized.apply(try await stage.process(read), stage: "summarize", step: 4)
                summaries += 1
                if summarized[.summary].isEmpty { empty += 1 }
                let faults = summaryFaults(of: summarized)
                if !faults.isEmpty { faulty += 1 }
                for fault in faults { print("\(file): \(name): \(fault)") }
            }
        }
        print("\(files.count) articles, \(summaries) summaries, \(empty) empty, \(faulty) with faults")
        if faulty > 0 { throw ExitCode.failure }
    }

    private func stage(_ settings: String) throws -> any ArticleProcessor {
        let node = try readYAML(settings)
        var diagnostics: [Diagnostic] = []
        guard let stage = builtinStages.first(where: { $0.manifest.name == "summarize" })?.build(from: node, into: &diagnostics) else {
            throw ValidationError(diagnostics.map(\.message).joined(separator: "; "))
        }
        return stage
    }
}
