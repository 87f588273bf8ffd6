import ArgumentParser
import BuiltinStages
import Foundation
import LinecasterEngine
import LinecasterFormats
import LinecasterKit

/// Measures summaries against references.
struct Summaries: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "summaries",
        abstract: "Measure summaries by ROUGE-1, -2, -L, coverage and redundancy against references.",
        discussion: """
            For each article NAME.txt of the folder NAME.summary.txt is what an editor wrote. Articles go through normalize, repair, segment, \
            extract and summarize. --candidates scores texts that other programs made of the same articles: PROGRAM=FOLDER with NAME.txt. \
            Coverage is the share of the article's word pairs, those that come back, that the summary holds; redundancy the share of its own pairs that it repeats.
            """
    )

    @Argument(help: "The folder of articles and references.") var folder: String
    @Option(name: .customLong("method"), help: "A method of the stage; may be given several times.") var methods = SummaryMethod.allCases
        .map(\.rawValue)
    @Option(help: "How many sentences at most.") var sentences = 3
    @Flag(help: "Summaries as long as the reference, in characters, in place of a number of sentences.") var asLongAsReference = false
    @Option(help: "Only articles whose name begins so.") var prefix = ""
    @Option(name: .customLong("candidates"), help: "PROGRAM=FOLDER: texts to score, NAME.txt each.") var candidates: [String] = []
    @Option(help: "Write the stage's summaries to METHOD/NAME.txt below this folder.") var write: String?
    @Option(help: "Write each article's body to NAME.txt in this folder, a paragraph a line, for other programs.") var bodies: String?
    @Flag(help: "Print every summary with its ROUGE-L.") var show = false

    func run() async throws {
        let pairs = try ReferencePair.all(in: folder, prefix: prefix)
        guard !pairs.isEmpty else { throw ValidationError("\(folder) holds no article NAME.txt with a NAME.summary.txt beside it") }
        var table = SummaryTable()
        for method in methods {
            guard let method = SummaryMethod(rawValue: method) else {
                throw ValidationError("no method '\(method)'; there is \(SummaryMethod.allCases.map(\.rawValue).joined(separator: ", "))")
            }
            for pair in pairs {
                let article = try await run(pair, method)
                let summary = summaryText(article)
                add(pair, summary, article, program: method.rawValue, &table)
                if let write { try save(summary, in: "\(write)/\(method.rawValue)", pair.name) }
                if let bodies, method.rawValue == methods.first { try save(bodyText(article), in: bodies, pair.name) }
            }
        }
        for candidate in candidates {
            let parts = candidate.split(separator: "=", maxSplits: 1).map(String.init)
            guard parts.count == 2 else { throw ValidationError("--candidates wants PROGRAM=FOLDER, not '\(candidate)'") }
            for pair in pairs {
                let summary = try String(contentsOf: URL(filePath: parts[1]).appending(path: pair.name + ".txt"), encoding: .utf8)
                add(pair, summary, try await run(pair, .lead), program: parts[0], &table)
            }
        }
        print(table)
    }

    private func add(_ pair: ReferencePair, _ summary: String, _ article: Article, program: String, _ table: inout SummaryTable) {
        let score = SummaryScore(summary: summary, article: bodyText(article), reference: pair.reference)
        table.add(score, program: program, group: pair.name)
        if show { print("\(pair.name) \(program) \((score.means[2] * 1000).rounded() / 1000): \(summary)\n") }
    }

    private func run(_ pair: ReferencePair, _ method: SummaryMethod) async throws -> Article {
        let length = asLongAsReference ? "characters: \(max(20, pair.reference.unicodeScalars.count))" : "sentences: \(sentences)"
        let yaml =
            "pipeline: summaries\nstages: [normalize, repair, segment, extract, summarize: {method: \(method.rawValue), \(length)}]\n"
        let pipeline = try Pipeline(yaml: Array(yaml.utf8), registry: StageRegistry(builtinStages))
        return try await pipeline.run(ArticleReader().read(pair.article, name: pair.name)).article
    }

    private func bodyText(_ article: Article) -> String {
        article[.blocks].filter { $0.value.kind == .paragraph || $0.value.kind == .listItem }.map { article[$0.range] }.joined(
            separator: "\n"
        )
    }

    private func save(_ text: String, in folder: String, _ name: String) throws {
        let url = URL(filePath: folder)
        try FileManager.default.createDirectory(at: url, withIntermediateDirectories: true)
        try Data(text.utf8).write(to: url.appending(path: name + ".txt"))
    }
}
