import LinecasterKit

/// From one time to another.
extension EnglishTimeReader {
    /// `from A to B`, `between A and B`, `A - B`.
    func interval(at index: Int) -> (value: TimeExpression, next: Int)? {
        let isFrom = isWord(index, .from)
        let isBetween = isWord(index, .between)
        let begin = isFrom || isBetween ? index + 1 : index
        let ends = endpoints(at: begin, hasFrom: isFrom || isBetween)
        // A day before the interval is one of its possible beginnings.
        guard !ends.isEmpty else { return nil }
        let outer = outerDate(at: begin)
        let inner = outer.map { [.from, .between].contains(word($0.next)) ? $0.next + 1 : $0.next } ?? begin
        let hasFrom = isFrom || isBetween || inner > (outer?.next ?? begin)
        let isBetweenInner = isBetween || inner > begin && isWord(inner - 1, .between)
        var best: (value: TimeExpression, next: Int)?
        for start in outer == nil ? [begin] : [begin, inner] {
            let hasFrom = hasFrom || start == inner && outer != nil
            for first in start == begin && hasFrom == (isFrom || isBetween) ? ends : endpoints(at: start, hasFrom: hasFrom) {
                guard let joint = joint(first.next, isBetween: isBetweenInner) else { continue }
                for second in endpoints(at: joint, hasFrom: true) {
                    var a = first
                    var b = second
                    merge(&a, &b)
                    var next = b.next
                    if start == inner, let outer, outer.next <= inner, a.point.period == nil { a.point.period = outer.period }
                    if a.point.period == nil, b.point.period == nil, a.point.clock != nil, b.point.clock != nil,
                        let date = trailingDate(at: next)
                    {
                        a.point.period = date.period
                        b.point.period = date.period
                        placeIn(date.point.part, &a, &b)
                        next = date.next
                    } else if let date = outer, start == inner {
                        placeIn(date.point.part, &a, &b)
                    }
                    guard next > best?.next ?? 0, a.isBare == false || b.isBare == false || a.point.period != nil,
                        let value = frame.expression(from: a.point, to: b.point)
                    else { continue }
                    best = (value, next)
                }
            }
        }
        return best
    }

    func placeIn(_ part: DayPart?, _ a: inout Reading, _ b: inout Reading) {
        guard let part else { return }
        if let clock = a.point.clock, clock.isAmbiguous { a.point.clock = part.placing(clock) }
        if let clock = b.point.clock, clock.isAmbiguous { b.point.clock = part.placing(clock) }
    }

    /// A day before an interval of times: `tomorrow from 7:00 to 8:00pm`.
    func outerDate(at index: Int) -> (period: Period, point: TimePoint, next: Int)? {
        guard let date = period(at: index), date.period.grain == .day else { return nil }
        var next = date.next
        var point = TimePoint(period: date.period)
        point.part = date.part
        if let part = dayPart(at: next) { (point.part, next) = (part.part, part.next) }
        next = skip(next, .at)
        return (date.period, point, next)
    }

    func trailingDate(at index: Int) -> (period: Period, point: TimePoint, next: Int)? {
        let begin = skip(index, .on)
        guard let date = period(at: begin), date.period.grain == .day else { return nil }
        var point = TimePoint(period: date.period)
        point.part = date.part
        var next = date.next
        if let part = dayPart(at: next) { (point.part, next) = (part.part, part.next) }
        return (date.period, point, next)
    }

    func joint(_ index: Int, isBetween: Bool) -> Int? {
        if isMark(index, "-") || isMark(index, "~") { return isMark(index + 1, "-") ? index + 2 : index + 1 }
        switch word(index) {
        case .to, .till, .through, .thru, .until: return index + 1
        case .and where isBetween: return index + 1
        default: return nil
        }
    }

    /// What an end of an interval may be, bare numbers too.
    func endpoints(at index: Int, hasFrom: Bool) -> [Reading] {
        var result: [Reading] = []
        if let point = point(at: index) { result.append(point) }
        if let next = present(index) { result.append(Reading(point: TimePoint(vague: "PRESENT_REF"), next: next)) }
        if isWord(index, .current), isWord(index + 1, .date), let today = frame.today {
            result.append(Reading(point: TimePoint(period: TimeFrame.single(today)), next: index + 2))
        }
        let day = skip(index, .the)
        if let day = ordinal(day), (1...31).contains(day.value) {
            result.append(
                Reading(point: TimePoint(period: frame.date(day: day.value)), next: day.next, fields: (nil, nil, day.value), isBare: true)
            )
        }
        if let number = count(index), number.value <= 31 {
            if let clock = spokenTime(at: index)
                ?? (number.value <= 24 ? (ClockTime(hour: number.value, isAmbiguous: number.value <= 12), number.next) : nil)
            {
                result.append(
                    Reading(
                        point: TimePoint(clock: clock.0),
                        next: clock.1,
                        fields: (1...31).contains(number.value) && clock.1 == number.next ? (nil, nil, number.value) : nil,
                        isBare: !hasFrom || clock.1 == number.next
                    )
                )
            }
        }
        if let year = year(at: index, isSure: true), (1500...2100).contains(year.value) {
            result.append(Reading(point: TimePoint(period: frame.date(year: year.value)), next: year.next, fields: (year.value, nil, nil)))
        }
        return result
    }

    /// Takes over from one end what the other leaves out: `3 to 12 of Sept`, `Jan-Feb 2017`, `April 9 through 17`.
    func merge(_ a: inout Reading, _ b: inout Reading) {
        guard var x = a.fields, var y = b.fields, a.isBare || a.point.clock == nil, b.isBare || b.point.clock == nil else { return }
        let isDay = { (fields: (year: Int?, month: Int?, day: Int?)) in fields.year == nil && fields.month == nil && fields.day != nil }
        if isDay(x), y.month != nil, y.day != nil {
            (x.year, x.month) = (y.year, y.month)
        } else if isDay(y), x.month != nil, x.day != nil {
            (y.year, y.month) = (x.year, x.month)
        } else if x.year == nil, x.month != nil, let year = y.year, let month = y.month {
            x.year = x.month.map { $0 > month } == true ? year - 1 : year
        } else if y.year == nil, y.month != nil, let year = x.year, let month = x.month {
            y.year = y.month.map { $0 < month } == true ? year + 1 : year
        } else {
            return
        }
        a = date(a, x)
        b = date(b, y)
    }

    func date(_ reading: Reading, _ fields: (year: Int?, month: Int?, day: Int?)) -> Reading {
        var result = reading
        let isAnchored = reading.point.period?.isAnchored ?? false
        result.point.period = frame.date(year: fields.year, month: fields.month, day: fields.day)
        if fields.year == nil { result.point.period?.isAnchored = isAnchored || frame.today != nil }
        if reading.isBare { result.point.clock = nil }
        result.isBare = false
        result.fields = fields
        return result
    }
}
