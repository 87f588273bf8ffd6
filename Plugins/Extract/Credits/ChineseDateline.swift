import LinecasterKit
import LinecasterLanguage

/// Reads the head of an agency's report: `新华社上海12月3日电（记者 张三）`, `本报讯`.
struct ChineseDateline {
    private let text: [UInt8]
    private let block: Range<Int>
    private let frame: TimeFrame

    init(_ text: [UInt8], _ block: Range<Int>, _ frame: TimeFrame) {
        self.text = text
        self.block = block
        self.frame = frame
    }

    /// Source, place and day; nil where the paragraph has no such head.
    func find() -> [Annotation<Credit>]? {
        let limit = min(block.upperBound, block.lowerBound + 90)
        guard let agency = ChineseCredits.agencies.match(in: text, at: block.lowerBound, limit: limit) ?? paper(limit) else { return nil }
        let source = Annotation(
            TextRange(block.lowerBound..<agency),
            Credit(kind: .source, name: String(decoding: text[block.lowerBound..<agency], as: UTF8.self))
        )
        if text.holds("讯", at: agency) || text.holds("訊", at: agency) { return [source] }
        let reader = ChineseTimeReader(text: text, start: block.lowerBound, limit: block.upperBound, frame: frame)
        var offset = agency
        var found: (period: Period, end: Int)?
        // A place may begin as numbers do: 三江, 六安.
        while offset < limit, found == nil {
            if isNumber(offset), let date = reader.calendarDate(at: offset), date.period.grain == .day, isReport(date.end) {
                found = (date.period, date.end)
            } else {
                offset = text.scalar(at: offset).end
            }
        }
        guard let date = found else { return nil }
        let (author, place) = parted(text.trimmed(agency..<offset))
        let credit = Credit(
            kind: .dateline,
            name: String(decoding: text[place], as: UTF8.self),
            date: date.period.days?.lowerBound.iso ?? date.period.timex
        )
        let dateline = Annotation(TextRange((place.isEmpty ? offset : place.lowerBound)..<date.end), credit)
        guard let author else { return [source, dateline] }
        let name = Credit(kind: .author, name: String(decoding: text[author], as: UTF8.self), organization: source.value.name)
        return [source, Annotation(TextRange(author), name), dateline]
    }

    private static let papers = PhraseSet("报 網 网 社 台 刊 報 客户端 在线")
    private static let longestPaper = 30

    /// Where the name of any paper ends that a report begins with: 晨报|讯（.
    private func paper(_ limit: Int) -> Int? {
        var offset = block.lowerBound
        while offset < min(limit, block.lowerBound + Self.longestPaper), case let scalar = text.scalar(at: offset),
            characterClass(scalar.value) == .han
        {
            if scalar.value == 0x8BAF || scalar.value == 0x8A0A, scalar.end < limit, offset > block.lowerBound,
                [.opening, .space].contains(characterClass(text.scalar(at: scalar.end).value)),
                Self.papers.match(in: text, endingAt: offset, from: block.lowerBound) != nil
            {
                return offset
            }
            offset = scalar.end
        }
        return nil
    }

    private static let reportEnds = PhraseSet("电 電 讯 訊 专电 專電 特讯 消息 综合电 專訊")

    private func isReport(_ offset: Int) -> Bool {
        Self.reportEnds.match(in: text, at: offset, limit: block.upperBound) != nil
    }

    private static let reporters = PhraseSet("記者 记者")

    /// `記者林良昇台北`: who reports, and the place behind the name.
    private func parted(_ range: Range<Int>) -> (author: Range<Int>?, place: Range<Int>) {
        guard let start = Self.reporters.match(in: text, at: range.lowerBound, limit: range.upperBound),
            let place = Places.chinese.match(in: text, endingAt: range.upperBound, from: start), (6...12).contains(place - start)
        else { return (nil, range) }
        return (start..<place, place..<range.upperBound)
    }

    private func isNumber(_ offset: Int) -> Bool {
        text[offset] &- 0x30 < 10 || ChineseNumeral.digit(text.scalar(at: offset).value) != nil || text.holds("十", at: offset)
    }
}
