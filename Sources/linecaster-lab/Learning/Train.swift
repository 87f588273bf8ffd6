import ArgumentParser
import Foundation
import LinecasterKit
import RepairStage

/// Learns the weights of repair from typeset text.
///
/// Coordinate ascent on what users see: a weight is moved as long as moving it makes more breaks and blocks
/// come out right. The weights that a person set are the start, and a change must earn its place.
struct Train: ParsableCommand {
    static let configuration = CommandConfiguration(abstract: "Learn the weights of repair from typeset text, and write the model.")

    @OptionGroup var sources: Sources
    @Option(help: "The model to begin with; the shipped one where none is named.") var from: String?
    @Option(help: "Where the model goes.") var output = "Plugins/Repair/model.txt"
    @Option(help: "How many articles of each language to learn from.") var articles = 250
    @Option(help: "How often to go over all weights.") var rounds = 2

    func run() throws {
        let samples = try sources.samples(articles, forLearning: true, seed: 1)
        // Trees are learned beside the weights, not the other way round.
        var model = RepairModel(text: try from.map { try String(contentsOfFile: $0, encoding: .utf8) } ?? RepairModel.shipped.text)
        for (isChinese, script) in [(true, RepairModel.Script.ideographs), (false, .letters)] {
            let samples = samples.filter { $0.isChinese == isChinese }
            guard !samples.isEmpty else { continue }
            learn(&model, script, from: samples)
            try write(model)
        }
    }

    /// Weights for lines that must stay lines, of which typeset samples have none; `kept-lines` measures them.
    private static let fixed: Set = [
        "listing", "rowGoesOn", "rowGoesOnAcrossBlank", "nextContinuesList", "nextIsBullet", "nextIsNumbered", "nextIsDateline",
        "nextIsTurn", "nextIsBracketed", "titleBeforeReport", "splitsAddress",
    ]

    /// Moves one weight after the other.
    private func learn(_ model: inout RepairModel, _ script: RepairModel.Script, from samples: [Sample]) {
        let start = model
        var best = goal(samples, model, start, script)
        print("\(samples.count) articles; at the start \(best)")
        for round in 1...rounds {
            for name in RepairModel.names where !Self.fixed.contains(name) {
                for step in [0.5, -0.5, 1.5, -1.5] {
                    var changed = model
                    changed[name, script] += step
                    let value = goal(samples, changed, start, script)
                    guard value > best + 1e-6 else { continue }
                    print("\(name) \(model[name, script]) -> \(changed[name, script]): \(value)")
                    (model, best) = (changed, value)
                    break
                }
            }
            print("round \(round): \(best)")
        }
    }

    private func write(_ model: RepairModel) throws {
        let head =
            "# Weights of the repair stage, in nats of log odds for a break, or for a role against body text. Ideographs, then letters.\n"
        try (head + model.text).write(toFile: output, atomically: true, encoding: .utf8)
    }

    /// What users see of it, less a little for each step away from the start.
    private func goal(_ samples: [Sample], _ model: RepairModel, _ start: RepairModel, _ script: RepairModel.Script) -> Double {
        var score = BlockScore()
        for sample in samples { score.add(repaired(sample.article, model), gold: sample.gold) }
        let distance = RepairModel.names.reduce(0) { $0 + abs(model[$1, script] - start[$1, script]) }
        return score.goal - distance * 1e-4
    }
}
