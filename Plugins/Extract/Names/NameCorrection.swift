import LinecasterKit
import LinecasterLanguage

/// What is known to be wrong with a name that the tagger found: marks and words of grammar at its ends, a kind that lists
/// know better, and common nouns.
struct NameCorrection {
    private let utf8: [UInt8]
    private let block: Range<Int>

    /// Corrects names of a block.
    init(_ utf8: [UInt8], _ block: Range<Int>) {
        self.utf8 = utf8
        self.block = block
    }

    /// The name as it should be; with an empty range where it is none.
    func corrected(_ name: NameReader.Name) -> NameReader.Name {
        let range = withoutMarks(utf8.trimmed(name.range))
        guard !range.isEmpty, !isWord(range), !isCountries(range) else { return none(range) }
        return switch name.kind {
        case .person: person(range)
        case .place: place(range)
        case .organization: organization(range)
        }
    }

    /// A name without marks at its ends whose partner is not in it: 刘洋）, but “红双喜”婚庆公司 and 中国银行（香港）.
    private func withoutMarks(_ name: Range<Int>) -> Range<Int> {
        var range = name
        // 德国《商报|》
        if let open = utf8.scalars(in: range).last(where: { characterClass($0.value) == .opening }),
            let close = closingMark(for: open.value),
            !utf8.scalars(in: open.end..<range.upperBound).contains(where: { $0.value == close }), range.upperBound < block.upperBound,
            case let next = utf8.scalar(at: range.upperBound), next.value == close
        {
            range = range.lowerBound..<next.end
        }
        while let last = utf8.scalar(before: range.upperBound, from: range.lowerBound), isMark(last.value) {
            if utf8.scalars(in: range).contains(where: { closingMark(for: $0.value) == last.value }) { break }
            range = range.lowerBound..<last.offset
        }
        while !range.isEmpty, case let first = utf8.scalar(at: range.lowerBound), isMark(first.value) {
            if let close = closingMark(for: first.value), utf8.scalars(in: range).contains(where: { $0.value == close }) { break }
            range = first.end..<range.upperBound
        }
        return range
    }

    private func isMark(_ value: UInt32) -> Bool {
        switch characterClass(value) {
        case .pause, .terminal, .closing, .opening, .space, .neutralQuote: true
        default: false
        }
    }

    /// A name that is none.
    private func none(_ range: Range<Int>) -> NameReader.Name {
        NameReader.Name(kind: .place, range: range.lowerBound..<range.lowerBound)
    }

    // MARK: People

    /// A person, or the place that a list knows by the name: 罗斯 in 俄罗斯, 马其顿.
    private func person(_ found: Range<Int>) -> NameReader.Name {
        let range = withGivenName(withoutGrammar(anonymous(found) ?? untitled(found)))
        if isDepartment(range) || NotPeople(utf8, block).holds(range) { return none(range) }
        let start = utf8.scalar(before: range.lowerBound, from: block.lowerBound)?.offset ?? range.lowerBound
        for first in [start, range.lowerBound] where Places.chinese.match(in: utf8, at: first, limit: range.upperBound) == range.upperBound
        {
            return NameReader.Name(kind: .place, range: first..<range.upperBound)
        }
        // 孙中山|广州|蒙难
        if range.count == 15, Surnames.match(in: utf8, at: range.lowerBound, limit: range.upperBound) == range.lowerBound + 3,
            Places.chinese.contains(utf8, range.upperBound - 6..<range.upperBound)
        {
            return NameReader.Name(kind: .person, range: range.lowerBound..<range.upperBound - 6)
        }
        if let short = nickname(range) { return NameReader.Name(kind: .person, range: short) }
        let flags = Lexicon.standard[utf8[range]]?.flags ?? []
        // 安南 and 拉宾 are places too; of three characters the list is more often right than the tagger.
        let isPlace = range.count >= 9 && flags.contains(.place) && !flags.contains(.person)
        return NameReader.Name(kind: isPlace ? .place : .person, range: range)
    }

    /// 董秘|鲍晓岚, 巡道工|何立群: a title, or the end of one, that was taken for the beginning of the name.
    private func untitled(_ range: Range<Int>) -> Range<Int> {
        guard range.count >= 12 else { return range }
        var offset = range.lowerBound
        while offset + 6 <= range.upperBound {
            offset = utf8.scalar(at: offset).end
            guard range.upperBound - offset >= 6, range.upperBound - offset <= 9,
                Titles.introducing.match(in: utf8, endingAt: offset, from: block.lowerBound) != nil,
                Surnames.match(in: utf8, at: offset, limit: range.upperBound) != nil
            else { continue }
            return offset..<range.upperBound
        }
        return range
    }

    /// 陶某|接到: whose given name is withheld.
    private func anonymous(_ range: Range<Int>) -> Range<Int>? {
        guard range.count >= 9, utf8.holds("某", at: range.lowerBound + 3) else { return nil }
        return range.lowerBound..<range.lowerBound + (utf8.holds("某", at: range.lowerBound + 6) ? 9 : 6)
    }

    private static let days = ScalarSet("今昨明前")
    private static let dayMarks = PhraseSet("（ ( 日 天 早 晚 晨 年")

    /// 刘伟|等出席, 朱立倫|今（5）日, 盧寵茂|指，: a name of three characters without what belongs to the text behind it.
    private func withoutGrammar(_ range: Range<Int>) -> Range<Int> {
        guard range.count > 6, let last = utf8.scalar(before: range.upperBound, from: range.lowerBound) else { return range }
        let isDay = Self.days.contains(last.value) && Self.dayMarks.match(in: utf8, at: range.upperBound, limit: block.upperBound) != nil
        let isPointing = last.value == 0x6307 && Self.pauses.match(in: utf8, at: range.upperBound, limit: block.upperBound) != nil
        // 张全景|在会上
        let isPlaced = last.value == 0x5728 && range.count == 12
        // 黄菊|和市长徐匡迪, （本报记者李舸|摄）
        let isAnd = last.value == 0x548C && Titles.chinese.match(in: utf8, at: range.upperBound, limit: block.upperBound) != nil
        let isMaking =
            Self.makings.contains(last.value) && Self.afterMaking.match(in: utf8, at: range.upperBound, limit: block.upperBound) != nil
        if isAnd || isMaking || range.upperBound == block.upperBound && Self.makings.contains(last.value) {
            return range.lowerBound..<last.offset
        }
        return isDay || isPointing || isPlaced || last.value == 0x7B49 ? range.lowerBound..<last.offset : range
    }

    private static let makings = ScalarSet("摄攝绘繪")
    private static let afterMaking = PhraseSet("） ) 。 ， ； 、 ／ /")
    private static let pauses = PhraseSet("， ： 出")
    private static let countries = ScalarSet("中美英法德俄日韩韓印意西欧歐巴以伊乌烏朝越加澳")
    /// Those that few surnames are like.
    private static let firstCountries = ScalarSet("中美英法德俄日印欧歐巴以伊乌烏")

    /// 法德, 美日韩: countries by a character each.
    private func isCountries(_ range: Range<Int>) -> Bool {
        let scalars = utf8.scalars(in: range)
        return (6...9).contains(range.count) && Self.firstCountries.contains(utf8.scalar(at: range.lowerBound).value)
            && scalars.allSatisfy { Self.countries.contains($0.value) }
    }

    /// 谢婉|如|今年, where the tagger took 如今 for a word of its own; 吉克|某某, 林張|秀美.
    private func withGivenName(_ range: Range<Int>) -> Range<Int> {
        if range.count <= 6, utf8.holds("如今年", at: range.upperBound) { return range.lowerBound..<range.upperBound + 3 }
        if let end = Self.withheld.match(in: utf8, at: range.upperBound, limit: block.upperBound) { return range.lowerBound..<end }
        return marriedName(range) ?? range
    }

    private static let withheld = PhraseSet("某某 某")
    private static let traditional = ScalarSet("張陳劉黃吳趙孫馬楊許鄭謝韓馮鄧葉蘇呂蔣賈閻蕭盧龔賴羅歐陽紀簡塗莊鄒顏詹鍾")
    private static let afterNames = PhraseSet("今年 說 说 表示 則 则 ， 、 認為 认为 指出 也 是")

    /// 林張|秀美: of a woman who bears her husband's surname before her own.
    private func marriedName(_ range: Range<Int>) -> Range<Int>? {
        guard range.count == 6, utf8.scalars(in: range).contains(where: { Self.traditional.contains($0.value) }),
            utf8.holdsSurname(at: range.lowerBound), utf8.holdsSurname(at: range.lowerBound + 3),
            range.upperBound + 6 <= block.upperBound,
            Self.afterNames.match(in: utf8, at: range.upperBound + 6, limit: block.upperBound) != nil,
            SpeechVerbs.chinese.match(in: utf8, at: range.upperBound, limit: block.upperBound) == nil,
            utf8.scalars(in: range.upperBound..<range.upperBound + 6).allSatisfy({
                characterClass($0.value) == .han && $0.end - $0.offset == 3
            })
        else { return nil }
        return range.lowerBound..<range.upperBound + 6
    }

    private static let departments = PhraseSet("卫健 住建 文旅 城管 应急 人社 发改 工信 市监 农林 水务 民政 司法 公安 交警 网信 经信 商务 海事 文广")
    private static let ofDepartments = PhraseSet("、 等部门 部门 等单位 单位 系统 委 局 厅")

    /// 水务、卫健等部门: departments by the short names that they have among officials.
    private func isDepartment(_ range: Range<Int>) -> Bool {
        guard Self.departments.contains(utf8, range) else { return false }
        return Self.ofDepartments.match(in: utf8, at: range.upperBound, limit: block.upperBound) != nil
            || range.lowerBound >= block.lowerBound + 3 && utf8.holds("、", at: range.lowerBound - 3)
    }

    private static let nicknames = ScalarSet("小老阿")

    /// 小陈|立即联系: a word that does not belong to the name of somebody who is called by the surname.
    private func nickname(_ range: Range<Int>) -> Range<Int>? {
        guard let before = utf8.scalar(before: range.lowerBound, from: block.lowerBound), Self.nicknames.contains(before.value),
            let surname = Surnames.match(in: utf8, at: range.lowerBound, limit: range.upperBound), range.upperBound - surname >= 6,
            Lexicon.standard[utf8[surname..<range.upperBound]]?.flags.contains(.common) == true
        else { return nil }
        return before.offset..<surname
    }

    // MARK: Organizations

    /// What an organization has, and is not.
    private static let teams = PhraseSet("研究团队 研究團隊 团队 團隊 课题组 課題組 研究组 工作人员 负责人 發言人 发言人")

    private func organization(_ found: Range<Int>) -> NameReader.Name {
        guard let name = OrganizationExtent(utf8, block).corrected(found) else { return none(found) }
        if name.count <= 12, let company = company(name) { return company }
        // 联邦基金利率
        if utf8.holds("利率", at: name.upperBound - 6) { return none(name) }
        if Organizations.chineseNouns.contains(utf8, name) || isIndex(name) || isPeople(name) { return none(name) }
        let range = withWholePlace(name)
        let team = Self.teams.match(in: utf8, endingAt: range.upperBound, from: range.lowerBound) ?? range.upperBound
        return NameReader.Name(kind: .organization, range: team > range.lowerBound + 6 ? range.lowerBound..<team : range)
    }

    /// 委內|瑞拉外交部: with the beginning of the place that its name begins with.
    private func withWholePlace(_ range: Range<Int>) -> Range<Int> {
        var start = range.lowerBound
        for _ in 0..<2 {
            guard let before = utf8.scalar(before: start, from: block.lowerBound), characterClass(before.value) == .han else { break }
            start = before.offset
            if let end = Places.chinese.match(in: utf8, at: start, limit: range.upperBound), end > range.lowerBound + 3,
                end < range.upperBound
            {
                return start..<range.upperBound
            }
        }
        return range
    }

    private static let indices = PhraseSet(
        "OCR DCS CPU GPS ATM POS CAD CD VCD DVD SIM USB PC IT GDP GNP CPI PPI PMI FDI CBD LED APP AI WiFi VR AR IP IPO ETF DNA HPV ICU CT KTV VIP PPP EPC BIM"
    )

    /// GDP, CPI: letters that name no organization.
    private func isIndex(_ range: Range<Int>) -> Bool { Self.indices.contains(utf8, range) }

    /// 西班牙人: who comes from a country, with whom a name follows.
    private func isPeople(_ range: Range<Int>) -> Bool {
        guard let last = utf8.scalar(before: range.upperBound, from: range.lowerBound), last.value == 0x4EBA else { return false }
        return Places.chinese.match(in: utf8, at: range.lowerBound, limit: last.offset) == last.offset
            && !utf8.holds("队", at: range.upperBound)
    }

    // MARK: Places

    private static let measures = PhraseSet("整 每 这 那 该 各 某 沿 全 這 該 一条 一座 两岸")
    /// 成都|平原: what makes another place of one.
    private static let landforms = PhraseSet("平原 盆地 半岛 半島 山脉 山脈 海峡 海峽 群岛 群島")

    private func place(_ range: Range<Int>) -> NameReader.Name {
        if NotPlaces(utf8, block).holds(range) { return none(range) }
        if range.count <= 4 { return single(range) }
        // 西蒙·高茨
        if ChineseName.foreign(in: utf8, at: range.lowerBound, limit: range.upperBound) == range.upperBound,
            Lexicon.standard[utf8[range]] == nil
        {
            return NameReader.Name(kind: .person, range: range)
        }
        if isCommon(range) || Self.trips.match(in: utf8, endingAt: range.upperBound, from: range.lowerBound) != nil
            || Organizations.chineseNouns.contains(utf8, range)
        {
            return none(range)
        }
        if let company = company(range) { return company }
        // 龙溪区法院
        if let office = Self.offices.match(in: utf8, endingAt: range.upperBound, from: range.lowerBound), office >= range.lowerBound + 6 {
            return NameReader.Name(kind: .organization, range: range)
        }
        if let office = office(after: range.upperBound) ?? officeOfDivision(range.upperBound) {
            return NameReader.Name(kind: .organization, range: range.lowerBound..<office)
        }
        if acts(range) { return NameReader.Name(kind: .organization, range: range) }
        let end = Self.landforms.match(in: utf8, at: range.upperBound, limit: block.upperBound) ?? range.upperBound
        return NameReader.Name(kind: .place, range: range.lowerBound..<end)
    }

    private static let houses = PhraseSet("馆 院 园 场 站 社 团 館 園 場 團 所 校 寺 台 塔")
    private static let deeds = PhraseSet(
        "发布 發布 公布 举办 舉辦 主办 主辦 承办 推出 决定 決定 启动 啟動 负责人 負責人 工作人员 工作人員 相关负责人 方面 发言人 發言人 馆长 館長 院长 园长 场长 站长 社长"
    )

    /// 青河市博物馆|昨天介绍: a house that speaks or does something is an organization, as whose place the tagger took it.
    private func acts(_ range: Range<Int>) -> Bool {
        guard range.count >= 12, Self.houses.match(in: utf8, endingAt: range.upperBound, from: range.lowerBound) != nil else {
            return false
        }
        var end = range.upperBound
        while let next = ChineseAttribution.adverbs.match(in: utf8, at: end, limit: block.upperBound)
            ?? ChineseAttribution.timeParts.match(in: utf8, at: end, limit: block.upperBound)
        { end = next }
        return SpeechVerbs.chinese.match(in: utf8, at: end, limit: block.upperBound) != nil
            || Self.deeds.match(in: utf8, at: end, limit: block.upperBound) != nil
    }

    /// 龙溪区|人民法院: what makes an office of a place, as whose first word the tagger took it.
    private static let offices = PhraseSet(
        """
        人民法院 中级人民法院 高级人民法院 法院 人民检察院 检察院 人民政府 公安局 公安分局 教育局 财政局 气象局 税务局 民政局 水利局 水务局 住建局 卫健委 发改委 市场监管局 应急管理局 交通运输局 农业农村局 文化和旅游局 文旅局 人社局 司法局 消防救援大队 消防救援支队 管委会 人大常委会 \
        消防支队 消防大队 交警支队 交警大队 武警支队 派出所 边检站 海关 海事局 监狱 看守所 救助站 殡仪馆 急救中心 疾控中心 血站 中心血站 残联 红十字会 慈善总会 总工会 妇联 团委 工商联 科协 文联 组织部 宣传部 统战部 政法委 纪委监委 纪委 监委 党校 市政府 县政府 省政府 镇政府 \
        林草局 林业局 园林局 城管局 城管执法局 综合执法局 房管局 能源局 粮食局 物价局 信访局 国资委 工信局 商务局 科技局 医保局 审计局 统计局 体育局 文物局 退役军人事务局 自然资源局 生态环境局 环保局 供电局 供电公司 公交公司 自来水公司 燃气公司 地铁公司 邮政局 铁路局 烟草专卖局 \
        领导小组 指挥部 防汛指挥部 民兵连 农场 林场 牧场 天文台 水文站 气象台 地震台 监测站 电视台 广播电台 报社 日报社 晚报社 大剧院 歌舞团 交响乐团 农商行 农商银行 信用社 合作社 村委会 居委会 街道办 街道办事处 \
        警察局 消防局 衛生局 衛生所 環保局 社會局 工務局 交通局 都發局 勞工局 文化局 觀光局 地政局 財政局 區公所 鄉公所 鎮公所 縣政府 戶政事務所 地檢署 地方法院 分局 調查局
        """
    )

    /// 江浦|股份: what makes a company of a name.
    private func company(_ name: Range<Int>) -> NameReader.Name? {
        guard let end = Self.companies.match(in: utf8, at: name.upperBound, limit: block.upperBound),
            Self.afterCompany.match(in: utf8, at: end, limit: block.upperBound) == nil
        else { return nil }
        return NameReader.Name(kind: .organization, range: name.lowerBound..<end)
    }

    private static let companies = PhraseSet("股份 控股 实业 药业 证券 传媒")
    private static let afterCompany = PhraseSet("家 制 化 有限 公司 集团 比例 权 市场 交易 监管 合作 占比 改革 局 会")

    private static let divisions = PhraseSet("市 区 县 镇 乡 省 自治区 自治州 新区 開發區 區 縣 鎮 鄉")

    /// 青河|市|林草局: where the tagger left the division out.
    private func officeOfDivision(_ place: Int) -> Int? {
        Self.divisions.match(in: utf8, at: place, limit: block.upperBound).flatMap { office(after: $0) }
    }

    /// Where the office ends that stands directly behind a place: not in 法院长.
    func office(after place: Int) -> Int? {
        guard let end = Self.offices.match(in: utf8, at: place, limit: block.upperBound) else { return nil }
        return end < block.upperBound && [0x957F, 0x9577, 0x59D4].contains(utf8.scalar(at: end).value) ? nil : end
    }

    private static let words = PhraseSet(
        "桥头堡 主阵地 策源地 制高点 太阳 月亮 太陽 包里 袋里 车里 手里 家里 屋里 心里 嘴里 眼里 店里 厂里 村里 山里 城里 镇里 县里 市里 省里 区里 乡里 社里 院里 校里 队里 房里 田里 河里 海里 水里 夜里 返乡 回乡 下乡 进城 入村 进村 驻村 到村 回村 城乡 日均 同比 环比 直辖市 自治区 自治州 自治县 地级市 县级市 直轄市 自治區"
    )

    /// 包里, 返乡, 日均: words that look like names.
    private func isWord(_ range: Range<Int>) -> Bool { Self.words.contains(utf8, range) }

    private static let trips = PhraseSet("下乡 返乡 回乡 还乡 进城 入村 进村")

    /// 整条河, 沿江: a word of measure or place before what ends names of places.
    private func isCommon(_ range: Range<Int>) -> Bool {
        range.count <= 9 && Self.measures.match(in: utf8, at: range.lowerBound, limit: range.upperBound) != nil
            && !Places.chinese.contains(utf8, range)
    }

    /// What stands before 日 where it is a day: 3日, 今（5）日.
    private static let dayHeads = ScalarSet("十月今昨明次当當即同本每生）)")

    private static let afterDay = PhraseSet("均 前 后 後 常 益 渐 漸 夜 子 程 期 记 記 志 誌 报 報 产 產 用 薪 化 照 出 落 光 历 曆 供 处理 处 发 接待 客流")

    /// Leagues and contests, and an office, of which one character was taken for a place.
    private static let abbreviations = PhraseSet(
        "中超 中甲 中乙 中冠 英超 英冠 西甲 意甲 德甲 法甲 日超 韩职 发展改革委 发展改革局 亚运 亞運 亚残运 亚冠 亚锦赛 亚洲杯 欧冠 欧联 欧锦赛 欧洲杯 美网 法网 澳网 温网 非盟 欧盟 东盟"
    )

    /// A place of one character (华, 沪), the beginning of a longer name (武|汉), or none.
    private func single(_ range: Range<Int>) -> NameReader.Name {
        if let end = Places.chinese.match(in: utf8, at: range.lowerBound, limit: block.upperBound) {
            return NameReader.Name(kind: .place, range: range.lowerBound..<end)
        }
        if utf8.holds("日", at: range.lowerBound), let before = utf8.scalar(before: range.lowerBound, from: block.lowerBound),
            before.value &- 0x30 < 10 || ChineseNumeral.digit(before.value) != nil || Self.dayHeads.contains(before.value)
        {
            return none(range)
        }
        if let end = suffixed(range) { return NameReader.Name(kind: .place, range: range.lowerBound..<end) }
        if utf8.holds("日", at: range.lowerBound), Self.afterDay.match(in: utf8, at: range.upperBound, limit: block.upperBound) != nil {
            return none(range)
        }
        if Self.abbreviations.match(in: utf8, at: range.lowerBound, limit: block.upperBound) != nil
            || Self.abbreviations.match(in: utf8, endingAt: range.upperBound, from: block.lowerBound) != nil
        {
            return none(range)
        }
        let isPart = Organizations.chineseNames.match(in: utf8, at: range.lowerBound, limit: block.upperBound) != nil
        return isPart ? none(range) : NameReader.Name(kind: .place, range: range)
    }

    /// 青|禾市: where one more character and the ending of a place's name follow, and make no words of their own as in 沪|股市.
    private func suffixed(_ range: Range<Int>) -> Int? {
        guard range.upperBound < block.upperBound else { return nil }
        let next = utf8.scalar(at: range.upperBound)
        guard characterClass(next.value) == .han, ChineseNumeral.digit(next.value) == nil,
            let end = Places.chineseSuffixes.match(in: utf8, at: next.end, limit: block.upperBound),
            Lexicon.standard[utf8[range.upperBound..<end]] == nil, Lexicon.standard[utf8[range.lowerBound..<next.end]] == nil
        else { return nil }
        let after = end < block.upperBound ? utf8.scalar(at: end) : nil
        // 市|场
        return after.map { Lexicon.standard[utf8[next.end..<$0.end]] == nil } ?? true ? end : nil
    }
}

extension [UInt8] {
    /// Whether the character at an offset is a surname by itself.
    fileprivate func holdsSurname(at offset: Int) -> Bool { Surnames.match(in: self, at: offset, limit: offset + 3) == offset + 3 }
}
