import LinecasterKit

/// Chooses the sentences of a summary.
struct Selection {
    private let body: Body
    private let scores: Scores
    private let method: SummaryMethod
    /// What two units lose, against the lesser's worth: by the share of it that the other holds too, and where both stand
    /// in the same section of an article that has several.
    private enum Penalty {
        static let repeated = 0.6
        static let sameSection = 0.2
    }

    /// How many units compete for each sentence of a summary, and at least for all.
    private static let rivals = 8
    private static let fewestUnits = 24
    /// A summary of more sentences is chosen piece by piece of the article, each in proportion to its length.
    private static let mostSentences = 12

    init(_ body: Body, _ scores: Scores, method: SummaryMethod) {
        self.body = body
        self.scores = scores
        self.method = method
    }

    /// The chosen sentences, by index, in text order.
    func choose(_ length: SummaryLength) -> [Int] {
        let all = body.units(in: body.sentences.indices, scores: scores.values)
        let chosen = method == .lead ? Lead.choose(all, length: length) : choose(from: all, length)
        return (chosen.isEmpty ? shortest(all) : chosen).flatMap { Array($0.sentences) }.sorted()
    }

    private func choose(from all: [Unit], _ length: SummaryLength) -> [Unit] {
        let expected = expectedSentences(length)
        guard expected > Self.mostSentences, all.count > Self.mostSentences * 2 else { return best(all, length) }
        // A long summary takes from each part of the article.
        let pieces = (expected + Self.mostSentences - 1) / Self.mostSentences
        let count = body.sentences.count
        let size = (count + pieces - 1) / pieces
        var chosen: [Unit] = []
        var left = length
        var next = all.startIndex
        for piece in 0..<pieces {
            let range = min(count, piece * size)..<min(count, (piece + 1) * size)
            var units: [Unit] = []
            while next < all.endIndex, all[next].sentences.upperBound <= range.upperBound {
                // One that begins in the piece before might share a sentence with what was chosen there.
                if all[next].sentences.lowerBound >= range.lowerBound { units.append(all[next]) }
                next += 1
            }
            let found = best(units, left.share(1 / Double(pieces - piece)))
            chosen += found
            left = left.less(found)
        }
        return chosen
    }

    private func expectedSentences(_ length: SummaryLength) -> Int {
        guard length.isByCharacters else { return length.sentences }
        return length.characters / max(1, body.characters / max(1, body.sentences.count))
    }

    /// The best subset of some units.
    private func best(_ units: [Unit], _ length: SummaryLength) -> [Unit] {
        let fitting = units.filter { length.holds($0.sentences.count, $0.characters) }
        guard !fitting.isEmpty else { return [] }
        let count = max(Self.fewestUnits, min(expectedSentences(length), Self.mostSentences) * Self.rivals)
        var order = Array(fitting.indices)
        if order.count > count {
            order.sort { (fitting[$0].score, $1) > (fitting[$1].score, $0) }
            order.removeLast(order.count - count)
        }
        let densities = fitting.map { length.density(of: $0) }
        order.sort { (densities[$0], $1) > (densities[$1], $0) }
        let pool = order.map { fitting[$0] }
        let overlap = Overlap(pool, body, weights: scores.weights)
        let hasSections = body.subheads.count > 2
        var search = SubsetSearch(pool, length: length) { a, b in
            let lesser = min(pool[a].score, pool[b].score)
            let isSameSection = hasSections && section(pool[a]) == section(pool[b])
            return lesser * (Penalty.repeated * overlap[a, b] + (isSameSection ? Penalty.sameSection : 0))
        }
        return search.run().map { pool[$0] }
    }

    private func section(_ unit: Unit) -> Int { body.sentences[unit.sentences.lowerBound].section }

    /// Not even one sentence fits: the shortest is better than half of another.
    private func shortest(_ units: [Unit]) -> [Unit] {
        units.min { ($0.characters, $0.sentences.lowerBound) < ($1.characters, $1.sentences.lowerBound) }.map { [$0] } ?? []
    }
}

extension SummaryLength {
    /// A part of a length.
    func share(_ part: Double) -> SummaryLength {
        SummaryLength(
            sentences: sentences == .max ? .max : Int((Double(sentences) * part).rounded()),
            characters: characters == .max ? .max : Int(Double(characters) * part)
        )
    }

    /// A length after some units.
    func less(_ units: [Unit]) -> SummaryLength {
        var rest = self
        for unit in units {
            if sentences != .max { rest.sentences = max(0, rest.sentences - unit.sentences.count) }
            if characters != .max { rest.characters = max(0, rest.characters - unit.characters) }
        }
        return rest
    }
}
