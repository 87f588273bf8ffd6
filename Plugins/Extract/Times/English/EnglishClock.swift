import LinecasterKit

/// Times and parts of the day.
extension EnglishTimeReader {
    /// A time as read.
    struct TimeReading {
        var time: ClockTime
        var next: Int
        var modifier: TimeModifier?
    }

    /// `7:30pm`, `eight o'clock`, `half past nine`, `noon`, `11ish`, `seven p . m .`.
    func clock(at index: Int) -> TimeReading? {
        guard index < tokens.count else { return nil }
        if let named = named(at: index) { return named }
        if let past = past(at: index) { return past }
        if self[index].digits > 0 { return digital(at: index) }
        return spoken(at: index)
    }

    private func named(at index: Int) -> TimeReading? {
        switch word(index) {
        case .noon, .midday: return TimeReading(time: ClockTime(hour: 12), next: index + 1)
        case .midnight: return TimeReading(time: ClockTime(hour: 0), next: index + 1)
        case .noonish: return TimeReading(time: ClockTime(hour: 12), next: index + 1)
        default:
            guard isWord(index + 1, .noon) || isWord(index + 1, .midnight), let number = count(index), number.value == 12,
                number.next == index + 1
            else { return nil }
            return TimeReading(time: ClockTime(hour: isWord(index + 1, .noon) ? 12 : 0), next: index + 2)
        }
    }

    /// `half past ten`, `ten past 9`, `a quarter to five`.
    private func past(at index: Int) -> TimeReading? {
        var minutes: Int
        var next: Int
        var isOfMinutes = false
        let begin = skip(index, .a)
        if term(begin) == .unit(.quarter) {
            (minutes, next) = (15, begin + 1)
        } else if isWord(begin, .half) {
            (minutes, next) = (30, isMark(begin + 1, "-") ? begin + 2 : begin + 1)
        } else if let number = count(index), (1...59).contains(number.value) {
            (minutes, next) = (number.value, number.next)
            if term(next) == .units(.minute) { (next, isOfMinutes) = (next + 1, true) }
        } else {
            return nil
        }
        let isPast = isWord(next, .past)
        guard isPast || isWord(next, .to) && (isOfMinutes || term(begin) == .unit(.quarter)), let hour = count(next + 1),
            (1...12).contains(hour.value)
        else { return nil }
        switch term(hour.next) {
        case .unit, .units, .scale: return nil
        default: break
        }
        if !isPast { minutes = 60 - minutes }
        var time = ClockTime(hour: isPast ? hour.value : (hour.value + 11) % 12, minute: minutes, isAmbiguous: true)
        next = hour.next
        if isWord(next, .oclock) { next += 1 }
        if let half = halfOfDay(at: next) { (time, next) = (half.isAfternoon ? time.afternoon : time.certain, half.next) }
        return TimeReading(time: time, next: next)
    }

    private func digital(at index: Int) -> TimeReading? {
        let token = self[index]
        if let military = military(at: index) { return military }
        guard token.digits <= 2, token.number <= 24, !(index > 0 && token.isGlued && isNumberMark(index - 1)) else { return nil }
        var time = ClockTime(hour: token.number, isAmbiguous: (1...12).contains(token.number))
        var next = index + 1
        var isSure = false
        if isMark(next, ":") || isMark(next, "."), next + 1 < tokens.count, self[next].isGlued, self[next + 1].isGlued,
            self[next + 1].digits == 2, self[next + 1].number < 60
        {
            let isColon = isMark(next, ":")
            time.minute = self[next + 1].number
            if isColon { time.isAmbiguous = (1...12).contains(token.number) && (token.digits == 1 || token.number >= 10) }
            next += 2
            isSure = isColon || isWord(index - 1, .at)
            if isMark(next, ":"), next + 1 < tokens.count, self[next].isGlued, self[next + 1].digits == 2, self[next + 1].number < 60 {
                time.second = self[next + 1].number
                next += 2
            }
            if !isColon, halfOfDay(at: next) == nil, !isRangeOfTimes(next), !isWord(index - 1, .at) || isAmount(next) { return nil }
        }
        if let half = halfOfDay(at: next) {
            guard token.number <= 12 || half.isAfternoon else { return nil }
            if half.isBoth { return TimeReading(time: time, next: half.next) }
            if token.number == 12 {
                time = half.isAfternoon ? time.certain : ClockTime(hour: 0, minute: time.minute, second: time.second)
            } else {
                time = half.isAfternoon ? time.afternoon : time.certain
            }
            return TimeReading(time: time, next: half.next)
        }
        if isWord(next, .oclock) { return TimeReading(time: time, next: next + 1) }
        if isWord(next, .ish), self[next].isGlued { return TimeReading(time: time.certain, next: next + 1) }
        return isSure ? TimeReading(time: time, next: next) : nil
    }

    /// `0830 hours`, `at 1500 hours`.
    private func military(at index: Int) -> TimeReading? {
        let token = self[index]
        guard token.digits == 4, term(index + 1) == .units(.hour), token.number / 100 < 24, token.number % 100 < 60,
            text[token.start] == UInt8(ascii: "0") || [.at, .by, .from, .until, .till].contains(word(index - 1))
        else { return nil }
        return TimeReading(time: ClockTime(hour: token.number / 100, minute: token.number % 100), next: index + 2)
    }

    /// `at 2.25%`, `at 2.25 million`, `at 2.25 per cent`: no time.
    private func isAmount(_ index: Int) -> Bool {
        guard index < tokens.count else { return false }
        if case .scale = term(index) { return true }
        return isMark(index, "%") || isWord(index, .per)
            || ["percent", "points", "dollars", "euros", "pounds", "yuan"].contains(lowered(index))
    }

    /// `9.30-4.30pm`: the second time says what the first is.
    private func isRangeOfTimes(_ index: Int) -> Bool {
        guard isMark(index, "-") || isWord(index, .to), index + 1 < tokens.count, self[index + 1].digits > 0, self[index + 1].digits <= 2
        else { return false }
        let next = isMark(index + 2, ".") ? index + 4 : index + 2
        return halfOfDay(at: next) != nil
    }

    private func isNumberMark(_ index: Int) -> Bool {
        switch term(index) {
        case .mark(let mark):
            return [UInt8(ascii: "."), UInt8(ascii: ":"), UInt8(ascii: "/"), UInt8(ascii: "$")].contains(mark) && index > 0
                && (self[index].isGlued || mark == UInt8(ascii: "$"))
        default: return false
        }
    }

    /// `am`, `p.m.`, `p . m .`, and `a` or `p` glued to the hour.
    func halfOfDay(at index: Int) -> (isAfternoon: Bool, next: Int, isBoth: Bool)? {
        switch word(index) {
        case .am, .pm: return (isWord(index, .pm), index + 1, false)
        case .a, .p, .m:
            let isAfternoon = isWord(index, .p)
            if isWord(index, .m) { return nil }
            if isMark(index + 1, "."), isWord(index + 2, .m) {
                return (isAfternoon, isMark(index + 3, ".") ? index + 4 : index + 3, false)
            }
            if isWord(index + 1, .m) { return (isAfternoon, index + 2, false) }
            return self[index].isGlued && index > 0 && term(index - 1) == .digits
                && (index + 1 >= tokens.count || !self[index + 1].isGlued || isMark(index + 1, ".")) ? (isAfternoon, index + 1, false) : nil
        case nil:
            // 9.am
            guard isMark(index, "."), index < tokens.count, self[index].isGlued, isWord(index + 1, .am) || isWord(index + 1, .pm),
                self[index + 1].isGlued
            else { return nil }
            return (isWord(index + 1, .pm), index + 2, false)
        default: return nil
        }
    }

    /// `eight o'clock`, `seven pm`, `one thirty p m`.
    private func spoken(at index: Int) -> TimeReading? {
        guard let hour = count(index), (0...24).contains(hour.value) else { return nil }
        if isWord(hour.next, .oclock) {
            return TimeReading(time: ClockTime(hour: hour.value, isAmbiguous: hour.value <= 12), next: hour.next + 1)
        }
        if let half = halfOfDay(at: hour.next), hour.value <= 12, hour.value > 0 {
            let time = ClockTime(hour: hour.value)
            return TimeReading(time: half.isAfternoon ? time.afternoon : hour.value == 12 ? ClockTime(hour: 0) : time, next: half.next)
        }
        guard let both = spokenTime(at: index) else { return nil }
        if let half = halfOfDay(at: both.next) {
            return TimeReading(time: half.isAfternoon ? both.time.afternoon : both.time.certain, next: half.next)
        }
        guard isWord(index - 1, .at) || isTimeAfter(both.next) else { return nil }
        return TimeReading(time: both.time, next: both.next)
    }

    private func isTimeAfter(_ index: Int) -> Bool {
        switch word(index) {
        case .tomorrow, .today, .tonight: true
        default: dayPart(at: index) != nil
        }
    }

    /// Hour and minutes in words: `two thirty`, `five-thirty`, `seven twenty-seven`.
    func spokenTime(at index: Int) -> (time: ClockTime, next: Int)? {
        guard case .small(let hour) = term(index), (1...12).contains(hour) else { return nil }
        let begin = isMark(index + 1, "-") ? index + 2 : index + 1
        switch term(begin) {
        case .tens, .small:
            guard let minutes = numerals.cardinal(at: begin), minutes.value >= 10, minutes.value < 60,
                minutes.value == minutes.value.rounded()
            else { return nil }
            return (ClockTime(hour: hour, minute: Int(minutes.value), isAmbiguous: true), minutes.next)
        default: return nil
        }
    }

    /// A number alone after `at`: `at 6`.
    func bareHour(at index: Int) -> TimeReading? {
        guard let number = count(index), (0...24).contains(number.value), number.next == index + 1 else { return nil }
        switch term(number.next) {
        case .mark(let mark)
        where mark == UInt8(ascii: "%") || mark == UInt8(ascii: ":") || mark == UInt8(ascii: "/")
            || mark == UInt8(ascii: "-") && self[number.next].isGlued:
            return nil
        case .other where number.next < tokens.count && text[self[number.next].start] < 0x80: return nil
        case .units, .unit, .scale, .digits, .small, .tens, .part, .parts: return nil
        default: break
        }
        if isMark(number.next, "."), number.next + 1 < tokens.count, self[number.next + 1].isGlued { return nil }
        return TimeReading(time: ClockTime(hour: number.value, isAmbiguous: number.value <= 12), next: number.next)
    }

    // MARK: Parts of the day

    /// A part of the day as read.
    struct PartReading {
        var part: DayPart
        var next: Int
        var modifier: TimeModifier?
        /// Whether it is a time where nothing else stands with it.
        var stands = true
        /// `early in the day`, which wants a day.
        var isDay = false
        var period: Period?
        /// Whether it may follow a date.
        var mayFollowDate = true
    }

    func dayPart(at index: Int) -> PartReading? {
        var begin = index
        var modifier: TimeModifier?
        switch word(begin) {
        case .early, .earlier: (modifier, begin) = (.start, begin + 1)
        case .late, .later: (modifier, begin) = (.end, begin + 1)
        case .mid: (modifier, begin) = (.mid, isMark(begin + 1, "-") ? begin + 2 : begin + 1)
        default: break
        }
        let hasPreposition = isWord(begin, .in) || isWord(begin, .at) || isWord(begin, .during)
        if hasPreposition { begin = skip(begin + 1, .the) }
        if isWord(begin, .the), modifier == nil, isWord(index, .the) { return nil }
        if let night = nightTime(at: begin) { return PartReading(part: night.part, next: night.next, modifier: modifier) }
        switch term(begin) {
        case .part(let part):
            let isMeal = [.lunch, .dinner, .breakfast].contains(part)
            if isWord(begin + 1, .of) { return nil }
            let isTime = hasPreposition && isWord(begin - 1, .at) || [.before, .after].contains(word(index - 1))
            return PartReading(part: part, next: begin + 1, modifier: modifier, stands: !isMeal || isTime, mayFollowDate: !isMeal)
        case .parts(let part) where hasPreposition: return PartReading(part: part, next: begin + 1, modifier: modifier)
        case .unit(.day) where hasPreposition && modifier != nil:
            return PartReading(part: .daytime, next: begin + 1, modifier: modifier, stands: false, isDay: true, mayFollowDate: false)
        default: return nil
        }
    }

    private func nightTime(at index: Int) -> (part: DayPart, next: Int)? {
        guard case .part(let part) = term(index), part == .night, isMark(index + 1, "-"), isWord(index + 2, .time) else { return nil }
        return (.nightTime, index + 3)
    }
}
