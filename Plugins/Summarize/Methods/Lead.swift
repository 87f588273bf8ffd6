/// Sentences in the order in which they come: the first is worth most.
enum Lead {
    static func scores(_ body: Body) -> Scores {
        let count = Double(max(1, body.sentences.count))
        return Scores(
            values: body.sentences.indices.map { 1 - Double($0) / count },
            weights: [Double](repeating: 1, count: body.termCount)
        )
    }

    /// The first units until one does not fit.
    static func choose(_ units: [Unit], length: SummaryLength) -> [Unit] {
        var chosen: [Unit] = []
        var (sentences, characters) = (0, 0)
        for unit in units where chosen.last.map({ $0.sentences.upperBound <= unit.sentences.lowerBound }) ?? true {
            guard length.holds(sentences + unit.sentences.count, characters + unit.characters) else { break }
            chosen.append(unit)
            sentences += unit.sentences.count
            characters += unit.characters
        }
        return chosen
    }
}
