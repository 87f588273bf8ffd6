/// What is chosen or left as a whole: a sentence that can stand alone, or one with those behind it that lean on it.
struct Unit {
    /// Sentences of the body, by index, half-open.
    let sentences: Range<Int>
    let characters: Int
    /// What it is worth: the sum of its sentences' scores.
    let score: Double
}

extension Body {
    /// How many sentences a unit may hold.
    private static let longestUnit = 3

    /// The units of a range of sentences, in text order.
    func units(in range: Range<Int>, scores: [Double]) -> [Unit] {
        var units: [Unit] = []
        for index in range {
            switch sentences[index].signs.standing {
            case .never, .atNeed: continue
            case .alone: units.append(unit(index..<index + 1, scores))
            case .behind:
                guard let start = support(of: index, from: range.lowerBound) else { continue }
                units.append(unit(start..<index + 1, scores))
            }
        }
        // An article of questions or of one endless sentence has a summary all the same.
        guard units.isEmpty else { return units }
        return range.filter { sentences[$0].signs.standing != .never }.map { unit($0..<$0 + 1, scores) }
    }

    /// The sentence on which another leans, by itself or through those between.
    private func support(of index: Int, from first: Int) -> Int? {
        var start = index
        while start > first, index - start < Self.longestUnit - 1, sentences[start - 1].section == sentences[index].section {
            start -= 1
            switch sentences[start].signs.standing {
            case .alone: return start
            case .behind: continue
            case .never, .atNeed: return nil
            }
        }
        return nil
    }

    private func unit(_ range: Range<Int>, _ scores: [Double]) -> Unit {
        var characters = 0
        var score = 0.0
        for index in range {
            characters += sentences[index].signs.characters
            score += scores[index]
        }
        return Unit(sentences: range, characters: characters, score: score)
    }
}
