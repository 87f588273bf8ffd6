import LinecasterKit
import LinecasterLanguage

/// Reads English times: `January 5, 2024`, `last Tuesday at noon`, `from May to September`, `three weeks ago`.
///
/// Each method reads one kind of expression at a token and tells the token after it.
final class EnglishTimeReader {
    let text: [UInt8]
    let tokens: [EnglishToken]
    let numerals: EnglishNumeral
    let frame: TimeFrame
    /// Where the stretch of text ends.
    let limit: Int
    private let points = LastReading<Reading>()
    let periods = LastReading<PeriodReading>()
    let lengths = LastReading<LengthReading>()

    init(_ tokens: EnglishTokens, limit: Int, _ frame: TimeFrame) {
        text = tokens.text
        self.tokens = tokens.tokens
        numerals = EnglishNumeral(tokens: tokens.tokens, text: tokens.text)
        self.frame = frame
        self.limit = limit
    }

    /// A point in time as read.
    struct Reading {
        var point: TimePoint
        var next: Int
        var fields: (year: Int?, month: Int?, day: Int?)?
        /// Whether the number alone would not be a time.
        var isBare = false
    }

    /// The longest time that begins at a token.
    func match(at index: Int) -> (value: TimeExpression, next: Int)? {
        guard index < tokens.count, mayBegin(index), !isScore(index), !isScore(index - 2) else { return nil }
        var best: (value: TimeExpression, next: Int)?
        func offer(_ candidate: (value: TimeExpression, next: Int)?) {
            if let candidate, candidate.next > best?.next ?? index { best = candidate }
        }
        offer(set(at: index))
        offer(modified(at: index))
        offer(toDate(at: index))
        offer(interval(at: index))
        offer(lengthFrom(at: index))
        offer(length(at: index))
        offer(vague(at: index))
        return best
    }

    private static let contests = PhraseSet(
        "vote voted votes voting ruled ruling decision won win wins lost loss beat beats defeated defeat victory record lead led leading trailed trailing split tied"
    )

    /// `voted 6-1 Thursday night`, `a 3-2 win`: two numbers with a hyphen beside a word of contests are no hours.
    private func isScore(_ index: Int) -> Bool {
        guard (1...2).contains(self[index].digits), isMark(index + 1, "-"), (1...2).contains(self[index + 2].digits) else { return false }
        // beat the Wanderers 3-2 Saturday
        return isOne(of: Self.contests, index - 2) || isOne(of: Self.contests, index - 1) || isOne(of: Self.contests, index + 3)
            || ((index - 5)..<(index - 2)).contains { isOne(of: Self.beating, $0) }
    }

    private static let beating = PhraseSet("beat beats defeated edged outscored trailed")

    private func isOne(of words: PhraseSet, _ index: Int) -> Bool {
        let token = self[index]
        return token.end > token.start && words.contains(text, token.start..<token.end)
    }

    // MARK: Small steps

    /// A token; beyond the ends one that is nothing.
    subscript(index: Int) -> EnglishToken { index >= 0 && index < tokens.count ? tokens[index] : .none }

    func term(_ index: Int) -> EnglishTerm { self[index].term }

    func word(_ index: Int) -> EnglishWord? {
        if case .word(let word) = term(index) { return word }
        return nil
    }

    func isWord(_ index: Int, _ word: EnglishWord) -> Bool { term(index) == .word(word) }

    /// The token after one of some words; the index itself where none stands there.
    func skip(_ index: Int, _ words: EnglishWord...) -> Int {
        if case .word(let word) = term(index), words.contains(word) { return index + 1 }
        return index
    }

    func isMark(_ index: Int, _ mark: Unicode.Scalar) -> Bool { term(index).isMark(mark) }

    func skipComma(_ index: Int) -> Int { isMark(index, ",") ? index + 1 : index }

    /// Whether a full stop ends an abbreviation rather than the sentence.
    func skipDot(_ index: Int) -> Int { isMark(index, ".") && self[index].isGlued ? index + 1 : index }

    /// The first token at or after a byte offset.
    func token(at offset: Int, from index: Int) -> Int {
        var next = index
        while next < tokens.count, self[next].start < offset { next += 1 }
        return next
    }

    /// A small whole number in digits or words, and the token after it.
    func count(_ index: Int) -> (value: Int, next: Int)? {
        guard let match = numerals.cardinal(at: index), let value = Int(exactly: match.value), value >= 0 else { return nil }
        return (value, match.next)
    }

    /// `21st`, `twenty-first`, `third`.
    func ordinal(_ index: Int) -> (value: Int, next: Int)? {
        switch term(index) {
        case .ordinal(let value): return value <= 90 ? (value, index + 1) : nil
        case .tens(let tens):
            let inner = isMark(index + 1, "-") ? index + 2 : index + 1
            guard case .ordinal(let value) = term(inner), value < 10 else { return nil }
            return (tens + value, inner + 1)
        case .digits:
            guard let suffix = word(index + 1), [.st, .nd, .rd, .th].contains(suffix), self[index + 1].isGlued, self[index].digits <= 2
            else { return nil }
            return (self[index].number, index + 2)
        default: return nil
        }
    }

    func unit(_ index: Int) -> (value: TimeLength.Unit, next: Int)? {
        switch term(index) {
        case .unit(let unit), .units(let unit): return (unit, index + 1)
        case .parts(.night): return (.day, index + 1)
        case .part(.night): return (.day, index + 1)
        case .word(.business), .word(.working):
            if case .units(.day) = term(index + 1) { return (.businessDay, index + 2) }
            if case .unit(.day) = term(index + 1) { return (.businessDay, index + 2) }
            return nil
        default: return nil
        }
    }

    // MARK: Words that tell no date

    /// `now`, `at the moment`, `right now`.
    func vague(at index: Int) -> (value: TimeExpression, next: Int)? {
        guard let next = present(index) else { return nil }
        return (frame.expression(TimePoint(vague: "PRESENT_REF")), next)
    }

    /// `to date`, `till date`: all that was, up to the article's date.
    func toDate(at index: Int) -> (value: TimeExpression, next: Int)? {
        guard isWord(index, .to) || isWord(index, .till), isWord(index + 1, .date), !isMark(index - 1, "-"),
            index + 2 >= tokens.count || isMark(index + 2, ".") || isMark(index + 2, "?") || isMark(index + 2, ",")
        else { return nil }
        var value = TimeExpression(type: .date, timex: "PRESENT_REF", modifier: TimeModifier.before.rawValue, anchor: frame.anchor)
        value.to = frame.today?.iso
        return (value, index + 2)
    }

    func present(_ index: Int) -> Int? {
        if isWord(index, .now) { return index + 1 }
        if isWord(index, .right), isWord(index + 1, .now) { return index + 2 }
        guard isWord(index, .at), isWord(index + 1, .the) || isWord(index + 1, .this) else { return nil }
        if isWord(index + 2, .moment) { return index + 3 }
        return isWord(index + 2, .present) && isWord(index + 3, .time) ? index + 4 : nil
    }

    // MARK: Before, after, since

    func modifierBefore(_ index: Int) -> (modifier: TimeModifier, next: Int)? {
        switch word(index) {
        case .before: return (.before, index + 1)
        case .after: return (.after, index + 1)
        case .since: return (.onOrAfter, index + 1)
        case .until, .till: return (.before, index + 1)
        case .by: return (.before, index + 1)
        case .c where isMark(index + 1, ".") && self[index + 1].isGlued: return (.approximately, index + 2)
        case .around, .circa, .approximately, .roughly: return (.approximately, index + 1)
        case .later where isWord(index + 1, .than): return (.after, index + 2)
        case .greater where isWord(index + 1, .than): return (.after, index + 2)
        case .earlier where isWord(index + 1, .than): return (.before, index + 2)
        case .no where isWord(index + 1, .later) && isWord(index + 2, .than): return (.before, index + 3)
        case .starting, .commencing: return (.onOrAfter, skip(index + 1, .on, .from))
        case .as where isWord(index + 1, .early) && isWord(index + 2, .as): return (.onOrAfter, index + 3)
        case .as where isWord(index + 1, .late) && isWord(index + 2, .as): return (.onOrBefore, index + 3)
        case .any where isWord(index + 1, .time) && isWord(index + 2, .from): return (.onOrAfter, index + 3)
        default: return nil
        }
    }

    /// A point with a word before or after it that tells on which side of it the time lies.
    func modified(at index: Int) -> (value: TimeExpression, next: Int)? {
        if let before = modifierBefore(index) {
            let inner = modifierBefore(before.next).flatMap { $0.modifier == .approximately ? $0.next : nil } ?? before.next
            guard let reading = point(at: inner) ?? bareYear(at: inner), reading.point.vague == nil else { return nil }
            var point = reading.point
            // `after the beginning of March`: the inner one stays in the days, the outer one is told.
            if before.modifier == .approximately, point.period?.grain != .day, point.clock == nil, !isWord(index, .circa),
                !isWord(index, .c)
            {
                return nil
            }
            point.modifier = before.modifier
            if isWord(index, .since), let period = point.period { point.period = frame.past(period) }
            return (frame.expression(point), reading.next)
        }
        guard let reading = point(at: index) else { return nil }
        guard let after = modifierAfter(reading.next) else { return (frame.expression(reading.point), reading.next) }
        var point = reading.point
        point.modifier = after.modifier
        var next = after.next
        if point.period == nil, point.clock != nil, let date = trailingDate(at: next) {
            point.period = date.period
            next = date.next
        }
        return (frame.expression(point), next)
    }

    func bareYear(at index: Int) -> Reading? {
        let begin = skip(index, .the)
        if begin > index, term(begin) == .unit(.year), let year = year(at: begin + 1, isSure: true) {
            return Reading(point: TimePoint(period: frame.date(year: year.value)), next: year.next)
        }
        return year(at: begin, isSure: true).map {
            Reading(point: TimePoint(period: frame.date(year: $0.value)), next: $0.next, fields: ($0.value, nil, nil))
        }
    }

    func modifierAfter(_ index: Int) -> (modifier: TimeModifier, next: Int)? {
        guard isWord(index, .or) || isWord(index, .and) else { return nil }
        switch word(index + 1) {
        case .later, .after: return (.onOrAfter, index + 2)
        case .before, .earlier: return (.onOrBefore, index + 2)
        default: return nil
        }
    }

    // MARK: Points

    /// A date, a time, or both.
    func point(at index: Int) -> Reading? { points.reading(at: index) { readPoint(at: index) } }

    private func readPoint(at index: Int) -> Reading? {
        if let moment = counted(at: index) { return moment }
        if let date = period(at: index) {
            let dated = withTime(date)
            if let time = timeThenDate(at: index), time.next > dated.next { return time }
            return dated
        }
        return timeThenDate(at: index)
    }

    func withTime(_ date: PeriodReading) -> Reading {
        var point = TimePoint(period: date.period)
        point.part = date.part
        point.reachesEnd = date.reachesEnd
        point.clock = date.clock
        var next = date.next
        guard date.period.grain == .day, date.clock == nil else { return Reading(point: point, next: next, fields: date.fields) }
        if let part = dayPart(at: skipComma(next)), part.mayFollowDate, !part.isDay {
            (point.part, next) = (part.part, part.next)
            point.modifier = part.modifier
        }
        var begin = next
        while isMark(begin, ",") || isMark(begin, "@") || isMark(begin, "-") && self[begin].isGlued || isWord(begin, .at)
            || isWord(begin, .for)
        { begin += 1 }
        let isLater = isWord(begin, .later) && isWord(begin + 1, .than) || isWord(begin, .after)
        let isBefore = isWord(begin, .before)
        if isLater || isBefore { begin += isWord(begin, .later) ? 2 : 1 }
        let isAround = isWord(begin, .around) || isWord(begin, .about)
        if isAround { begin += 1 }
        // Monday to Friday, 9am-5pm: a span of its own.
        if isMark(next, ","), let time = clock(at: begin), let joint = joint(time.next, isBetween: false), clock(at: joint) != nil {
            return Reading(point: point, next: next, fields: date.fields)
        }
        if let time = clock(at: begin) ?? (isWord(begin - 1, .at) || isAround || isLater || isBefore ? bareHour(at: begin) : nil) {
            var clock = point.part.map { $0.placing(time.time) } ?? time.time
            if point.part == .night, time.time.isAmbiguous, time.time.hour < 5 { clock = time.time.certain }
            next = time.next
            if let part = dayPart(at: next) { (clock, next) = (part.part.placing(clock), part.next) }
            point.clock = clock
            point.part = nil
            point.modifier = nil
            if isLater || isBefore { point.modifier = isLater ? .after : .before }
        }
        return Reading(point: point, next: next, fields: date.fields)
    }

    /// `3pm today`, `8am this morning`, `in the morning`, `13:00 February 28`.
    func timeThenDate(at index: Int) -> Reading? {
        guard let time = clock(at: index) ?? (isWord(index - 1, .at) || isTonight(index) ? bareHour(at: index) : nil) else {
            guard let part = dayPart(at: index) else { return nil }
            var point = TimePoint(part: part.part)
            point.modifier = part.modifier
            let after = skip(part.next, .at)
            if part.stands, let hour = clock(at: after) ?? (after > part.next ? bareHour(at: after) : nil) {
                point.part = nil
                point.clock = part.part.placing(hour.time)
                return Reading(point: point, next: hour.next)
            }
            if part.isDay { point.part = nil }
            if part.isDay, let date = period(at: skip(part.next, .on)), date.period.grain == .day {
                point.period = date.period
                return Reading(point: point, next: date.next, fields: date.fields)
            }
            return part.stands ? Reading(point: point, next: part.next) : nil
        }
        var clock = time.time
        var next = time.next
        if let part = dayPart(at: next), part.period == nil { (clock, next) = (part.part.placing(clock), part.next) }
        var point = TimePoint(clock: clock)
        point.modifier = time.modifier
        let dateAt = skip(skipComma(next), .on)
        if let date = period(at: dateAt), date.period.grain == .day || date.part != nil {
            point.period = date.period
            var end = date.next
            if let part = date.part
                ?? dayPart(at: end).map({
                    end = $0.next; return $0.part
                })
            {
                point.clock = part.placing(clock)
            }
            return Reading(point: point, next: end, fields: date.fields)
        }
        return Reading(point: point, next: next)
    }

    func isTonight(_ index: Int) -> Bool {
        guard let number = count(index), number.value <= 12 else { return false }
        return isWord(skipComma(number.next), .tonight)
    }
}
