import LinecasterLanguage

/// Bylines that a line alone does not tell: a name alone under the headline, what a narrow column broke, what the writer is and
/// where to be reached, under the name, and who is named in brackets under what ends.
struct Bylines {
    /// What credit each line is.
    private(set) var credits: [CreditLine?]
    /// Whether the line before goes on in each.
    private(set) var tails: [Bool]

    init(_ lines: [Line], _ credits: [CreditLine?], _ fills: [Fill], in text: [UInt8]) {
        self.credits = credits
        tails = [Bool](repeating: false, count: lines.count)
        for index in lines.indices.dropFirst() where credits[index] == nil && lines[index - 1].ending == .terminal {
            if Self.isInBrackets(lines[index], in: text) { self.credits[index] = .byline }
        }
        // Under the headline, and above the first sentence.
        for index in lines.indices.dropFirst().prefix(4) where lines[index].isChinese && self.credits[index] == nil {
            guard lines[..<index].allSatisfy({ $0.last != 0x3002 && $0.ending != .pause }) else { break }
            guard index + 1 < lines.count, lines[index + 1].width >= 2 * lines[index].width else { continue }
            if LoneName.isLine(text, line: lines[index].range) { self.credits[index] = .byline }
        }
        for index in lines.indices.dropFirst() where self.credits[index - 1] == .byline && credits[index] == nil {
            let line = lines[index]
            guard line.blanksBefore == 0, line.ending == .plain, line.width <= Self.widest else { continue }
            if isTail(line, of: lines[index - 1], fills[index - 1], in: text) {
                self.credits[index] = .byline
                tails[index] = true
            } else if WriterPosition.isLine(text, line.range) || Self.isAddress(line, in: text)
                || !line.isChinese && PageFurniture.recognize(text, line: line.range) == .nameAlone
            {
                self.credits[index] = .byline
            }
        }
    }

    private static let widest = 40

    /// What stands in brackets at an article's end and names nobody.
    private static let noNames = PhraseSet("全文完 未完 待续 待續 完 续 下 上 中 附图 附圖 有删节 有删改 节选 连载 連載")

    /// `（龙法宣）`, `（记者 周岚 通讯员 沈立）`: who wrote what ends above.
    static func isInBrackets(_ line: Line, in text: [UInt8]) -> Bool {
        guard line.first == 0xFF08, line.width <= widest, let last = text.scalar(before: line.end, from: line.start), last.value == 0xFF09
        else { return false }
        let inner = text.trimmed((line.start + 3)..<last.offset)
        guard !inner.isEmpty, !text.scalars(in: inner).contains(where: { characterClass($0.value) == .closing }) else { return false }
        if CreditLine.recognize(text, line: inner) == .byline { return true }
        guard (6...12).contains(inner.count), !noNames.contains(text, inner),
            text.scalars(in: inner).allSatisfy({ characterClass($0.value) == .han })
        else { return false }
        return Surnames.match(in: text, at: inner.lowerBound, limit: inner.upperBound) != nil
    }

    /// `pvandorn@courier.example`: where the writer is reached.
    private static func isAddress(_ line: Line, in text: [UInt8]) -> Bool {
        let bytes = text[line.range]
        return bytes.contains(UInt8(ascii: "@")) && bytes.allSatisfy { $0 > 0x20 && $0 < 0x7F }
    }

    /// What ends bylines, behind the last name.
    private static let endings = PhraseSet("报道 摄影报道 综合报道 图文报道 文/图 图/文 文图 文并摄 摄影 供稿 整理 采写 報道 報導 綜合報導 攝影報導 文/攝影")

    /// `报道`, `何雨薇 报道`, or the rest of a name that a full line broke.
    private func isTail(_ line: Line, of last: Line, _ fill: Fill, in text: [UInt8]) -> Bool {
        guard line.isChinese else { return isSecondWriter(line, of: last, in: text) }
        let ending = Self.endings.match(in: text, endingAt: line.end, from: line.start)
        let name = text.trimmed(line.start..<(ending ?? line.end))
        if name.isEmpty { return true }
        let isCut = fill.slack <= 3
        guard isCut || ending != nil else { return false }
        let joined = text[last.range] + (isCut ? [] : [0x20]) + text[name]
        return CreditLine.recognize(Array(joined), line: 0..<joined.count) == .byline
    }

    /// `and Laura Stepanek` under `By Sanjay Whitcombe`.
    private func isSecondWriter(_ line: Line, of last: Line, in text: [UInt8]) -> Bool {
        guard line.range.count > 4, text.holds("and ", at: line.start) || text.holds("AND ", at: line.start),
            text.holds("By ", at: last.start) || text.holds("BY ", at: last.start)
        else { return false }
        let names = text[line.start + 4..<line.end].split(separator: 0x20)
        return (2...6).contains(names.count) && names.allSatisfy { $0.first.map { $0 &- 0x41 < 26 } ?? false }
    }
}
