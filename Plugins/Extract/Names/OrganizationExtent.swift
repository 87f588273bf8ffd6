import LinecasterKit
import LinecasterLanguage

/// How far the name of an organization reaches that the tagger found, and whether it is one at all: not with a clause before it
/// (博古住在|解放日报社), half a quotation in it (东方红三号|”通信卫星), or the word behind it (水利部|门, 气象局|长).
struct OrganizationExtent {
    private let utf8: [UInt8]
    private let block: Range<Int>

    init(_ utf8: [UInt8], _ block: Range<Int>) {
        self.utf8 = utf8
        self.block = block
    }

    /// The name's range; nil where there is none.
    func corrected(_ found: Range<Int>) -> Range<Int>? {
        guard !isPartOfWord(found), !isWord(found) else { return nil }
        let range = withoutTail(withoutClause(withoutHead(withinQuotation(found))))
        return range != found && (range.count < 6 || Organizations.chineseNouns.contains(utf8, range)) ? nil : range
    }

    private static let meetings = PhraseSet("长会 長會 长座谈 长论坛 长们")

    /// 水利部|门, 气象局|长会议: of a longer word.
    private func isPartOfWord(_ range: Range<Int>) -> Bool {
        let isMinistry = utf8.holds("部", at: range.upperBound - 3)
        if isMinistry, utf8.holds("门", at: range.upperBound) || utf8.holds("門", at: range.upperBound) { return true }
        return Self.meetings.match(in: utf8, at: range.upperBound, limit: block.upperBound) != nil
    }

    private static let ways = ScalarSet("办辦联聯营營资資")
    private static let whose = ScalarSet("公民户港合自内內国國私代主承联聯中")

    /// 公办, 内联: how something is run or paid.
    private func isWord(_ range: Range<Int>) -> Bool {
        range.count == 6 && Self.whose.contains(utf8.scalar(at: range.lowerBound).value)
            && Self.ways.contains(utf8.scalar(at: range.lowerBound + 3).value) && !Organizations.chineseNames.contains(utf8, range)
    }

    /// Up to a mark that closes a quotation or a book title which begins before the name.
    private func withinQuotation(_ range: Range<Int>) -> Range<Int> {
        for mark in utf8.scalars(in: range) where characterClass(mark.value) == .closing && mark.end < range.upperBound {
            let isWhole = utf8.scalars(in: range.lowerBound..<mark.offset).contains { closingMark(for: $0.value) == mark.value }
            if !isWhole { return range.lowerBound..<mark.offset }
        }
        return range
    }

    private static let heads = PhraseSet("着 了 过 成功 号称 就任 担任")

    /// 握着|研究所, 4月1日|《解放日报》
    private func withoutHead(_ range: Range<Int>) -> Range<Int> {
        if utf8.holds("日《", at: range.lowerBound) || utf8.holds("月《", at: range.lowerBound) {
            return range.lowerBound + 3..<range.upperBound
        }
        return Self.heads.match(in: utf8, at: range.lowerBound, limit: range.upperBound).map { $0..<range.upperBound } ?? range
    }

    private static let verbs = PhraseSet("是 住在 领导 發自 发自 来自 來自 兼任 兼 担任 就任 出任")

    /// 博古住在|解放日报社: what stands behind the last verb, where it is a name by its end.
    private func withoutClause(_ range: Range<Int>) -> Range<Int> {
        var start = range.lowerBound
        var offset = range.lowerBound
        while offset < range.upperBound {
            if let end = Self.verbs.match(in: utf8, at: offset, limit: range.upperBound) {
                start = end
                offset = end
            } else {
                offset = utf8.scalar(at: offset).end
            }
        }
        guard start > range.lowerBound, range.upperBound - start >= 9,
            Organizations.chineseSuffixes.match(in: utf8, endingAt: range.upperBound, from: start) != nil
        else { return range }
        return start..<range.upperBound
    }

    /// 达赖集团|祸: a single character behind what ends names of organizations, and ends none itself.
    private func withoutTail(_ range: Range<Int>) -> Range<Int> {
        guard range.count >= 12, let last = utf8.scalar(before: range.upperBound, from: range.lowerBound),
            characterClass(last.value) == .han,
            Organizations.chineseSuffixes.match(in: utf8, endingAt: range.upperBound, from: range.lowerBound) == nil,
            let suffix = Organizations.chineseSuffixes.match(in: utf8, endingAt: last.offset, from: range.lowerBound),
            last.offset - suffix >= 6, suffix > range.lowerBound, Lexicon.standard[utf8[suffix..<range.upperBound]] == nil
        else { return range }
        return range.lowerBound..<last.offset
    }
}
