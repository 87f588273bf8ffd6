import LinecasterKit
import LinecasterLanguage

/// A date as read.
struct DateReading {
    var period: Period
    var end: Int
    /// What the text tells of the date itself.
    var fields: (year: Int?, month: Int?, day: Int?)?
    /// A part of the day in the same word: 昨晚.
    var part: DayPart?
}

/// Days, weeks, months, years and other periods.
extension ChineseTimeReader {
    func period(at offset: Int) -> DateReading? {
        guard offset < limit else { return nil }
        return calendarDate(at: offset) ?? relativeDay(at: offset) ?? relativeYear(at: offset) ?? relativeMonth(at: offset) ?? week(
            at: offset
        )
            ?? decade(at: offset) ?? consecutive(at: offset) ?? half(at: offset) ?? festivalAlone(at: offset) ?? season(at: offset)
    }

    // MARK: Dates of the calendar

    private static let yearWords = PhraseSet("年度 年")
    static let dayWords = PhraseSet("日 号 號")
    private static let monthWords = PhraseSet("月份 月")

    /// `2023年11月30日`, `11月30日`, `2023-11-30`, `民国三年`.
    func calendarDate(at offset: Int) -> DateReading? {
        guard offset < limit else { return nil }
        if text[offset] &- 0x30 < 10, let match = NumericDates(text: text, limit: limit).match(at: offset, dayFirst: true),
            match.year != nil
        {
            let fields = (match.year, Int?(match.month), match.day)
            return DateReading(period: frame.date(year: match.year, month: match.month, day: match.day), end: match.end, fields: fields)
        }
        if let lunar = lunarDate(at: offset) { return lunar }
        if holds("农历", offset) || holds("農曆", offset), let date = calendarDate(at: skip(offset + 6)) { return date }
        let begin = holds("= ", offset) ? offset + 2 : offset
        if let year = year(at: begin) { return withWeekday(inYear(frame.date(year: year.value), year.value, end: year.end)) }
        if let month = month(at: offset) {
            guard !holds("来", month.end) else { return nil }
            return withWeekday(inMonth(nil, month.value, end: month.end))
        }
        guard let day = dayAlone(at: offset) else { return nil }
        return withWeekday(DateReading(period: frame.date(day: day.value), end: day.end, fields: (nil, nil, day.value)))
    }

    /// 10号楼, 3号线: numbers of things, not days.
    func isCounted(at offset: Int) -> Bool {
        holds("号", offset - 3) && offset < limit && Self.numbered.contains(text.scalar(at: offset).value)
    }

    private static let numbered = ScalarSet("楼线门院馆机房店铺站仓井池区厅码牌卫星文")

    private static let duringYear = PhraseSet("来 间 內 内 多 余 级 有余 代")

    /// A year of four digits, of two where a month follows, or of an era.
    func year(at offset: Int) -> (value: Int, end: Int)? {
        if let era = era(at: offset) ?? commonYear(at: offset) { return era }
        guard let number = number(at: offset), let value = Int(exactly: number.value),
            let end = Self.yearWords.match(in: text, at: skip(number.end), limit: limit)
        else { return nil }
        if countsYears(offset) { return nil }
        let digits = number.isArabic ? number.end - offset : (number.end - offset) / 3
        if digits == 4, (1000...2999).contains(value) {
            // 1500年来 counts years.
            return Self.duringYear.match(in: text, at: end, limit: limit) == nil ? (value, end) : nil
        }
        guard digits == 2, number.isArabic, value < 100 else { return nil }
        let full = value + (value < 50 ? 2000 : 1900)
        let isSure =
            text[offset] == 0x30 || value >= 90 && Self.duringYear.match(in: text, at: end, limit: limit) == nil
            || month(at: skip(end)) != nil
        return isSure ? (full, end) : nil
    }

    static let months: PhraseTable<Int> = [(PhraseSet("正月 元月"), 1), (PhraseSet("腊月"), 12)]

    private func month(at offset: Int) -> (value: Int, end: Int)? {
        if let named = first(Self.months, at: offset) { return named }
        guard let month = count(at: offset, in: 1...12, Self.monthWords) else { return nil }
        return month
    }

    /// What may follow a year.
    private func inYear(_ year: Period, _ value: Int?, end: Int) -> DateReading {
        let alone = DateReading(period: year, end: end, fields: (value, nil, nil))
        let gap = skip(end)
        guard gap < limit else { return alone }
        // 2024年正月初八; years beyond the table keep the day as it is written.
        if let value, (1900...2100).contains(value), let month = first(Self.lunarMonths, at: gap), month.value == 1,
            let day = lunarDay(at: month.end)
        {
            var period = frame.festival(.lunar(month.value, day.value), year: value)
            period.isAnchored = year.isAnchored
            return DateReading(period: period, end: day.end)
        }
        if let month = month(at: gap), !holds("来", month.end) {
            var date = inMonth(value, month.value, end: month.end)
            date.period.isAnchored = date.period.isAnchored || year.isAnchored
            return date
        }
        let inner = holds("的", gap) ? skip(gap + 3) : gap
        if let part = partOfYear(year, at: inner) { return DateReading(period: part.period, end: part.end) }
        if let edge = edge(of: year, at: inner) { return edge }
        if Self.anyFestival.match(in: text, at: inner, limit: limit) != nil, let festival = first(Self.festivals, at: inner) {
            var period = value.map { frame.festival(festival.value, year: $0) } ?? frame.festival(festival.value)
            period.isAnchored = year.isAnchored
            return DateReading(period: period, end: festival.end)
        }
        if let season = seasonCode(at: inner) {
            var period = year
            period.timex += "-" + season.code
            period.days = nil
            return DateReading(period: period, end: season.end)
        }
        for (words, modifier) in Self.yearEdges where words.match(in: text, at: gap, limit: limit) != nil {
            var period = year
            period.modifier = modifier
            return DateReading(period: period, end: words.match(in: text, at: gap, limit: limit) ?? gap)
        }
        return alone
    }

    private static let yearEdges: [(PhraseSet, TimeModifier)] = [
        (PhraseSet("年底 年末 年终 底 末"), .end), (PhraseSet("年初 初"), .start), (PhraseSet("年中"), .mid),
    ]
    static let halves: PhraseTable<Int> = [(PhraseSet("上半年 前半年"), 1), (PhraseSet("下半年 后半年 後半年"), 2)]

    /// Halves, quarters, months and weeks of a year.
    private func partOfYear(_ year: Period, at offset: Int) -> (period: Period, end: Int)? {
        if let half = first(Self.halves, at: offset) { return frame.part(half.value, .halfYear, of: year).map { ($0, half.end) } }
        if holds("前", offset), let quarter = quarter(at: offset + 3), quarter.value > 1 {
            return (frame.months(1, 3 * quarter.value, of: year), quarter.end)
        }
        let begin = holds("第", offset) ? offset + 3 : offset
        if let quarter = quarter(at: begin) ?? first(Self.namedQuarters, at: offset) ?? shortQuarter(at: offset) {
            return frame.part(quarter.value, .quarter, of: year).map { ($0, quarter.end) }
        }
        guard begin > offset, let number = number(at: begin), let value = Int(exactly: number.value) else { return nil }
        let unitAt = skip(number.end)
        if let end = PhraseSet.monthsCounted.match(in: text, at: unitAt, limit: limit) {
            return frame.part(value, .month, of: year).map { ($0, end) }
        }
        if let end = PhraseSet.weeksCounted.match(in: text, at: unitAt, limit: limit) {
            return frame.part(value, .week, of: year).map { ($0, end) }
        }
        return nil
    }

    private static let quarters = PhraseSet("季度")
    static let namedQuarters: PhraseTable<Int> = [(PhraseSet("首季度 首季"), 1), (PhraseSet("末季度 末季"), 4)]

    /// `第四季`, as Hong Kong and Taiwan write it behind a year.
    private func shortQuarter(at offset: Int) -> (value: Int, end: Int)? {
        guard holds("第", offset), let number = number(at: offset + 3), let value = Int(exactly: number.value), (1...4).contains(value),
            holds("季", number.end), !holds("季节", number.end), !holds("季節", number.end)
        else { return nil }
        return (value, number.end + 3)
    }

    private func quarter(at offset: Int) -> (value: Int, end: Int)? { count(at: offset, in: 1...4, Self.quarters) }

    private static let edges: PhraseTable<Bool> = [(PhraseSet("前 头 頭"), true), (PhraseSet("最后 最後 后"), false)]

    /// `前10天`, `最后3周` of a period.
    private func edge(of period: Period, at offset: Int) -> DateReading? {
        guard let edge = first(Self.edges, at: offset), let number = number(at: skip(edge.end)), let count = Int(exactly: number.value),
            (1...1000).contains(count),
            let unit = unit(at: skip(number.end)), let result = frame.edge(count, unit.value, of: period, isFirst: edge.value)
        else { return nil }
        return DateReading(period: result, end: unit.end)
    }

    private static let thirds: PhraseTable<TimeModifier> = [
        (PhraseSet("上旬 初"), .start), (PhraseSet("中旬"), .mid), (PhraseSet("下旬 底 末"), .end),
    ]

    /// What may follow a month.
    private func inMonth(_ year: Int?, _ month: Int, end: Int) -> DateReading {
        let gap = skip(end)
        if let day = self.day(at: gap) {
            return DateReading(period: frame.date(year: year, month: month, day: day.value), end: day.end, fields: (year, month, day.value))
        }
        var period = frame.date(year: year, month: month)
        if let third = first(Self.thirds, at: gap) {
            period.modifier = third.value
            return DateReading(period: period, end: third.end)
        }
        let inner = holds("的", gap) ? gap + 3 : gap
        if holds("第", inner), let number = number(at: inner + 3), let week = Int(exactly: number.value),
            let stop = PhraseSet.weeksCounted.match(in: text, at: skip(number.end), limit: limit),
            let result = frame.part(week, .week, of: period)
        {
            return DateReading(period: result, end: stop)
        }
        if let edge = edge(of: period, at: inner) { return edge }
        return DateReading(period: period, end: end, fields: (year, month, nil))
    }

    /// A day of a month: `30日`, `30号`, `初一`.
    func day(at offset: Int) -> (value: Int, end: Int)? {
        if let day = count(at: offset, in: 1...31, Self.dayWords) { return isCounted(at: day.end) ? nil : day }
        guard holds("初", offset), let number = number(at: offset + 3), let value = Int(exactly: number.value), (1...10).contains(value)
        else { return nil }
        return (value, number.end)
    }

    // MARK: Days of the week

    static let weekdayHeads = PhraseSet("星期 礼拜 周 週 禮拜")
    static let weekdayNames: PhraseTable<Int> = [
        (PhraseSet("一"), 1), (PhraseSet("二"), 2), (PhraseSet("三"), 3), (PhraseSet("四"), 4), (PhraseSet("五"), 5), (PhraseSet("六"), 6),
        (PhraseSet("日 天"), 7),
    ]

    func weekday(at offset: Int) -> (value: Int, end: Int)? {
        guard let head = Self.weekdayHeads.match(in: text, at: offset, limit: limit), let day = first(Self.weekdayNames, at: head) else {
            return nil
        }
        // 隔周|一次, 每周一次: how often.
        if head - offset == 3, text.holds("隔", at: offset - 3) || holds("次", day.end) || holds("回", day.end) { return nil }
        // 周三年: three years old, or a name.
        guard !(head - offset == 3 && (holds("年", day.end) || holds("岁", day.end) || holds("十", day.end))) else { return nil }
        return day
    }

    /// `10月12号，星期一`, `11月30日（星期六）`.
    private func withWeekday(_ date: DateReading) -> DateReading {
        guard date.period.grain == .day, date.end < limit else { return date }
        var begin = skip(date.end)
        var needsClosing = false
        if holds("（", begin) || holds("(", begin) { (begin, needsClosing) = (text.scalar(at: begin).end, true) }
        if holds("，", begin) || holds(",", begin) { begin = skip(text.scalar(at: begin).end) }
        guard let day = weekday(at: begin), begin == skip(date.end) || holds("星", begin) || needsClosing else { return date }
        var end = day.end
        if needsClosing {
            guard holds("）", end) || holds(")", end) else { return date }
            end = text.scalar(at: end).end
        }
        var result = date
        result.end = end
        return result
    }

    static let weeks: PhraseTable<Int> = [
        (PhraseSet("上上个 上上 上上個"), -2), (PhraseSet("上个 上 上個 上一"), -1), (PhraseSet("本 这 这个 這 這個 这一"), 0), (PhraseSet("下下个 下下 下下個"), 2),
        (PhraseSet("下个 下 下個 下一"), 1),
    ]
    static let weekendWords = PhraseSet("周末 週末")

    private func week(at offset: Int) -> DateReading? {
        if let shift = first(Self.weeks, at: offset) {
            if let day = weekday(at: shift.end) { return DateReading(period: frame.weekday(day.value, week: shift.value), end: day.end) }
            if let end = Self.weekendWords.match(in: text, at: shift.end, limit: limit) {
                let weekend = frame.today.map { frame.weekend(of: $0 + 7 * shift.value) } ?? Period(timex: "XXXX-WXX-WE", grain: .week)
                return DateReading(period: weekend, end: end)
            }
            guard let head = Self.weekdayHeads.match(in: text, at: shift.end, limit: limit), !holds("年", head), !holds("刊", head) else {
                return nil
            }
            return DateReading(period: frame.relative(.week, shift.value), end: head)
        }
        if let end = Self.weekendWords.match(in: text, at: offset, limit: limit) {
            return DateReading(period: frame.today.map(frame.weekend) ?? Period(timex: "XXXX-WXX-WE", grain: .week), end: end)
        }
        // A single 周 and numeral may be a name: it stands at the beginning of a word.
        guard let day = weekday(at: offset) else { return nil }
        return DateReading(period: frame.weekday(day.value), end: day.end)
    }

    // MARK: Relative days, months, years

    static let dayShifts: PhraseTable<Int> = [
        (PhraseSet("大前天"), -3), (PhraseSet("前天 前日"), -2), (PhraseSet("昨天 昨日 昨"), -1), (PhraseSet("今天 今日 今儿"), 0), (PhraseSet("明天 明日"), 1),
        (PhraseSet("后天 後天"), 2), (PhraseSet("大后天 大後天"), 3),
    ]
    static let dayAndPart: PhraseTable<(Int, DayPart)> = [
        (PhraseSet("昨晚"), (-1, .evening)), (PhraseSet("今晚"), (0, .evening)), (PhraseSet("明晚"), (1, .evening)),
        (PhraseSet("昨夜"), (-1, .night)), (PhraseSet("今夜"), (0, .night)),
        (PhraseSet("今晨 今早"), (0, .morning)), (PhraseSet("明早 明晨"), (1, .morning)), (PhraseSet("昨晨 昨早"), (-1, .morning)),
        (PhraseSet("当晚 當晚"), (99, .evening)),
    ]
    static let openDays = PhraseSet("当天 当日 次日 翌日 同日 當天 當日 隔天")

    private func relativeDay(at offset: Int) -> DateReading? {
        if holds("今日头条", offset) || holds("明日之后", offset) { return nil }
        if let both = first(Self.dayAndPart, at: offset) {
            let period = both.value.0 == 99 ? Period(timex: "XXXX-XX-XX", grain: .day) : frame.relative(.day, both.value.0)
            return DateReading(period: period, end: both.end, part: both.value.1)
        }
        if let end = Self.openDays.match(in: text, at: offset, limit: limit) {
            return DateReading(period: Period(timex: "XXXX-XX-XX", grain: .day), end: end)
        }
        if let day = numberedDay(at: offset) { return day }
        guard let day = first(Self.dayShifts, at: offset) else { return nil }
        return DateReading(period: frame.relative(.day, day.value), end: day.end)
    }

    static let numberedDays = PhraseSet("今（ 昨（ 明（ 今( 昨( 明(")
    private static let closings = PhraseSet("） )")

    /// `今（5）日`: newspapers of Taiwan write the day of the month beside today, yesterday and tomorrow.
    private func numberedDay(at offset: Int) -> DateReading? {
        guard let open = Self.numberedDays.match(in: text, at: offset, limit: limit), let number = number(at: open), number.isArabic,
            let day = Int(exactly: number.value), (1...31).contains(day),
            let close = Self.closings.match(in: text, at: number.end, limit: limit),
            let end = Self.dayEnds.match(in: text, at: close, limit: limit)
        else { return nil }
        return DateReading(period: frame.date(day: day), end: end, fields: (nil, nil, day))
    }

    private static let dayEnds = PhraseSet("日 天")

    static let yearShifts: PhraseTable<Int> = [
        (PhraseSet("大前年"), -3), (PhraseSet("前年"), -2), (PhraseSet("去年 上年 上一年"), -1), (PhraseSet("今年 本年 本年度 这一年 這一年"), 0),
        (PhraseSet("明年 来年 下一年 來年"), 1), (PhraseSet("后年 後年"), 2),
    ]
    static let openYears = PhraseSet("当年 同年 次年 翌年 當年")
    static let thisYear: PhraseTable<TimeModifier?> = [
        (PhraseSet("年底 年末 岁末"), .end), (PhraseSet("年初 岁初"), .start), (PhraseSet("年中"), .mid), (PhraseSet("年内"), nil),
    ]

    private func relativeYear(at offset: Int) -> DateReading? {
        if let shift = first(Self.yearShifts, at: offset) {
            return inYear(frame.relative(.year, shift.value), frame.today.map { $0.year + shift.value }, end: shift.end)
        }
        if let end = Self.openYears.match(in: text, at: offset, limit: limit) {
            return inYear(Period(timex: "XXXX", first: "XXXX-01-01", grain: .year), nil, end: end)
        }
        if let edge = first(Self.thisYear, at: offset) {
            var period = frame.relative(.year, 0)
            period.modifier = edge.value
            return DateReading(period: period, end: edge.end)
        }
        if let quarters = firstQuarters(at: offset) { return quarters }
        // Without a year of its own: the article's.
        guard let part = partOfYear(Period(timex: "XXXX", grain: .year), at: offset) else { return nil }
        guard holds("季度", part.end - 6) || holds("半年", part.end - 6) else { return nil }
        return DateReading(period: part.period, end: part.end)
    }

    /// `前三季度` of the article's year.
    private func firstQuarters(at offset: Int) -> DateReading? {
        guard holds("前", offset), let quarter = quarter(at: offset + 3), quarter.value > 1 else { return nil }
        let year = frame.today.map { frame.anchored(frame.date(year: $0.year)) } ?? Period(timex: "XXXX", grain: .year)
        return DateReading(period: frame.months(1, 3 * quarter.value, of: year), end: quarter.end)
    }

    static let monthShifts: PhraseTable<Int> = [
        (PhraseSet("上上个月 上上月"), -2), (PhraseSet("上个月 上月 上個月"), -1), (PhraseSet("本月 这个月 這個月 当月 本月份"), 0), (PhraseSet("下个月 下月 下個月"), 1),
        (PhraseSet("下下个月"), 2),
    ]
    static let thisMonth: PhraseTable<TimeModifier> = [
        (PhraseSet("月底 月末"), .end), (PhraseSet("月初"), .start), (PhraseSet("月中"), .mid),
    ]

    private func relativeMonth(at offset: Int) -> DateReading? {
        if let shift = first(Self.monthShifts, at: offset) {
            guard let today = frame.today else {
                if let day = day(at: shift.end) {
                    return DateReading(period: frame.date(day: day.value), end: day.end)
                }
                return DateReading(period: frame.relative(.month, shift.value), end: shift.end)
            }
            let first = CivilDay(today.year, today.month + shift.value, 1).parts
            var date = inMonth(first.year, first.month, end: shift.end)
            date.period.isAnchored = true
            return date
        }
        guard let edge = first(Self.thisMonth, at: offset),
            text.scalar(before: offset, from: start).map({ !Self.isNumeral($0.value) }) != false
        else { return nil }
        var period = frame.relative(.month, 0)
        period.modifier = edge.value
        return DateReading(period: period, end: edge.end)
    }

    static let halfShifts: PhraseTable<Int> = [(PhraseSet("上个半年 上個半年"), -1), (PhraseSet("下个半年 下個半年"), 1)]
    static let quarterShifts: PhraseTable<Int> = [
        (PhraseSet("上个季度 上季度 上一季度"), -1), (PhraseSet("本季度 这个季度"), 0), (PhraseSet("下个季度 下季度"), 1),
    ]

    private func half(at offset: Int) -> DateReading? {
        if let half = first(Self.halfShifts, at: offset) {
            return DateReading(period: frame.relative(.halfYear, half.value), end: half.end)
        }
        guard let quarter = first(Self.quarterShifts, at: offset) else { return nil }
        return DateReading(period: frame.relative(.quarter, quarter.value), end: quarter.end)
    }
}

extension PhraseSet {
    static let monthsCounted = PhraseSet("个月 個月")
    static let weeksCounted = PhraseSet("周 个星期 星期 週 個星期 个礼拜")
}
