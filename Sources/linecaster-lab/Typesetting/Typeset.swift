import ArgumentParser
import Foundation

/// `linecaster-lab typeset`: articles with their gold, as files.
struct Typeset: ParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Set articles from clean paragraphs, break them as extraction does, and write them with their gold blocks.",
        discussion: "Each article is NAME.txt, its gold NAME.blocks.json beside it. The same seed gives the same files."
    )

    @OptionGroup var sources: Sources
    @Option(name: [.short, .long], help: "The folder for the files.") var output: String
    @Option(help: "How many articles of each language.") var count = 100
    @Option(help: "The seed.") var seed = 1_000_000
    @Flag(help: "Set the half of the paragraphs that weights are learned from.") var learning = false

    func run() throws {
        try FileManager.default.createDirectory(atPath: output, withIntermediateDirectories: true)
        for (index, sample) in try sources.samples(count, forLearning: learning, seed: seed).enumerated() {
            let name = "\(sample.isChinese ? "zh" : "en")\(String(format: "%04d", index))"
            try sample.gold.text.write(toFile: "\(output)/\(name).txt", atomically: true, encoding: .utf8)
            try sample.gold.gold(file: "\(name).txt").write(toFile: "\(output)/\(name).blocks.json", atomically: true, encoding: .utf8)
        }
    }
}
