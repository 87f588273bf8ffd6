import LinecasterKit
import LinecasterLanguage

/// Companies that the code of their shares tells, behind the first mention: `宏茂精工（603001，SH）`, `腾讯控股（00700.HK）`.
struct ListedCompanies {
    private let text: ArticleText

    init(_ text: ArticleText) { self.text = text }

    func find() -> [Mention] {
        var names: Set<String> = []
        var from = 0
        while let bracket = text.utf8.firstIndex(of: "（", from: from) {
            from = bracket + 3
            if isCode(at: from), let name = name(endingAt: bracket) { names.insert(text.string(name)) }
        }
        let words = PhraseSet(words: names.sorted())
        return text.occurrences(of: words).map { Mention(TextRange($0), Entity(kind: .organization, name: text.string($0))) }
    }

    private static let markets = PhraseSet("SH SZ HK BJ US O N SS TW sh sz hk")
    private static let labels = PhraseSet("股票代码 证券代码 股份代号 股票代碼 NASDAQ NYSE 纳斯达克 纽交所 港股代码 代码 SH SZ HK")

    /// `603001，SH`, `00700.HK`, `股票代码：600519`, `NASDAQ: ABCD`.
    private func isCode(at start: Int) -> Bool {
        let limit = min(text.utf8.count, start + 60)
        if let label = Self.labels.match(in: text.utf8, at: start, limit: limit) {
            guard label < limit else { return false }
            return text.utf8.holds("：", at: label) || text.utf8[label] == 0x3A || text.utf8[label] &- 0x30 < 10
        }
        var end = start
        while end < limit, text.utf8[end] &- 0x30 < 10 || text.utf8[end] == UInt8(ascii: "x") || text.utf8[end] == UInt8(ascii: "X") {
            end += 1
        }
        guard (4...6).contains(end - start), end < limit else { return false }
        if text.utf8.holds("）", at: end) { return end - start == 6 }
        let mark = text.utf8.scalar(at: end)
        guard mark.value == 0x2E || mark.value == 0x2C || mark.value == 0xFF0C, mark.end < limit else { return false }
        return Self.markets.match(in: text.utf8, at: mark.end, limit: limit) != nil
    }

    /// Words behind which a name begins.
    private static let edges = PhraseSet("公司 企业 龙头 股东 旗下 收购 购买 增持 减持 持有 及 和 与 对 由 由于 据 以 向 的 是 为 让 将 其中 包括 子公司 母公司 上市公司 即 如 像 因")

    /// Two to eight ideographs before a bracket, from a mark or such a word on.
    private func name(endingAt end: Int) -> Range<Int>? {
        var start = end
        var count = 0
        while count <= 8, let before = text.utf8.scalar(before: start),
            before.value == 0x2A || characterClass(before.value) == .han || characterClass(before.value) == .letter,
            count == 0 || Self.edges.match(in: text.utf8, endingAt: start, from: max(0, start - 12)) == nil
        {
            start = before.offset
            count += 1
        }
        return (2...8).contains(count) && end - start >= 9 ? start..<end : nil
    }
}
