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
        var asked: [Int] = []
        forEachQuestion(boundaries, article) { index, facts in
            let forest = forests[boundaries[index].script.rawValue]
            guard !forest.isEmpty else { return }
            asked.append(index)
            answers.append(forest.answer(facts))
        }
        for (number, index) in asked.enumerated() { boundaries[index].hear(answers[number], number: number) }
    }

    /// What the trees said of a boundary, where they were asked.
    func answer(to boundary: Boundary) -> Forest.Answer? { boundary.answer.map { answers[$0] } }
}

/// The boundaries behind each line but the last, by weights alone.
func weigh(_ article: ArticleLines) -> [Boundary] {
    let count = max(0, article.lines.count - 1)
    var boundaries: [Boundary] = []
    boundaries.reserveCapacity(count)
    var open = Line.Opened()
    for index in 0..<count {
        open.add(article.lines[index].opened)
        let boundary = Boundary(index, article, open: open)
        if boundary.isSure { open = Line.Opened() }
        boundaries.append(boundary)
    }
    return boundaries
}

/// Goes over the boundaries that the trees know more of than the weights.
func forEachQuestion(_ boundaries: [Boundary], _ article: ArticleLines, _ body: (_ index: Int, _ facts: Facts) -> Void) {
    // No listing was learned from.
    func asks(_ index: Int) -> Bool { boundaries[index].isDoubtful && !article.listings[index] && !article.listings[index + 1] }
    forEachStretch(article.lines, isSure: { boundaries[$0].isSure }, where: asks) { index, stretch in
        body(index, boundaries[index].facts(index, article, stretch))
    }
}
