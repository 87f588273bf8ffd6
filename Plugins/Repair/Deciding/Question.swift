public import LinecasterKit

/// What the trees of repair are asked about one boundary, for learning.
public struct Question: Sendable {
    /// The source lines beside the boundary, from 1.
    public let line: Int
    public let next: Int
    /// Whose trees are asked.
    public let script: RepairModel.Script
    /// The boundary's facts, in the order of ``factNames``.
    public let facts: [Int]

    /// The names of the facts.
    public static let factNames = Fact.allCases.map(\.stringValue)

    /// What the trees are asked about an article by a model's weights.
    public static func all(_ article: Article, model: RepairModel) -> [Question] {
        Section.all(of: article.utf8).flatMap { section in
            all(article, ArticleLines(article.utf8, section, dropsFurniture: true, model: model))
        }
    }

    private static func all(_ article: Article, _ lines: ArticleLines) -> [Question] {
        var questions: [Question] = []
        forEachQuestion(weigh(lines), lines) { index, facts in
            questions.append(
                Question(
                    line: article.source.line(ofByte: lines.lines[index].end - 1),
                    next: article.source.line(ofByte: lines.lines[index + 1].start),
                    script: lines.lines[index].script,
                    facts: Fact.allCases.map { facts[$0] }
                )
            )
        }
        return questions
    }
}
