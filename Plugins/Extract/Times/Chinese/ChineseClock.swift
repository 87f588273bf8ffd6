import LinecasterKit
import LinecasterLanguage

/// Times of day: `上午9时30分`, `晚上七点半`, `19:30`, `凌晨`.
extension ChineseTimeReader {
    static let parts: PhraseTable<DayPart> = [
        (PhraseSet("上午 早上 早晨 清晨 早间 早間 一早 清早"), .morning), (PhraseSet("凌晨 黎明 拂晓 破晓"), .earlyMorning), (PhraseSet("中午 正午"), .midday),
        (PhraseSet("下午 午后 午後"), .afternoon), (PhraseSet("晚上 晚间 傍晚 晚間"), .evening), (PhraseSet("夜间 夜里 深夜 半夜 夜晚 午夜 夜間 夜裡"), .night),
    ]
    private static let shortParts: PhraseTable<DayPart> = [
        (PhraseSet("早"), .morning), (PhraseSet("晨"), .morning), (PhraseSet("晚"), .evening), (PhraseSet("午"), .midday),
    ]

    func dayPart(at offset: Int) -> (part: DayPart, end: Int)? { first(Self.parts, at: offset).map { ($0.value, $0.end) } }

    /// A part of the day with a time, either alone, or a single character after a date: `30日晚`.
    func time(at offset: Int) -> Reading? {
        guard offset < limit else { return nil }
        var part = dayPart(at: offset)
        if part == nil, offset > start, let short = first(Self.shortParts, at: offset), isAfterDay(offset), !isWord(short.end) {
            part = (short.value, short.end)
        }
        if let clock = clock(at: skip(part?.end ?? offset)) {
            let placed = placed(clock.time, in: part?.part)
            return Reading(point: TimePoint(clock: placed), end: clock.end, part: part?.part)
        }
        return part.map { Reading(point: TimePoint(part: $0.part), end: $0.end, part: $0.part) }
    }

    private func isAfterDay(_ offset: Int) -> Bool {
        guard let before = text.scalar(before: offset, from: start) else { return false }
        return before.value == 0x65E5 || before.value == 0x53F7 || before.value == 0x5929 || before.value == 0x7D04 || before.value == 0x20
            || (0x4E00...0x4E94).contains(before.value) || before.value == 0x516D
    }

    /// 早已, 晚会: the character begins another word.
    private func isWord(_ offset: Int) -> Bool {
        offset < limit
            && ["已", "就", "会", "會", "年", "于", "於", "期", "餐", "报", "報", "宴", "安", "稻", "婚", "产", "夜"].contains {
                text[offset..<limit].starts(with: $0.utf8)
            }
    }

    func placed(_ time: ClockTime, in part: DayPart?) -> ClockTime { part.map { $0.placing(time) } ?? time }

    private static let hourWords = PhraseSet("点钟 点 时 點鐘 點 時")
    private static let notHours = PhraseSet("时代 时期 时间 时候 时评 时速 点击 点建 点多 点位 点评 点半钟 点儿 点名 点赞 点燃 时报 时装 时节 时空 点亮 点线 點擊")
    private static let minuteWords = PhraseSet("分钟 分 分鐘")
    private static let secondWords = PhraseSet("秒钟 秒")

    /// 一点一点地: no hour.
    private func isBitByBit(_ range: Range<Int>) -> Bool {
        holds("一点", range.lowerBound)
            && (holds("一点", range.upperBound) || holds("地", range.upperBound) || holds("一点", range.lowerBound - 6))
    }

    private func clock(at offset: Int) -> (time: ClockTime, end: Int)? {
        if let digital = digital(at: offset) { return digital }
        guard let number = number(at: offset), let hour = Int(exactly: number.value), (0...24).contains(hour),
            let end = Self.hourWords.match(in: text, at: skip(number.end), limit: limit)
        else { return nil }
        guard Self.notHours.match(in: text, at: skip(number.end), limit: limit) == nil, !isBitByBit(offset..<end) else { return nil }
        var time = ClockTime(hour: hour, isAmbiguous: (1...12).contains(hour))
        var stop = end
        if holds("半", stop), !holds("半年", stop) {
            time.minute = 30
            stop += 3
        } else if holds("整", stop) {
            stop += 3
        } else if let quarter = quarterHours(at: stop) {
            (time.minute, stop) = quarter
        } else if let minutes = minutes(at: skip(stop)) {
            time.minute = minutes.minute
            time.second = minutes.second
            stop = minutes.end
        } else if holds("点", skip(number.end)) || holds("點", skip(number.end)), !number.isArabic,
            isNumeralBefore(offset) || isDecimal(at: end)
        {
            // 三点五: a number with a decimal point.
            return nil
        }
        if holds("许", stop) { stop += 3 }
        return (time, stop)
    }

    private func isNumeralBefore(_ offset: Int) -> Bool {
        text.scalar(before: offset, from: start).map { Self.isNumeral($0.value) } == true
    }

    private func isDecimal(at offset: Int) -> Bool { offset < limit && Self.isNumeral(text.scalar(at: offset).value) }

    private func quarterHours(at offset: Int) -> (minute: Int?, end: Int)? {
        if holds("一刻", offset) { return (15, offset + 6) }
        return holds("三刻", offset) ? (45, offset + 6) : nil
    }

    private func minutes(at offset: Int) -> (minute: Int, second: Int?, end: Int)? {
        let begin = holds("零", offset) || holds("过", offset) ? offset + 3 : offset
        guard let number = number(at: begin), let minute = Int(exactly: number.value), (0..<60).contains(minute) else { return nil }
        guard let end = Self.minuteWords.match(in: text, at: skip(number.end), limit: limit) else {
            // 七点二十: two numerals without a unit; 十点二三 is a number.
            guard number.hasUnit || begin > offset else { return nil }
            return !number.isArabic && number.end - begin >= 6 && !isWordAfterNumber(number.end) ? (minute, nil, number.end) : nil
        }
        guard let seconds = count(at: skip(end), in: 0...59, Self.secondWords) else { return (minute, nil, end) }
        return (minute, seconds.value, seconds.end)
    }

    private func isWordAfterNumber(_ offset: Int) -> Bool { offset < limit && (0x4E00...0x9FFF).contains(text.scalar(at: offset).value) }

    /// `19:30`, `7：05：09`, `8:00 a.m.`
    private func digital(at offset: Int) -> (time: ClockTime, end: Int)? {
        guard let hour = twoDigits(at: offset, least: 1), hour.value <= 24, let minuteAt = colon(at: hour.end),
            let minute = twoDigits(at: minuteAt, least: 2), minute.value < 60,
            minute.end >= limit || text[minute.end] &- 0x30 >= 10
        else { return nil }
        var time = ClockTime(hour: hour.value, minute: minute.value, isAmbiguous: (1...12).contains(hour.value) && hour.end - offset < 3)
        var end = minute.end
        if let secondAt = colon(at: end), let second = twoDigits(at: secondAt, least: 2), second.value < 60 {
            (time.second, end) = (second.value, second.end)
        }
        for (words, isAfternoon) in [(PhraseSet.morningMarks, false), (PhraseSet.afternoonMarks, true)] {
            guard let stop = words.match(in: text, at: skip(end), limit: limit) else { continue }
            return (isAfternoon ? time.afternoon : time.certain, stop)
        }
        return (time, end)
    }

    private func colon(at offset: Int) -> Int? { holds(":", offset) ? offset + 1 : holds("：", offset) ? offset + 3 : nil }

    private func twoDigits(at offset: Int, least: Int) -> (value: Int, end: Int)? {
        var end = offset
        var value = 0
        while end < limit, end - offset < 2, text[end] &- 0x30 < 10 {
            value = value * 10 + Int(text[end] &- 0x30)
            end += 1
        }
        return end - offset >= least ? (value, end) : nil
    }
}

extension PhraseSet {
    static let morningMarks = PhraseSet("a.m. am AM A.M. a.m")
    static let afternoonMarks = PhraseSet("p.m. pm PM P.M. p.m")
}
