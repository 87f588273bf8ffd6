import LinecasterLanguage

/// Lengths of time within what is told of the past, which do not count from the article's date.
extension EnglishTimeReader {
    /// `ran the 100 metres in 9.98 seconds`, `fell by 4% in six months`: how long it took, where the nearest verb is of the past.
    func isSpanOfPast(before index: Int) -> Bool { tense(before: index) == .past }

    /// `Two years later she sold it`: a while after something else that is past.
    func isTold(_ index: Int, _ next: Int) -> Bool { (tense(before: index) ?? tense(after: next)) == .past }

    private static let furthest = 12

    /// What the nearest verb before a token tells, in its sentence; a helper before it makes it one that is to come.
    private func tense(before index: Int) -> SentenceTense.Tense? {
        var place = index - 1
        while place >= max(0, index - Self.furthest), !endsSentence(place) {
            if isHelper(place) { return .future }
            if let tense = SentenceTense.tense(of: self[place].start..<self[place].end, in: text) {
                return (max(0, place - 3)..<place).contains(where: isHelper) ? .future : tense
            }
            place -= 1
        }
        return nil
    }

    private func tense(after index: Int) -> SentenceTense.Tense? {
        for place in index..<max(index, min(index + Self.furthest, tokens.count)) {
            if endsSentence(place) { return nil }
            if isHelper(place) { return .future }
            if let tense = SentenceTense.tense(of: self[place].start..<self[place].end, in: text) { return tense }
        }
        return nil
    }

    private func isHelper(_ index: Int) -> Bool { SentenceTense.helpers.contains(text, self[index].start..<self[index].end) }

    /// A mark that ends a sentence or a clause of its own, and no point within a number.
    private func endsSentence(_ index: Int) -> Bool {
        guard ["." as Unicode.Scalar, ";", ":", "?", "!"].contains(where: { isMark(index, $0) }) else { return false }
        return !(self[index].isGlued && self[index + 1].isGlued)
    }
}
