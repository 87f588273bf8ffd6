import LinecasterKit
import LinecasterLanguage

/// Names of organizations and places in Chinese: by their endings, by lists, and by what stands before them.
struct ChineseNames {
    private let text: ArticleText

    init(_ text: ArticleText) { self.text = text }

    /// Words that no name of an organization holds, and that therefore stand before it.
    private static let edges = PhraseSet(
        """
        的 了 在 与 和 及 对 向 从 由 为 是 将 把 被 给 到 于 以 其 该 这 那 某 各 据 经 并 让 使 等 有 也 就 都 还 请 来自 作为 一家 一个 家 位于 成立 组建 加入 进入 走进 参观 视察 考察 访问 会见 联合 共同 通过 根据 包括 以及 兼并 收购 要求 希望 支持 帮助 推动 建设 管理 \
        对于 关于 分别 主持 参加 出席 毕业于 就读于 任职 担任 記者 對 與 從 將 給 於
        """
    )

    /// Endings that are part of another word.
    private static let afterSuffix = PhraseSet("生 堂 部分 化 性 式 论 区 城 里 学 者 们 长 员 会议 心 路 制")
    private static let weakSuffixes = PhraseSet("中心 联盟 工会 学会 协会 学校 公司 集团 政府 医院 大学 银行 法院 图书馆 博物馆 局 厅 工厂 大队 支队")
    private static let notOffices = PhraseSet("格局 布局 结局 大局 全局 当局 时局 僵局 开局 餐厅 客厅 大厅 舞厅 破局 定局 局")

    func organizations(in block: Range<Int>) -> [Mention] {
        var result: [Mention] = []
        var offset = block.lowerBound
        var floor = block.lowerBound
        while offset < block.upperBound {
            let scalar = text.utf8.scalar(at: offset)
            guard scalar.value >= 0x4E00 else {
                offset = scalar.end
                continue
            }
            if let suffix = Organizations.chineseSuffixes.match(in: text.utf8, at: offset, limit: block.upperBound),
                let start = start(of: offset..<suffix, from: floor), isWhole(start..<suffix, suffix: offset..<suffix, block)
            {
                // A longer name may go on: 临港新片区管委会, but not 委员会办公室 cut in two.
                result.append(organization(start..<suffix))
                offset = suffix
                floor = suffix
            } else {
                offset = scalar.end
            }
        }
        return result
    }

    /// Organizations that are known by their names.
    func wellKnown(in block: Range<Int>) -> [Mention] {
        var result: [Mention] = []
        var from = block.lowerBound
        while case let offset = text.beginnings.organization.next(from: from, to: block.upperBound), offset < block.upperBound {
            from = offset + 1
            guard let end = Organizations.chineseNames.match(in: text.utf8, at: offset, limit: block.upperBound) else { continue }
            if !isNoName(offset..<end, block) { result.append(organization(offset..<end)) }
            from = end
        }
        return result
    }

    /// Names that are words too: 最美的, 一碗小米.
    private static let ambiguous = PhraseSet("美的 小米 联想 吉利 快手 滴滴 高通 格力 百度")
    private static let company = PhraseSet("集团 集團 公司 科技 电器 汽车 方面 总部 平台 回应 宣布 表示 董事长 创始人 总裁 首席 CEO 高管 员工 手机 股份 出行")

    /// Whether what looks like a name is part of a longer word (三星堆), or a word that no company is meant by.
    private func isNoName(_ name: Range<Int>, _ block: Range<Int>) -> Bool {
        if Self.ambiguous.contains(text.utf8, name) {
            return Self.company.match(in: text.utf8, at: name.upperBound, limit: block.upperBound) == nil && !isBesideName(name, block)
        }
        guard name.count <= 6, let next = text.scalar(at: name.upperBound, before: block.upperBound) else { return false }
        // 东北|大学 holds 北大.
        if let before = text.utf8.scalar(before: name.lowerBound, from: block.lowerBound),
            Lexicon.standard[text.utf8[before.offset..<text.utf8.scalar(at: name.lowerBound).end]] != nil
        {
            return true
        }
        return Lexicon.standard[text.utf8[name.lowerBound..<next.end]] != nil
    }

    /// 华为、美的、网易: one of a list of such names.
    private func isBesideName(_ name: Range<Int>, _ block: Range<Int>) -> Bool {
        if let comma = text.utf8.scalar(before: name.lowerBound, from: block.lowerBound), comma.value == 0x3001,
            Organizations.chineseNames.match(in: text.utf8, endingAt: comma.offset, from: block.lowerBound) != nil
        {
            return true
        }
        guard let comma = text.scalar(at: name.upperBound, before: block.upperBound), comma.value == 0x3001 else { return false }
        return Organizations.chineseNames.match(in: text.utf8, at: comma.end, limit: block.upperBound) != nil
    }

    private func organization(_ range: Range<Int>) -> Mention {
        Mention(TextRange(range), Entity(kind: .organization, name: text.string(range)))
    }

    /// Where the name begins whose ending was found; nil when nothing stands before the ending.
    private func start(of suffix: Range<Int>, from floor: Int) -> Int? {
        var offset = suffix.lowerBound
        var characters = 0
        while let before = text.utf8.scalar(before: offset, from: floor), characters < 22 {
            if before.value == 0xFF09, let open = NameBracket.opening(of: before.offset, in: text.utf8, from: floor) {
                offset = open
                continue
            }
            guard [.han, .letter, .digit].contains(characterClass(before.value)) else { break }
            if let edge = Self.edges.match(in: text.utf8, endingAt: offset, from: floor), edge < offset { break }
            offset = before.offset
            characters += 1
        }
        if let numeral = ChineseNumeral.match(in: text.utf8, at: offset, limit: suffix.lowerBound), numeral.isArabic {
            offset = numeral.end
        }
        if let whole = wordAcross(offset, from: floor), suffix.lowerBound - whole >= 6 { offset = whole }
        return suffix.lowerBound - offset >= 6 ? offset : nil
    }

    /// 经营者|瑞禾科技: where a word of every day ends that begins before an offset and goes on behind it.
    private func wordAcross(_ offset: Int, from floor: Int) -> Int? {
        guard let before = text.utf8.scalar(before: offset, from: floor), characterClass(before.value) == .han else { return nil }
        var end = offset
        var found: Int?
        for _ in 0..<2 where end < text.utf8.count {
            end = text.utf8.scalar(at: end).end
            if Lexicon.standard[text.utf8[before.offset..<end]]?.flags.contains(.common) == true { found = end }
        }
        return found.map { text.utf8.holds("者", at: $0) ? $0 + 3 : $0 }
    }

    private func isWhole(_ name: Range<Int>, suffix: Range<Int>, _ block: Range<Int>) -> Bool {
        if Self.afterSuffix.match(in: text.utf8, at: suffix.upperBound, limit: block.upperBound) != nil { return false }
        if suffix.count <= 3, Self.notOffices.match(in: text.utf8, endingAt: suffix.upperBound, from: name.lowerBound) != nil {
            return Self.notOffices.match(in: text.utf8, endingAt: suffix.upperBound, from: name.lowerBound) == suffix.lowerBound
                && suffix.count > 0 && name.count >= 12
        }
        let isWeak = Self.weakSuffixes.contains(text.utf8, suffix)
        return !isWeak || name.count - suffix.count >= 6
    }

    private static let genericPlaces = PhraseSet(
        """
        下乡 返乡 回乡 还乡 家乡 故乡 他乡 异乡 同乡 城乡 地区 街区 城区 市区 园区 社区 小区 山区 景区 校区 特区 示范区 自贸区 新区 开发区 灾区 牧区 林区 库区 战区 辖区 郊区 城市 都市 超市 股市 楼市 农村 乡村 新村 全市 全省 全区 全县 全镇 全村 各省 各市 各区 各县 本市 本省 我市 我省 我区 我县 该市 该省 该区 该县 该镇 该村 \
        省市 区县 县市 市县 乡镇 村镇 城镇 街镇 片区 港区 厂区 病区 禁区 误区 区市 上市 门市 夜市 集市 节省 反省 行省 保税区 合作区 试验区 功能区 赋能区 创新区 先行区 核心区 集聚区 保护区 自治区 工业区
        """
    )

    func places(in block: Range<Int>) -> [Mention] {
        var result: [Mention] = []
        var from = block.lowerBound
        while case let offset = text.beginnings.place.next(from: from, to: block.upperBound), offset < block.upperBound {
            from = offset + 1
            guard text.utf8.scalar(at: offset).value >= 0x4E00 else { continue }
            if let end = Places.chinese.match(in: text.utf8, at: offset, limit: block.upperBound), !isDeveloping(offset..<end),
                !NotPlaces(text.utf8, block).isPiece(offset..<end)
            {
                let full =
                    Places.chineseSuffixes.match(in: text.utf8, at: end, limit: block.upperBound).flatMap {
                        isGeneric(end..<$0) || isOtherWord($0, block.upperBound) ? nil : $0
                    } ?? end
                result.append(place(offset..<full))
                from = full
            } else if canBegin(offset, block), let end = suffixed(offset, block), !NotPlaces(text.utf8, block).holds(offset..<end) {
                result.append(place(offset..<end))
                from = end
            }
        }
        return result
    }

    /// 发展|中国|家
    private func isDeveloping(_ place: Range<Int>) -> Bool {
        ["中国家", "中國家"].contains { text.utf8.holds($0, at: place.lowerBound) }
            && Self.growing.match(in: text.utf8, endingAt: place.lowerBound, from: 0) != nil
    }

    private static let growing = PhraseSet("发展 發展 开发 開發 转型 轉型")

    private func place(_ range: Range<Int>) -> Mention { Mention(TextRange(range), Entity(kind: .place, name: text.string(range))) }

    private func isGeneric(_ range: Range<Int>) -> Bool {
        Self.genericPlaces.match(in: text.utf8, endingAt: range.upperBound, from: max(0, range.lowerBound - 3)) == range.lowerBound - 3
    }

    /// Characters that make another word of 区, 市, 县: 区域, 市场.
    private static let afterPlace = PhraseSet("域 場 场 民 位 级 间 分 别 里 值 面 容 镇 價 政 属 內 内外 场化 長 长 委 公所 庄 寨")

    private func isOtherWord(_ end: Int, _ limit: Int) -> Bool {
        Self.afterPlace.match(in: text.utf8, at: end, limit: limit) != nil
    }

    /// 贫困|乡, 农业大|县: a word that is no name's stands before the ending.
    private func isCommon(_ name: Range<Int>) -> Bool {
        let words = name.count <= 6 ? [name] : [name.lowerBound..<name.lowerBound + 6, name.upperBound - 6..<name.upperBound]
        return words.contains { Lexicon.standard[text.utf8[$0]]?.flags.contains(.common) == true }
    }

    static let before = PhraseSet("在 从 到 至 向 于 与 和 让 对 为 赴 由 往 离 省 市 县 区 州 、 的 自 及 来自 位于 前往 来到 走进")

    private func canBegin(_ offset: Int, _ block: Range<Int>) -> Bool {
        text.beginsClause(offset, from: block.lowerBound)
            || Self.before.match(in: text.utf8, endingAt: offset, from: block.lowerBound) != nil
    }

    /// Two characters, rarely three, and 区, 县, 市, 镇, 乡 or 村.
    private func suffixed(_ offset: Int, _ block: Range<Int>) -> Int? {
        var end = offset
        for count in 1...3 {
            guard let next = text.scalar(at: end, before: block.upperBound), characterClass(next.value) == .han,
                ChineseNumeral.digit(next.value) == nil
            else { return nil }
            end = next.end
            guard count >= 2, let suffix = Places.chineseSuffixes.match(in: text.utf8, at: end, limit: block.upperBound), suffix - end == 3
            else { continue }
            if Self.genericPlaces.match(in: text.utf8, endingAt: suffix, from: offset) != nil
                || Self.edges.match(in: text.utf8, at: offset, limit: end) != nil
            {
                return nil
            }
            if Self.edges.match(in: text.utf8, endingAt: end, from: offset) != nil || isOtherWord(suffix, block.upperBound) { return nil }
            if isCommon(offset..<end) { return nil }
            return suffix
        }
        return nil
    }
}
