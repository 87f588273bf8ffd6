import LinecasterKit

/// Today, yesterday, this morning.
extension EnglishTimeReader {
    func relativeDay(at index: Int) -> PeriodReading? {
        switch word(index) {
        case .today: return PeriodReading(period: frame.relative(.day, 0), next: index + 1)
        case .yesterday: return PeriodReading(period: frame.relative(.day, -1), next: index + 1)
        case .tomorrow: return PeriodReading(period: frame.relative(.day, 1), next: index + 1)
        case .tonight: return PeriodReading(period: frame.relative(.day, 0), next: index + 1, part: .night)
        case .this, .last:
            guard case .part(let part) = term(index + 1), [.morning, .afternoon, .evening, .night].contains(part) else { return nil }
            return PeriodReading(period: frame.relative(.day, isWord(index, .this) ? 0 : -1), next: index + 2, part: part)
        case .early, .late, .later, .earlier:
            guard var inner = relativeDay(at: skip(index + 1, .in)), inner.part != nil || isWord(index, .later) else { return nil }
            inner.period.modifier = [.early, .earlier].contains(word(index)) ? .start : .end
            return inner
        case .mid:
            guard var inner = relativeDay(at: isMark(index + 1, "-") ? index + 2 : index + 1) else { return nil }
            inner.period.modifier = .mid
            return inner
        default: break
        }
        let begin = skip(index, .the)
        guard term(begin) == .unit(.day) else { return nil }
        if isWord(begin + 1, .after), isWord(begin + 2, .tomorrow) {
            return PeriodReading(period: frame.relative(.day, 2), next: begin + 3)
        }
        if isWord(begin + 1, .before), isWord(begin + 2, .yesterday) {
            return PeriodReading(period: frame.relative(.day, -2), next: begin + 3)
        }
        if begin > index, isWord(begin + 1, .after), !isMoreDate(begin + 2) {
            return PeriodReading(period: frame.relative(.day, 1), next: begin + 2)
        }
        if begin > index, isWord(begin + 1, .before), !isMoreDate(begin + 2) {
            return PeriodReading(period: frame.relative(.day, -1), next: begin + 2)
        }
        return nil
    }

    func isMoreDate(_ index: Int) -> Bool {
        switch term(index) {
        case .other, .word: return true
        case .mark(let mark): return mark == UInt8(ascii: "-")
        default: return index < tokens.count
        }
    }
}
