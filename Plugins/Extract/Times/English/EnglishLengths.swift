import LinecasterKit
import LinecasterLanguage

/// Lengths of time, times so far from others, and times that come back.
extension EnglishTimeReader {
    /// A length as read.
    struct LengthReading {
        var length: TimeLength
        var next: Int
    }

    private static let letters: [EnglishWord: TimeLength.Unit] = [.h: .hour, .m: .minute, .s: .second]

    /// `two days`, `2.5 hours`, `a year and a half`, `30-minute`, `3h`, `2 years 1 month 21 days`.
    func lengthOfTime(at index: Int) -> LengthReading? { lengths.reading(at: index) { longestLength(at: index) } }

    private func longestLength(at index: Int) -> LengthReading? {
        guard let first = counted(index) else { return nil }
        var length = TimeLength(first.value, first.unit)
        var next = first.next
        var last = first.unit
        if let fraction = fraction(at: next) {
            length = TimeLength(first.value + fraction.value, first.unit)
            return LengthReading(length: length, next: fraction.next)
        }
        while let more = additional(at: next), more.unit.rawValue < last.rawValue || last == .businessDay {
            length.add(more.value, more.unit)
            next = more.next
            last = more.unit
        }
        return LengthReading(length: length, next: next)
    }

    private func counted(_ index: Int) -> (value: Double, unit: TimeLength.Unit, next: Int)? {
        switch word(index) {
        case .half:
            let begin = skip(index + 1, .a, .an)
            guard let unit = unit(begin), !isPlural(begin) else { return nil }
            return (0.5, unit.value, unit.next)
        case .a, .an:
            if isWord(index + 1, .half) { return unit(index + 2).map { (0.5, $0.value, $0.next) } }
            guard let unit = unit(index + 1), !isPlural(index + 1), unit.value != .quarter || isWord(unit.next, .and),
                !isRate(index, unit.next)
            else { break }
            if case .part = term(index + 1) { return nil }
            return (1, unit.value, unit.next)
        case .another, .all:
            guard let unit = unit(index + 1), !isPlural(index + 1) else { return nil }
            if case .part = term(index + 1) { return nil }
            return (1, unit.value, unit.next)
        case .the:
            guard term(index + 1) == .unit(.hour), index > 0, isWord(index - 1, .for) else { return nil }
            return (1, .hour, index + 2)
        default: break
        }
        if let few = vagueCount(index), term(index) != .digits, numerals.cardinal(at: index) == nil {
            guard isPlural(few.next), let unit = unit(few.next) else { return nil }
            return (Double(few.value), unit.value, unit.next)
        }
        guard let number = numerals.cardinal(at: index), number.value < 1e9 else { return nil }
        // A number of more than one part: one and a half hours, one and half hour.
        if isWord(number.next, .and), isWord(skip(number.next + 1, .a), .half), let unit = unit(skip(number.next + 1, .a) + 1) {
            return (number.value + 0.5, unit.value, unit.next)
        }
        let begin = isMark(number.next, "-") && number.next + 1 < tokens.count && self[number.next].isGlued ? number.next + 1 : number.next
        if isWord(begin, .and), let rest = numerals.cardinal(at: begin + 1), case .tens = term(begin - 1), rest.value < 10,
            let unit = unit(rest.next)
        {
            return (number.value + rest.value, unit.value, unit.next)
        }
        if let unit = unit(begin) {
            if case .part(let part) = term(begin), part == .night { return nil }
            // Three-quarters of homes are no nine months.
            if unit.value == .quarter, begin > number.next || isWord(unit.next, .of) { return nil }
            return (number.value, unit.value, unit.next)
        }
        guard number.isDigits, begin < tokens.count, self[begin].isGlued,
            begin + 1 >= tokens.count || !self[begin + 1].isGlued || text[self[begin + 1].start] < 0x30
        else { return nil }
        return letter(begin).map { (number.value, $0, begin + 1) }
    }

    /// `500,000 barrels a day`, `twice a year`: a rate, no length.
    private func isRate(_ index: Int, _ next: Int) -> Bool {
        switch term(next) {
        case .word(.ago), .word(.later), .word(.starting), .word(.from), .word(.before), .word(.after), .word(.and): return false
        default: break
        }
        switch term(index - 1) {
        case .word(.once), .word(.twice), .units, .scale, .digits: return true
        case .other where index > 0: return !Self.taking.contains(lowered(index - 1))
        default: return false
        }
    }

    private static let taking: Set<String> = [
        "take", "takes", "took", "taken", "last", "lasts", "lasted", "spend", "spends", "spent", "need", "needs", "needed", "wait",
        "waited", "nearly", "almost", "just", "only", "half", "leave", "stay", "stayed", "lived", "worked",
    ]

    /// A unit by its letter, glued to digits: `3h`, `10D`, `3Y`.
    private func letter(_ index: Int) -> TimeLength.Unit? {
        guard self[index].end - self[index].start == 1 else { return nil }
        switch text[self[index].start] {
        case UInt8(ascii: "h"), UInt8(ascii: "H"): return .hour
        case UInt8(ascii: "D"), UInt8(ascii: "d"): return .day
        case UInt8(ascii: "Y"), UInt8(ascii: "y"): return .year
        default: return nil
        }
    }

    private func isPlural(_ index: Int) -> Bool {
        switch term(index) {
        case .units, .parts, .word(.business), .word(.working): true
        default: false
        }
    }

    /// `and a half`, `and a quarter` after a unit.
    private func fraction(at index: Int) -> (value: Double, next: Int)? {
        guard isWord(index, .and), isWord(index + 1, .a) else { return nil }
        if isWord(index + 2, .half) { return (0.5, index + 3) }
        return term(index + 2) == .unit(.quarter) ? (0.25, index + 3) : nil
    }

    /// A length by itself, with what bounds it.
    func length(at index: Int) -> (value: TimeExpression, next: Int)? {
        var begin = index
        var modifier: TimeModifier?
        if isWord(index, .less) || isWord(index, .more), isWord(index + 1, .than) {
            modifier = isWord(index, .less) ? .lessThan : .moreThan
            begin += 2
        }
        guard let length = lengthOfTime(at: begin) else { return nil }
        if let modifier, let after = afterDay(length.next), let today = after.day {
            return far(length.length, from: today, modifier, after.next)
        }
        return (frame.expression(length.length, modifier), length.next)
    }

    /// `more than 2 weeks after today`, `less than 3 days after tomorrow`.
    private func far(_ length: TimeLength, from day: CivilDay, _ modifier: TimeModifier, _ next: Int) -> (value: TimeExpression, next: Int)?
    {
        let end = length.added(to: day)
        if modifier == .moreThan {
            var point = TimePoint(period: TimeFrame.single(end))
            point.modifier = .after
            return (frame.expression(point), next)
        }
        return (frame.expression(TimePoint(period: frame.anchored(frame.interval(day..<end, length, .day)))), next)
    }

    private func afterDay(_ index: Int) -> (day: CivilDay?, next: Int)? {
        guard isWord(index, .after) || isWord(index, .from) || isWord(index, .since), let date = period(at: index + 1),
            date.period.grain == .day
        else { return nil }
        return (date.period.days?.lowerBound, date.next)
    }

    /// `in 2 weeks`, `three weeks ago`, `5 days before new year`, `2 weeks later`, `half an hour from now`, `within 3 min`.
    func counted(at index: Int) -> Reading? {
        let isIn = isWord(index, .in)
        guard let length = lengthOfTime(at: isIn ? index + 1 : index) else { return nil }
        if isIn {
            if isSpan(before: index) || isSpanOfPerfect(before: index) || isSpanOfPast(before: index) { return nil }
            if isWord(length.next, .from), let date = period(at: length.next + 1), date.period.grain == .day { return nil }
            return Reading(point: frame.away(length.length, 1), next: length.next)
        }
        switch word(length.next) {
        case .ago: return Reading(point: frame.away(length.length, -1), next: length.next + 1)
        case .later where isTold(index, length.next + 1): return nil
        case .later, .hence: return Reading(point: frame.away(length.length, 1), next: length.next + 1)
        case .from, .after:
            if isWord(length.next + 1, .now), isWord(length.next, .from) {
                return Reading(point: frame.away(length.length, 1), next: length.next + 2)
            }
            return from(length, 1)
        case .before: return from(length, -1)
        default: return nil
        }
    }

    private static let perfects = PhraseSet("had has have")
    private static let negatedPerfects = PhraseSet("hadn hasn haven hadn't hasn't haven't hadn’t hasn’t haven’t")

    /// `the best he had seen from a young bowler in 20 years`: the same, with a perfect tense in between.
    private func isSpanOfPerfect(before index: Int) -> Bool {
        var isPerfect = false
        for place in stride(from: index - 1, through: max(0, index - 14), by: -1) {
            let token = self[place]
            if text[token.start] == 0x2E || text[token.start] == 0x22 { return false }
            let word = token.start..<token.end
            if Self.perfects.contains(text, word) { isPerfect = true }
            // hasn't grown its volumes in six years
            if Self.negatedPerfects.contains(text, word) { return true }
            if isPerfect, ["best", "worst", "first", "only", "most"].contains(where: { text[word].elementsEqual($0.utf8) }) { return true }
        }
        return false
    }

    private static let firsts = PhraseSet("first only worst best most least never not once twice")

    /// `the worst storm in 20 years`, `not in 40 years`: so long a time, which begins nowhere.
    private func isSpan(before index: Int) -> Bool {
        ((index - 4)..<index).contains { place in
            let token = self[place]
            guard token.end - token.start >= 3 else { return false }
            if Self.firsts.contains(text, token.start..<token.end) { return place == index - 1 || text[token.start] != UInt8(ascii: "n") }
            return token.end - token.start >= 6 && text[(token.end - 3)..<token.end].elementsEqual("est".utf8)
                && text[token.start] &- 0x61 < 26 && !Self.noSuperlatives.contains(text, token.start..<token.end)
        }
    }

    private static let noSuperlatives = PhraseSet(
        "interest request protest forest harvest suggest invest contest arrest honest modest manifest digest conquest"
    )

    private func from(_ length: LengthReading, _ sign: Int) -> Reading? {
        guard length.length.isOfDays, let date = period(at: length.next + 1), date.period.grain == .day, date.part == nil,
            let day = date.period.days?.lowerBound, !isWord(length.next - 1, .from)
        else { return nil }
        var period = TimeFrame.single(length.length.added(to: day, times: sign))
        period.isAnchored = date.period.isAnchored
        return Reading(point: TimePoint(period: period), next: date.next)
    }

    /// A length from a beginning: `for 3 days from today`, `a week starting tomorrow`, `for 2 hours from 2pm`; and to an end: `within 3 min`, `last minute`.
    func lengthFrom(at index: Int) -> (value: TimeExpression, next: Int)? {
        if let near = within(at: index) { return near }
        let isFor = isWord(index, .for)
        guard let length = lengthOfTime(at: isFor ? index + 1 : index) else { return nil }
        let joint = skipComma(length.next)
        let begin: Int
        if isFor, isWord(joint, .from) {
            begin = joint + 1
        } else if !isFor, isWord(joint, .starting) || isWord(joint, .commencing) {
            begin = joint + 1
        } else {
            return nil
        }
        guard let start = point(at: begin) ?? bareHour(at: begin).map({ Reading(point: TimePoint(clock: $0.time.certain), next: $0.next) })
        else { return nil }
        var end = start.point
        if let clock = start.point.clock, let period = start.point.period, let day = period.days?.lowerBound {
            let from = Moment(day: day, second: clock.seconds)
            return (
                frame.expression(from: TimePoint(moment: from), to: TimePoint(moment: length.length.added(to: from)), length: length.length)
                    ?? frame.expression(length.length), start.next
            )
        }
        if let clock = start.point.clock {
            let seconds = clock.seconds + Int(length.length.hours * 3600 + length.length.minutes * 60 + length.length.seconds)
            end.clock = ClockTime(seconds: seconds % 86400)
            return frame.expression(from: TimePoint(clock: clock.certain), to: end).map { ($0, start.next) }
        }
        guard let day = start.point.period?.days?.lowerBound else { return nil }
        var period = frame.interval(day..<length.length.added(to: day), length.length, .day)
        period.isAnchored = start.point.period?.isAnchored ?? false
        return (frame.expression(TimePoint(period: period)), start.next)
    }

    private func within(at index: Int) -> (value: TimeExpression, next: Int)? {
        if [.last, .past, .previous, .next, .coming].contains(word(index)), case .unit(let unit) = term(index + 1),
            [.minute, .hour].contains(unit)
        {
            return near(TimeLength(1, unit), [.next, .coming].contains(word(index)) ? 1 : -1, index + 2)
        }
        if [.last, .past, .previous, .next, .coming].contains(word(index)), let length = lengthOfTime(at: index + 1),
            !length.length.isOfDays
        {
            return near(length.length, [.next, .coming].contains(word(index)) ? 1 : -1, length.next)
        }
        guard isWord(index, .within) else { return nil }
        let begin = skip(skip(index + 1, .the), .next)
        if begin > index + 2, case .unit(let unit) = term(begin) {
            var length = TimeLength(1, unit)
            var next = begin + 1
            if let more = additional(at: next) {
                length.add(more.value, more.unit)
                next = more.next
            }
            return near(length, 1, next)
        }
        guard let length = lengthOfTime(at: begin) else { return nil }
        return near(length.length, 1, length.next)
    }

    private func near(_ length: TimeLength, _ sign: Int, _ next: Int) -> (value: TimeExpression, next: Int)? {
        guard !length.isOfDays, let now = frame.now else { return nil }
        let other = length.added(to: now, times: sign)
        return frame.expression(
            from: TimePoint(moment: sign > 0 ? now : other),
            to: TimePoint(moment: sign > 0 ? other : now),
            length: length
        ).map { ($0, next) }
    }

    // MARK: Times that come back

    /// `every Monday`, `weekly`, `once a year`, `each day at 7`, `Friday mornings`.
    func set(at index: Int) -> (value: TimeExpression, next: Int)? {
        switch term(index) {
        case .often(let recurrence): return (frame.set(recurrence.rawValue), index + 1)
        case .word(.everyday): return (frame.set("P1D"), index + 1)
        case .word(.semi), .word(.bi):
            guard isMark(index + 1, "-"), case .often(let recurrence) = term(index + 2) else { return nil }
            return (frame.set((isWord(index, .semi) ? recurrence.half : recurrence.double).rawValue), index + 3)
        case .weekdays(let day): return (frame.set("XXXX-WXX-\(day)"), index + 1)
        case .parts(let part): return isWord(index - 1, .the) ? nil : (frame.set(part.rawValue), index + 1)
        case .weekday(let day):
            guard case .parts(let part) = term(index + 1) else { return nil }
            return (frame.set("XXXX-WXX-\(day)" + part.rawValue), index + 2)
        case .word(.once):
            guard isWord(index + 1, .a) || isWord(index + 1, .every), let unit = unit(index + 2) else { return nil }
            return (frame.set(TimeLength(1, unit.value).timex), unit.next)
        case .word(.every), .word(.each), .word(.any), .word(.all): return every(at: index)
        default: break
        }
        // 3pm each day
        guard let time = clock(at: index), isWord(time.next, .every) || isWord(time.next, .each), let every = every(at: time.next) else {
            return nil
        }
        let code = every.value.timex == "P1D" ? "" : every.value.timex
        return (frame.set(code + time.time.timex), every.next)
    }

    private func every(at index: Int) -> (value: TimeExpression, next: Int)? {
        let isAll = isWord(index, .all)
        let begin = skip(index + 1, .other)
        if isWord(begin, .weekend) || isWord(begin, .weekends) {
            return (frame.set(isWord(index, .every) ? "XXXX-WXX-WE" : "P1WE"), begin + 1)
        }
        guard !isAll else { return nil }
        if isWord(index, .any) {
            guard case .unit(let unit) = term(begin), unit.rawValue >= TimeLength.Unit.day.rawValue else { return nil }
            return (frame.set(TimeLength(1, unit).timex), begin + 1)
        }
        switch term(begin) {
        case .part(let part): return (frame.set(part.rawValue), begin + 1)
        case .weekday(let day): return timed("XXXX-WXX-\(day)", begin + 1)
        case .unit(let unit):
            let timex = TimeLength(isWord(begin - 1, .other) ? 2 : 1, unit).timex
            return timed(timex, begin + 1)
        default:
            guard let length = lengthOfTime(at: begin) else { return nil }
            return (frame.set(length.length.timex), length.next)
        }
    }

    /// A time of the day after it: every day at 7:13 p.m.
    private func timed(_ timex: String, _ next: Int) -> (value: TimeExpression, next: Int)? {
        let at = skip(next, .at)
        if let time = clock(at: at) ?? (at > next ? bareHour(at: at) : nil) {
            return (frame.set((timex == "P1D" ? "" : timex) + time.time.timex), time.next)
        }
        if timex.hasPrefix("XXXX"), case .part(let part) = term(next) { return (frame.set(timex + part.rawValue), next + 1) }
        return (frame.set(timex), next)
    }
}
