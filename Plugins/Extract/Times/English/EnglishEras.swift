import LinecasterKit
import LinecasterLanguage

/// Years and centuries of the common era and before it: `44 BC`, `AD 618`, `the third century BC`.
extension EnglishTimeReader {
    func commonEra(at index: Int) -> PeriodReading? {
        if let era = eraName(at: index) {
            guard !era.isBefore, (1...4).contains(self[era.next].digits), (1...2999).contains(self[era.next].number) else { return nil }
            return year(self[era.next].number, next: era.next + 1)
        }
        let begin = skip(index, .the)
        if let number = ordinal(begin) {
            let unitAt = isMark(number.next, "-") ? number.next + 1 : number.next
            guard term(unitAt) == .unit(.century), (1...99).contains(number.value), let era = eraName(at: unitAt + 1) else { return nil }
            if era.isBefore { return PeriodReading(period: frame.centuryBeforeEra(number.value), next: era.next) }
            return number.value <= 30 ? PeriodReading(period: years(number.value - 1, 0, 100), next: era.next) : nil
        }
        guard begin == index, (1...5).contains(self[index].digits), self[index].number > 0, let era = eraName(at: index + 1) else {
            return nil
        }
        return era.isBefore ? year(1 - self[index].number, next: era.next) : year(self[index].number, next: era.next)
    }

    private func year(_ year: Int, next: Int) -> PeriodReading {
        PeriodReading(period: frame.date(year: year), next: next, fields: (year, nil, nil))
    }

    private static let names: [(name: StaticString, isBefore: Bool)] = [
        ("B.C.E.", true), ("B.C.", true), ("BCE", true), ("BC", true), ("A.D.", false), ("C.E.", false), ("AD", false), ("CE", false),
    ]

    /// The name of an era, in capitals, and the token after it.
    func eraName(at index: Int) -> (isBefore: Bool, next: Int)? {
        guard index >= 0, index < tokens.count, tokens[index].isCapital, case let start = tokens[index].start, start + 1 < limit,
            (0x41...0x43).contains(text[start])
        else { return nil }
        for (name, isBefore) in Self.names where text.holds(name, at: start) {
            let end = start + name.utf8CodeUnitCount
            guard end <= limit, end == limit || !((text[end] | 0x20) &- 0x61 < 26 || text[end] &- 0x30 < 10 && isBefore) else { continue }
            return (isBefore, token(at: end, from: index))
        }
        return nil
    }
}
