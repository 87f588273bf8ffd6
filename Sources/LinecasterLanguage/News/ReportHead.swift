/// What a newspaper sets before the first words of a report: `新华社上海1月18日电`, `本报讯（记者 张海波）`, `晚报5月6日讯（通讯员 李敏`,
/// `GENEVA (AP) —`.
public enum ReportHead: Sendable {
    /// Nothing but a report begins so.
    case dateline
    /// Reports often begin so, and other lines too: a bracket, a house's name, writers in a bracket.
    case usual

    private static let endings = PhraseSet("讯 訊 电 電 消息 报道 報導 報道")
    private static let writers = PhraseSet("记者 記者 通讯员 通訊員 本报记者 本報記者 首席记者 见习记者 实习生 全媒体记者 特约记者 特派记者")
    private static let houses = PhraseSet("本报讯 本报北京 新华社 本报记者 中新网 中新社 据新华社 【 本报 人民网 记者从")
    private static let longest = 42

    /// How a line of Chinese begins as reports do; nil where it does not.
    ///
    /// - Parameter line: The line's bytes without white space at its ends.
    public static func chinese(_ text: [UInt8], line: Range<Int>) -> ReportHead? {
        guard let end = houses.match(in: text, at: line.lowerBound, limit: line.upperBound) else {
            return opens(text, line: line) ? .usual : nil
        }
        if text.holds("讯", at: end - 3) { return .dateline }
        let head = end..<min(line.upperBound, end + longest)
        guard let mark = head.first(where: { text.holds("电", at: $0) || text.holds("讯", at: $0) }) else {
            return text.holds("【", at: line.lowerBound) ? .usual : nil
        }
        return text.holds("日", at: mark - 3) || text.holds("日专", at: mark - 6) ? .dateline : .usual
    }

    /// How a line of English begins as reports do: with a town in capitals, and a dash with spaces around it not far behind.
    ///
    /// - Parameter line: The line's bytes without white space at its ends.
    public static func english(_ text: [UInt8], line: Range<Int>) -> ReportHead? {
        var end = line.lowerBound
        var capitals = 0
        while end < line.upperBound, text[end] &- 0x41 < 26 || end > line.lowerBound && [0x20, 0x2E, 0x27].contains(text[end]) {
            if text[end] &- 0x41 < 26 { capitals += 1 }
            end += 1
        }
        guard capitals >= 4, end < line.upperBound else { return nil }
        if isDash(text, end) { return .dateline }
        guard text[end] == UInt8(ascii: ",") || text[end] == UInt8(ascii: "(") else { return nil }
        let limit = min(line.upperBound - 2, line.lowerBound + longestDateline)
        return end < limit && (end..<limit).contains { text[$0] == 0x20 && isDash(text, $0 + 1) } ? .dateline : nil
    }

    private static let longestDateline = 60

    /// A dash behind a space and before one.
    private static func isDash(_ text: [UInt8], _ offset: Int) -> Bool {
        guard offset > 0, text[offset - 1] == 0x20 else { return false }
        let end = text.holds("—", at: offset) || text.holds("–", at: offset) ? offset + 3 : text[offset] == 0x2D ? offset + 1 : offset
        return end > offset && end < text.count && text[end] == 0x20
    }

    /// Whether a line begins with what ends as reports are called, and writers in a bracket, which need not close.
    ///
    /// - Parameter line: The line's bytes without white space at its ends.
    public static func opens(_ text: [UInt8], line: Range<Int>) -> Bool {
        guard let bracket = bracket(text, line.lowerBound..<min(line.upperBound, line.lowerBound + longest)) else { return false }
        let head = text.trimmed(line.lowerBound..<bracket.offset)
        return endings.match(in: text, endingAt: head.upperBound, from: head.lowerBound) != nil
            && writers.match(in: text, at: bracket.end, limit: line.upperBound) != nil
    }

    /// The first opening bracket: by bytes, since every line of a page is asked.
    private static func bracket(_ text: [UInt8], _ range: Range<Int>) -> LocatedScalar? {
        text.withUnsafeBufferPointer { bytes in
            range.first { bytes[$0] == 0x28 || bytes[$0] == 0xEF && $0 + 2 < bytes.count && bytes[$0 + 1] == 0xBC && bytes[$0 + 2] == 0x88 }
        }.map { text.scalar(at: $0) }
    }
}
