import LinecasterKit
import LinecasterLanguage

/// Reads a line of Chinese credits: `本报记者 张三 李四 通讯员 王五`, `新华社记者 谢环驰 摄`, `责任编辑：赵六`, `来源：新华社`.
struct ChineseCredits {
    private let text: [UInt8]
    private let range: Range<Int>
    private let isCaption: Bool

    init(_ text: [UInt8], _ range: Range<Int>, isCaption: Bool) {
        self.text = text
        self.range = range
        self.isCaption = isCaption
    }

    private static let roles: [(words: PhraseSet, kind: CreditKind)] = [
        (PhraseSet("摄影报道 摄影记者 摄影 图片 图／ 图/ 图| 供图 攝影"), .photographer), (PhraseSet("特约通讯员 通讯员 通訊員"), .correspondent),
        (PhraseSet("首席记者 见习记者 实习记者 特派记者 特约记者 实习生 實習生 记者 記者 作者 撰文 撰稿 采写 文字 文／ 文/ 文|"), .author),
        (PhraseSet("责任编辑 责编 编辑 美编 美术编辑 校对 值班编辑 責任編輯 編輯"), .editor), (PhraseSet("编译 翻译 译者 編譯"), .translator),
    ]
    private static let all = PhraseSet(constant: roles.flatMap(\.words.words))
    private static let sources = PhraseSet("来源 來源 转自 原载 据")
    private static let sections = PhraseSet("版面 栏目 版次 专栏")
    private static let shots = PhraseSet("摄 攝 摄影 图 供图 /摄 绘 制图")
    /// 记者招待会, 编辑部: what makes other words of those.
    private static let others = PhraseSet("招待会 招待會 见面会 見面會 站 团 團 们 們 协会 協會 节 節 证 證 部 室 家 会 會 厅 采访 採訪 从 從 获悉 獲悉")
    static let agencies = PhraseSet(
        "新华社 中新社 中新网 新华网 人民日报 人民网 央视新闻 法新社 路透社 美联社 塔斯社 共同社 韩联社 中央社 本报 本刊 本網 本网 澎湃新闻 新京报 光明日报 经济日报 中国日报 解放日报 文汇报 新民晚报 南方日报 羊城晚报"
    )

    func find() -> [Annotation<Credit>] {
        var result: [Annotation<Credit>] = []
        var offset = range.lowerBound
        while offset < range.upperBound {
            if let labelled = labelled(at: offset) {
                result.append(labelled)
                offset = labelled.range.upperBound
            } else if let role = role(at: offset) {
                let names = names(after: role.end)
                let kind = kind(role.kind, names.end)
                let organization = organization(before: offset) ?? role.house
                let isBoth = kind == .author && Self.bothEnds.match(in: text, at: skip(names.end), limit: range.upperBound) != nil
                for person in names.ranges {
                    for kind in isBoth ? [kind, .photographer] : [kind] {
                        result.append(Annotation(TextRange(person), Credit(kind: kind, name: name(person), organization: organization)))
                    }
                }
                offset = max(names.end, role.end)
                if names.ranges.isEmpty, kind == .photographer, let house = CreditLine.house(text, role.end..<range.upperBound) {
                    result.append(Annotation(TextRange(role.end..<house), Credit(kind: kind, name: name(role.end..<house))))
                    offset = house
                }
                if !names.ranges.isEmpty, let place = reportedFrom(offset) {
                    result.append(Annotation(TextRange(place), Credit(kind: .dateline, name: name(place))))
                    offset = place.upperBound
                }
            } else {
                offset = text.scalar(at: offset).end
            }
        }
        return result
    }

    /// Whether a line begins as credits do: 来源：, 责任编辑：.
    static func beginsWithLabel(_ text: [UInt8], _ line: Range<Int>) -> Bool {
        guard line.count < 240 else { return false }
        let words = [all, sources, sections].compactMap { $0.match(in: text, at: line.lowerBound, limit: line.upperBound) }.max()
        guard let end = words, end < line.upperBound else { return false }
        let mark = text.scalar(at: end)
        return mark.value == 0xFF1A || mark.value == 0x3A
    }

    /// `来源：新华社`, `栏目：文化`
    private func labelled(at offset: Int) -> Annotation<Credit>? {
        for (words, kind) in [(Self.sources, CreditKind.source), (Self.sections, .section)] {
            guard let end = words.match(in: text, at: offset, limit: range.upperBound), let begin = colon(at: end) else { continue }
            var stop = begin
            while stop < range.upperBound, case let scalar = text.scalar(at: stop),
                ![.space, .pause, .terminal, .closing].contains(characterClass(scalar.value)), stop - begin < 60
            { stop = scalar.end }
            guard stop > begin else { continue }
            return Annotation(TextRange(begin..<stop), Credit(kind: kind, name: String(decoding: text[begin..<stop], as: UTF8.self)))
        }
        return nil
    }

    private func colon(at offset: Int) -> Int? {
        guard offset < range.upperBound, case let scalar = text.scalar(at: offset), scalar.value == 0xFF1A || scalar.value == 0x3A else {
            return nil
        }
        return skip(scalar.end)
    }

    /// `摄影/田野`
    private func slash(at offset: Int) -> Int? {
        guard offset < range.upperBound, case let scalar = text.scalar(at: offset), [0x2F, 0xFF0F, 0x7C, 0xFF5C].contains(scalar.value)
        else {
            return nil
        }
        return skip(scalar.end)
    }

    private func skip(_ offset: Int) -> Int {
        var offset = offset
        while offset < range.upperBound, case let scalar = text.scalar(at: offset), isSpace(scalar.value) { offset = scalar.end }
        return offset
    }

    private func role(at offset: Int) -> (kind: CreditKind, end: Int, house: String?)? {
        guard let word = Self.all.match(in: text, at: offset, limit: range.upperBound),
            Self.others.match(in: text, at: word, limit: range.upperBound) == nil
        else { return nil }
        for (words, kind) in Self.roles {
            guard let end = words.match(in: text, at: offset, limit: range.upperBound) else { continue }
            let begin = colon(at: end) ?? slash(at: end) ?? end
            guard Self.labels.match(in: text, at: offset, limit: range.upperBound) != nil else { return (kind, begin, nil) }
            let house = Self.agencies.match(in: text, at: begin, limit: range.upperBound)
            let reporter = Self.all.match(in: text, at: house ?? begin, limit: range.upperBound)
            return (kind, skip(reporter ?? begin), house.map { String(decoding: text[begin..<$0], as: UTF8.self) })
        }
        return nil
    }

    /// What tells of the text or the picture, whoever made it: 文/本报记者, 图/记者.
    private static let labels = PhraseSet("文／ 文/ 文| 文｜ 文： 图／ 图/ 图| 图｜ 图： 摄影/ 摄影／ 摄影： 圖/ 圖／ 圖：")

    /// Who wrote and took the pictures: 仇晓岚 文/图.
    private static let bothEnds = PhraseSet("文/图 文／图 文、图 文图 图文 图/文 图／文 文并图 摄影报道 撰文/摄影 文并摄 文/圖 文／圖 圖文")

    /// Names one after the other, parted by spaces and 、; what a colon follows is another label.
    private func names(after offset: Int) -> (ranges: [Range<Int>], end: Int) {
        var ranges: [Range<Int>] = []
        var end = offset
        var next = skip(offset)
        while next < range.upperBound, Self.all.match(in: text, at: next, limit: range.upperBound) == nil, !isVerb(next),
            let name = name(at: next), colon(at: name) == nil
        {
            ranges.append(next..<name)
            end = name
            if reportedFrom(name) != nil { break }
            var gap = skip(name)
            if gap < range.upperBound, case let mark = text.scalar(at: gap),
                mark.value == 0x3001 || mark.value == 0x2F || mark.value == 0xFF0F
            {
                gap = skip(mark.end)
            }
            // Without a gap another name does not follow.
            guard gap > name else { break }
            next = gap
        }
        return (ranges, end)
    }

    /// A name of two to four characters up to a space or a mark, or of two with one space between them.
    private func name(at offset: Int) -> Int? {
        var end = offset
        var count = 0
        var hasDot = false
        while end < range.upperBound, case let scalar = text.scalar(at: end), characterClass(scalar.value) == .han || scalar.value == 0xB7,
            count < 12
        {
            hasDot = hasDot || scalar.value == 0xB7
            if count >= 2, Self.shots.match(in: text, at: end, limit: range.upperBound) == range.upperBound || isVerb(end) { break }
            end = scalar.end
            count += 1
        }
        // 张 三: a name of two characters is often set with a space.
        if count == 1, Surnames.match(in: text, at: offset, limit: end) == end, case let second = skip(end), second > end,
            second < range.upperBound, characterClass(text.scalar(at: second).value) == .han
        {
            let last = text.scalar(at: second).end
            return last >= range.upperBound || characterClass(text.scalar(at: last).value) != .han ? last : nil
        }
        guard count >= 2, count <= 4 || hasDot else { return nil }
        return hasDot || Surnames.match(in: text, at: offset, limit: end) != nil || count <= 3 ? end : nil
    }

    private static let reports = PhraseSet("報導 报道 报导 報道 電 电")
    private static let together = PhraseSet("综合 綜合 整理 編譯 编译 專題 专题 特稿")

    private static let wires = PhraseSet("外電 外电 專電 专电")

    /// `／台北報導`, `／綜合巴西利亞七日外電報導` behind a reporter's name: the place that the report comes from.
    private func reportedFrom(_ offset: Int) -> Range<Int>? {
        guard offset < range.upperBound, case let mark = text.scalar(at: offset),
            mark.value == 0x2F || mark.value == 0xFF0F || mark.value == 0x2502 || mark.value == 0xFF5C || mark.value == 0x7C
        else { return nil }
        var start = skip(mark.end)
        guard var end = Self.reports.match(in: text, endingAt: text.trimmed(start..<range.upperBound).upperBound, from: start) else {
            return nil
        }
        if let wire = Self.wires.match(in: text, endingAt: end, from: start) {
            start = Self.together.match(in: text, at: start, limit: wire) ?? start
            end = withoutDay(start..<wire)
        }
        guard end > start, end - start <= 24, Self.together.match(in: text, at: start, limit: end) == nil,
            text.scalars(in: start..<end).allSatisfy({ characterClass($0.value) == .han })
        else { return nil }
        return start..<end
    }

    /// Where a stretch ends without the day behind it: 巴西利亞|七日.
    private func withoutDay(_ range: Range<Int>) -> Int {
        guard text.holds("日", at: range.upperBound - 3) else { return range.upperBound }
        var end = range.upperBound - 3
        while let scalar = text.scalar(before: end, from: range.lowerBound),
            characterClass(scalar.value) == .digit || ChineseNumeral.digit(scalar.value) != nil || scalar.value == 0x5341
        {
            end = scalar.offset
        }
        return end
    }

    private func isVerb(_ offset: Int) -> Bool {
        ["报道", "摄", "攝", "报導", "整理", "综合", "发自"].contains { text[offset..<range.upperBound].starts(with: $0.utf8) }
    }

    private func name(_ range: Range<Int>) -> String { String(decoding: text[range].filter { $0 != 0x20 }, as: UTF8.self) }

    /// A reporter whose name stands before 摄 took the picture.
    private func kind(_ kind: CreditKind, _ end: Int) -> CreditKind {
        guard kind == .author else { return kind }
        let next = skip(end)
        // 图/ is a label of what follows.
        let isShot =
            Self.shots.match(in: text, at: next, limit: range.upperBound).map {
                $0 - next <= 6 && slash(at: $0) == nil && colon(at: $0) == nil
            } ?? false
        return isShot || isCaption ? .photographer : .author
    }

    /// The agency directly before a role.
    private func organization(before offset: Int) -> String? {
        var end = offset
        while let space = text.scalar(before: end, from: range.lowerBound), isSpace(space.value) { end = space.offset }
        guard let start = Self.agencies.match(in: text, endingAt: end, from: range.lowerBound) else { return nil }
        return String(decoding: text[start..<end], as: UTF8.self)
    }
}
