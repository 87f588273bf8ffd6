import ArgumentParser
import BuiltinStages
import LinecasterEngine
import LinecasterFormats
import LinecasterKit
import ReadyPipelines

/// The stages one by one, and all of them, against a loop over the text's scalars.
struct Stages: AsyncParsableCommand {
    static let configuration = CommandConfiguration(abstract: "Measure each stage on articles of 8 KB.")
    @Option(help: "How many articles.") var articles = 200

    func run() async throws {
        let texts = (0..<articles).map { Array(SampleText.article(bytes: 8_000, seed: $0).utf8) }
        let bytes = texts.reduce(0) { $0 + $1.count }
        let pipeline = try newspaper()
        var times: [String: Double] = [:]
        var readTime = 0.0
        var writeTime = 0.0
        var whole: [Double] = []
        for text in texts {
            var article: Article?
            let read = await milliseconds { article = try? ArticleReader().read(text, name: "a.txt") }
            guard let article else { continue }
            var result: PipelineRun?
            let run = await milliseconds { result = try? await pipeline.run(article) }
            guard let result else { continue }
            let write = await milliseconds { _ = OutputFormat.json.write(result.article, pipeline: pipeline.identity) }
            for (stage, duration) in result.timings {
                times[stage, default: 0] += milliseconds(duration)
            }
            readTime += read
            writeTime += write
            whole.append(read + run + write)
        }
        var count = 0
        let baseline = await milliseconds {
            for text in texts {
                for scalar in String(decoding: text, as: UTF8.self).unicodeScalars where scalar.value > 0x2000 { count += 1 }
            }
        }
        print(
            "\(articles) articles, \(bytes / articles) bytes each; baseline: one loop over the scalars of all, \(rounded(baseline)) ms for \(count) wide ones"
        )
        print("| step | MB/s | times the baseline |")
        print("| --- | --- | --- |")
        func row(_ name: String, _ time: Double) {
            print("| \(name) | \(rounded(Double(bytes) / time / 1000)) | \(rounded(time / baseline)) |")
        }
        row("read", readTime)
        for stage in pipeline.identity.stages { row(stage.name, times[stage.name, default: 0]) }
        row("write json", writeTime)
        row("everything", whole.reduce(0, +))
        print("one article: median \(rounded(median(whole))) ms, 99th percentile \(rounded(percentile(whole, 0.99))) ms")
    }
}

/// The pipeline that most users run.
func newspaper() throws -> Pipeline {
    try Pipeline(yaml: ReadyPipelines.files[0].contents, registry: StageRegistry(builtinStages))
}

/// Whether time grows with the length of the text alone.
struct Growth: AsyncParsableCommand {
    static let configuration = CommandConfiguration(abstract: "Measure texts of growing length.")

    func run() async throws {
        let pipeline = try newspaper()
        print("| text | each stage, ms per MB | everything, ms per MB |")
        print("| --- | --- | --- |")
        for size in [8_000, 80_000, 800_000, 4_000_000] {
            let text = Array(SampleText.article(bytes: size, seed: 7).utf8)
            let article = try ArticleReader().read(text, name: "a.txt")
            var result: PipelineRun?
            let time = await milliseconds { result = try? await pipeline.run(article) }
            let megabytes = Double(text.count) / 1e6
            let stages = (result?.timings ?? []).map { stage, duration in
                "\(stage) \(rounded(milliseconds(duration) / megabytes))"
            }
            print("| \(text.count) bytes | \(stages.joined(separator: ", ")) | \(rounded(time / megabytes)) |")
        }
    }
}
