import ArgumentParser
import BuiltinStages
import Foundation
import LinecasterEngine
import LinecasterFormats
import LinecasterKit

/// Feeds mutated articles to every stage, and checks what must hold for any bytes: no crash, and the source
/// comes back from the result.
///
/// The mutations are random; the toolchain's coverage-guided fuzzer needs a program of its own, and this one
/// runs anywhere.
struct Fuzz: AsyncParsableCommand {
    static let configuration = CommandConfiguration(abstract: "Feed mutated articles to every stage for a while.")

    @Argument(help: "Files to begin with.") var files: [String]
    @Option(help: "For how long.") var seconds = 600
    @Option(help: "The seed.") var seed = 1

    func run() async throws {
        var generator = SeededGenerator(seed: seed)
        let corpus = try files.map { Array(try Data(contentsOf: URL(filePath: $0))) }
        let yaml = "pipeline: fuzz\nstages: [normalize, repair, segment, extract, summarize]\n"
        let pipeline = try Pipeline(yaml: Array(yaml.utf8), registry: StageRegistry(builtinStages))
        let end = ContinuousClock.now + .seconds(seconds)
        var runs = 0
        var refused = 0
        while ContinuousClock.now < end {
            let input = mutated(generator.pick(corpus), corpus, &generator)
            // What is being tried lies there when the program does not come back.
            try Data(input).write(to: URL(filePath: NSTemporaryDirectory() + "linecaster-fuzz-input"))
            runs += 1
            guard let article = try? ArticleReader().read(input, name: "fuzz") else {
                refused += 1
                continue
            }
            let result = try await pipeline.run(article).article
            let json = OutputFormat.json.write(result, pipeline: pipeline.identity)
            guard try SavedResult(json: Data(json)).source == input else {
                print("the source does not come back; the input lies in \(NSTemporaryDirectory())linecaster-fuzz-input")
                throw ExitCode.failure
            }
        }
        print("\(runs) inputs, \(refused) refused as no text, no crash, every source came back")
    }

    private func mutated(_ input: [UInt8], _ corpus: [[UInt8]], _ generator: inout SeededGenerator) -> [UInt8] {
        var bytes = input
        for _ in 0..<generator.number(1...12) where !bytes.isEmpty {
            let place = generator.number(0...bytes.count - 1)
            switch generator.number(0...6) {
            case 0: bytes[place] = UInt8(generator.number(0...255))
            case 1: bytes.insert(contentsOf: generator.pick(Self.tokens).utf8, at: place)
            case 2: bytes.removeSubrange(place..<min(bytes.count, place + generator.number(1...40)))
            case 3:
                let other = generator.pick(corpus)
                let start = generator.number(0...max(0, other.count - 1))
                bytes.insert(contentsOf: other[start..<min(other.count, start + generator.number(1...200))], at: place)
            case 4: bytes.insert(contentsOf: [UInt8](repeating: bytes[place], count: generator.number(1...300)), at: place)
            case 5: bytes.insert(0x0A, at: place)
            default: bytes = Array(bytes.prefix(place))
            }
        }
        return Array(bytes.prefix(40_000))
    }

    private static let tokens = [
        "“", "”", "（", "）", "。", "，", "\u{AD}", "‐", "\u{3000}", "\n\n", "\r\n", "\u{0C}", "|", "记者", "摄", "图为", "第3版", "2023年", "百分之",
        "http://", "\u{301}", "\u{FEFF}", "𠮷", "By ", "\"", "、",
        "说", "主任", "1,0 00", "T HE ", "- 7 -", "…", "——", "\u{0}", "①",
    ]
}
