import LinecasterLanguage

/// Recognizes a Chinese person's name at a place, by its surname and by what follows it.
enum ChineseName {
    /// Words that follow a person's name, and so tell where it ends.
    private static let followers = PhraseSet(
        """
        在 于 是 和 与 及 对 向 从 将 为 等 也 就 则 已 又 还 曾 正 都 一行 同志 先生 女士 主持 出席 参加 来到 带领 率 会见 考察 调研 作 做 发表 致辞 讲话 接受 告诉 摄 文 图 报道 担任 任 当选 受聘 应邀 现年 曾任 获 以及 并 的 了 有 这 走 到 给 把 \
        被 用 让 今天 昨天 当天 近日 日前 率领 陪同 分别 通过 代表 进一步 随后 同时 一直 最近 最后 最终 最後 最終 首次 首先 特别 多次 再次 深有 笑着 激动 因 因为 以 如 他 她 自 不 没 没有 仍 却 才 更 很 一 所 去 后 前 时 家 等人 \
        對 從 將 為 則 還 讓 給 這 獲 報導
        """
    )

    /// Ordinary words that begin like a name.
    private static let words = PhraseSet(
        """
        国家 高层 高管 高校 高度 方面 方案 方便 白宫 金融 金牌 华为 安全 安徽 安排 江苏 江西 常州 常委 常委会 温州 万科 贵州 云南 马上 党中央 任何 应当 于是 和谐 向来 史料 石油 钱款 严格 严重 明确 明显 简单 单位 全国 全市 全省 \
        全体 古人 关键 关于 易地 成都 成立 成为 金额 文章 文化 余下 顾客 项目 毛利 牛市 车主 车间 司机 司法 农民 商户 商家 商务 计划 计算 管委会 时报 时间 时任 时代 车辆 解放 解决 解释 段时间 连续 连日 安居 \
        居民 代表 代表团 马路 龙头 黄金 白天 田间 水利 水平 路上 路边 广大 党员 党委 平均 平时 平台 张力 包括 包含 童年 阳光 秋天 夏天 冷链 左右 文明 文件 邮政 符合 通讯 通讯员 双方 双双 多方 多次 相关 相信 经过 \
        习惯 许多 许可 何时 何况 宁波 宁夏 杭州 徐州 郑州 兰州 扬州 林业 林区 曹操 雷达 雷雨 江南 江北 江海 河北 海南 海外 海关 元旦 连云港 祝贺 祝福 沈阳 沙特 游客 游泳 井下 井冈山 强调 强化 强大 从而 时候 管理 管道 \
        查处 查看 席上 相比 曾经 曾任 温度 温暖 巴西 巴黎 蒙古 车站 那么 那些 那里 麦当劳 洪水 洪涝 施工 施行 章程 艾滋 古代 古镇 红色 殷殷 殷切 谈到 谈及 谈谈 谈判 谈话 谈心 谈起 官方 官员 官兵 官司 官网 花费 花园 花卉 花样 花钱 花了 封闭 封锁 封山 封控 盖章 盖住 燕子 燕麦 卫生 卫星 卫健 卫视 卫冕 曲线 曲折 席位 席间 \
        费用 费尽 费力 施压 施肥 施救 施展 施教 洪峰 洪灾 吉林 吉利 吉祥 强烈 强制 强行 强迫 强降 强者 强队 强度 迟到 迟迟 查明 查清 查获 查询 查验 查封 薄弱 晋级 晋升 晋江 毕业 毕竟 尤其 尤为 鲍鱼 穆斯林 赖以 牟利 冉冉 刁难 丘陵 芦苇 \
        甄别 甄选 揭示 揭开 揭牌 揭幕 揭晓 揭露 揭发 屠杀 屠宰 苑区 廉洁 廉政 廉价 粟米 费孝 洪都 施政 高速 高铁 高原 高考 高峰 高新 安康 安装 甘肃 宣布 宣传 马拉松 马术 马球 马克杯 謝謝 謝絕 謝票 謝幕 羅馬 羅列 羅湖 羅浮 鍾情 鍾愛 鄭重 鄭州 厲害 厲行 厉害 厉行 厉兵 束缚 束手 束之 雍容 朴素 朴实 朴质 戎装 戎马 湛蓝 湛江 寇仇 房署 房委会 房協 港聞 港闻 梅花 梅雨
        """
    )

    /// The end of the name that begins at an offset; nil where none does.
    ///
    /// - Parameter needsVerb: Whether only a verb of speech may follow, where nothing else tells that this is a name.
    static func match(in text: [UInt8], at offset: Int, limit: Int, needsVerb: Bool) -> Int? {
        if let foreign = foreign(in: text, at: offset, limit: limit) { return foreign }
        guard words.match(in: text, at: offset, limit: limit) == nil, Places.chinese.match(in: text, at: offset, limit: limit) == nil else {
            return nil
        }
        if !needsVerb, let end = japanese(in: text, at: offset, limit: limit) { return end }
        guard let surname = Surnames.match(in: text, at: offset, limit: limit, commonOnly: needsVerb) else { return nil }
        // 周校长 is a surname and a title.
        if let title = Titles.chinese.match(in: text, at: surname, limit: limit), title - surname >= 6 { return nil }
        if let withheld = withheld(text, at: offset, surname, limit) { return withheld }
        guard let one = han(text, surname, limit), !pronouns.contains(text.scalar(at: surname).value) else { return nil }
        let two = han(text, one, limit)
        let short = rank(text, one, limit, needsVerb)
        // 刘伟|等出席: a word of grammar is no part of the name.
        let long =
            two.map {
                grammar.contains(text.scalar(at: one).value) || isAnd(text, one, limit) || groupEnds.contains(text.scalar(at: one).value)
                    ? 0 : rank(text, $0, limit, needsVerb)
            } ?? 0
        if let two, isPhrase(text, offset, surname..<two) { return nil }
        // 徐建表示: a long verb after the short name outweighs a chance fit after the long one.
        guard max(short, long) > 0 else { return nil }
        if short > long, isPhrase(text, offset, surname..<one) { return nil }
        // 安然说，: the last character is the verb.
        if let two, short >= 2, SpeechVerbs.chinese.match(in: text, at: one, limit: limit) == two, two < limit,
            characterClass(text.scalar(at: two).value) == .pause
        {
            return one
        }
        return long >= short ? two : one
    }

    /// What ends no name of three characters, and words for many people or a place: 顾问组, 夏令营.
    static let groupEnds = ScalarSet("组組营營区區部牌厂廠院所馆館站们們")

    /// 黄菊|和市长徐匡迪
    private static func isAnd(_ text: [UInt8], _ offset: Int, _ limit: Int) -> Bool {
        (text.holds("和", at: offset) || text.holds("与", at: offset)) && Titles.chinese.match(in: text, at: offset + 3, limit: limit) != nil
    }

    private static let notWithheld = ScalarSet("日月年地个種种些市县省處处人公家方国位")

    /// 项某, 韦某某: whose given name is not told; 于某日 is none.
    private static func withheld(_ text: [UInt8], at offset: Int, _ surname: Int, _ limit: Int) -> Int? {
        guard text.holds("某", at: surname), surname + 3 <= limit, !wordSurnames.contains(text.scalar(at: offset).value)
        else { return nil }
        let end = surname + (text.holds("某", at: surname + 3) && surname + 6 <= limit ? 6 : 3)
        return end < limit && notWithheld.contains(text.scalar(at: end).value) ? nil : end
    }

    /// 向|他们: what follows a preposition that is a surname too.
    private static let pronouns = ScalarSet("他她它们們我你您这這那第两兩几幾自己其")

    /// What no given name ends with.
    static let grammar = ScalarSet("等是的了也在还還后後已又就才仍却卻报報摄攝绘繪最")

    /// How well the text after an offset fits the end of a name.
    private static func rank(_ text: [UInt8], _ offset: Int, _ limit: Int, _ needsVerb: Bool) -> Int {
        if let verb = SpeechVerbs.chinese.match(in: text, at: offset, limit: limit) { return verb - offset >= 6 ? 3 : 2 }
        if let verb = verbAfterAdverb(text, offset, limit) { return verb - offset >= 6 ? 2 : 1 }
        guard !needsVerb else { return 0 }
        guard offset < limit else { return 2 }
        let kind = characterClass(text.scalar(at: offset).value)
        if [.pause, .terminal, .closing, .opening, .space, .dash].contains(kind) { return 2 }
        if Titles.chinese.match(in: text, at: offset, limit: limit) != nil { return 2 }
        guard let follower = followers.match(in: text, at: offset, limit: limit) else { return 0 }
        return follower - offset >= 6 ? 2 : 1
    }

    static let adverbs = PhraseSet(
        "还 也 又 则 并 就 同时 进一步 随后 最后 首先 接着 继续 特别 一再 多次 笑着 高兴地 激动地 自豪地 坦率地 告诉记者 对记者 向记者 在接受记者采访时 在会上 在致辞中 在讲话中 同時 還"
    )

    private static func verbAfterAdverb(_ text: [UInt8], _ offset: Int, _ limit: Int) -> Int? {
        guard let adverb = adverbs.match(in: text, at: offset, limit: limit) else { return nil }
        return SpeechVerbs.chinese.match(in: text, at: adverb, limit: limit)
    }

    /// The verb of speech that follows a name, directly, after its title, or after an adverb.
    static func speechVerb(in text: [UInt8], after end: Int, limit: Int) -> Range<Int>? {
        var start = end
        if let title = Titles.chinese.match(in: text, at: start, limit: limit) { start = title }
        if let verb = SpeechVerbs.chinese.match(in: text, at: start, limit: limit) { return start..<verb }
        guard let adverb = adverbs.match(in: text, at: start, limit: limit) else { return nil }
        return SpeechVerbs.chinese.match(in: text, at: adverb, limit: limit).map { adverb..<$0 }
    }

    /// Surnames that are words of every day behind a title as well: 记者从, 队员和, 教师高.
    private static let wordSurnames = ScalarSet("于和向从任应成方常时高解连万全安平明关程费左右水")

    private static let phraseHeads = ScalarSet("曾时時常向从從应應和于成易")
    private static let towards = ScalarSet("向从從")
    /// Those that many bear, perhaps with a word for a given name: 于海洋.
    private static let givers = ScalarSet("于易和")
    private static let whens = ScalarSet("曾时時")
    private static let phraseVerbs = ScalarSet("说說称稱讲講谈談来來去看想到做是有任问問在用以学學懂")
    private static let numerals = ScalarSet("一二三四五六七八九十百千万两")

    /// 曾|称赞, 向|五位, 成|规模, 常|来: words that begin with what is a surname too.
    private static func isPhrase(_ text: [UInt8], _ offset: Int, _ rest: Range<Int>) -> Bool {
        guard phraseHeads.contains(text.scalar(at: offset).value), !rest.isEmpty else { return false }
        let first = text.scalar(at: rest.lowerBound).value
        if rest.count <= 3 { return phraseVerbs.contains(first) }
        if SpeechVerbs.chinese.contains(text, rest) { return true }
        let head = text.scalar(at: offset).value
        if numerals.contains(first), towards.contains(head) { return true }
        guard !givers.contains(head), let word = Lexicon.standard[text[rest]], !word.flags.contains(.person) else { return false }
        return word.cost < commonCost || whens.contains(head) && !isGiven(text, rest)
    }

    /// The cost of words that come some twenty times in a million; see ``Lexicon/costsPerNat``.
    static let commonCost: UInt8 = 125

    /// Whether a tagged name is such words.
    static func isPhrase(_ text: [UInt8], _ name: Range<Int>) -> Bool {
        guard let surname = Surnames.match(in: text, at: name.lowerBound, limit: name.upperBound) else { return false }
        return isPhrase(text, name.lowerBound, surname..<name.upperBound)
    }

    /// 门将|白小川|扑出: two characters behind a common surname, where a word of the lexicon begins behind them and none goes across
    /// an edge of the name.
    ///
    /// - Parameter isSure: Whether what stands before tells that somebody is named; any surname and a word of one character will do then.
    static func beforeWord(in text: [UInt8], at offset: Int, limit: Int, isSure: Bool = false) -> Int? {
        guard let surname = Surnames.match(in: text, at: offset, limit: limit, commonOnly: !isSure),
            !wordSurnames.contains(text.scalar(at: offset).value), words.match(in: text, at: offset, limit: limit) == nil,
            let one = han(text, surname, limit), let end = han(text, one, limit), let next = han(text, end, limit),
            let last = han(text, next, limit), !pronouns.contains(text.scalar(at: surname).value), !isPhrase(text, offset, surname..<end)
        else { return nil }
        func isWord(_ start: Int, _ end: Int) -> Bool { Lexicon.standard[text[start..<end]] != nil }
        guard isWord(end, last) || isSure && isWord(end, next), !isWord(offset, one), !isWord(offset, end), !isWord(one, next),
            !isWord(one, last), !isWord(surname, next),
            !isWord(surname, last), !grammar.contains(text.scalar(at: one).value), !grammar.contains(text.scalar(at: surname).value)
        else { return nil }
        return end
    }

    /// 山本一郎: a Japanese surname, and one to three characters up to what ends a name.
    private static func japanese(in text: [UInt8], at offset: Int, limit: Int) -> Int? {
        guard var end = Surnames.japanese.match(in: text, at: offset, limit: limit) else { return nil }
        var best: (end: Int, rank: Int)?
        for _ in 0..<3 {
            guard let next = han(text, end, limit) else { break }
            end = next
            let rank = rank(text, end, limit, false)
            if rank > best?.rank ?? 0 { best = (end, rank) }
        }
        return best?.end
    }

    /// A name in transliteration: `弗拉基米尔·普京`.
    static func foreign(in text: [UInt8], at offset: Int, limit: Int) -> Int? {
        var end = offset
        var dots = 0
        var characters = 0
        while end < limit, characters < 20 {
            let scalar = text.scalar(at: end)
            if scalar.value == 0xB7 || scalar.value == 0x30FB || scalar.value == 0x2022 {
                guard characters > 0 else { return nil }
                dots += 1
                end = scalar.end
                continue
            }
            guard transliteration.contains(scalar.value) else { break }
            characters += 1
            end = scalar.end
        }
        return dots > 0 && characters >= 3 ? end : nil
    }

    /// Whether all characters of a range are common in given names.
    static func isGiven(_ text: [UInt8], _ range: Range<Int>) -> Bool { text.scalars(in: range).allSatisfy { given.contains($0.value) } }

    private static let given = ScalarSet(
        "伟芳娜秀敏静丽强磊军洋勇艳杰娟涛明超兰霞平刚桂英华玉萍红娥玲芬燕云莲真环雪荣爱妹香月莺媛瑞凡佳嘉琼勤珍贞莉凤洁梅琳素文君建国志海斌波辉宁贵福生龙元全胜学祥才发武新利清飞彬富顺信子成康星光天达安中茂进林有坚和彪博诚先敬震振壮会思群豪心邦承乐绍功松善厚庆民友裕河哲江浩亮政谦亨奇固之轮翰朗伯宏言若鸣朋梁栋维启克伦翔旭鹏泽晨辰士以家致树炎德行时泰盛雄琛钧冠策腾楠榕风航弘义兴良山仁祖俊继宝夫春秋冬夏菊竹"
    )

    /// Whether all of a name may be the transliteration of a foreign one.
    static func isTransliteration(_ text: [UInt8], _ range: Range<Int>) -> Bool {
        text.scalars(in: range).allSatisfy { transliteration.contains($0.value) }
    }

    /// Characters that write foreign names.
    private static let transliteration = ScalarSet(
        "阿艾安奥巴白柏班邦贝本比彼宾波伯博布查达戴丹道德登迪蒂丁杜敦顿多厄恩尔法范菲费芬冯佛弗福富盖冈高哥戈格古瓜圭哈海汉豪赫亨胡华霍基吉加贾简杰金津卡凯坎康考科克肯库夸奎拉莱赖兰朗劳勒雷黎里理丽利莉列林琳龙隆娄卢鲁路伦罗洛马玛麦曼梅门蒙米密明摩莫默姆穆纳娜南内尼妮宁牛纽努诺欧帕派潘庞佩彭皮珀普奇齐恰乔切琼丘让热日瑞萨塞森沙莎山尚舍申圣施史士舒斯松苏所索塔泰坦汤唐特提田铁廷图托瓦万威韦维魏温文翁沃乌西希锡夏香肖谢辛休许雪逊雅亚扬叶耶伊易因英尤于约泽扎詹珍朱兹佐茨桑撒京什拜柯瑟夫贡蓬迈诗琪娅娃帝伍茜弥迦冉贺茵滕墨泊欣涅瑙翰雯菈蒲邱莲娥谟绍伐芙柳杨罕埃通差久延歌猜素嘎力契怀次伏吕爱凡勃平奈壮弟黛蕾裴蓓露丝翠碧姬薇珊姗妲"
    )

    private static func han(_ text: [UInt8], _ offset: Int, _ limit: Int) -> Int? {
        guard offset < limit, case let scalar = text.scalar(at: offset), characterClass(scalar.value) == .han else { return nil }
        return scalar.end
    }
}
