import LinecasterKit
import LinecasterLanguage

/// Lengths of time, and times that lie so far from the article's.
extension ChineseTimeReader {
    private static let units: PhraseTable<TimeLength.Unit> = [
        (PhraseSet("世纪 个世纪"), .century), (PhraseSet("个季度 季度"), .quarter), (PhraseSet("年 周年 个年头 載"), .year),
        (PhraseSet("个月 個月 个多月"), .month), (PhraseSet("个星期 星期 周 个礼拜 礼拜 週 個星期"), .week),
        (PhraseSet("个工作日 工作日"), .businessDay), (PhraseSet("天 日 昼夜 个昼夜"), .day), (PhraseSet("个小时 小时 个钟头 钟头 個小時 小時"), .hour),
        (PhraseSet("分钟 分鐘"), .minute), (PhraseSet("秒钟 秒 秒鐘"), .second),
    ]

    func unit(at offset: Int) -> (value: TimeLength.Unit, end: Int)? { first(Self.units, at: offset) }

    private static let joints = PhraseSet("又 零 加 和")
    static let halfUnits: PhraseTable<TimeLength.Unit> = [
        (PhraseSet("半年"), .year), (PhraseSet("半个月 半個月"), .month), (PhraseSet("半个小时 半小时 半個小時 半小時"), .hour), (PhraseSet("半天"), .day),
        (PhraseSet("半分钟"), .minute), (PhraseSet("半个世纪"), .century),
    ]

    /// A length as read.
    struct LengthReading {
        var length: TimeLength
        var end: Int
        /// Whether it is about so long, and at least: `两三天`, `十几天`.
        var isApproximate = false
    }

    /// A number of units, one or several: `一年又一个月21天`, `三年半`, `半小时`.
    private func lengthOfTime(at offset: Int) -> LengthReading? { lengths.reading(at: offset) { longestLength(at: offset) } }

    private func longestLength(at offset: Int) -> LengthReading? {
        var length = TimeLength()
        var end = offset
        var last: TimeLength.Unit?
        var isApproximate = false
        if let half = first(Self.halfUnits, at: offset) {
            length.add(0.5, half.value)
            return LengthReading(length: length, end: half.end)
        }
        if let odd = withHalf(at: offset) { return odd }
        while let part = counted(at: last == nil ? end : Self.joints.match(in: text, at: end, limit: limit) ?? end)
            ?? minutes(at: end, behindHours: last == .hour)
        {
            if let last, part.unit.rawValue >= last.rawValue { break }
            length.add(part.value, part.unit)
            isApproximate = isApproximate || part.isApproximate
            end = part.end
            last = part.unit
        }
        if let seconds = hundredths(at: end, length, last) { return LengthReading(length: seconds.length, end: seconds.end) }
        guard let last else { return nil }
        if holds("半", end), !holds("半年", end), !holds("半数", end) {
            length.add(0.5, last)
            end += 3
        }
        return LengthReading(length: length, end: end, isApproximate: isApproximate)
    }

    /// `1分52秒`, `2小时8分`: 分 alone is a point of a score or a part of money.
    private func minutes(at offset: Int, behindHours isBehindHours: Bool)
        -> (value: Double, unit: TimeLength.Unit, end: Int, isApproximate: Bool)?
    {
        guard let number = number(at: offset), number.value < 1000, holds("分", skip(number.end)), case let end = skip(number.end) + 3,
            !holds("之", end)
        else { return nil }
        guard isBehindHours || self.number(at: skip(end)).map({ holds("秒", skip($0.end)) }) == true else { return nil }
        return (number.value, .minute, end, false)
    }

    /// `10秒06`: digits right behind the seconds are their fraction, unless they count or measure something else.
    private func hundredths(at offset: Int, _ length: TimeLength, _ last: TimeLength.Unit?) -> (length: TimeLength, end: Int)? {
        guard last == .second, holds("秒", offset - 3), length.seconds == length.seconds.rounded(),
            let fraction = DigitsBehindUnit(in: text, at: offset, limit: limit), fraction.count <= 3,
            first(Self.units, at: fraction.end) == nil
        else { return nil }
        var length = length
        length.seconds = fraction.joined(to: length.seconds)
        return (length, fraction.end)
    }

    private static let halfCounters: PhraseTable<TimeLength.Unit> = [
        (PhraseSet("个半小时 个半钟头 個半小時 個半鐘頭"), .hour), (PhraseSet("个半月 個半月"), .month), (PhraseSet("个半星期 个半礼拜 個半星期"), .week),
        (PhraseSet("个半世纪 個半世紀"), .century),
    ]

    /// `两个半小时`: two and a half, not twice half an hour.
    private func withHalf(at offset: Int) -> LengthReading? {
        guard let number = amount(at: offset), number.value < 1e6, let unit = first(Self.halfCounters, at: number.end) else { return nil }
        var length = TimeLength()
        length.add(number.value + 0.5, unit.value)
        return LengthReading(length: length, end: unit.end, isApproximate: number.isApproximate)
    }

    private static let about = PhraseSet("多 余 来 几 餘")

    private func counted(at offset: Int) -> (value: Double, unit: TimeLength.Unit, end: Int, isApproximate: Bool)? {
        guard offset < limit, let number = amount(at: offset), number.value < 1e11 else { return nil }
        let about = Self.about.match(in: text, at: number.end, limit: limit)
        guard let unit = unit(at: skip(about ?? number.end)) else { return nil }
        guard number.value < 1e6 || unit.value == .year else { return nil }
        // 2018年 is a year, 11月30日 a date; 七日 without a month is mostly a day of the article's month.
        if unit.value == .year, about == nil, number.isArabic, number.end - offset == 4, number.value < 3000,
            !countsYears(offset)
        {
            return nil
        }
        // 第一天, 一天天: not counted; 一年级, 三年级: a class.
        if holds("级", unit.end) || holds("代", unit.end) || holds("生", unit.end) && unit.value == .year { return nil }
        if unit.value == .day, holds("日", unit.end - 3), text.scalar(before: offset, from: start).map({ $0.value == 0x6708 }) == true {
            return nil
        }
        if unit.value == .day, holds("日", unit.end - 3), about == nil, !number.isArabic, dayAlone(at: offset) != nil { return nil }
        if unit.value == .day, holds("天", unit.end), holds("一天天", offset) { return nil }
        let isApproximate = number.isApproximate || about.map { holds("几", $0 - 3) } ?? false
        return (number.value, unit.value, unit.end, isApproximate)
    }

    private static let distances: [StaticString] = ["距今", "距今约", "距今約", "距今已", "距今已有", "已有", "长达", "長達"]

    /// 距今2000年: the number behind these words counts years.
    func countsYears(_ offset: Int) -> Bool { Self.distances.contains { holds($0, offset - $0.utf8CodeUnitCount) } }

    /// How many: of two neighbours the lower, `两三天`, `十五六年`.
    func amount(at offset: Int) -> (value: Double, end: Int, isArabic: Bool, isApproximate: Bool)? {
        if offset < limit, let about = ChineseNumeral.approximation(in: text, at: offset, limit: limit) {
            return (about.low, about.end, false, true)
        }
        if let between = between(at: offset) { return between }
        return number(at: offset).map { ($0.value, $0.end, $0.isArabic, false) }
    }

    private static let joiners = PhraseSet("到 至 － - ～ ~ — –")

    /// `三到五年后`: at least so many.
    private func between(at offset: Int) -> (value: Double, end: Int, isArabic: Bool, isApproximate: Bool)? {
        guard let low = number(at: offset), low.value < 100, let joint = Self.joiners.match(in: text, at: low.end, limit: limit),
            joint < limit,
            let high = number(at: joint), high.value > low.value, high.value < 100, case let unitAt = skip(high.end),
            let unit = unit(at: unitAt), !holds("日", unitAt), !holds("号", unitAt),
            sideAlone(at: unit.end) != nil || longSide(at: unit.end) != nil
        else { return nil }
        return (low.value, high.end, false, true)
    }

    static let tails = PhraseSet("以来 以來 来 來")
    private static let heads = PhraseSet("近 约 約")

    /// A length by itself: `五年`, `4年来`, `近三个月`.
    func length(at offset: Int) -> TimeMatch? {
        guard let length = lengthOfTime(at: offset) else { return nil }
        var end = length.end
        if let tail = Self.tails.match(in: text, at: end, limit: limit), endsPhrase(tail) { end = tail }
        return TimeMatch(end: end, value: frame.expression(length.length, length.isApproximate ? .approximately : nil))
    }

    /// 来 belongs to a length where a pause or the end follows: not in 五年来自, nor in 五年来的.
    func endsPhrase(_ offset: Int) -> Bool {
        guard offset < limit else { return true }
        return [.pause, .terminal, .space, .closing].contains(characterClass(text.scalar(at: offset).value))
    }

    private static let befores = PhraseSet("之前 以前 前")
    private static let afters = PhraseSet("之后 以后 后 之後 以後 後")

    /// So long before or after the article's date: `5天前`, `2分钟前`, `三个月后`.
    func relativeLength(at offset: Int) -> Reading? {
        guard let length = lengthOfTime(at: offset), let side = sideAlone(at: length.end) ?? longSide(at: length.end) else { return nil }
        if side.modifier == .after, isTold(behind: side.end) { return nil }
        var point = frame.away(length.length, side.modifier == .before ? -1 : 1)
        if length.isApproximate { point.modifier = .approximately }
        return Reading(point: point, end: side.end)
    }

    private static let telling = PhraseSet("了 曾 已 终于 終於")
    private static let notTelling = PhraseSet("了解 为了 為了 了不 除了 已知")
    private static let coming = PhraseSet("将 將 会 會 可 预计 預計 有望 计划 要 能 拟 届时")
    private static let furthest = 90

    /// `三年后，他回到了家乡`: so long after something else that is past, where its sentence tells what has been and nothing to come.
    private func isTold(behind offset: Int) -> Bool {
        var offset = offset
        var isTelling = false
        let end = min(limit, offset + Self.furthest)
        while offset < end, case let scalar = text.scalar(at: offset), characterClass(scalar.value) != .terminal {
            if Self.coming.match(in: text, at: offset, limit: limit) != nil { return false }
            if let other = Self.notTelling.match(in: text, at: offset, limit: limit) {
                offset = other
                continue
            }
            isTelling = isTelling || Self.telling.match(in: text, at: offset, limit: limit) != nil
            offset = scalar.end
        }
        return isTelling
    }

    private func longSide(at offset: Int) -> (modifier: TimeModifier, end: Int)? {
        if let end = Self.befores.match(in: text, at: offset, limit: limit), end - offset > 3 { return (.before, end) }
        if let end = Self.afters.match(in: text, at: offset, limit: limit), end - offset > 3 { return (.after, end) }
        return nil
    }

    static let directions: PhraseTable<Int> = [
        (PhraseSet("过去 过去的 最近 近 之前 前 此前 過去"), -1), (PhraseSet("未来 未来的 接下来 今后 之后 后 未來 今後 接下来的"), 1),
    ]

    /// `过去十年`, `未来三天`, `近五年`.
    func consecutive(at offset: Int) -> DateReading? {
        guard let direction = first(Self.directions, at: offset), !isBehindWord(offset),
            let number = amount(at: skip(direction.end)),
            let count = Int(exactly: number.value), (1...10_000).contains(count),
            let unit = unit(at: skip(number.end)), unit.value.rawValue >= TimeLength.Unit.day.rawValue
        else { return nil }
        if unit.value == .year, number.isArabic, count >= 1000 { return nil }
        var end = unit.end
        if let tail = Self.tails.match(in: text, at: end, limit: limit) { end = tail }
        return DateReading(period: frame.consecutive(count, unit.value, direction.value), end: end)
    }

    /// 此|后八个月, 事|后三天: the character belongs to the word before.
    private func isBehindWord(_ offset: Int) -> Bool {
        guard holds("后", offset) || holds("後", offset) || holds("前", offset) else { return false }
        return text.scalar(before: offset, from: start).map { characterClass($0.value) == .han } ?? false
    }

    /// `过去24小时`, `之前3小时`: up to the article's own moment, or from it on.
    func near(at offset: Int) -> TimeMatch? {
        guard let now = frame.now, let direction = first(Self.directions, at: offset), let length = lengthOfTime(at: skip(direction.end)),
            !length.length.isOfDays
        else { return nil }
        let other = TimePoint(moment: length.length.added(to: now, times: direction.value))
        let (from, to) = direction.value < 0 ? (other, TimePoint(moment: now)) : (TimePoint(moment: now), other)
        return frame.expression(from: from, to: to, length: length.length).map { TimeMatch(end: length.end, value: $0) }
    }

    // MARK: Times that come back

    static let every = PhraseSet("每个 每 每個 每一")
    private static let everyUnits: PhraseTable<String> = [
        (PhraseSet("季度 季"), "P3M"), (PhraseSet("年"), "P1Y"), (PhraseSet("月"), "P1M"), (PhraseSet("星期 周 礼拜 週"), "P1W"),
        (PhraseSet("天 日"), "P1D"), (PhraseSet("小时 钟头"), "PT1H"), (PhraseSet("分钟"), "PT1M"), (PhraseSet("周末"), "P1WE"),
    ]

    /// `每年`, `每周一下午八点`, `每3天`.
    func set(at offset: Int) -> TimeMatch? {
        guard let begin = Self.every.match(in: text, at: offset, limit: limit) else { return nil }
        if let day = weekday(at: begin) {
            let time = time(at: day.end)
            let code = time?.point.clock?.timex ?? time?.point.part?.rawValue ?? ""
            return TimeMatch(end: time?.end ?? day.end, value: frame.set("XXXX-WXX-\(day.value)" + code))
        }
        if let length = lengthOfTime(at: skip(begin)) { return TimeMatch(end: length.end, value: frame.set(length.length.timex)) }
        guard let unit = first(Self.everyUnits, at: begin) else { return nil }
        if unit.value == "P1D", let hours = interval(at: unit.end), hours.value.type == .time {
            return TimeMatch(end: hours.end, value: frame.set(hours.value.timex))
        }
        if unit.value == "P1D", let time = time(at: unit.end) {
            return TimeMatch(end: time.end, value: frame.set(time.point.clock?.timex ?? time.point.part?.rawValue ?? unit.value))
        }
        return TimeMatch(end: unit.end, value: frame.set(unit.value))
    }
}
