import ArgumentParser
import BuiltinStages
import Foundation
import LinecasterEngine
import LinecasterKit

/// Measures the kinds of blocks on typeset text after normalize, repair and segment.
///
/// A gold block and the block that holds its first line are a pair: the kind is right when both say the same.
/// A block that holds no gold block's first line is a false one of its kind.
struct BlockKinds: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "kinds",
        abstract: "Measure the kinds of blocks on typeset text that was not learned from."
    )

    @OptionGroup var sources: Sources
    @Option(help: "How many articles of each language.") var articles = 300
    @Option(help: "Print so many blocks that got another kind.") var wrong = 0

    func run() async throws {
        let yaml = "pipeline: kinds\nstages: [normalize, repair, segment]\n"
        let pipeline = try Pipeline(yaml: Array(yaml.utf8), registry: StageRegistry(builtinStages))
        for isChinese in [true, false] {
            var score = KindScore()
            var printed = 0
            for sample in try sources.samples(articles, forLearning: false, seed: 2_000_000) where sample.isChinese == isChinese {
                let found = FoundBlocks(try await pipeline.run(sample.article).article)
                for miss in score.add(found, gold: sample.gold) where printed < wrong {
                    printed += 1
                    print(miss)
                }
            }
            if !score.isEmpty { print(isChinese ? "Chinese" : "English", score.report, separator: "\n") }
        }
    }
}

/// Counts right and wrong kinds.
private struct KindScore {
    private var right: [String: Int] = [:]
    private var gold: [String: Int] = [:]
    private var found: [String: Int] = [:]

    var isEmpty: Bool { gold.isEmpty }

    /// - Returns: What came out wrong, in words.
    mutating func add(_ article: FoundBlocks, gold sample: SampleArticle) -> [String] {
        var misses: [String] = []
        var paired: Set<Int> = []
        for block in sample.blocks where block.kind != "noise" {
            gold[block.kind, default: 0] += 1
            guard let line = block.lines.first, let owner = article.owner[line] else { continue }
            paired.insert(owner)
            let kind = article.blocks[owner].kind.rawValue
            found[kind, default: 0] += 1
            if kind == block.kind {
                right[kind, default: 0] += 1
            } else {
                misses.append("\(block.kind) taken for \(kind): \(block.text.prefix(60)) | \(article.blocks[owner].text.prefix(60))")
            }
        }
        for (index, block) in article.blocks.enumerated() where !paired.contains(index) { found[block.kind.rawValue, default: 0] += 1 }
        return misses
    }

    var report: String {
        var lines: [String] = []
        var sum = 0.0
        for kind in gold.keys.sorted() {
            let f1 = Double(2 * right[kind, default: 0]) / Double(max(1, gold[kind, default: 0] + found[kind, default: 0]))
            sum += f1
            lines.append("\(kind): \(gold[kind, default: 0]) blocks, F1 \(f1.rounded3)")
        }
        lines.append("macro F1 \((sum / Double(max(1, gold.count))).rounded3)")
        return lines.joined(separator: "\n")
    }
}
