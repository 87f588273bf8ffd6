import LinecasterKit

/// Days as newspapers wrote them in the nineteenth century, and some still do: `Wednesday next`, `Thursday evening last`, `the 9th inst.`
extension EnglishTimeReader {
    /// A day of the week with `next` or `last` behind it, and the day of the month that may follow.
    func weekdayNextOrLast(_ day: (value: Int, next: Int)) -> PeriodReading? {
        let part = dayPart(at: day.next)
        let side = part?.next ?? day.next
        guard isWord(side, .next) || isWord(side, .last), standsAlone(side + 1) else { return nil }
        let isNext = isWord(side, .next)
        if let date = dayOfNamedMonth(at: skipComma(side + 1)), date.next > side + 1 {
            return PeriodReading(period: date.period, next: date.next, part: part?.part)
        }
        let period = frame.resolved("XXXX-WXX-\(day.value)") {
            isNext ? $0 + ((day.value - $0.weekday - 1).modulo(7) + 1) : $0 + -(($0.weekday - day.value - 1).modulo(7) + 1)
        }
        return PeriodReading(period: period, next: side + 1, part: part?.part)
    }

    /// Nothing that `next` or `last` would belong to: not in `Wednesday next week`.
    private func standsAlone(_ index: Int) -> Bool {
        switch term(index) {
        case .unit, .units, .month, .weekday, .season, .digits, .small, .part, .parts, .festival, .ordinal: false
        case .other: index >= tokens.count || Self.conjunctions.contains(lowered(index))
        default: true
        }
    }

    private static let conjunctions: Set<String> = ["upon", "when", "while", "where", "because"]

    private static let months: [String: Int] = ["inst": 0, "instant": 0, "ult": -1, "ultimo": -1, "prox": 1, "proximo": 1]

    /// `the 9th inst.`: of this month, the last or the next.
    func dayOfNamedMonth(at index: Int) -> PeriodReading? {
        guard let day = ordinal(skip(index, .the)), (1...31).contains(day.value), day.next < tokens.count,
            let shift = Self.months[lowered(day.next)]
        else { return nil }
        let next = skipDot(day.next + 1)
        guard let today = frame.today else { return PeriodReading(period: frame.date(day: day.value), next: next) }
        let month = CivilDay(today.year, today.month + shift, 1).parts
        guard CivilDay.exists(month.year, month.month, day.value) else { return nil }
        return PeriodReading(period: TimeFrame.single(CivilDay(month.year, month.month, day.value)), next: next)
    }
}
