import LinecasterKit
import LinecasterLanguage

/// Finds the article in one line: its headline, or the clause of the body that says most.
struct GistFinder {
    private let article: Article
    private let body: Body
    private let scores: Scores

    /// How many of the best sentences are looked into.
    private static let pool = 8

    init(_ article: Article, _ body: Body, _ scores: Scores) {
        self.article = article
        self.body = body
        self.scores = scores
    }

    func find() -> Annotation<Gist>? {
        if let headline = article[.blocks].first(where: { $0.value.kind == .headline }) {
            return Annotation(headline.range, Gist(isHeadline: true))
        }
        let alone = body.sentences.indices.filter { body.sentences[$0].signs.standing == .alone }
        let best = alone.sorted { (scores.values[$0], $1) > (scores.values[$1], $0) }.prefix(Self.pool)
        var found: (range: Range<Int>, worth: Double)?
        for index in best {
            let clause = Clauses(body.utf8, body.sentences[index].range).first
            let part = Double(clause.count) / Double(max(1, body.sentences[index].range.count))
            // A clause is worth its sentence, less where much of that is left out.
            let worth = scores.values[index] * (0.6 + 0.4 * part)
            if worth > found?.worth ?? 0 { found = (clause, worth) }
        }
        return found.map { Annotation(TextRange($0.range), Gist(isHeadline: false)) }
    }
}
