public import LinecasterKit
import LinecasterLanguage

/// The boundaries of an article, weighed one by one, and where that leaves doubt once more by trees that know what is
/// around them.
struct Weighing {
    /// Behind each line but the last.
    private(set) var boundaries: [Boundary]
    private var answers: [Forest.Answer] = []

    init(_ article: ArticleLines) {
        boundaries = weigh(article)
        let forests = RepairModel.Script.allCases.map(article.forest)
        guard forests.contains(where: { !$0.isEmpty }) else { return }
        forEachQuestion(boundaries, article) { index, facts in
            let forest = forests[boundaries[index].script.rawValue]
            guard !forest.isEmpty else { return }
            let answer = forest.answer(facts)
            boundaries[index].hear(answer, number: answers.count)
            answers.append(answer)
        }
    }

    /// What the trees said of a boundary, where they were asked.
    func answer(to boundary: Boundary) -> Forest.Answer? { boundary.answer.map { answers[$0] } }
}

/// The boundaries behind each line but the last, by weights alone.
private func weigh(_ article: ArticleLines) -> [Boundary] {
    let count = max(0, article.lines.count - 1)
    var boundaries: [Boundary] = []
    boundaries.reserveCapacity(count)
    var open = Line.Opened()
    for index in 0..<count {
        open.add(article.lines[index].opened)
        let boundary = Boundary(index, article, open: open)
        if boundary.score > 2 { open = Line.Opened() }
        boundaries.append(boundary)
    }
    return boundaries
}

/// Goes over the boundaries that the trees know more of than the weights.
private func forEachQuestion(_ boundaries: [Boundary], _ article: ArticleLines, _ body: (_ index: Int, _ facts: Facts) -> Void) {
    let stretches = Stretch.all(article.lines, scores: boundaries.map(\.score))
    for (index, boundary) in boundaries.enumerated() {
        // No listing was learned from.
        guard !article.listings[index], !article.listings[index + 1] else { continue }
        if let facts = boundary.facts(index, article, stretches[index]) { body(index, facts) }
    }
}

/// What the trees of repair are asked about in an article: the source lines beside a boundary, from 1, and its facts
/// in the order of ``Fact``. For learning.
public func questions(_ article: Article, model: RepairModel) -> [(line: Int, next: Int, script: RepairModel.Script, facts: [Int])] {
    let lines = ArticleLines(article.utf8, dropsFurniture: true, model: model)
    var questions: [(line: Int, next: Int, script: RepairModel.Script, facts: [Int])] = []
    forEachQuestion(weigh(lines), lines) { index, facts in
        let line = lines.lines[index]
        let next = lines.lines[index + 1]
        questions.append(
            (
                article.source.line(ofByte: line.end - 1), article.source.line(ofByte: next.start), line.script,
                Fact.allCases.map { facts[$0] }
            )
        )
    }
    return questions
}

/// The names of what ``questions(_:model:)`` gives, in order.
public let factNames = Fact.allCases.map(\.stringValue)
