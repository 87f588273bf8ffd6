import LinecasterKit
import LinecasterLanguage

/// The names that the tagger of the language floor finds in the Chinese blocks of an article.
struct TaggedNames {
    /// In order; they do not overlap.
    private(set) var names: [NameReader.Name]

    init(_ utf8: [UInt8], _ blocks: [Annotation<Block>]) {
        var reader = NameReader(words: .words, classes: .classes, names: .names)
        var names: [NameReader.Name] = []
        for block in blocks where block.value.kind != .table && utf8.holdsIdeographs(block.range.offsets) {
            names += reader.names(in: utf8, range: block.range.offsets).map { Self.corrected($0, utf8, block.range.offsets) }
        }
        // A name that grew to the left takes in the piece that stood there: 俄|罗斯.
        let parts = zip(names, names.dropFirst()).map { $0.range.upperBound > $1.range.lowerBound } + [false]
        self.names = zip(names, parts).filter { !$0.range.isEmpty && !$1 }.map(\.0)
        completePeople(utf8)
    }

    /// Where a name was cut short that the article has in full elsewhere, it is completed: 陶仲|明.
    private mutating func completePeople(_ utf8: [UInt8]) {
        let full = names.filter { $0.kind == .person && $0.range.count >= 9 }.map { String(decoding: utf8[$0.range], as: UTF8.self) }
        guard !full.isEmpty else { return }
        let known = PhraseSet(words: full)
        for index in names.indices where names[index].kind == .person && names[index].range.count < 9 {
            let limit = index + 1 < names.count ? names[index + 1].range.lowerBound : utf8.count
            guard let end = known.match(in: utf8, at: names[index].range.lowerBound, limit: limit), end > names[index].range.upperBound
            else {
                continue
            }
            names[index] = NameReader.Name(kind: .person, range: names[index].range.lowerBound..<end)
        }
    }

    /// A name without white space at its ends; one that a list knows as a place is one: 罗斯 in 俄罗斯, 马其顿.
    private static func corrected(_ name: NameReader.Name, _ utf8: [UInt8], _ block: Range<Int>) -> NameReader.Name {
        let range = withoutMarks(utf8.trimmed(name.range), utf8, block, isPerson: name.kind == .person)
        if name.kind == .organization, let team = teams.match(in: utf8, endingAt: range.upperBound, from: range.lowerBound),
            team > range.lowerBound + 6
        {
            return NameReader.Name(kind: .organization, range: range.lowerBound..<team)
        }
        if name.kind != .person, isGeneric(range, utf8) {
            return NameReader.Name(kind: name.kind, range: range.lowerBound..<range.lowerBound)
        }
        if name.kind == .place, range.count <= 4 { return single(range, utf8, block) }
        // 西蒙·高茨
        if name.kind == .place, ChineseName.foreign(in: utf8, at: range.lowerBound, limit: range.upperBound) == range.upperBound,
            Lexicon.standard[utf8[range]] == nil
        {
            return NameReader.Name(kind: .person, range: range)
        }
        if name.kind == .place, isCommon(range, utf8) { return NameReader.Name(kind: .place, range: range.lowerBound..<range.lowerBound) }
        if name.kind == .place, let end = landforms.match(in: utf8, at: range.upperBound, limit: block.upperBound) {
            return NameReader.Name(kind: .place, range: range.lowerBound..<end)
        }
        guard name.kind == .person, !range.isEmpty else { return NameReader.Name(kind: name.kind, range: range) }
        let start = utf8.scalar(before: range.lowerBound, from: block.lowerBound)?.offset ?? range.lowerBound
        for first in [start, range.lowerBound] where Places.chinese.match(in: utf8, at: first, limit: range.upperBound) == range.upperBound
        {
            return NameReader.Name(kind: .place, range: first..<range.upperBound)
        }
        if let short = nickname(range, utf8, block) { return NameReader.Name(kind: .person, range: short) }
        let flags = Lexicon.standard[utf8[range]]?.flags ?? []
        // 安南 and 拉宾 are places too; of three characters the list is more often right than the tagger.
        let isPlace = range.count >= 9 && flags.contains(.place) && !flags.contains(.person)
        return NameReader.Name(kind: isPlace ? .place : .person, range: range)
    }

    /// A name without a bracket at its end that opens or closes elsewhere: 刘洋）; and a person's without the day: 朱立倫|今（5）日.
    private static func withoutMarks(_ name: Range<Int>, _ utf8: [UInt8], _ block: Range<Int>, isPerson: Bool) -> Range<Int> {
        var range = name
        // “红双喜”婚庆公司, 中国银行（香港）: marks of a pair that is whole stay.
        while let last = utf8.scalar(before: range.upperBound, from: range.lowerBound), isMark(last.value) {
            if utf8.scalars(in: range).contains(where: { closingMark(for: $0.value) == last.value }) { break }
            range = range.lowerBound..<last.offset
        }
        while !range.isEmpty, case let first = utf8.scalar(at: range.lowerBound), isMark(first.value) {
            if let close = closingMark(for: first.value), utf8.scalars(in: range).contains(where: { $0.value == close }) { break }
            range = first.end..<range.upperBound
        }
        // 刘伟|等出席
        if isPerson, range.count > 6, let last = utf8.scalar(before: range.upperBound, from: range.lowerBound), last.value == 0x7B49 {
            return range.lowerBound..<last.offset
        }
        guard range.count > 6, let last = utf8.scalar(before: range.upperBound, from: range.lowerBound), days.contains(last.value),
            dayMarks.match(in: utf8, at: range.upperBound, limit: block.upperBound) != nil
        else { return range }
        return range.lowerBound..<last.offset
    }

    /// What an organization has, and is not.
    private static let teams = PhraseSet("研究团队 研究團隊 团队 團隊 课题组 課題組 研究组 工作人员 负责人 發言人 发言人")

    private static let nicknames = ScalarSet("小老阿")

    /// 小陈|立即联系: a word that does not belong to the name of somebody who is called by the surname.
    private static func nickname(_ range: Range<Int>, _ utf8: [UInt8], _ block: Range<Int>) -> Range<Int>? {
        guard let before = utf8.scalar(before: range.lowerBound, from: block.lowerBound), nicknames.contains(before.value),
            let surname = Surnames.match(in: utf8, at: range.lowerBound, limit: range.upperBound), range.upperBound - surname >= 6,
            Lexicon.standard[utf8[surname..<range.upperBound]]?.flags.contains(.common) == true
        else { return nil }
        return before.offset..<surname
    }

    /// What ends names of organizations, and names none by itself.
    private static let generic = PhraseSet(
        """
        公司 有限公司 集团 集團 总公司 分公司 大学 大學 学院 學院 中学 小学 幼儿园 学校 學校 医院 醫院 银行 銀行 支行 分行 委员会 委員會 常委会 管委会 执委会 办公室 局 厅 法院 检察院 政府 人民政府 办事处 街道办 居委会 村委会 \
        通讯社 电视台 日报社 报社 出版社 杂志社 研究院 研究所 实验室 协会 協會 学会 联合会 商会 基金会 联盟 中心 研发中心 图书馆 圖書館 博物馆 美术馆 文化馆 体育馆 科技馆 工厂 合作社 俱乐部 剧院 剧团 事务所 交易所 工会 消防队 支队 大队 派出所
        """
    )

    private static func isGeneric(_ range: Range<Int>, _ utf8: [UInt8]) -> Bool { generic.contains(utf8, range) }

    private static let measures = PhraseSet("整 每 这 那 该 各 某 沿 全 這 該 一条 一座 两岸")

    /// 整条河, 沿江: a word of measure or place before what ends names of places.
    private static func isCommon(_ range: Range<Int>, _ utf8: [UInt8]) -> Bool {
        range.count <= 9 && measures.match(in: utf8, at: range.lowerBound, limit: range.upperBound) != nil
            && !Places.chinese.contains(utf8, range)
    }

    /// 成都|平原: what makes another place of one.
    private static let landforms = PhraseSet("平原 盆地 半岛 半島 山脉 山脈 海峡 海峽 群岛 群島")

    private static let days = ScalarSet("今昨明前")
    private static let dayMarks = PhraseSet("（ ( 日 天 早 晚 晨 年")

    private static func isMark(_ value: UInt32) -> Bool {
        [.pause, .terminal, .closing, .opening, .space, .neutralQuote].contains(characterClass(value))
    }

    private static let dayHeads = ScalarSet("十月今昨明次当當即同本每生）)")

    /// A place of one character (华, 沪), the beginning of a longer name (武|汉), or none.
    private static func single(_ range: Range<Int>, _ utf8: [UInt8], _ block: Range<Int>) -> NameReader.Name {
        guard !range.isEmpty else { return NameReader.Name(kind: .place, range: range) }
        if let end = Places.chinese.match(in: utf8, at: range.lowerBound, limit: block.upperBound) {
            return NameReader.Name(kind: .place, range: range.lowerBound..<end)
        }
        // 3|日 is a day.
        if utf8.holds("日", at: range.lowerBound), let before = utf8.scalar(before: range.lowerBound, from: block.lowerBound),
            before.value &- 0x30 < 10 || ChineseNumeral.digit(before.value) != nil || dayHeads.contains(before.value)
        {
            return NameReader.Name(kind: .place, range: range.lowerBound..<range.lowerBound)
        }
        let isPart = Organizations.chineseNames.match(in: utf8, at: range.lowerBound, limit: block.upperBound) != nil
        return NameReader.Name(kind: .place, range: isPart ? range.lowerBound..<range.lowerBound : range)
    }

    /// Leaves out names that share a byte with one of some ranges of which more is known.
    mutating func remove(overlapping ranges: [Range<Int>]) {
        guard !ranges.isEmpty else { return }
        let sorted = ranges.sorted { $0.lowerBound < $1.lowerBound }
        var next = 0
        names.removeAll { name in
            while next < sorted.count, sorted[next].upperBound <= name.range.lowerBound { next += 1 }
            return next < sorted.count && sorted[next].overlaps(name.range)
        }
    }

    /// The names of a kind in a range.
    func names(_ kind: NameReader.Kind, in range: Range<Int>) -> [Range<Int>] {
        var index = first(endingAfter: range.lowerBound)
        var result: [Range<Int>] = []
        while index < names.count, names[index].range.upperBound <= range.upperBound {
            if names[index].kind == kind { result.append(names[index].range) }
            index += 1
        }
        return result
    }

    /// Where the last person named before an offset ends, in a block; its start where none is named.
    func personEnd(before offset: Int, from start: Int) -> Int {
        var index = first(endingAfter: offset - 1)
        while index > 0, names[index - 1].range.lowerBound >= start {
            index -= 1
            if names[index].kind == .person, names[index].range.upperBound < offset { return names[index].range.upperBound }
        }
        return start
    }

    /// Whether a name has just these bytes.
    func holds(_ range: Range<Int>) -> Bool {
        let index = first(endingAfter: range.lowerBound)
        return index < names.count && names[index].range == range
    }

    /// Whether a name of a kind has all of these bytes.
    func covers(_ range: Range<Int>, _ kind: NameReader.Kind) -> Bool {
        let index = first(endingAfter: range.lowerBound)
        return index < names.count && names[index].kind == kind && names[index].range.lowerBound <= range.lowerBound
            && names[index].range.upperBound >= range.upperBound
    }

    /// Whether a shorter person's name begins at an offset.
    func isPerson(startingAt offset: Int, shorterThan count: Int) -> Bool {
        let index = first(endingAfter: offset)
        return index < names.count && names[index].kind == .person && names[index].range.lowerBound == offset
            && names[index].range.count < count
    }

    /// Whether a name shares a byte with a range.
    func overlaps(_ range: Range<Int>) -> Bool {
        let index = first(endingAfter: range.lowerBound)
        return index < names.count && names[index].range.overlaps(range)
    }

    private func first(endingAfter offset: Int) -> Int { names.partitionPoint { $0.range.upperBound <= offset } }
}
