import LinecasterKit
import LinecasterLanguage

/// Reads Chinese times: `2023年11月30日上午`, `去年底`, `从5月到6月`, `五年来`, `每周一`.
///
/// Each method reads one kind of expression at a byte offset and tells where it ends.
struct ChineseTimeReader {
    let text: [UInt8]
    /// Where the block begins and ends.
    let start: Int
    let limit: Int
    let frame: TimeFrame
    private let points = LastReading<Reading>()
    let lengths = LastReading<LengthReading>()
    private let numbers = LastReading<ChineseNumeral.Match>()

    init(text: [UInt8], start: Int, limit: Int, frame: TimeFrame) {
        self.text = text
        self.start = start
        self.limit = limit
        self.frame = frame
    }

    /// The longest time that begins with a scalar with which one may.
    func match(at scalar: LocatedScalar) -> TimeMatch? {
        let offset = scalar.offset
        guard !isInsideNumber(offset), !isEndOfName(scalar) else { return nil }
        var best = set(at: offset)
        func weigh(_ candidate: TimeMatch?) {
            if let candidate, candidate.end > best?.end ?? offset { best = candidate }
        }
        weigh(modified(at: offset))
        weigh(interval(at: offset))
        weigh(length(at: offset))
        weigh(near(at: offset))
        weigh(vague(at: offset))
        weigh(several(at: offset))
        return best
    }

    /// 北|约|7日, 附|近|三年: a word of which the last character is no approximation.
    private func isEndOfName(_ scalar: LocatedScalar) -> Bool {
        (scalar.value == 0x7EA6 || scalar.value == 0x7D04 || scalar.value == 0x8FD1) && endsName(scalar.end)
    }

    /// Digits before a digit, a decimal point, or 第 before a number: no time begins there.
    private func isInsideNumber(_ offset: Int) -> Bool {
        guard let before = text.scalar(before: offset, from: start) else { return false }
        if before.value == 0x7B2C { return true }
        guard Self.isNumeral(text.scalar(at: offset).value) else { return false }
        if characterClass(before.value) == .digit || ChineseNumeral.digit(before.value) != nil || Self.scales.contains(before.value) {
            return true
        }
        return before.value == 0x2E && !isEnumerated(before.offset)
            && text.scalar(before: before.offset, from: start).map { characterClass($0.value) == .digit } == true
    }

    /// `1.1987年`: the full stop of an item's number at the start of a block, a line or a sentence, before a year.
    private func isEnumerated(_ stop: Int) -> Bool {
        guard stop + 8 <= limit, text[stop + 1..<stop + 5].allSatisfy({ $0 &- 0x30 < 10 }), text.holds("年", at: stop + 5) else {
            return false
        }
        var offset = stop
        while offset > start, stop - offset < 2, text[offset - 1] &- 0x30 < 10 { offset -= 1 }
        guard offset < stop, let before = text.scalar(before: offset, from: start) else { return offset < stop }
        return isSpace(before.value) || characterClass(before.value) == .terminal
    }

    private static let scales = ScalarSet("十百千万亿")

    static func isNumeral(_ value: UInt32) -> Bool {
        characterClass(value) == .digit || ChineseNumeral.digit(value) != nil || value == 0x5341
    }

    // MARK: Intervals

    private static let connectors = PhraseSet("到 至 － — – - ~ ～ ― —— 直到 一直到 到了")
    private static let pairs = PhraseSet("和 与 與 及 到 至")
    static let froms = PhraseSet("自从 从 自 由 從")
    private static let betweens = PhraseSet("之间 之間 间 間 期间 期間")

    /// `从A到B`, `A至B`, `A和B之间`.
    func interval(at offset: Int) -> TimeMatch? {
        if let years = bracketedYears(at: offset) { return years }
        let from = Self.froms.match(in: text, at: offset, limit: limit)
        let begin = skip(from ?? offset)
        guard let first = [point(at: begin), bare(at: begin)].compactMap(\.self).max(by: { $0.end < $1.end }) else { return nil }
        let gap = skip(first.end)
        guard gap < limit else { return nil }
        if let joint = Self.connectors.match(in: text, at: gap, limit: limit),
            let second = point(at: skip(joint), following: first),
            let value = frame.expression(from: beside(second, first, offset..<gap, joint).point, to: second.point)
        {
            let end = Self.betweens.match(in: text, at: second.end, limit: limit) ?? second.end
            return TimeMatch(end: end, value: value)
        }
        guard let joint = Self.pairs.match(in: text, at: gap, limit: limit), let second = point(at: skip(joint), following: first),
            let end = Self.betweens.match(in: text, at: second.end, limit: limit),
            let value = frame.expression(from: first.point, to: second.point)
        else { return nil }
        return TimeMatch(end: end, value: value)
    }

    /// `（1929—2008）`: a life, or a term, by its years alone.
    private func bracketedYears(at offset: Int) -> TimeMatch? {
        guard let before = text.scalar(before: offset, from: start), before.value == 0xFF08 || before.value == 0x28,
            let first = yearAlone(at: offset), let joint = Self.connectors.match(in: text, at: first.end, limit: limit),
            let second = yearAlone(at: joint), second.value > first.value, second.end < limit,
            case let close = text.scalar(at: second.end).value, close == 0xFF09 || close == 0x29,
            let value = frame.expression(
                from: TimePoint(period: frame.date(year: first.value)),
                to: TimePoint(period: frame.date(year: second.value))
            )
        else { return nil }
        return TimeMatch(end: second.end, value: value)
    }

    private func yearAlone(at offset: Int) -> (value: Int, end: Int)? {
        guard offset < limit, let number = number(at: offset), number.isArabic, number.end - offset == 4,
            let year = Int(exactly: number.value),
            (1000...2100).contains(year)
        else { return nil }
        return (year, number.end)
    }

    /// `6:00—21:30`: where the end is written by the clock of 24 hours, so is the beginning.
    private func beside(_ second: Reading, _ first: Reading, _ range: Range<Int>, _ joint: Int) -> Reading {
        guard let end = second.point.clock, !end.isAmbiguous, end.hour >= 13, second.part == nil, first.part == nil,
            text[range].contains(0x3A), text[joint..<second.end].contains(0x3A), first.point.clock != nil
        else { return first }
        var result = first
        result.point.clock?.isAmbiguous = false
        return result
    }

    /// A bare number that the end of an interval gives its unit: `1995 - 1997年`, `早上五到六点`, `10至12日`.
    private func bare(at offset: Int) -> Reading? {
        let part = dayPart(at: offset)
        let year = yearHead(at: offset)
        let begin = part?.end ?? year?.end ?? offset
        guard let number = number(at: begin), let value = Int(exactly: number.value),
            let joint = Self.connectors.match(in: text, at: skip(number.end), limit: limit),
            let second = self.number(at: skip(joint)), case let unit = skip(second.end), unit < limit
        else { return nil }
        switch text.scalar(at: unit).value {
        case 0x6708 where year != nil && (1...12).contains(value):
            return Reading(
                point: TimePoint(period: frame.date(year: year?.value, month: value)),
                end: number.end,
                fields: (year?.value, value, nil)
            )
        case _ where year != nil: return nil
        case 0x5E74 where (1000...2999).contains(value):
            return Reading(point: TimePoint(period: frame.date(year: value)), end: number.end, fields: (value, nil, nil))
        case 0x6708 where (1...12).contains(value):
            return Reading(point: TimePoint(period: frame.date(month: value)), end: number.end, fields: (nil, value, nil))
        case 0x65E5 where (1...31).contains(value), 0x53F7 where (1...31).contains(value):
            return Reading(point: TimePoint(period: frame.date(day: value)), end: number.end, fields: (nil, nil, value))
        case 0x70B9, 0x65F6, 0x9EDE:
            guard value <= 24 else { return nil }
            let clock = placed(ClockTime(hour: value, isAmbiguous: (1...12).contains(value)), in: part?.part)
            return Reading(point: TimePoint(clock: clock, part: nil), end: number.end, part: part?.part)
        default: return nil
        }
    }

    /// The year with which `今年1至3月` and `2024年1—9月` begin.
    private func yearHead(at offset: Int) -> (value: Int, end: Int)? {
        if let shift = first(Self.yearShifts, at: offset) { return frame.today.map { ($0.year + shift.value, shift.end) } }
        return year(at: offset)
    }

    /// A point in time, with what a beginning of an interval already told.
    private func point(at offset: Int, following first: Reading) -> Reading? {
        guard var second = [point(at: offset), dayAlone(at: offset, first)].compactMap(\.self).max(by: { $0.end < $1.end }) else {
            return nil
        }
        if let a = first.fields, var b = second.fields {
            if b.year == nil, b.month == nil, b.day != nil { (b.year, b.month) = (a.year, a.month) }
            if b.year == nil, let month = b.month, let year = a.year { b.year = a.month.map { month < $0 } == true ? year + 1 : year }
            second.point.period = frame.date(year: b.year, month: b.month, day: b.day)
            second.fields = b
        }
        if let part = first.part, second.part == nil, let clock = second.point.clock, clock.isAmbiguous {
            second.point.clock = placed(clock, in: part)
        }
        return second
    }

    /// `十二日` after `一月十日到`.
    private func dayAlone(at offset: Int, _ first: Reading) -> Reading? {
        guard first.fields?.day != nil, let day = day(at: offset) else { return nil }
        return Reading(point: TimePoint(period: frame.date(day: day.value)), end: day.end, fields: (nil, nil, day.value))
    }

    // MARK: Before, after, since

    static let prefixes: PhraseTable<TimeModifier> = [
        (PhraseSet("自从 自 从 從"), .onOrAfter), (PhraseSet("大约 大約 约 約 大概"), .approximately), (PhraseSet("早于"), .before),
        (PhraseSet("晚于"), .after),
    ]
    private static let suffixes: PhraseTable<TimeModifier> = [
        (PhraseSet("或之前 及之前 及以前 或以前"), .onOrBefore),
        (PhraseSet("或之后 及之后 及以后 或以后 以来 以來 起 开始 開始 或之後 及以後"), .onOrAfter),
        (PhraseSet("之前 以前"), .before), (PhraseSet("之后 以后 之後 以後"), .after), (PhraseSet("左右"), .approximately),
    ]

    /// A point with a word before or after it that tells on which side of it the time lies.
    private func modified(at offset: Int) -> TimeMatch? {
        if let prefix = first(Self.prefixes, at: offset), let reading = point(at: skip(prefix.end)) {
            let suffix = first(Self.suffixes, at: reading.end)
            if prefix.value != .onOrAfter || suffix?.value == .onOrAfter || text[offset..<prefix.end].elementsEqual("自从".utf8) {
                return match(reading, end: suffix?.end ?? reading.end, suffix?.value ?? prefix.value)
            }
        }
        guard let reading = point(at: offset) else { return nil }
        if let suffix = first(Self.suffixes, at: skip(reading.end)) { return match(reading, end: suffix.end, suffix.value) }
        if let side = sideAlone(at: reading.end) { return match(reading, end: side.end, side.modifier) }
        return match(reading, end: reading.end, nil)
    }

    private func match(_ reading: Reading, end: Int, _ modifier: TimeModifier?) -> TimeMatch? {
        var point = reading.point
        if let modifier { point.modifier = modifier }
        return TimeMatch(end: end, value: frame.expression(point))
    }

    /// Characters that make another word of 前 or 后.
    private static let continues = ScalarSet("一二三四五六七八九十两几0123456789往来后景任进锋线述途夕沿所未提期半者续果勤代门面辈方程首")

    /// 前 or 后 by itself.
    func sideAlone(at offset: Int) -> (modifier: TimeModifier, end: Int)? {
        guard let modifier: TimeModifier = holds("前", offset) ? .before : holds("后", offset) || holds("後", offset) ? .after : nil else {
            return nil
        }
        let end = offset + 3
        guard end >= limit || !Self.continues.contains(text.scalar(at: end).value) else { return nil }
        return (modifier, end)
    }

    // MARK: Points

    /// A point in time as read, with the fields of its date.
    struct Reading {
        var point: TimePoint
        var end: Int
        var fields: (year: Int?, month: Int?, day: Int?)?
        /// The part of the day that placed its time.
        var part: DayPart?
    }

    /// A date, a time, or both.
    func point(at offset: Int) -> Reading? { points.reading(at: offset) { readPoint(at: offset) } }

    private func readPoint(at offset: Int) -> Reading? {
        if let date = period(at: offset) { return withTime(date) }
        if let relative = relativeLength(at: offset) { return relative }
        return time(at: offset)
    }

    private func withTime(_ date: DateReading) -> Reading {
        var point = TimePoint(period: date.period)
        var end = date.end
        var part = date.part
        point.part = date.part
        if date.period.grain == .day {
            let gap = skip(date.end)
            let begin = holds("的", gap) ? gap + 3 : gap
            if let time = time(at: begin) {
                part = time.part ?? part
                point.clock = time.point.clock.map { placed($0, in: part) }
                point.part = time.point.clock == nil ? time.point.part : nil
                end = time.end
            }
        }
        return Reading(point: point, end: end, fields: date.fields, part: part)
    }

    // MARK: Words that tell no date

    static let presents = PhraseSet("目前 当前 眼下 如今 现在 當前 現在 此刻")
    static let pasts = PhraseSet("近日 日前 近期 最近 不久前 此前 近来 近年 近年来 刚才 前不久 近些年来 過去 往年")
    static let futures = PhraseSet("今后 马上 即将 立即 未来 不久 今後")

    private static let vagueTimes: PhraseTable<String> = [(presents, "PRESENT_REF"), (pasts, "PAST_REF"), (futures, "FUTURE_REF")]

    /// Times that no date can be told for.
    private func vague(at offset: Int) -> TimeMatch? {
        // 谢婉如|今年
        if holds("如今年", offset) { return nil }
        return first(Self.vagueTimes, at: offset).map {
            TimeMatch(end: $0.end, value: TimeExpression(type: .datetime, timex: $0.value, anchor: frame.anchor))
        }
    }

    // MARK: Small steps

    func holds(_ word: StaticString, _ offset: Int) -> Bool { offset + word.utf8CodeUnitCount <= limit && text.holds(word, at: offset) }

    /// The first of some words that stands at an offset.
    func first<Value>(_ table: PhraseTable<Value>, at offset: Int) -> (value: Value, end: Int)? {
        table.match(in: text, at: offset, limit: limit)
    }

    /// Past spaces, which extraction leaves between digits and Chinese.
    func skip(_ offset: Int) -> Int {
        var offset = offset
        while offset < limit, text[offset] == 0x20 { offset += 1 }
        return offset
    }

    func number(at offset: Int) -> ChineseNumeral.Match? {
        guard offset < limit else { return nil }
        return numbers.reading(at: offset) { ChineseNumeral.match(in: text, at: offset, limit: limit) }
    }

    /// A whole number within bounds, followed by one of some words.
    func count(at offset: Int, in bounds: ClosedRange<Int>, _ words: PhraseSet) -> (value: Int, end: Int)? {
        guard let number = number(at: offset), let value = Int(exactly: number.value), bounds.contains(value),
            let end = words.match(in: text, at: skip(number.end), limit: limit)
        else { return nil }
        return (value, end)
    }
}
