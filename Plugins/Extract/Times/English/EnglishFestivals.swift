import LinecasterKit

/// Festivals, quarters and seasons.
extension EnglishTimeReader {
    private static let festivalNames: [(keys: [String], festival: Festival)] = Festival.english.map {
        ($0.name.split(whereSeparator: { $0 == " " || $0 == "-" }).map(String.init), $0.festival)
    }
    .sorted { $0.0.count > $1.0.count }

    func festivalName(at index: Int) -> (value: Festival, next: Int)? {
        guard self[index].openings.contains(.festival) else { return nil }
        for (keys, festival) in Self.festivalNames {
            if let next = holds(keys, at: index) { return (festival, next) }
        }
        return nil
    }

    func lowered(_ index: Int) -> String { self[index].lowered(in: text) }

    func holds(_ keys: [String], at index: Int) -> Int? {
        var next = index
        for key in keys {
            guard next < tokens.count else { return nil }
            var name = lowered(next)
            next += 1
            // A genitive: new year's day.
            if isMark(next, "'"), self[next].isGlued {
                if isWord(next + 1, .s), self[next + 1].isGlued {
                    (name, next) = (name + "s", next + 2)
                } else if key != keys.last {
                    next += 1
                }
            }
            if isMark(next, "-"), self[next].isGlued, key != keys.last { next += 1 }
            guard name == key else { return nil }
        }
        return next
    }

    func festival(at index: Int) -> PeriodReading? {
        if isWord(skip(index, .the), .weekend), case let of = skip(index, .the) + 1, isWord(of, .of), let name = festivalName(at: of + 1) {
            let year = year(at: name.next, isSure: true)
            return weekend(name.value, year?.value, year?.next ?? name.next)
        }
        guard let name = festivalName(at: index) else { return nil }
        if isWord(name.next, .weekend) { return weekend(name.value, nil, name.next + 1) }
        let joint = skip(skipComma(name.next), .of, .in)
        if let year = year(at: joint, isSure: true) {
            return PeriodReading(period: frame.festival(name.value, year: year.value), next: year.next)
        }
        return PeriodReading(period: frame.festival(name.value), next: name.next)
    }

    func weekend(_ festival: Festival, _ year: Int?, _ next: Int) -> PeriodReading? {
        let period = year.map { frame.festival(festival, year: $0) } ?? frame.festival(festival)
        guard let day = period.days?.lowerBound else { return PeriodReading(period: period, next: next) }
        // A Monday's weekend is the one before it.
        var weekend = frame.weekend(of: day.weekday == 1 ? day + -1 : day)
        if let days = weekend.days, day.weekday == 1 { weekend.days = days.lowerBound..<day + 1 }
        return PeriodReading(period: weekend, next: next)
    }

    /// `Q3 2019`, `2019-Q1`, `the first quarter of 2013`, `2019 H2`.
    func quarter(at index: Int, depth: Int) -> PeriodReading? {
        if let code = quarterCode(at: index) {
            let joint = isMark(code.next, "-") ? code.next + 1 : skip(code.next, .of, .in)
            if let year = year(at: joint, isSure: true) { return quarter(code, frame.date(year: year.value), year.next) }
            return quarter(code, Period(timex: "XXXX", grain: .year), code.next)
        }
        guard let year = year(at: index, isSure: true), term(index) == .digits,
            let code = quarterCode(at: isMark(year.next, "-") ? year.next + 1 : year.next)
        else { return nil }
        return quarter(code, frame.date(year: year.value), code.next)
    }

    func quarterCode(at index: Int) -> (number: Int, isHalf: Bool, next: Int)? {
        guard isWord(index, .q) || isWord(index, .h), index + 1 < tokens.count, self[index + 1].isGlued, self[index + 1].digits == 1 else {
            return nil
        }
        let isHalf = isWord(index, .h)
        guard (1...(isHalf ? 2 : 4)).contains(self[index + 1].number) else { return nil }
        return (self[index + 1].number, isHalf, index + 2)
    }

    func quarter(_ code: (number: Int, isHalf: Bool, next: Int), _ year: Period, _ next: Int) -> PeriodReading? {
        frame.part(code.number, code.isHalf ? .halfYear : .quarter, of: year).map { PeriodReading(period: $0, next: next) }
    }

    func season(at index: Int) -> PeriodReading? {
        guard case .season(let season) = term(index),
            season != .spring && season != .autumn || isAfterPreposition(index) || year(at: skip(index + 1, .of), isSure: true) != nil
        else { return nil }
        if let year = year(at: skip(index + 1, .of), isSure: true) {
            return PeriodReading(period: Period(timex: padded(year.value, 4) + "-" + season.rawValue, grain: .quarter), next: year.next)
        }
        return PeriodReading(period: Period(timex: season.rawValue, grain: .quarter), next: index + 1)
    }
}
