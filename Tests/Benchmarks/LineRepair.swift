import ArgumentParser
import BuiltinStages
import LinecasterEngine
import LinecasterFormats
import LinecasterKit

/// What every text goes through: normalize and repair, on one core, from an article to a book.
struct LineRepair: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "repair",
        abstract: "Measure normalize and repair together on texts of growing length."
    )
    @Option(help: "Sizes in megabytes.") var megabytes: [Double] = [0.008, 0.5, 5, 50]
    @Option(help: "Measure this language alone: chinese or english.") var only: SampleLanguage?

    func run() async throws {
        let pipeline = try Pipeline(
            yaml: Array("pipeline: bench\nstages: [normalize, repair]\n".utf8),
            registry: StageRegistry(builtinStages)
        )
        print("| text | MB | normalize, MB/s | repair, MB/s | together, MB/s | one loop over the scalars, MB/s | times that loop |")
        print("| --- | --- | --- | --- | --- | --- | --- |")
        for (isChinese, size) in SampleLanguage.isChinese(only: only).flatMap({ language in megabytes.map { (language, $0) } }) {
            let text = Array(SampleText.article(bytes: Int(size * 1e6), seed: 7, isChinese: isChinese).utf8)
            let article = try ArticleReader().read(text, name: "a.txt")
            var times = (normalize: Double.infinity, repair: Double.infinity, loop: Double.infinity)
            var lines = 0
            // The best of several runs, the baseline between them.
            for _ in 0..<(size < 1 ? 40 : 3) {
                let run = try await pipeline.run(article, stageTimeout: .seconds(600))
                times.normalize = min(times.normalize, milliseconds(run.timings[0].duration))
                times.repair = min(times.repair, milliseconds(run.timings[1].duration))
                let loop = await milliseconds {
                    for scalar in String(decoding: text, as: UTF8.self).unicodeScalars where scalar == "\n" { lines += 1 }
                }
                times.loop = min(times.loop, loop)
            }
            let speeds = [times.normalize, times.repair, times.normalize + times.repair, times.loop].map { Double(text.count) / 1000 / $0 }
            print(
                "| \(isChinese ? "Chinese" : "English") | \(size) | \(speeds.map(rounded).joined(separator: " | ")) | \(rounded(speeds[3] / speeds[2])) |"
            )
        }
    }
}
