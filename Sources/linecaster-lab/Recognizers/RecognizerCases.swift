import ArgumentParser
import BuiltinStages
import Foundation
import LinecasterEngine
import LinecasterFormats
import LinecasterKit

/// Measures times and quantities against the cases of Microsoft Recognizers-Text.
///
/// A case is right when exactly the expected items are found: the same text, the same place, the same kind, the same
/// resolution. Where the cases give several values for what is ambiguous, past and future, one of them has to be found.
struct RecognizerCases: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "recognizers",
        abstract: "Measure times and quantities against a folder of Recognizers-Text cases (LANGUAGE.KINDModel.json)."
    )

    @Argument(help: "The folder.") var folder: String
    @Option(help: "Only files whose names hold this.") var only = ""
    @Flag(help: "Print the cases that came out wrong.") var wrong = false
    @Flag(help: "Print the cases that are out of scope, with the reason.") var outOfScope = false

    func run() async throws {
        let yaml = "pipeline: cases\nstages: [normalize, segment, extract]\n"
        let pipeline = try Pipeline(yaml: Array(yaml.utf8), registry: StageRegistry(builtinStages))
        let files = try FileManager.default.contentsOfDirectory(atPath: folder).filter {
            $0.hasSuffix("Model.json") && (only.isEmpty || $0.contains(only))
        }.sorted()
        guard !files.isEmpty else { throw ValidationError("\(folder) holds no file named LANGUAGE.KINDModel.json") }
        var totals: [String: Tally] = [:]
        for file in files {
            let parts = file.split(separator: ".")
            guard parts.count == 3, let model = RecognizerModel(rawValue: String(parts[1])) else { continue }
            let url = URL(filePath: folder).appending(path: file)
            let cases = try JSONDecoder().decode([RecognizerCase].self, from: withoutMark(Data(contentsOf: url)))
            var tally = Tally()
            for item in cases { tally.add(try await judge(item, model, pipeline)) }
            print("\(file): \(tally)")
            totals[String(parts[0]), default: Tally()].add(tally)
        }
        for (language, tally) in totals.sorted(by: { $0.key < $1.key }) { print("\(language): \(tally)") }
    }

    private func withoutMark(_ data: Data) -> Data { data.starts(with: [0xEF, 0xBB, 0xBF]) ? data.dropFirst(3) : data }

    private enum Verdict { case right, wrong, outOfScope }

    private func judge(_ item: RecognizerCase, _ model: RecognizerModel, _ pipeline: Pipeline) async throws -> Verdict {
        if let reason = RecognizerScope.reason(item, model) {
            if outOfScope { print("out of scope: \(item.input.debugDescription): \(reason)") }
            return .outOfScope
        }
        let metadata = item.reference.map { ["date": $0] } ?? [:]
        let article = try ArticleReader().read(Array(item.input.utf8), name: "case", metadata: metadata)
        let found = FoundItems(try await pipeline.run(article).article, model, input: item.input).items
        var left = found
        var misses: [String] = []
        for gold in item.results {
            if let index = left.firstIndex(where: { $0.matches(gold, model) }) { left.remove(at: index) } else { misses.append("\(gold)") }
        }
        guard !misses.isEmpty || !left.isEmpty else { return .right }
        if wrong { print("\(item.input.debugDescription) @\(item.reference ?? "-")\n  missed \(misses)\n  found  \(left)") }
        return .wrong
    }

    /// Counts of cases.
    private struct Tally: CustomStringConvertible {
        private var right = 0
        private var wrong = 0
        private var outOfScope = 0

        mutating func add(_ verdict: Verdict) {
            switch verdict {
            case .right: right += 1
            case .wrong: wrong += 1
            case .outOfScope: outOfScope += 1
            }
        }

        mutating func add(_ other: Tally) {
            right += other.right
            wrong += other.wrong
            outOfScope += other.outOfScope
        }

        var description: String {
            let all = right + wrong + outOfScope
            return
                "\(right) of \(all) right (\(percent(right, all)) %); \(outOfScope) out of scope, of the others \(percent(right, right + wrong)) %"
        }

        private func percent(_ part: Int, _ whole: Int) -> String {
            whole == 0 ? "-" : String((Double(part) / Double(whole) * 1000).rounded() / 10)
        }
    }
}
