import LinecasterKit
import LinecasterLanguage

/// Names in lists of which one is known: 市领导|卫东、阮红梅、尉迟刚、端木青，. What stands between the same marks is a name as well, when it
/// begins with a surname and no dictionary has it.
struct NameLists {
    private let text: ArticleText
    private let known: Ranges
    /// Where known names begin and end.
    private let starts: Set<Int>
    private let ends: Set<Int>

    init(_ text: ArticleText, _ mentions: [Mention]) {
        self.text = text
        known = Ranges(mentions.map(\.range.offsets))
        starts = Set(mentions.map(\.range.lowerBound))
        ends = Set(mentions.map(\.range.upperBound))
    }

    /// The names that the list's known ones show.
    func find() -> [Mention] {
        var found: [Range<Int>] = []
        for end in ends.sorted() { found += names(after: end) }
        let more = starts.union(found.map(\.lowerBound))
        var taken = Set(found.map(\.lowerBound))
        for start in more.sorted(by: >) { found += names(before: start).filter { taken.insert($0.lowerBound).inserted } }
        var seen: Set<Int> = []
        return found.filter { seen.insert($0.lowerBound).inserted }.map {
            Mention(TextRange($0), Entity(kind: .person, name: text.string($0)))
        }
    }

    private static let stops = PhraseSet("等 ， 。 ； ） 、 参加 出席 陪同 一同 分别")
    private static let longestList = 40

    /// The names that follow, each behind a mark of enumeration and before another, or before what ends the list.
    private func names(after end: Int) -> [Range<Int>] {
        var result: [Range<Int>] = []
        var place = end
        while result.count < Self.longestList, text.utf8.holds("、", at: place), !starts.contains(place + 3) {
            guard
                let name = [9, 6, 12].lazy.map({ place + 3..<place + 3 + $0 }).first(where: {
                    isName($0) && isStop($0.upperBound) && ($0.count > 6 || isBeforeName($0))
                })
            else { break }
            result.append(name)
            place = name.upperBound
        }
        return result
    }

    /// The names that stand before, each with the mark behind it.
    private func names(before start: Int) -> [Range<Int>] {
        var result: [Range<Int>] = []
        var place = start
        while result.count < Self.longestList, place >= 3, text.utf8.holds("、", at: place - 3), !ends.contains(place - 3) {
            let comma = place - 3
            guard
                let name = [9, 6, 12].lazy.map({ comma - $0..<comma }).first(where: {
                    isName($0) && ($0.count > 6 ? isBeginning($0.lowerBound) : isOfGroup($0.lowerBound))
                })
            else { break }
            result.append(name)
            place = name.lowerBound
        }
        return result
    }

    private func isStop(_ offset: Int) -> Bool {
        offset >= text.utf8.count || text.utf8[offset] == 0x0A || Self.stops.match(in: text.utf8, at: offset, limit: text.utf8.count) != nil
    }

    /// Whether a known name follows: two characters may be a word too, 路断、房塌, and need a name on both sides.
    private func isBeforeName(_ range: Range<Int>) -> Bool {
        text.utf8.holds("、", at: range.upperBound) && starts.contains(range.upperBound + 3)
    }

    /// Behind a mark, or behind the word for all of them: 市领导.
    private func isBeginning(_ offset: Int) -> Bool {
        guard let before = text.utf8.scalar(before: offset) else { return true }
        return characterClass(before.value) != .han || Self.leads.contains(before.value) || isOfGroup(offset)
    }

    private func isOfGroup(_ offset: Int) -> Bool {
        Self.groups.match(in: text.utf8, endingAt: offset, from: max(0, offset - 15)) != nil
            || Titles.chinese.match(in: text.utf8, endingAt: offset, from: max(0, offset - 24)) != nil
    }

    /// 实际控制人为|褚茂林、褚茂森兄弟
    private static let leads = ScalarSet("为是由有為")
    private static let groups = PhraseSet("领导 領導 师从 師從 成员 主演 嘉宾 人员 委员 专家 代表 常委")

    /// Two to four ideographs that begin with a surname, that no dictionary has and no other name covers.
    private func isName(_ range: Range<Int>) -> Bool {
        guard range.lowerBound >= 0, range.upperBound <= text.utf8.count, text.utf8[range.lowerBound] & 0xC0 != 0x80,
            range.upperBound == text.utf8.count || text.utf8[range.upperBound] & 0xC0 != 0x80,
            let surname = Surnames.match(in: text.utf8, at: range.lowerBound, limit: range.upperBound), surname < range.upperBound,
            range.count < 12 || surname - range.lowerBound == 6
        else { return false }
        guard text.utf8.scalars(in: range).allSatisfy({ characterClass($0.value) == .han && $0.end - $0.offset == 3 }) else { return false }
        if let word = Lexicon.standard[text.utf8[range]], !word.flags.contains(.person), range.count > 6 || word.flags.contains(.common) {
            return false
        }
        return Places.chinese.match(in: text.utf8, at: range.lowerBound, limit: range.upperBound) == nil && !known.overlaps(range)
            && !text.tagged.overlaps(range)
            && Titles.chinese.match(in: text.utf8, endingAt: range.upperBound, from: range.lowerBound) == nil
    }
}
