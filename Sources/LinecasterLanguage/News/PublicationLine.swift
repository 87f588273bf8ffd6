/// The line that web pages set between headline and text: `2024-06-03 08:15 来源：江北日报 作者：周岚`,
/// `Published June 4, 2024 at 6:00 a.m. | Updated 9:12 a.m.`, `4 June 2024 • 6:00am`.
public enum PublicationLine {
    /// Whether a line tells when its article was published, perhaps by whom, and nothing else.
    ///
    /// A day alone may as well be the article's own words: a label, a time of day, a source or an author stands beside it. What
    /// 时间 begins is of an event, unless somebody is named.
    ///
    /// - Parameter line: The line's bytes without white space at its ends.
    public static func isLine(_ text: [UInt8], line: Range<Int>) -> Bool {
        guard line.count <= 180, mayBegin(text, line) else { return false }
        var holdsDay = false
        var holdsOther = false
        var holdsName = false
        let mayBeEvent = eventLabels.match(in: text, at: line.lowerBound, limit: line.upperBound) != nil
        var offset = line.lowerBound
        while offset < line.upperBound {
            let scalar = text.scalar(at: offset)
            if isSpace(scalar.value) || separators.contains(scalar.value) {
                offset = scalar.end
            } else if let end = PageFurniture.date(text, at: offset, limit: line.upperBound) {
                holdsDay = holdsDay || holdsYear(text, offset..<end)
                offset = end
            } else if let end = timeOfDay(text, at: offset, limit: line.upperBound)
                ?? labels.match(in: text, at: offset, limit: line.upperBound)
            {
                holdsOther = true
                offset = end
            } else if let end = who.match(in: text, at: offset, limit: line.upperBound) {
                guard let name = name(text, from: end, limit: line.upperBound) else { return false }
                holdsName = true
                offset = name
            } else if let end = counter(text, at: offset, limit: line.upperBound) {
                offset = end
            } else if let end = PageFurniture.weekdays.match(in: text, at: offset, limit: line.upperBound)
                ?? fillers.match(in: text, at: offset, limit: line.upperBound)
            {
                offset = end
            } else {
                return false
            }
        }
        return holdsDay && (holdsName || holdsOther && !mayBeEvent)
    }

    /// Digits, or how labels begin: hardly another line is looked at.
    private static func mayBegin(_ text: [UInt8], _ line: Range<Int>) -> Bool {
        guard !line.isEmpty, case let first = text.scalar(at: line.lowerBound).value, first &- 0x30 < 10 || starts.contains(first) else {
            return false
        }
        return text[line].count { $0 &- 0x30 < 10 } >= 5
    }

    private static let separators = ScalarSet([
        0x7C, 0xFF5C, 0xB7, 0x2022, 0x2F, 0x2C, 0x2013, 0x2014, 0x2D, 0x3A, 0xFF1A, 0x28, 0x29, 0x2E, 0x5B, 0x5D, 0x3010, 0x3011,
    ])
    private static let labels = PhraseSet(constant: [
        "Published on", "Published:", "Published", "PUBLISHED:", "PUBLISHED", "Updated on", "Updated:", "Updated", "UPDATED:", "UPDATED",
        "First published", "Last updated", "Last modified", "Posted on", "Posted:", "Posted", "POSTED", "Modified", "Originally published",
        "发布时间", "发表时间", "发布于", "发表于", "发布日期", "发稿时间", "更新时间", "更新于", "發布時間", "發表時間", "發布於", "發佈時間", "更新時間",
        "發稿時間", "最後更新", "上稿时间",
    ])
    private static let who = PhraseSet(constant: [
        "来源：", "来源:", "信息来源：", "稿源：", "作者：", "作者:", "记者：", "编辑：", "编辑:", "责任编辑：", "责任编辑:", "责编：", "文：", "來源：", "來源:", "作者／",
        "記者：", "編輯：", "记者 ", "本报记者 ", "通讯员 ", "记者/", "責任編輯：", "Source:", "Author:",
    ])
    /// What stands between: words that join, days of the week, and what the page offers its reader.
    private static let fillers = PhraseSet(constant: [
        "at ", "on ", "and ", "Mon", "Tue", "Tues", "Wed", "Thu", "Thur", "Thurs", "Fri", "Sat", "Sun", "时间", "日期", "時間", "大 中 小", "打印",
        "字体：", "字号：", "字體：", "收藏", "分享",
    ])
    private static let eventLabels = PhraseSet(constant: ["时间", "日期", "時間"])
    private static let counters = PhraseSet(constant: [
        "点击：", "点击数：", "点击量：", "浏览：", "浏览量：", "浏览数：", "浏览次数：", "阅读：", "阅读量：", "阅读数：", "阅读次数：", "访问量：", "访问次数：", "點擊：", "瀏覽：", "人氣：",
    ])
    private static let zones = PhraseSet(constant: [
        "GMT", "BST", "UTC", "EST", "EDT", "ET", "CST", "CDT", "CT", "PST", "PDT", "PT", "MST", "MDT", "AEST", "HKT", "CET",
    ])
    private static let starts = ScalarSet((labels.words + who.words + eventLabels.words).compactMap { $0.unicodeScalars.first?.value })

    private static func holdsYear(_ text: [UInt8], _ date: Range<Int>) -> Bool {
        date.contains { text.holds("年", at: $0) }
            || (date.lowerBound..<max(date.lowerBound, date.upperBound - 3)).contains { start in
                text[start..<start + 4].allSatisfy { $0 &- 0x30 < 10 }
            }
    }

    /// `08:15`, `6:00 a.m. EST`, `10:05:33`, `6pm`.
    private static func timeOfDay(_ text: [UInt8], at offset: Int, limit: Int) -> Int? {
        guard var end = PageFurniture.digits(text, at: offset, limit: limit, 1...2) else { return nil }
        var parts = 1
        while parts < 3, end < limit, text[end] == UInt8(ascii: ":") || text[end] == UInt8(ascii: ".") && parts == 1,
            let more = PageFurniture.digits(text, at: end + 1, limit: limit, 2...2)
        {
            end = more
            parts += 1
        }
        let halves = end < limit && text[end] == 0x20 ? end + 1 : end
        let half = halfDays.match(in: text, at: halves, limit: limit)
        guard parts > 1 || half != nil else { return nil }
        end = half ?? end
        let zone = end < limit && text[end] == 0x20 ? end + 1 : end
        return zones.match(in: text, at: zone, limit: limit) ?? end
    }

    /// `点击：233次`: how often the page was read.
    private static func counter(_ text: [UInt8], at offset: Int, limit: Int) -> Int? {
        guard let label = counters.match(in: text, at: offset, limit: limit) else { return nil }
        var end = text.trimmed(label..<limit).lowerBound
        while end < limit, text[end] &- 0x30 < 10 { end += 1 }
        return text.holds("次", at: end) ? end + 3 : end
    }

    private static let halfDays = PhraseSet(constant: ["a.m.", "p.m.", "am", "pm", "AM", "PM", "A.M.", "P.M."])

    /// Whom or what a label names: up to the next white space or bar in Chinese, the next bar in English.
    private static func name(_ text: [UInt8], from start: Int, limit: Int) -> Int? {
        var end = text.trimmed(start..<limit).lowerBound
        let first = end
        let isChinese = end < limit && text[end] >= 0xE3
        while end < limit, text[end] != 0x7C, isChinese ? text[end] != 0x20 : true {
            let scalar = text.scalar(at: end)
            if scalar.value == 0x3000 || scalar.value == 0xFF5C { break }
            end = scalar.end
        }
        return (1...48).contains(end - first) ? end : nil
    }
}
