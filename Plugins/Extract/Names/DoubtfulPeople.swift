import LinecasterKit
import LinecasterLanguage

/// People that the tagger saw once or twice, whose names look like none and whom nothing around bears out: 早蕾, 介绍信, 林茂粮丰.
struct DoubtfulPeople {
    private let utf8: [UInt8]
    /// What the tagger found, in order.
    private let names: [NameReader.Name]
    /// How often each person is named.
    private let counts: [ArraySlice<UInt8>: Int]
    /// Those people's names without their first character.
    private let given: Set<ArraySlice<UInt8>>

    init(_ utf8: [UInt8], _ names: [NameReader.Name]) {
        self.utf8 = utf8
        self.names = names
        var counts: [ArraySlice<UInt8>: Int] = [:]
        for name in names where name.kind == .person { counts[utf8[name.range], default: 0] += 1 }
        self.counts = counts
        given = Set(counts.keys.filter { $0.count > 6 }.map { $0.dropFirst(3) })
    }

    /// The names without those people; those in lists of places are places as well.
    func removed() -> [NameReader.Name] {
        names.indices.compactMap { index in
            let name = names[index]
            guard name.kind == .person, isIdeographic(name.range) else { return name }
            if isAmongPlaces(index) || isLandform(name.range) { return NameReader.Name(kind: .place, range: name.range) }
            return looksLikeNone(name.range) && counts[utf8[name.range]] ?? 0 < 3 && !isBorneOut(index) ? nil : name
        }
    }

    private func isIdeographic(_ range: Range<Int>) -> Bool {
        utf8.scalars(in: range).allSatisfy { characterClass($0.value) == .han && $0.end - $0.offset == 3 }
    }

    /// Whether a name has no surname and is no transliteration, or is a word of every day, or is longer than a surname and a given
    /// name are.
    private func looksLikeNone(_ range: Range<Int>) -> Bool {
        if range.count == 3 || ChineseName.isTransliteration(utf8, range) || utf8.holds("某", at: range.upperBound - 3) { return false }
        let surname = Surnames.match(in: utf8, at: range.lowerBound, limit: range.upperBound)
        let hasSurname = surname.map { $0 < range.upperBound } ?? false
        if isJapanese(range) { return false }
        if !hasSurname { return !isGivenName(range) && !isNickname(range) }
        if let word = Lexicon.standard[utf8[range]], !word.flags.contains(.person),
            word.flags.contains(.common) || range.count >= 9 && Self.things.contains(last(range))
        {
            return true
        }
        // 顾问|组
        if range.count == 9, let word = Lexicon.standard[utf8[range.prefix(6)]], word.flags.contains(.title) { return true }
        // 陈冯富珍 bears two surnames.
        return range.count == 12 && surname == range.lowerBound + 3
            && Surnames.match(in: utf8, at: range.lowerBound + 3, limit: range.upperBound) == nil
    }

    /// What ends words of things and places of every day: 介绍信, 夏令营.
    private static let things = ScalarSet("营信林区部组牌品业枝药矿厂社队院所站场馆楼桥街村镇氏家法")

    private func last(_ range: Range<Int>) -> UInt32 { utf8.scalar(before: range.upperBound, from: range.lowerBound)?.value ?? 0 }

    private static let japaneseEnds = ScalarSet("子郎彦雄夫男一二三也介辅機机孝寿法美代树人司治造藏平")

    /// 东条英机: a surname of the list, or four characters and more of which the last ends given names.
    private func isJapanese(_ range: Range<Int>) -> Bool {
        Surnames.japanese.match(in: utf8, at: range.lowerBound, limit: range.upperBound) != nil
            || (12...18).contains(range.count) && Self.japaneseEnds.contains(last(range))
    }

    /// 凤霞, 祖光: two characters that are common in given names, and no word.
    private func isGivenName(_ range: Range<Int>) -> Bool {
        range.count == 6 && Lexicon.standard[utf8[range]]?.flags.contains(.common) != true
            && ChineseName.isGiven(utf8, range)
    }

    private static let nicknames = ScalarSet("小阿老")

    /// 老何, 小冬, 小勒布伦: what somebody is called.
    private func isNickname(_ range: Range<Int>) -> Bool {
        guard Self.nicknames.contains(utf8.scalar(at: range.lowerBound).value) else { return false }
        if Surnames.match(in: utf8, at: range.lowerBound + 3, limit: range.upperBound) == range.upperBound { return true }
        return range.count == 6 && Lexicon.standard[utf8[range]]?.flags.contains(.common) != true
            || ChineseName.isTransliteration(utf8, range.lowerBound + 3..<range.upperBound)
    }

    // MARK: What bears a name out

    /// A title before or behind it, a verb of speech, a name beside it in a list, or a longer name that ends in it.
    private func isBorneOut(_ index: Int) -> Bool {
        let range = names[index].range
        let start = range.lowerBound > 0 && utf8[range.lowerBound - 1] == 0x20 ? range.lowerBound - 1 : range.lowerBound
        if let title = Titles.chinese.match(in: utf8, endingAt: start, from: max(0, start - 24)),
            !Titles.groups.contains(utf8, title..<start)
        {
            return true
        }
        let limit = min(utf8.count, range.upperBound + 30)
        if Titles.chinese.match(in: utf8, at: range.upperBound, limit: limit) != nil
            || Titles.courtesies.match(in: utf8, at: range.upperBound, limit: limit) != nil
            || ChineseName.speechVerb(in: utf8, after: range.upperBound, limit: limit)?.lowerBound == range.upperBound
        {
            return true
        }
        return isListed(index) || isPartOfName(range)
    }

    private func isListed(_ index: Int) -> Bool {
        [index - 1, index + 1].contains { other in
            guard names.indices.contains(other), names[other].kind == .person, !looksLikeNone(names[other].range) else { return false }
            return isEnumerated(min(index, other))
        }
    }

    /// Whether nothing but a mark of enumeration stands between a name and the next.
    private func isEnumerated(_ index: Int) -> Bool {
        names[index + 1].range.lowerBound == names[index].range.upperBound + 3 && utf8.holds("、", at: names[index].range.upperBound)
    }

    private func isPartOfName(_ range: Range<Int>) -> Bool { given.contains(utf8[range]) }

    // MARK: Places

    /// How many names of a list are looked at to each side.
    private static let reach = 20

    /// Whether a name stands in a list in which more places stand than people: 百色、田林、册亨.
    private func isAmongPlaces(_ index: Int) -> Bool {
        var first = index
        while first > 0, index - first < Self.reach, isEnumerated(first - 1) { first -= 1 }
        var last = index
        while last + 1 < names.count, last - index < Self.reach, isEnumerated(last) { last += 1 }
        guard last - first >= 2 else { return false }
        return names[first...last].count { $0.kind == .place } * 2 > last - first + 1
    }

    private static let ways = PhraseSet("翻越 越过 穿过 跨过 穿越 横穿 横跨 飞跨 飞越 流经 途经 翻过 登上 攀登 沿 沿着")
    private static let landforms = PhraseSet("山 岭 河 江 湖 峰 岛 關 关 沟 嶺 島 海峡")

    /// 翻越|吕梁山: what one crosses, and looks like a mountain or a river.
    private func isLandform(_ range: Range<Int>) -> Bool {
        range.count >= 9 && Self.landforms.match(in: utf8, endingAt: range.upperBound, from: range.lowerBound) != nil
            && Self.ways.match(in: utf8, endingAt: range.lowerBound, from: max(0, range.lowerBound - 9)) != nil
    }
}
