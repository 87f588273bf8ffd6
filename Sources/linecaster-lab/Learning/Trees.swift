import ArgumentParser
import Foundation
import LinecasterKit
import RepairStage

/// Learns the trees of repair, which decide where the weights leave doubt, from typeset text.
struct Trees: ParsableCommand {
    static let configuration = CommandConfiguration(abstract: "Learn the trees of repair, and write them.")

    @OptionGroup var sources: Sources
    @Option(help: "How many articles of each language to learn from.") var articles = 40_000
    @Option(help: "How many trees for each script.") var trees = 50
    @Option(help: "How many leaves a tree has.") var leaves = 16
    @Option(help: "How much of what a tree would change is taken.") var rate = 0.25
    @Option(help: "The folder that trees-SCRIPT.txt go to.") var output = "Plugins/Repair"

    func run() throws {
        var examples: [RepairModel.Script: [ForestTrainer.Example]] = [:]
        for sample in try sources.samples(articles, forLearning: true, seed: 1, short: 2) {
            let owners = LineOwners(sample.gold.blocks)
            for question in Question.all(sample.article, model: .shipped) {
                guard let isBreak = owners.isBreak(question.line, question.next) else { continue }
                examples[question.script, default: []].append(ForestTrainer.Example(facts: question.facts, isBreak: isBreak))
            }
        }
        for script in RepairModel.Script.allCases {
            guard let examples = examples[script] else { continue }
            let trainer = ForestTrainer(trees: trees, leaves: leaves, rate: rate)
            let forest = trainer.learn(examples, names: Question.factNames)
            print("\(script): \(examples.count) boundaries, \(examples.count { $0.isBreak }) of them breaks")
            try forest.text.write(toFile: "\(output)/trees-\(script).txt", atomically: true, encoding: .utf8)
        }
    }
}

/// Which lines belong to which block.
private struct LineOwners {
    private var owner: [Int: Int] = [:]

    init(_ blocks: [SampleArticle.Block]) {
        for (index, block) in blocks.enumerated() where block.kind != "noise" {
            for line in block.lines { owner[line] = index }
        }
    }

    /// Whether two lines belong to different blocks; nil where one is noise.
    func isBreak(_ line: Int, _ next: Int) -> Bool? {
        guard let first = owner[line], let second = owner[next] else { return nil }
        return first != second
    }
}
