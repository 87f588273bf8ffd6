import Foundation
import LinecasterKit

/// For each section below a subhead the sentences that say most of it.
struct SectionChoice {
    private let body: Body
    private let scores: Scores

    init(_ body: Body, _ scores: Scores) {
        self.body = body
        self.scores = scores
    }

    /// - Parameter count: How many sentences a section at most.
    func choose(_ count: Int) -> [Annotation<SectionSentence>] {
        guard count > 0, body.subheads.count > 1 else { return [] }
        var result: [Annotation<SectionSentence>] = []
        var values = scores.values
        var first = 0
        while first < body.sentences.count {
            let section = body.sentences[first].section
            var end = first
            while end < body.sentences.count, body.sentences[end].section == section { end += 1 }
            if let subhead = body.subheads[section] {
                // What stands first in a section says what it is about.
                for index in first..<end { values[index] *= 1 + 0.5 * exp(-Double(index - first) / 2) }
                for index in best(first..<end, count, values) {
                    result.append(Annotation(TextRange(body.sentences[index].range), SectionSentence(subhead: subhead)))
                }
            }
            first = end
        }
        return result
    }

    private func best(_ range: Range<Int>, _ count: Int, _ values: [Double]) -> [Int] {
        let units = body.units(in: range, scores: values).filter { $0.sentences.count <= count }
        let order = units.sorted { (density($0), $1.sentences.lowerBound) > (density($1), $0.sentences.lowerBound) }
        var chosen: [Int] = []
        for unit in order where chosen.count + unit.sentences.count <= count && !unit.sentences.contains(where: chosen.contains) {
            chosen += unit.sentences
        }
        return chosen.sorted()
    }

    private func density(_ unit: Unit) -> Double { unit.score / Double(unit.sentences.count) }
}
