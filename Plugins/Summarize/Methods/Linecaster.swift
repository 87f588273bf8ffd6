import Foundation
import LinecasterKit

/// Sentences by what editors look for: what comes back, what stands first, what the headline says, who and how much.
struct Linecaster {
    /// What each reason weighs against centrality: chosen on the articles `a-` of `Tests/Summaries`, for summaries of three sentences and
    /// summaries as long as the reference.
    private enum Weight {
        static let position = 0.45
        static let headline = 0.6
        static let names = 0.2
        static let news = 0.5
        /// What is said word for word is seldom what the article says.
        static let quoted = -0.6
        /// How many sentences it takes for the worth of a place to fall to a third.
        static let reach = 1.5
    }

    static func scores(_ body: Body) -> Scores {
        var weights = Centroid.weights(body)
        for term in body.terms[body.headline] { weights[Int(term)] += 1 }
        let central = Centroid.sums(body, weights).scaled()
        var isTitle = [Bool](repeating: false, count: body.termCount)
        var titleWeight = 0.0
        // In the order of the text: sums of a set's members would differ in their last digits from run to run.
        for term in body.terms[body.headline] where !isTitle[Int(term)] {
            isTitle[Int(term)] = true
            titleWeight += weights[Int(term)]
        }
        // Where the first paragraph says what the headline says, news stands first; where it tells a story, elsewhere.
        let trust = trust(body, isTitle, weights, titleWeight)
        let count = body.sentences.count
        let zeros = [Double](repeating: 0, count: count)
        var (values, position, headline, names, news) = (zeros, zeros, zeros, zeros, zeros)
        for index in 0..<count {
            let sentence = body.sentences[index]
            var held = 0.0
            for term in body.terms[sentence.terms] where isTitle[Int(term)] { held += weights[Int(term)] }
            position[index] = index < 40 ? Weight.position * trust * exp(-Double(index) / Weight.reach) : 0
            headline[index] = titleWeight > 0 ? Weight.headline * held / titleWeight : 0
            names[index] = Weight.names * min(1, Double(sentence.signs.names) / 3)
            news[index] = Weight.news * min(1, Double(sentence.signs.cues) / 3)
            let quoted = Weight.quoted * Double(sentence.signs.quoted) / Double(max(1, sentence.signs.characters))
            let sum = central[index] + position[index] + headline[index] + names[index] + news[index] + quoted
            values[index] = max(0.01, sum)
        }
        let parts: [(reason: SummaryReason, values: [Double])] = [
            (.central, central), (.position, position), (.headline, headline), (.names, names), (.news, news),
        ]
        return Scores(values: values, parts: parts, weights: weights)
    }

    /// How much of the headline's weight the first paragraph holds, from 0 to 1.
    private static func trust(_ body: Body, _ isTitle: [Bool], _ weights: [Double], _ titleWeight: Double) -> Double {
        guard titleWeight > 0, let first = body.sentences.first else { return 0.5 }
        var isHeld = [Bool](repeating: false, count: body.termCount)
        var held = 0.0
        for sentence in body.sentences.prefix(while: { $0.block == first.block }) {
            for term in body.terms[sentence.terms] where isTitle[Int(term)] && !isHeld[Int(term)] {
                isHeld[Int(term)] = true
                held += weights[Int(term)]
            }
        }
        return min(1, 1.5 * held / titleWeight)
    }
}
