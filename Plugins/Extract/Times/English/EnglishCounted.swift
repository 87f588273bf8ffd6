import LinecasterKit

/// The last three months, the next two days.
extension EnglishTimeReader {
    private static let directions: [EnglishWord: Int] = [
        .last: -1, .past: -1, .previous: -1, .next: 1, .coming: 1, .following: 1, .upcoming: 1,
    ]

    /// `the last three months`, `next couple weeks`, `5 past years`.
    func consecutive(at index: Int) -> PeriodReading? {
        if let number = count(index), let direction = word(number.next).flatMap({ Self.directions[$0] }),
            case .units = term(number.next + 1), let unit = unit(number.next + 1), unit.value.rawValue >= TimeLength.Unit.day.rawValue,
            number.value > 0
        {
            return PeriodReading(period: frame.consecutive(number.value, unit.value, direction), next: unit.next)
        }
        guard let direction = word(index).flatMap({ Self.directions[$0] }), let number = vagueCount(index + 1), number.value > 0,
            number.value < 10_000, let unit = unit(number.next),
            unit.value.rawValue >= TimeLength.Unit.day.rawValue
        else { return nil }
        var length = TimeLength(Double(number.value), unit.value)
        var next = unit.next
        while let more = additional(at: next), more.length.isOfDays {
            length.add(more.value, more.unit)
            next = more.next
        }
        if next > unit.next, let today = frame.today {
            let days = direction < 0 ? length.added(to: today, times: -1)..<today : today + 1..<length.added(to: today + 1)
            return PeriodReading(period: frame.anchored(frame.interval(days, length, .day)), next: next)
        }
        return PeriodReading(period: frame.consecutive(number.value, unit.value, direction), next: unit.next)
    }

    /// `and 2 weeks` after a length.
    func additional(at index: Int) -> (value: Double, unit: TimeLength.Unit, next: Int, length: TimeLength)? {
        let begin = isWord(index, .and) || isMark(index, ",") ? index + 1 : index
        guard let number = numerals.cardinal(at: begin), let unit = unit(number.next) else { return nil }
        return (number.value, unit.value, unit.next, TimeLength(number.value, unit.value))
    }

    /// A number, or a word that stands for a few.
    func vagueCount(_ index: Int) -> (value: Int, next: Int)? {
        if let number = count(index) { return number }
        switch word(index) {
        case .few, .several, .someOf: return (3, index + 1)
        case .couple: return (2, skip(index + 1, .of))
        case .a where isWord(index + 1, .couple): return (2, skip(index + 2, .of))
        case .a where isWord(index + 1, .few): return (3, index + 2)
        default: return nil
        }
    }
}
