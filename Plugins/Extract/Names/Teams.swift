import LinecasterKit
import LinecasterLanguage

/// Teams in reports of sports: what stands before 队 again and again is a name, 海潮队, 青岩队.
struct Teams {
    private let text: ArticleText

    init(_ text: ArticleText) { self.text = text }

    private static let sports = PhraseSet("主教练 主帅 联赛 决赛 客场 主场 点球 进球 夺冠 小组赛 加时赛 首发 三分球 總教練 聯賽 決賽 進球")
    /// 队员, 队伍: words that begin as names of teams end.
    private static let others = ScalarSet("员長长友伍列形医内里服旗歌史伤務务部報报魂日")
    /// What stands before 队 and belongs to no name.
    private static let words = ScalarSet("的了在与和对给让被支两名场以是为将把从到向各该本我他球主客全男女甲乙丙成分入归排站带领组换强弱新老前后同友跟率助国")

    func find() -> [Mention] {
        let ends = ends()
        guard ends.count >= 3, isSports else { return [] }
        var counts: [String: Int] = [:]
        for end in ends { for name in names(endingAt: end) { counts[name, default: 0] += 1 } }
        return ends.compactMap { end in
            let names = names(endingAt: end)
            // The longest that stands as often as the shortest: 江南晚枫队, where it is never 晚枫队 alone.
            guard let shortest = names.first, let count = counts[shortest], count >= 2,
                let name = names.last(where: { counts[$0] == count })
            else { return nil }
            let start = end - name.utf8.count
            return Mention(TextRange(start..<end), Entity(kind: .organization, name: name))
        }
    }

    private var isSports: Bool {
        text.blocks.contains { block in
            var offset = block.range.lowerBound
            while offset < block.range.upperBound {
                if Self.sports.match(in: text.utf8, at: offset, limit: block.range.upperBound) != nil { return true }
                offset = text.utf8.scalar(at: offset).end
            }
            return false
        }
    }

    /// Where 队 ends that is no beginning of another word.
    private func ends() -> [Int] {
        text.blocks.flatMap { block -> [Int] in
            let range = block.range.offsets
            guard range.count > 3 else { return [] }
            return (range.lowerBound..<range.upperBound - 2).filter {
                text.utf8[$0] == 0xE9 && (text.utf8.holds("队", at: $0) || text.utf8.holds("隊", at: $0))
            }.map { $0 + 3 }.filter { end in end >= range.upperBound || !Self.others.contains(text.utf8.scalar(at: end).value) }
        }
    }

    /// Two, three and four characters with 队, where no word of grammar stands among them.
    private func names(endingAt end: Int) -> [String] {
        var result: [String] = []
        var start = end - 3
        for count in 1...4 {
            guard let before = text.utf8.scalar(before: start), characterClass(before.value) == .han, !Self.words.contains(before.value),
                ChineseNumeral.digit(before.value) == nil
            else { break }
            start = before.offset
            guard count >= 2 else { continue }
            if count == 2, Lexicon.standard[text.utf8[start..<end]] != nil,
                Places.chinese.match(in: text.utf8, at: start, limit: end) == nil
            {
                return []
            }
            result.append(text.string(start..<end))
        }
        return result
    }
}
