import ArgumentParser
import BuiltinStages
import LinecasterEngine
import LinecasterFormats
import LinecasterKit
import LinecasterYAML

/// A stage by itself on articles that the stages before it have read, from an article to a book.
struct OneStage: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "stage",
        abstract: "Measure one stage by itself on texts of growing length.",
        discussion: "Without what the engine does around a stage: a thread of its own, a limit of time, applying the changes."
    )
    @Argument(help: "The stage.") var name = "summarize"
    @Option(help: "Its options, as in a pipeline file.") var options = "{}"
    @Option(help: "Sizes in kilobytes.") var kilobytes: [Double] = [8, 80, 800, 5_000]
    @Option(help: "Measure this language alone: chinese or english.") var only: SampleLanguage?

    func run() async throws {
        guard let index = builtinStages.firstIndex(where: { $0.manifest.name == name }) else { throw ValidationError("no stage '\(name)'") }
        var diagnostics: [Diagnostic] = []
        guard let stage = builtinStages[index].build(from: try readYAML(options), into: &diagnostics) else {
            throw ValidationError(diagnostics.map(\.message).joined(separator: "; "))
        }
        let names = builtinStages[..<index].map(\.manifest.name).joined(separator: ", ")
        let before = try Pipeline(
            yaml: Array("pipeline: bench\nstages: [\(names)]\n".utf8),
            registry: StageRegistry(builtinStages)
        )
        print("| text | KB | \(name), ms | MB/s | times one loop over the scalars |")
        print("| --- | --- | --- | --- | --- |")
        for (isChinese, size) in SampleLanguage.isChinese(only: only).flatMap({ language in kilobytes.map { (language, $0) } }) {
            // Several articles, so that no one fits the caches by luck.
            let texts = (0..<(size < 100 ? 50 : 1)).map {
                Array(SampleText.article(bytes: Int(size * 1e3), seed: $0, isChinese: isChinese).utf8)
            }
            var articles: [Article] = []
            for text in texts {
                articles.append(try await before.run(ArticleReader().read(text, name: "a.txt"), stageTimeout: .seconds(600)).article)
            }
            var times = (stage: Double.infinity, loop: Double.infinity)
            var wide = 0
            // The best of several runs, the baseline between them.
            for _ in 0..<(size < 1_000 ? 20 : 5) {
                var given = 0
                let clock = ContinuousClock()
                let start = clock.now
                for article in articles { given += try await stage.process(article).layers.count }
                times.stage = min(times.stage, milliseconds(clock.now - start))
                let loop = await milliseconds {
                    for text in texts {
                        for scalar in String(decoding: text, as: UTF8.self).unicodeScalars where scalar.value > 0x2000 { wide += 1 }
                    }
                }
                times.loop = min(times.loop, loop)
            }
            let bytes = articles.reduce(0) { $0 + $1.utf8.count }
            let figures = [times.stage / Double(articles.count), Double(bytes) / 1000 / times.stage, times.stage / times.loop]
            print("| \(isChinese ? "Chinese" : "English") | \(size) | \(figures.map(rounded).joined(separator: " | ")) |")
        }
    }
}
