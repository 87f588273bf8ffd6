import ArgumentParser
import Foundation
import LinecasterKit
import RepairStage

/// Measures the shipped weights, or others, on text that was not learned from, beside the usual rules.
struct Evaluate: ParsableCommand {
    static let configuration = CommandConfiguration(abstract: "Measure repair on typeset text that was not learned from.")

    @OptionGroup var sources: Sources
    @Option(help: "The model; the shipped one where none is named.") var model: String?
    @Option(help: "The folder of trees-SCRIPT.txt; the shipped ones where none is named.") var trees: String?
    @Flag(help: "Ask no trees.") var weightsAlone = false
    @Option(help: "How many articles of each language.") var articles = 500
    @Option(help: "A folder of pages with their gold to measure too, as make-pages.py writes them.") var pages: [String] = []
    @Flag(help: "Tell the kinds of damage apart.") var byDamage = false

    func run() throws {
        var model = try model.map { RepairModel.shipped.with(weights: try String(contentsOfFile: $0, encoding: .utf8)) } ?? .shipped
        if let trees {
            for script in RepairModel.Script.allCases {
                model = model.with(
                    Forest(text: Array(try Data(contentsOf: URL(fileURLWithPath: "\(trees)/trees-\(script).txt")))),
                    for: script
                )
            }
        }
        if weightsAlone { model = RepairModel(text: model.text) }
        let samples = try sources.samples(articles, forLearning: false, seed: 1_000_000)
        print(
            "| text | blocks | break F1 | exact blocks | with role | noise removed | text lines lost | F1: blank, punct | exact: blank, punct |"
        )
        print("| --- | --- | --- | --- | --- | --- | --- | --- | --- |")
        try measurePages(model)
        for (isChinese, language) in [(true, "Chinese"), (false, "English")] {
            let samples = samples.filter { $0.isChinese == isChinese }
            guard !samples.isEmpty else { continue }
            let measured = samples.map { sample in
                (sample: sample, repaired: repaired(sample.article, model))
            }
            row("\(language), all", measured)
            guard byDamage else { continue }
            for damage in Set(samples.flatMap(\.gold.damages)).sorted() {
                row("\(language), \(damage)", measured.filter { $0.sample.gold.damages.contains(damage) })
            }
        }
    }

    private func measurePages(_ model: RepairModel) throws {
        for folder in pages {
            row(folder, try GoldPage.samples(in: folder).map { ($0, repaired($0.article, model)) })
        }
    }

    private func row(_ name: String, _ measured: [(sample: Sample, repaired: Article)]) {
        var score = BlockScore()
        var blank = BlockScore()
        var punct = BlockScore()
        for (sample, repaired) in measured {
            score.add(repaired, gold: sample.gold)
            blank.add(UsualRule.blankLine.blocks(of: sample.gold.lines), gold: sample.gold)
            punct.add(UsualRule.lastCharacter.blocks(of: sample.gold.lines), gold: sample.gold)
        }
        func text(_ figures: Double...) -> String { figures.map { String(format: "%.3f", $0) }.joined(separator: ", ") }
        let cells = [
            name, "\(score.blocks)", text(score.breakF1), text(score.exactShare), text(score.kindShare), text(score.noiseShare),
            "\(score.linesLost) of \(score.lines)", text(blank.breakF1, punct.breakF1), text(blank.exactShare, punct.exactShare),
        ]
        print("| \(cells.joined(separator: " | ")) |")
    }
}
