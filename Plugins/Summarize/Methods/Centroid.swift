import Foundation
import LinecasterKit

/// Sentences by how much they share with the sum of all.
///
/// Source: D. Radev, H. Jing, M. Styś, D. Tam, Centroid-based summarization of multiple documents, 2004; terms weigh
/// by the sentences of the article that share them, since no other articles are at hand.
enum Centroid {
    /// What each term weighs: little where it stands in one sentence, more the more share it.
    static func weights(_ body: Body) -> [Double] {
        var shared = [Int32](repeating: 0, count: body.termCount)
        for term in body.terms[body.headline.upperBound...] { shared[Int(term)] += 1 }
        return shared.map { $0 < 2 ? 0.3 : log2(Double($0)) }
    }

    /// The weight of each sentence's terms, long sentences held down.
    static func sums(_ body: Body, _ weights: [Double]) -> [Double] {
        let longest = body.sentences.reduce(8) { max($0, $1.terms.count) }
        let divisors = (0...longest).map { pow(Double(max(8, $0)), 0.35) }
        return body.sentences.map { sentence in
            var sum = 0.0
            for term in body.terms[sentence.terms] { sum += weights[Int(term)] }
            return sum / divisors[sentence.terms.count]
        }
    }

    static func scores(_ body: Body) -> Scores {
        let weights = weights(body)
        return Scores(values: sums(body, weights).scaled(), weights: weights)
    }
}
