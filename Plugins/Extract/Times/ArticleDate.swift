import LinecasterKit
import LinecasterLanguage

/// The moment that relative times of an article refer to.
enum ArticleDate {
    /// The date that came with the article, that the page's head tells, its dateline or the head of its text in full, or that its
    /// file is named by, in this order; or the day of its dateline, where that lies a little before: 今天 of a report of 3月8日 that was printed on
    /// the 9th is the 8th.
    static func of(_ article: Article) -> TimeFrame {
        let known =
            article.metadata["date"].flatMap(frame) ?? onPage(article) ?? inHead(article) ?? inName(article.source.name)
            ?? TimeFrame()
        guard let today = known.today, let day = inDateline(article, before: known), day != today,
            (today + -longestDelay..<today + 2).contains(day)
        else { return known }
        return TimeFrame(today: day)
    }

    /// Days between a report and the paper that prints it.
    private static let longestDelay = 10

    /// `2024-12-03` or `2024-12-03T08:30:00`.
    static func frame(_ text: String) -> TimeFrame? {
        let bytes = Array(text.utf8)
        guard let match = NumericDates(text: bytes, limit: min(10, bytes.count)).match(at: 0, dayFirst: false), let year = match.year,
            let day = match.day,
            CivilDay.exists(year, match.month, day)
        else { return nil }
        let time = bytes.dropFirst(11).split(separator: 0x3A).prefix(3).compactMap { Int(String(decoding: $0.prefix(2), as: UTF8.self)) }
        let second = time.isEmpty ? nil : zip(time, [3600, 60, 1]).reduce(0) { $0 + $1.0 * $1.1 }
        return TimeFrame(today: CivilDay(year, match.month, day), second: second)
    }
}

extension ArticleDate {
    /// The day in the rows of the page's head that repair took out, where all that tell one tell the same.
    private static func onPage(_ article: Article) -> TimeFrame? {
        let history = article.history
        let rows = history.indices.lazy.filter { history[$0].rule == "drop-running-head" }.prefix(mostRows)
        let days = Set(
            rows.compactMap { row in
                // `2024年/6月/3日`
                let bytes = Array(history[row].before.replacing("年/", with: "年").replacing("月/", with: "月").utf8)
                return fullDate(bytes, bytes.indices, needsDateline: false)
            }
        )
        return days.count == 1 ? days.first.map { TimeFrame(today: $0) } : nil
    }

    /// Rows that are looked through: a file of several pages has a head for each.
    private static let mostRows = 40

    /// A full date in the dateline, byline, notes or the first lines.
    private static func inHead(_ article: Article) -> TimeFrame? {
        let text = article.utf8
        let blocks = article[.blocks]
        let credits = blocks.filter { [.dateline, .byline, .note].contains($0.value.kind) }.map(\.range.offsets)
        let opening = blocks.first { $0.value.kind == .paragraph }.map {
            $0.range.lowerBound..<min($0.range.upperBound, $0.range.lowerBound + 100)
        }
        for range in credits.prefix(8) + (opening.map { [$0] } ?? []) {
            if range == opening, let date = EnglishDateline(text, range, TimeFrame()).find().first?.value.date, let frame = frame(date) {
                return frame
            }
            if let day = fullDate(text, range, needsDateline: range == opening) { return TimeFrame(today: day) }
        }
        return nil
    }

    private static func fullDate(_ text: [UInt8], _ range: Range<Int>, needsDateline: Bool) -> CivilDay? {
        // In running text a date is the article's only in an agency's head: 新华社上海2024年12月3日电.
        if needsDateline, text.firstIndex(of: "电", from: range.lowerBound).map({ $0 < range.upperBound }) != true { return nil }
        return (needsDateline ? WholeDay.chinese(text, range) : WholeDay.find(text, range))?.day
    }

    /// The day of the dateline, whose year is seldom told.
    private static func inDateline(_ article: Article, before frame: TimeFrame) -> CivilDay? {
        let heads = article[.blocks].lazy.filter { $0.value.kind == .dateline || $0.value.kind == .paragraph }.prefix(2).map(
            \.range.offsets
        )
        for head in heads {
            let credits = ChineseDateline(article.utf8, head, frame).find() ?? EnglishDateline(article.utf8, head, frame).find()
            if let date = credits.first(where: { $0.value.kind == .dateline })?.value.date { return Self.frame(date)?.today }
        }
        return nil
    }

    private static func inName(_ name: String) -> TimeFrame? {
        let bytes = Array(name.utf8)
        for offset in bytes.indices where bytes[offset] &- 0x30 < 10 && (offset == 0 || bytes[offset - 1] &- 0x30 >= 10) {
            let dates = NumericDates(text: bytes.map { $0 == UInt8(ascii: "_") ? 0x2D : $0 }, limit: bytes.count)
            guard let match = dates.match(at: offset, dayFirst: false), let year = match.year, let day = match.day,
                (1600...2100).contains(year), CivilDay.exists(year, match.month, day)
            else { continue }
            return TimeFrame(today: CivilDay(year, match.month, day))
        }
        return nil
    }
}
