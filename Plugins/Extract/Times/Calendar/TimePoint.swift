import LinecasterKit

/// A time as the text tells it, before it becomes a TIMEX3 value: a period, a time or a part of the day, or both.
struct TimePoint {
    var period: Period?
    var clock: ClockTime?
    var part: DayPart?
    var modifier: TimeModifier?
    /// A second that was counted from the article's own time.
    var moment: Moment?
    /// `PRESENT_REF`, `PAST_REF` or `FUTURE_REF`.
    var vague: String?
    /// Whether an interval that ends with it reaches to its end: until the end of June.
    var reachesEnd = false

    /// Whether it tells a day and a time within it.
    var isDateTime: Bool { period != nil && (clock != nil || part != nil) || moment != nil }

    /// How an interval names it where it begins there.
    var intervalTimex: String {
        if let vague { return vague }
        if let moment { return moment.iso }
        let date = reachesEnd ? period?.next ?? period?.timex : period?.start
        return (date ?? "") + (clock?.timex ?? part?.rawValue ?? "")
    }
}

extension TimeFrame {
    /// A time alone.
    func expression(_ point: TimePoint) -> TimeExpression {
        if let vague = point.vague { return plain(.datetime, vague, value: anchor, point.modifier, isAnchored: true) }
        if let moment = point.moment { return plain(.datetime, moment.iso, value: moment.iso, point.modifier, isAnchored: true) }
        let time = point.clock?.timex ?? point.part?.rawValue ?? ""
        guard let period = point.period else {
            let isPart = point.clock == nil
            var result = plain(.time, time, value: isPart ? nil : time, point.modifier, isAnchored: false)
            bound(&result, point.modifier, from: time, to: time)
            return result
        }
        let modifier = point.modifier ?? period.modifier
        if !time.isEmpty {
            let day = period.days?.lowerBound.iso
            var result = plain(.datetime, period.timex + time, value: day.map { $0 + time }, modifier, isAnchored: period.isAnchored)
            if let value = result.value { bound(&result, modifier, from: value, to: value) }
            return result
        }
        var result = plain(.date, period.timex, value: value(period), modifier, isAnchored: period.isAnchored)
        guard let days = period.days else { return result }
        if period.grain > .day || days.count > 1 { (result.from, result.to) = (days.lowerBound.iso, days.upperBound.iso) }
        let isDay = days.count == 1
        bound(&result, modifier, from: (modifier == .after && !isDay ? days.upperBound : days.lowerBound).iso, to: days.lowerBound.iso)
        return result
    }

    /// An open end for what lies before or after a time.
    private func bound(_ result: inout TimeExpression, _ modifier: TimeModifier?, from: String, to: String) {
        switch modifier {
        case .before, .onOrBefore: (result.from, result.to) = (nil, to)
        case .after, .onOrAfter: (result.from, result.to) = (from, nil)
        default: break
        }
    }

    /// The shortest ISO 8601 form of a period's days.
    private func value(_ period: Period) -> String? {
        guard let days = period.days else { return nil }
        switch period.grain {
        case .day where days.count == 1: return days.lowerBound.iso
        case .month: return String(days.lowerBound.iso.dropLast(3))
        case .year where !period.timex.contains("-"): return padded(days.lowerBound.year, 4)
        default: return days.lowerBound.iso + "/" + days.upperBound.iso
        }
    }

    private func plain(_ type: TimeType, _ timex: String, value: String?, _ modifier: TimeModifier?, isAnchored: Bool) -> TimeExpression {
        TimeExpression(
            type: type,
            timex: timex,
            value: value,
            modifier: modifier?.rawValue,
            anchor: isAnchored ? anchor : nil
        )
    }

    /// A length of time.
    func expression(_ length: TimeLength, _ modifier: TimeModifier? = nil) -> TimeExpression {
        plain(.duration, length.timex, value: nil, modifier, isAnchored: false)
    }

    /// Times that come back, such as every Monday.
    func set(_ timex: String) -> TimeExpression { plain(.set, timex, value: nil, nil, isAnchored: false) }

    /// From one time to another, half-open.
    func expression(from start: TimePoint, to end: TimePoint, length: TimeLength? = nil) -> TimeExpression? {
        var start = start
        var end = end
        share(&start, &end)
        // 从3月到年底, 到本世纪末: up to the last day of what begins before, or is longer than a year.
        if let period = end.period, period.modifier == .end, let days = period.days,
            days.upperBound.number - days.lowerBound.number > 366
                || (start.period?.days?.lowerBound).map({ days.lowerBound <= $0 && $0 < days.upperBound }) == true
        {
            end.period = TimeFrame.single(days.upperBound)
            end.period?.isAnchored = period.isAnchored
        }
        // A day and a time of no day are no two ends of anything.
        guard
            (start.period == nil && start.moment == nil && start.vague == nil)
                == (end.period == nil && end.moment == nil && end.vague == nil) || start.vague != nil || end.vague != nil
        else { return nil }
        if start.vague != nil || end.vague != nil { place(&start, &end) }
        // From next Monday to Friday: the end is as sure as the beginning.
        if let timex = end.period?.timex, timex.hasPrefix("XXXX-W"), start.period?.timex.hasPrefix("XXXX") == false,
            let day = end.period?.days?.lowerBound, let first = start.period?.days?.lowerBound
        {
            end.period = TimeFrame.single(day < first ? day + 7 : day)
        }
        let from = instant(start, isEnd: false)
        var to = instant(end, isEnd: true)
        if start.period == nil, end.period == nil, start.moment == nil, end.moment == nil {
            guard let from, var until = to else { return nil }
            if until.second <= from.second { until.second += 86400 }
            let length = length ?? .clock(seconds: until.second - from.second)
            return interval(.time, start, end, length.timex, start.intervalTimex, end.intervalTimex)
        }
        if let from, let until = to, until < from { to = later(end, than: from.day) ?? until }
        let isTimed = start.isDateTime || end.isDateTime || start.vague != nil && end.clock != nil || end.vague != nil && start.clock != nil
        let span = length?.timex ?? lengthTimex(start, end, from, to, isTimed: isTimed)
        let values = isTimed ? (from?.iso, to?.iso) : (from?.day.iso, to?.day.iso)
        return interval(isTimed ? .datetime : .date, start, end, span, values.0, values.1)
    }

    /// Day and hour that only one of two ends tells.
    private func share(_ start: inout TimePoint, _ end: inout TimePoint) {
        if start.period == nil, end.period != nil, start.clock != nil || start.part != nil, end.clock != nil { start.period = end.period }
        if end.period == nil, end.clock != nil, start.isDateTime, let period = start.period { end.period = period }
        if let a = start.clock, let b = end.clock {
            if a.isAmbiguous, !b.isAmbiguous, b.hour >= 12, a.hour < 12, a.afternoon.seconds < b.seconds { start.clock = a.afternoon }
            if b.isAmbiguous, !a.isAmbiguous, a.hour >= 12, b.hour < 12 { end.clock = b.afternoon }
            // From 11 to 4.
            if a.isAmbiguous, b.isAmbiguous, a.hour < 12, b.seconds <= a.seconds { end.clock = b.afternoon }
        }
    }

    /// A time of day beside the present: today's.
    private func place(_ start: inout TimePoint, _ end: inout TimePoint) {
        guard let today else { return }
        if end.clock != nil, end.period == nil {
            end.period = TimeFrame.single(today)
            if let clock = end.clock, clock.isAmbiguous, clock.seconds < (second ?? 0) { end.clock = clock.afternoon }
        }
        if start.clock != nil, start.period == nil { start.period = TimeFrame.single(today) }
        if end.period != nil, end.clock == nil {
            start = TimePoint(period: TimeFrame.single(today))
        } else if start.period != nil, start.clock == nil, end.vague != nil {
            end = TimePoint(period: TimeFrame.single(today))
        }
    }

    private struct Instant: Comparable {
        var day: CivilDay
        var second: Int
        var iso: String { second < 86400 ? Moment(day: day, second: second).iso : Moment(day: day + 1, second: second - 86400).iso }
        var total: Int { day.number * 86400 + second }
        static func < (left: Instant, right: Instant) -> Bool { left.total < right.total }
    }

    private func instant(_ point: TimePoint, isEnd: Bool) -> Instant? {
        if let moment = point.moment { return Instant(day: moment.day, second: moment.second) }
        if point.vague != nil { return today.map { Instant(day: $0, second: self.second ?? 0) } }
        let second = point.clock?.seconds ?? 0
        guard let period = point.period else { return point.clock.map { Instant(day: CivilDay(number: 0), second: $0.seconds) } }
        return period.days.map { Instant(day: point.reachesEnd ? $0.upperBound : $0.lowerBound, second: second) }
    }

    /// The end of an interval whose year is open: the first after its beginning.
    private func later(_ end: TimePoint, than start: CivilDay) -> Instant? {
        guard let period = end.period, let days = period.days else { return nil }
        let second = end.clock?.seconds ?? 0
        let day = end.reachesEnd ? days.upperBound : days.lowerBound
        if period.timex.hasPrefix("XXXX-W") { return Instant(day: day + 7, second: second) }
        guard period.timex.hasPrefix("XXXX") else { return nil }
        let parts = day.parts
        let isMonthOpen = period.timex.hasPrefix("XXXX-XX")
        for step in 1...9 {
            let next =
                isMonthOpen ? CivilDay(parts.year, parts.month + step, parts.day) : CivilDay(parts.year + step, parts.month, parts.day)
            if next >= start { return Instant(day: next, second: second) }
        }
        return nil
    }

    private func lengthTimex(_ start: TimePoint, _ end: TimePoint, _ from: Instant?, _ to: Instant?, isTimed: Bool) -> String {
        guard let from, let to, from <= to else { return isTimed ? "PTXH" : "PXD" }
        if isTimed { return TimeLength.clock(seconds: to.total - from.total).timex }
        let grain = min(start.period?.grain ?? .day, end.period?.grain ?? .day)
        let months = (to.day.year - from.day.year) * 12 + to.day.month - from.day.month
        switch grain {
        case .year where !start.reachesEnd && !end.reachesEnd: return "P\(to.day.year - from.day.year)Y"
        case .decade: return "P\(to.day.year - from.day.year)Y"
        case .year, .month, .quarter: return "P\(months)M"
        default: return "P\(to.day.number - from.day.number)D"
        }
    }

    private func interval(
        _ type: TimeType,
        _ start: TimePoint,
        _ end: TimePoint,
        _ length: String,
        _ from: String?,
        _ to: String?
    ) -> TimeExpression {
        let isAnchored = (start.period?.isAnchored ?? false) || (end.period?.isAnchored ?? false) || start.vague != nil || end.vague != nil
        var result = plain(
            type,
            "(\(start.intervalTimex),\(end.intervalTimex),\(length))",
            value: from.flatMap { from in to.map { from + "/" + $0 } },
            nil,
            isAnchored: isAnchored
        )
        (result.from, result.to) = (from, to)
        return result
    }
}
