import LinecasterKit
import LinecasterLanguage

/// Decades and centuries, festivals and seasons.
extension ChineseTimeReader {
    static let centuryWords = PhraseSet("世纪 世紀")
    private static let decadeWords = PhraseSet("年代")

    /// `十九世纪七十年代`, `上世纪80年代`, `九十年代`, `21世纪`.
    func decade(at offset: Int) -> DateReading? {
        if let century = centuryBefore(at: offset) { return century }
        var century: Int?
        var begin = offset
        if let era = Self.commonEra.match(in: text, at: offset, limit: limit),
            let found = count(at: skip(era), in: 1...30, Self.centuryWords)
        {
            (century, begin) = (found.value, skip(found.end))
        } else if let found = count(at: offset, in: 1...30, Self.centuryWords) {
            (century, begin) = (found.value, skip(found.end))
        } else if holds("上世纪", offset) || holds("上个世纪", offset) {
            century = frame.today.map { $0.year / 100 } ?? 20
            begin = offset + (holds("上世纪", offset) ? 9 : 12)
        } else if holds("本世纪", offset) {
            century = frame.today.map { $0.year / 100 + 1 } ?? 21
            begin = offset + 9
        }
        if let decade = count(at: begin, in: 0...90, Self.decadeWords), decade.value % 10 == 0 {
            var end = decade.end
            if holds("初", end) || holds("末", end) { end += 3 }
            let modifier: TimeModifier? = end > decade.end ? holds("初", decade.end) ? .start : .end : nil
            return DateReading(period: years(century, decade.value, 10, modifier), end: end)
        }
        if century == nil, let decade = count(at: offset, in: 1000...2990, Self.decadeWords), decade.value % 10 == 0 {
            let isEdge = holds("初", decade.end) || holds("末", decade.end)
            let modifier: TimeModifier? = isEdge ? holds("初", decade.end) ? .start : .end : nil
            return DateReading(
                period: years(decade.value / 100 + 1, decade.value % 100, 10, modifier),
                end: isEdge ? decade.end + 3 : decade.end
            )
        }
        guard let century, begin > offset else { return nil }
        if let part = first(Self.partsOfCentury, at: begin) {
            return DateReading(period: years(century, 0, 100, part.value), end: part.end)
        }
        let isEdge = holds("初", begin) || holds("末", begin)
        return DateReading(
            period: years(century, 0, 100, isEdge ? holds("初", begin) ? .start : .end : nil),
            end: isEdge ? begin + 3 : begin
        )
    }

    private static let partsOfCentury: PhraseTable<TimeModifier> = [
        (PhraseSet("初期 初叶 初葉 前叶 前半叶 上半叶 早期"), .start), (PhraseSet("中叶 中葉 中期"), .mid),
        (PhraseSet("末期 末叶 末葉 后半叶 下半叶 晚期 後半葉"), .end),
    ]

    func years(_ century: Int?, _ first: Int, _ count: Int, _ modifier: TimeModifier?) -> Period {
        let head = century.map { padded($0 - 1, 2) } ?? "XX"
        let begin = head + padded(first, 2) + "-01-01"
        let end =
            first + count < 100
            ? head + padded(first + count, 2) : (century.map { padded($0, 2) } ?? "XX") + padded((first + count) % 100, 2)
        let year = (century ?? (first >= 30 ? 20 : 21)) * 100 - 100 + first
        return Period(
            timex: "(\(begin),\(end)-01-01,P\(count)Y)",
            first: begin,
            next: end + "-01-01",
            grain: .decade,
            days: CivilDay(year, 1, 1)..<CivilDay(year + count, 1, 1),
            modifier: modifier,
            isAnchored: century == nil
        )
    }

    static let festivals = PhraseTable(
        Festival.chinese.sorted { $0.name.utf8.count > $1.name.utf8.count }.map { (PhraseSet($0.name), $0.festival) }
    )
    static let anyFestival = PhraseSet(constant: Festival.chinese.map(\.name))

    func festivalAlone(at offset: Int) -> DateReading? {
        guard let end = Self.anyFestival.match(in: text, at: offset, limit: limit), let festival = first(Self.festivals, at: offset) else {
            return nil
        }
        return DateReading(period: frame.festival(festival.value), end: end)
    }

    static let seasons: PhraseTable<String> = [
        (PhraseSet("春季 春天"), "SP"), (PhraseSet("夏季 夏天"), "SU"), (PhraseSet("秋季 秋天"), "FA"), (PhraseSet("冬季 冬天"), "WI"),
    ]

    func seasonCode(at offset: Int) -> (code: String, end: Int)? { first(Self.seasons, at: offset).map { ($0.value, $0.end) } }

    func season(at offset: Int) -> DateReading? {
        guard let season = seasonCode(at: offset) else { return nil }
        return DateReading(period: Period(timex: season.code, grain: .quarter), end: season.end)
    }
}
