import LinecasterKit
import LinecasterLanguage

/// Reads Chinese times: `2023年11月30日上午`, `去年底`, `本月11日`, `五年来`.
struct ChineseTimes {
    private let text: [UInt8]
    private let date: ArticleDate?

    init(_ text: [UInt8], _ date: ArticleDate?) {
        self.text = text
        self.date = date
    }

    /// The characters with which any Chinese time begins.
    static let beginnings = ScalarSet("0123456789零〇一二三四五六七八九十两百千壹贰叁肆伍陆柒捌玖拾今去前明后昨当近目上下本这周星礼春元清国中端除早凌午正傍晚夜深年月夏秋冬同日間當近兩")

    func match(at offset: Int, from start: Int, limit: Int) -> TimeMatch? {
        relative(at: offset, limit: limit) ?? weekday(at: offset, limit: limit) ?? calendar(at: offset, from: start, limit: limit)
            ?? partAlone(at: offset, limit: limit)
    }

    // MARK: Dates of the calendar

    private func calendar(at offset: Int, from start: Int, limit: Int) -> TimeMatch? {
        if let before = text.scalar(before: offset, from: start),
            characterClass(before.value) == .digit || before.value == 0x2E || before.value == 0x7B2C
        {
            return nil
        }
        guard let number = ChineseNumeral.match(in: text, at: offset, limit: limit), number.value < 1e8 else { return nil }
        var year: Int?
        var month: Int?
        var day: Int?
        var end = number.end
        var current: ChineseNumeral.Match? = number
        if let value = year4(number, offset), holds("年", end), !isDurationMark(end + 3) {
            year = value
            end += 3
            current = ChineseNumeral.match(in: text, at: end, limit: limit)
        }
        if let value = current, (1...12).contains(value.value), holds("月", value.end), !holds("月来", value.end) {
            month = Int(value.value)
            end = value.end + 3
            current = ChineseNumeral.match(in: text, at: end, limit: limit)
            if let value = current, (1...31).contains(value.value), holds("日", value.end) || holds("号", value.end) {
                day = Int(value.value)
                end = value.end + 3
            }
        } else if year == nil, (1...31).contains(number.value), holds("日", number.end), number.isArabic {
            day = Int(number.value)
            end = number.end + 3
        }
        guard year != nil || month != nil || day != nil else {
            return duration(number, limit) ?? clock(number, at: offset, limit: limit, date: nil)
        }
        return dated(year, month, day, end: end, limit: limit)
    }

    private func year4(_ number: ChineseNumeral.Match, _ offset: Int) -> Int? {
        let isFourDigits = number.isArabic ? number.end - offset == 4 : number.end - offset == 12
        return isFourDigits && (1000...2999).contains(number.value) ? Int(number.value) : nil
    }

    private func isDurationMark(_ offset: Int) -> Bool { ["来", "间", "内"].contains { text[offset...].starts(with: $0.utf8) } }

    private func dated(_ year: Int?, _ month: Int?, _ day: Int?, end: Int, limit: Int) -> TimeMatch {
        var timex = year.map { padded($0, 4) } ?? "XXXX"
        if month != nil || day != nil { timex += "-" + (month.map { padded($0, 2) } ?? "XX") }
        if let day { timex += "-" + padded(day, 2) }
        let value = resolved(year, month, day)
        return withTimeOfDay(timex, value, end: end, limit: limit, isDay: day != nil)
    }

    /// The date with what the text leaves open taken from the article's own, the nearest in time.
    private func resolved(_ year: Int?, _ month: Int?, _ day: Int?) -> String? {
        guard let date else {
            return year.map { y in ([padded(y, 4)] + [month, day].compactMap { $0 }.map { padded($0, 2) }).joined(separator: "-") }
        }
        var filledYear = year ?? date.year
        let filledMonth = month ?? date.month
        if year == nil, month != nil {
            let distance = filledMonth - date.month
            if distance > 6 { filledYear -= 1 } else if distance < -6 { filledYear += 1 }
        }
        var parts = [padded(filledYear, 4)]
        if month != nil || day != nil { parts.append(padded(filledMonth, 2)) }
        if let day { parts.append(padded(day, 2)) }
        return parts.joined(separator: "-")
    }

    /// Parts of the day with their TIMEX3 codes and hours.
    private static let parts: [(words: PhraseSet, code: String)] = [
        (PhraseSet("上午 早上 早晨 清晨 凌晨 今晨 早间"), "TMO"), (PhraseSet("中午 正午"), "TMI"), (PhraseSet("下午 傍晚 午后"), "TAF"),
        (PhraseSet("晚上 晚间 夜间 晚 夜里 深夜 当晚"), "TNI"),
    ]

    private func partOfDay(at offset: Int, limit: Int) -> (code: String, end: Int)? {
        for part in Self.parts {
            if let end = part.words.match(in: text, at: offset, limit: limit) { return (part.code, end) }
        }
        return nil
    }

    private func withTimeOfDay(_ timex: String, _ value: String?, end: Int, limit: Int, isDay: Bool) -> TimeMatch {
        guard isDay else {
            let half = end < limit ? yearPart(at: end, limit) : nil
            return TimeMatch(end: half?.end ?? end, value: TimeExpression(type: .date, timex: timex + (half?.code ?? ""), value: value))
        }
        let part = partOfDay(at: end, limit: limit)
        let hourStart = part?.end ?? end
        if let number = ChineseNumeral.match(in: text, at: hourStart, limit: limit),
            let clock = clock(number, at: hourStart, limit: limit, date: nil, part: part?.code)
        {
            let time = String(clock.value.timex.drop { $0 != "T" })
            return TimeMatch(end: clock.end, value: TimeExpression(type: .datetime, timex: timex + time, value: value.map { $0 + time }))
        }
        guard let part else { return TimeMatch(end: end, value: TimeExpression(type: .date, timex: timex, value: value)) }
        return TimeMatch(
            end: part.end,
            value: TimeExpression(type: .datetime, timex: timex + part.code, value: value.map { $0 + part.code })
        )
    }

    private func yearPart(at offset: Int, _ limit: Int) -> (code: String, end: Int)? {
        for (word, code) in [
            ("上半年", "-H1"), ("下半年", "-H2"), ("第一季度", "-Q1"), ("第二季度", "-Q2"), ("第三季度", "-Q3"), ("第四季度", "-Q4"), ("一季度", "-Q1"),
            ("二季度", "-Q2"), ("三季度", "-Q3"), ("四季度", "-Q4"),
        ] where text[offset..<limit].starts(with: word.utf8) {
            return (code, offset + word.utf8.count)
        }
        for word in ["年底", "年末", "年初", "底", "末", "初"] where text[offset..<limit].starts(with: word.utf8) {
            return ("", offset + word.utf8.count)
        }
        return nil
    }

    /// `9时30分`, `上午10点`.
    private func clock(_ number: ChineseNumeral.Match, at offset: Int, limit: Int, date: String?, part: String? = nil) -> TimeMatch? {
        guard (0...24).contains(number.value), number.value.rounded() == number.value,
            holds("时", number.end) || holds("点", number.end) || number.isArabic && colonMinutes(number.end, limit) != nil
        else { return nil }
        if holds("时代", number.end) || holds("时期", number.end) || holds("点击", number.end) || holds("点建", number.end)
            || holds("点多", number.end) && part == nil
        {
            return nil
        }
        var hour = Int(number.value)
        if part == "TAF" || part == "TNI", hour < 12 { hour += 12 }
        var minute = 0
        var end = number.end
        if let colon = colonMinutes(number.end, limit) {
            (minute, end) = colon
        } else {
            end += 3
            if holds("半", end) {
                minute = 30
                end += 3
            } else if let value = ChineseNumeral.match(in: text, at: end, limit: limit), (0..<60).contains(value.value),
                holds("分", value.end)
            {
                minute = Int(value.value)
                end = value.end + 3
            } else if holds("整", end) {
                end += 3
            } else if part == nil, !holds("许", end), holds("点", end - 3) {
                return nil
            }
        }
        return TimeMatch(end: end, value: TimeExpression(type: .time, timex: "T\(padded(hour, 2)):\(padded(minute, 2))", value: nil))
    }

    private func colonMinutes(_ offset: Int, _ limit: Int) -> (minute: Int, end: Int)? {
        guard offset < limit, text[offset] == 0x3A || holds("：", offset) else { return nil }
        let start = offset + (text[offset] == 0x3A ? 1 : 3)
        guard start + 2 <= limit, let value = Int(String(decoding: text[start..<start + 2], as: UTF8.self)), (0..<60).contains(value) else {
            return nil
        }
        return (value, start + 2)
    }

    // MARK: Lengths of time

    private func duration(_ number: ChineseNumeral.Match, _ limit: Int) -> TimeMatch? {
        let units: [(String, String)] = [
            ("个多月", "M"), ("个月", "M"), ("多年", "Y"), ("余年", "Y"), ("周年", ""), ("年", "Y"), ("个星期", "W"), ("星期", "W"), ("周", "W"), ("多天", "D"),
            ("天", "D"), ("个多小时", "TH"), ("个小时", "TH"), ("小时", "TH"), ("分钟", "TM"), ("秒", "TS"),
        ]
        for (word, unit) in units where text[number.end..<limit].starts(with: word.utf8) {
            guard !unit.isEmpty else { return nil }
            var end = number.end + word.utf8.count
            for follower in ["多来", "以来", "来", "之内", "内", "间", "后", "前", "之后", "之前", "以上"]
            where text[end..<limit].starts(with: follower.utf8) {
                end += follower.utf8.count
                break
            }
            if word == "年", let months = monthsAfter(end, limit) {
                let timex = "P\(Int(number.value))Y\(months.count)M"
                return TimeMatch(end: months.end, value: TimeExpression(type: .duration, timex: timex, value: timex))
            }
            let amount = number.value.rounded() == number.value ? String(Int(number.value)) : String(number.value)
            let timex = unit.hasPrefix("T") ? "PT\(amount)\(unit.dropFirst())" : "P\(amount)\(unit)"
            return TimeMatch(end: end, value: TimeExpression(type: .duration, timex: timex, value: timex))
        }
        return nil
    }

    /// `零三个月`, `3个月` after a number of years.
    private func monthsAfter(_ offset: Int, _ limit: Int) -> (count: Int, end: Int)? {
        let start = holds("零", offset) ? offset + 3 : offset
        guard let number = ChineseNumeral.match(in: text, at: start, limit: limit), (1...11).contains(number.value),
            holds("个月", number.end)
        else { return nil }
        return (Int(number.value), number.end + 6)
    }

    // MARK: Relative times

    private static let relatives = PhraseSet(
        """
        今年底 今年初 今年 去年底 去年初 去年 明年底 明年初 明年 前年 后年 今天 昨天 明天 前天 后天 今日 昨日 明日 当日 今晨 今晚 昨晚 明晚 近日 日前 目前 近年来 近年 当前 本月 上月 上个月 下月 下个月 本周 上周 下周 这周 年底 年初 年内 月底 月初 当年 同年 \
        今后 春节 元旦 清明节 国庆节 中秋节 端午节 元宵节 除夕 春节期间 国庆期间 昨 年末 春季 夏季 秋季 冬季 \
        今年 昨天 當日 目前 上個月 下個月
        """
    )

    private func relative(at offset: Int, limit: Int) -> TimeMatch? {
        guard let end = Self.relatives.match(in: text, at: offset, limit: limit) else { return nil }
        let word = String(decoding: text[offset..<end], as: UTF8.self)
        guard word != "昨" else { return nil }
        if let days = ["前天": -2, "昨天": -1, "昨日": -1, "昨晚": -1, "今天": 0, "今日": 0, "今晨": 0, "今晚": 0, "明天": 1, "明日": 1, "明晚": 1, "后天": 2][word]
        {
            let day = date?.adding(days: days).iso
            let code = word.hasSuffix("晚") ? "TNI" : word.hasSuffix("晨") ? "TMO" : ""
            guard code.isEmpty else {
                return TimeMatch(end: end, value: TimeExpression(type: .datetime, timex: "XXXX-XX-XX\(code)", value: day.map { $0 + code }))
            }
            return withTimeOfDay("XXXX-XX-XX", day, end: end, limit: limit, isDay: true)
        }
        let stem = word.filter { $0 != "底" && $0 != "初" }
        if let years = ["前年": -2, "去年": -1, "今年": 0, "明年": 1, "后年": 2][stem] { return year(years, word: word, end: end, limit: limit) }
        if let months = ["上月": -1, "上个月": -1, "上個月": -1, "本月": 0, "下月": 1, "下个月": 1, "下個月": 1][word] {
            return month(months, end: end, limit: limit)
        }
        let isVague = ["近日", "日前", "目前", "当前", "近年", "近年来", "今后"].contains(word)
        return TimeMatch(
            end: end,
            value: TimeExpression(type: .date, timex: isVague ? (word == "今后" ? "FUTURE_REF" : "PRESENT_REF") : "XXXX", value: nil)
        )
    }

    private func year(_ years: Int, word: String, end: Int, limit: Int) -> TimeMatch {
        let year = date.map { $0.year + years }
        if !word.hasSuffix("底"), !word.hasSuffix("初"), let number = ChineseNumeral.match(in: text, at: end, limit: limit),
            (1...12).contains(number.value), holds("月", number.end)
        {
            var stop = number.end + 3
            var day: Int?
            if let value = ChineseNumeral.match(in: text, at: stop, limit: limit), (1...31).contains(value.value),
                holds("日", value.end) || holds("号", value.end)
            {
                day = Int(value.value)
                stop = value.end + 3
            }
            let tail = ([Int(number.value)] + [day].compactMap { $0 }).map { "-" + padded($0, 2) }.joined()
            return withTimeOfDay("XXXX" + tail, year.map { padded($0, 4) + tail }, end: stop, limit: limit, isDay: day != nil)
        }
        let part = word.hasSuffix("底") || word.hasSuffix("初") ? nil : yearPart(at: end, limit)
        let code = part?.code ?? ""
        return TimeMatch(
            end: part?.end ?? end,
            value: TimeExpression(type: .date, timex: "XXXX" + code, value: year.map { padded($0, 4) + code })
        )
    }

    private func month(_ months: Int, end: Int, limit: Int) -> TimeMatch {
        let month = date?.adding(months: months)
        let value = month.map { "\(padded($0.year, 4))-\(padded($0.month, 2))" }
        if let number = ChineseNumeral.match(in: text, at: end, limit: limit), (1...31).contains(number.value),
            holds("日", number.end) || holds("号", number.end)
        {
            let day = "-" + padded(Int(number.value), 2)
            return withTimeOfDay("XXXX-XX" + day, value.map { $0 + day }, end: number.end + 3, limit: limit, isDay: true)
        }
        return TimeMatch(end: end, value: TimeExpression(type: .date, timex: "XXXX-XX", value: value))
    }

    private func weekday(at offset: Int, limit: Int) -> TimeMatch? {
        var start = offset
        var weeks: Int?
        for (word, shift) in [("上", -1), ("下", 1), ("本", 0), ("这", 0)] where holds(word, offset) {
            start += 3
            weeks = shift
        }
        for word in ["星期", "礼拜", "周"] where text[start..<limit].starts(with: word.utf8) {
            let dayStart = start + word.utf8.count
            guard dayStart < limit, case let scalar = text.scalar(at: dayStart) else { continue }
            let day = scalar.value == 0x65E5 || scalar.value == 0x5929 && word != "周" ? 7 : ChineseNumeral.digit(scalar.value) ?? 0
            guard (1...7).contains(day), scalar.value != 0x4E24 else { continue }
            if word == "周", holds("年", scalar.end) || holds("岁", scalar.end) { continue }
            let value = date.map { $0.adding(days: day - $0.weekday + 7 * (weeks ?? 0)).iso }
            return TimeMatch(end: scalar.end, value: TimeExpression(type: .date, timex: "XXXX-WXX-\(day)", value: value))
        }
        return nil
    }

    private func partAlone(at offset: Int, limit: Int) -> TimeMatch? {
        guard let part = partOfDay(at: offset, limit: limit), part.end - offset >= 6 else { return nil }
        if let number = ChineseNumeral.match(in: text, at: part.end, limit: limit),
            let clock = clock(number, at: part.end, limit: limit, date: nil, part: part.code)
        {
            return clock
        }
        return TimeMatch(end: part.end, value: TimeExpression(type: .time, timex: part.code, value: nil))
    }

    private func holds(_ word: String, _ offset: Int) -> Bool { offset < text.count && text[offset...].starts(with: word.utf8) }
}
