/// Where an English time may begin: one look at most words of a text, before the grammar is asked.
extension EnglishTimeReader {
    /// Whether a time may begin at a token: whether one of the words that make a time stands there, or behind nothing but words that
    /// times are built with.
    func mayBegin(_ index: Int) -> Bool {
        if eraName(at: index) != nil { return true }
        switch term(index) {
        case .other, .mark: return false
        case .word(let word) where isNeverFirst(word): return false
        default: break
        }
        var next = index
        while next < index + Self.longest {
            switch term(next) {
            case .other: return false
            case .mark: break
            case .word(let word): if isTime(word) { return true }
            default: return true
            }
            next += 1
        }
        return false
    }

    /// So many words and marks at most stand before the word that makes a time.
    private static let longest = 24

    private func isNeverFirst(_ word: EnglishWord) -> Bool {
        switch word {
        case .of, .and, .or, .than, .ish, .st, .nd, .rd, .th, .o, .clock, .with, .not, .but, .least, .ad, .bc, .pm, .am: true
        default: false
        }
    }

    /// Words that are a time by themselves, or the last of one that has no number, unit, month or day: at the moment, to date.
    private func isTime(_ word: EnglishWord) -> Bool {
        switch word {
        case .now, .present, .moment, .date, .today, .tonight, .yesterday, .tomorrow, .noon, .midday, .midnight, .noonish, .weekend,
            .weekends, .workweek, .weekday, .everyday, .eod, .eom, .eoy, .cob, .fy, .sy:
            true
        default: false
        }
    }

    /// Whether a day or a stretch of days may begin at a token.
    func mayBeginPeriod(_ index: Int) -> Bool {
        if self[index].openings.contains(.festival) || eraName(at: index) != nil { return true }
        switch term(index) {
        case .other, .mark, .part, .parts, .often, .units, .weekdays, .festival: return false
        case .word(let word): return beginsPeriod(word, index)
        default: return true
        }
    }

    private func beginsPeriod(_ word: EnglishWord, _ index: Int) -> Bool {
        switch word {
        case .the, .on, .this, .current, .next, .coming, .upcoming, .following, .last, .past, .previous, .same, .later, .earlier, .early,
            .late, .mid, .middle, .beginning, .start, .end, .rest, .remaining, .remainder, .today, .yesterday, .tomorrow, .tonight,
            .weekend, .q, .h, .w, .eod, .fy, .sy, .cy, .fiscal, .school, .calendar:
            true
        // A thousand nine hundred and ten.
        case .a, .an: if case .scale = term(index + 1) { true } else { false }
        default: false
        }
    }
}
