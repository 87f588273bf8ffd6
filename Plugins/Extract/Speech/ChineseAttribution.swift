import LinecasterKit
import LinecasterLanguage

/// Finds verbs of speech at the ends of Chinese clauses: `徐建在会上强调，`, `据郑国栋介绍，`, `在贺长水看来，`.
struct ChineseAttribution {
    let text: ArticleText
    /// People outside quotations, in text order.
    let people: [Mention]
    let organizations: [Mention]

    init(_ text: ArticleText, people: [Mention], organizations: [Mention]) {
        self.text = text
        self.people = people
        self.organizations = organizations
    }

    private static let audiences = PhraseSet("他 她 我 记者 本报记者 大家 我们 他们 农户 群众 观众 市民 居民 学生 孩子们 孩子 队员 众人 同事 網友 網民 記者 媒体 笔者 采访人员 对方 家人")
    private static let seen = PhraseSet("看来 看來")

    /// The verb that ends a clause, or that stands within it behind its subject, and who that is.
    func find(in clause: Clause) -> Attribution? { atEnd(of: clause) ?? withoutPause(in: clause) }

    private func atEnd(of clause: Clause) -> Attribution? {
        let bytes = text.utf8
        let range = clause.range
        if clause.before == nil, isRemark(range) { return nil }
        if let view = view(in: clause) { return view }
        var end = range.upperBound
        let isVerbLast = SpeechVerbs.chineseClosing.match(in: bytes, endingAt: end, from: range.lowerBound) != nil
        if !isVerbLast, let audience = Self.audiences.match(in: bytes, endingAt: end, from: range.lowerBound),
            SpeechVerbs.chineseClosing.match(in: bytes, endingAt: audience, from: range.lowerBound) != nil
        {
            end = audience
        } else if !isVerbLast, let verb = verbToHearer(range) {
            end = verb.lowerBound
            if isOwned(verb, in: range) { return nil }
            guard let subject = subject(before: end, in: clause) else { return nil }
            return Attribution(subject: subject, verb: verb, speech: clause.next)
        }
        guard let verb = SpeechVerbs.chineseClosing.match(in: bytes, endingAt: end, from: range.lowerBound) ?? pointing(range) else {
            return nil
        }
        guard !isPartOfWord(verb, end, range.lowerBound), !isNoun(verb..<end, in: range) else { return nil }
        // 作了回答：“…” is speech all the same.
        let isColon = clause.mark == 0xFF1A || clause.mark == 0x3A
        guard isColon || !isOwned(verb..<end, in: range) else { return nil }
        guard end == range.upperBound || SpeechVerbs.chineseToSomebody.contains(bytes, verb..<end) else { return nil }
        guard let subject = subject(before: verb, in: clause) else { return nil }
        return Attribution(subject: subject, verb: verb..<end, speech: clause.next)
    }

    /// Nouns that are asked, answered or stressed, and hear nothing.
    private static let things = PhraseSet("问题 提问 情况 工作 责任 要求 质量 安全 效果 风险 进度 细节 内容 方向 结果 原因")
    private static let longestHearer = 21

    /// `叮嘱当地干部`: a verb of speech and who hears it, at the end of a clause.
    private func verbToHearer(_ clause: Range<Int>) -> Range<Int>? {
        var place = clause.upperBound
        while let before = text.utf8.scalar(before: place, from: clause.lowerBound),
            clause.upperBound - before.offset <= Self.longestHearer + 6
        {
            place = before.offset
            guard characterClass(before.value) == .han else { return nil }
            guard text.beginnings.speech.contains(place),
                let verb = SpeechVerbs.chineseToSomebody.match(in: text.utf8, at: place, limit: clause.upperBound), verb - place >= 6,
                clause.upperBound - verb >= 6
            else { continue }
            let hearer = verb..<clause.upperBound
            guard hearer.count <= Self.longestHearer, Self.things.match(in: text.utf8, endingAt: hearer.upperBound, from: verb) == nil,
                Self.adverbs.match(in: text.utf8, endingAt: hearer.upperBound, from: verb) == nil
            else { return nil }
            return place..<verb
        }
        return nil
    }

    /// 知道, 报道, 名称: a verb of one character that ends another word.
    private func isPartOfWord(_ verb: Int, _ end: Int, _ start: Int) -> Bool {
        guard end - verb == 3, let before = text.utf8.scalar(before: verb, from: start), characterClass(before.value) == .han else {
            return false
        }
        let index = people.partitionPoint { $0.range.upperBound < verb }
        if index < people.count, people[index].range.upperBound == verb { return false }
        // 采访时|说, 后来|说, 发文|称: what stands before is the end of another word.
        if Self.endings.match(in: text.utf8, endingAt: verb, from: start) != nil { return false }
        return Lexicon.standard[text.utf8[before.offset..<end]] != nil
    }

    private static let endings = PhraseSet("时 時 后来 後來 之后 之後 后 後 会上 發文 发文 撰文 来文 发帖 留言 发言 發言 发信 来信 来电 致电 复信 当场 當場 当面 事后 接着 跟着 转头")

    /// 引发质疑, 一审判决: a word that is a verb only where who speaks stands before it.
    private func isNoun(_ verb: Range<Int>, in clause: Range<Int>) -> Bool {
        guard SpeechVerbs.chineseNouns.contains(text.utf8, verb) else { return false }
        let before = clause.lowerBound..<verb.lowerBound
        return !endsInSpeaker(before) && institution(before) == nil && !isImpersonal(before)
    }

    private static let measures = PhraseSet("按 按照 依照 遵照 根据 符合 适应 听取 听了 聽取 依據 根據 按照本")
    private static let alsoNouns = PhraseSet("要求 介绍 介紹 建议 建議 承诺 承諾 通知 汇报 匯報 说明 說明 规定 評論 评论 分析 提议 报告 報告")

    /// 消费者的|要求, 特困之|称, 按照通知|要求, 听取经验|介绍, 二话没|说: what somebody has or hears, and an idiom.
    private func isOwned(_ verb: Range<Int>, in clause: Range<Int>) -> Bool {
        let bytes = text.utf8
        let owner = verb.lowerBound - 3
        guard owner >= clause.lowerBound else { return false }
        if bytes.holds("的", at: owner), !bytes.holds("有的", at: owner - 3) { return true }
        if bytes.holds("之", at: owner), verb.count == 3 { return true }
        if bytes.holds("二话没", at: owner - 6) || bytes.holds("二话不", at: owner - 6) { return true }
        guard Self.alsoNouns.contains(bytes, verb) else { return false }
        var offset = clause.lowerBound
        while offset < owner {
            if Self.measures.match(in: bytes, at: offset, limit: owner) != nil, subjectPerson(offset..<verb.lowerBound) == nil {
                return true
            }
            offset = bytes.scalar(at: offset).end
        }
        return false
    }

    /// Whether a person or a pronoun stands at the end of a stretch, or before its adverbs.
    private func endsInSpeaker(_ range: Range<Int>) -> Bool {
        var end = range.upperBound
        while let adverb = Self.adverbs.match(in: text.utf8, endingAt: end, from: range.lowerBound) { end = adverb }
        if Self.pronouns.match(in: text.utf8, endingAt: end, from: range.lowerBound) != nil { return true }
        let index = people.partitionPoint { $0.range.upperBound < end }
        return index < people.count && people[index].range.upperBound == end
    }

    /// `盧寵茂指，`: a verb of one character that ends many words, behind who speaks.
    private func pointing(_ clause: Range<Int>) -> Int? {
        let start = clause.upperBound - 3
        guard text.utf8.holds("指", at: start), start > clause.lowerBound, endsInSpeaker(clause.lowerBound..<start) else { return nil }
        return start
    }

    /// `在贺长水看来`
    private func view(in clause: Clause) -> Attribution? {
        let range = clause.range
        guard let start = Self.seen.match(in: text.utf8, endingAt: range.upperBound, from: range.lowerBound),
            let person = people.within(range).last, person.range.upperBound == start
        else { return nil }
        return Attribution(subject: .named(person.value.name), verb: start..<range.upperBound, speech: clause.next)
    }

    private static let objectMarks = PhraseSet("对 向 给 跟 和 与 同 把 被 让 请 將 将 找到 采访 对着 握着 對 給")
    private static let somebody = PhraseSet(
        "有关人士 舆论 人家 的同志 的同事 几个 老百姓 百姓 乡亲们 同行 领导 官兵 设计人员 技术人员 科研人员 与会者 与会代表 与会专家 员工们 职工们 年轻人 小伙子们 代表们 同志们 指挥员 一位 一名 一个 一些 有人 有的 有网友 有市民 两位 几位 多位 不少 许多 很多 另一位 另一名 另外一位 某 網友 网友 记者 記者 众人 人们 大家 家长 村民 居民 市民 专家 业内人士 知情人士 工作人员 当地 附近 周边 农民 渔民 牧民 工人 群众 商户 顾客 游客 乘客 旅客 家属 患者 消费者 业主 住户 目击者 分析人士 观察人士 分析师 学者 外媒 媒体 民眾 網民 學者 專家 業者 相关负责人 有关负责人 一對 姓"
    )
    private static let pronouns = PhraseSet("他 她 他们 她们 他們 她們")

    private static let hearings = PhraseSet("听取 听了 听完 聽取 会见 會見 接见 看望 慰问 参观 考察 观看 视察 出席")

    /// `在听取了史大桢的汇报后指出`: whom somebody hears or meets before speaking is not who speaks; what stands before is.
    private func hearing(_ range: Range<Int>) -> Int? {
        var end = range.upperBound
        while let adverb = Self.adverbs.match(in: text.utf8, endingAt: end, from: range.lowerBound) { end = adverb }
        guard Self.hearingEnds.match(in: text.utf8, endingAt: end, from: range.lowerBound) != nil else { return nil }
        return range.first { Self.hearings.match(in: text.utf8, at: $0, limit: end) != nil }
    }

    private static let hearingEnds = PhraseSet("后 後 时 時")

    private static let nobody = PhraseSet(
        "观点则 观点 情况 数字 现象 经验 结果 事例 历史 据 據 另据 应当 應當 应该 應該 必须 必須 可以 不妨 分析 普遍 一般 生动地 实践 事实 大意是 意思是 我们 我們 咱们 我"
    )

    private func subject(before verb: Int, in clause: Clause) -> SpeechSubject? {
        let bytes = text.utf8
        if let heard = hearing(clause.range.lowerBound..<verb) {
            let before = clause.range.lowerBound..<heard
            if let person = subjectPerson(before) ?? subjectPerson(clause.sentence..<heard) { return .named(person.value.name) }
            return institution(before).map { .institution($0) } ?? .omitted
        }
        // The clause's own subject first, then that of the clauses before it in the sentence.
        for start in clause.range.lowerBound == clause.sentence ? [clause.sentence] : [clause.range.lowerBound, clause.sentence] {
            if let person = subjectPerson(start..<verb) { return .named(person.value.name) }
            if let institution = institution(start..<verb) { return .institution(institution) }
            if isImpersonal(start..<verb) { return .unnamed }
            if somebody(in: start..<verb) { return .unnamed }
            if let pronoun = pronoun(in: start..<verb) { return pronoun.count > 3 ? .unnamed : .pronoun }
        }
        let before = bytes.trimmed(clause.range.lowerBound..<verb)
        // 《通知》说
        if bytes.holds("》", at: before.upperBound - 3) { return .unnamed }
        if Self.nobody.match(in: bytes, endingAt: before.upperBound, from: before.lowerBound) != nil { return .unnamed }
        if let titled = titled(before) { return titled }
        // A few characters are an adverb, 当场表示; more are somebody, also before an occasion: 宏茂精工在公告中称.
        return before.count > 24 ? nil : isSomebodyOnOccasion(before) ? .unnamed : .omitted
    }

    private static let others = PhraseSet("官员 人士 知情人 知情者 被告 原告 对方 人员 官員 人員 客服 店方 队方 代理人 当事人 爆料人 举报人 报案人")

    /// `快钱公司负责人昨天表示`, `该公司称`: who speaks by a title or a word for an office alone.
    private func titled(_ range: Range<Int>) -> SpeechSubject? {
        var end = range.upperBound
        while let part =
            (Self.adverbs.match(in: text.utf8, endingAt: end, from: range.lowerBound)
                ?? Self.timeParts.match(in: text.utf8, endingAt: end, from: range.lowerBound))
        { end = part }
        if let title = Titles.chinese.match(in: text.utf8, endingAt: end, from: range.lowerBound) {
            return .titled(text.string(title..<end))
        }
        let isOther =
            Self.others.match(in: text.utf8, endingAt: end, from: range.lowerBound) != nil
            || Organizations.chineseSuffixes.match(in: text.utf8, endingAt: end, from: range.lowerBound) != nil
        return isOther ? .unnamed : nil
    }

    private func isSomebodyOnOccasion(_ range: Range<Int>) -> Bool {
        guard let at = range.first(where: { text.utf8.holds("在", at: $0) }), occasion(at..<range.upperBound) != nil else { return false }
        var end = at
        while let part =
            (Self.adverbs.match(in: text.utf8, endingAt: end, from: range.lowerBound)
                ?? Self.timeParts.match(in: text.utf8, endingAt: end, from: range.lowerBound))
        { end = part }
        return end - range.lowerBound >= 6
    }

    /// The last person in a stretch who is no object and owns nothing.
    private func subjectPerson(_ range: Range<Int>) -> Mention? {
        let index = people.partitionPoint { $0.range.upperBound <= range.upperBound }
        for person in people[..<index].reversed() {
            guard person.range.lowerBound >= range.lowerBound else { return nil }
            if text.utf8.holds("的", at: person.range.upperBound), !text.utf8.holds("的话", at: person.range.upperBound) { continue }
            if person.value.roles.isEmpty,
                Self.objectMarks.match(in: text.utf8, endingAt: person.range.lowerBound, from: range.lowerBound) != nil,
                person.range.upperBound < range.upperBound
            {
                continue
            }
            return person
        }
        return nil
    }

    static let adverbs = PhraseSet("还 也 又 则 并 曾 再次 随后 同时 則 並 還 同時 近日 昨日 昨天 今天 日前 当天 此前 方面 明确 公开 對此 对此 此后 方面也 方面还")

    /// What speaks without being anybody: meetings, papers, and authorities whom nobody names.
    private static let impersonal = PhraseSet(
        """
        会议 會議 全会 大会 座谈会 发布会 报告 報告 通知 意见 文件 公报 公報 公告 声明 聲明 通报 决定 方案 纪要 研究 调查 調查 报道 報道 報導 文章 社论 社論 评论 消息 数据 统计 官方 警方 校方 院方 厂方 馆方 店方 军方 軍方 法方 中方 \
        美方 俄方 日方 英方 德方 韩方 朝方 以方 乌方 欧方 港府 当局 當局 检方 檢方 公司 企业 企業 部门 部門 单位 單位 双方 雙方 各方 学校 學校 医院 醫院 法院 银行 机构 機構 政府 业界 業界 外界 专家们 有关方面 主办方 承办方 平台
        """
    )

    /// `会议强调`, `记者会上警方也表示`: such a word directly before the verb, or before adverbs of it.
    private func isImpersonal(_ range: Range<Int>) -> Bool {
        var end = range.upperBound
        while let adverb = Self.adverbs.match(in: text.utf8, endingAt: end, from: range.lowerBound) { end = adverb }
        if Self.impersonal.match(in: text.utf8, endingAt: end, from: range.lowerBound) != nil { return true }
        // 法院审理后认为, 法院经审理认为
        let start = text.utf8.trimmed(range).lowerBound
        guard let subject = Self.impersonal.match(in: text.utf8, at: start, limit: range.upperBound) else { return false }
        return Self.afterwards.match(in: text.utf8, endingAt: end, from: subject) != nil
    }

    private static let afterwards = PhraseSet("后 後 中 时 時 审理 審理 查明 审查 審查 研究 讨论 討論 评估 評估 调查 調查 核查")

    /// What tells when: `昨（12）日`, `12日上午`, `周三晚间`.
    static let timeParts = PhraseSet(
        "昨 昨天 昨日 昨晚 今 今天 今日 今早 今晚 前天 前日 当天 當天 当日 當日 同日 日 号 號 月 年 本月 上月 今年 去年 周一 周二 周三 周四 周五 周六 周日 週一 週二 週三 週四 週五 週六 週日 星期一 星期二 星期三 星期四 星期五 星期六 星期日 "
            + "上午 下午 中午 凌晨 清晨 早上 晚 晚上 晚间 晚間 深夜 傍晚 （ ） ( ) 0 1 2 3 4 5 6 7 8 9"
    )
    /// 县委|发出|通知，号召……
    private static let issues = PhraseSet("发出 下发 印发 发布 作出 發出 發布")
    private static let occasionEnds = PhraseSet("上 中 里 裡 时 時 后 後")

    /// `外交部表示`, `气象署12日表示`, `市教育局在通报中表示`: the organization before the verb, with nothing but
    /// adverbs, a time and an occasion between them.
    private func institution(_ range: Range<Int>) -> String? {
        guard let last = organizations.within(range).last(where: { !text.utf8.holds("在", at: $0.range.lowerBound - 3) }) else { return nil }
        let bytes = text.utf8
        var end = last.range.upperBound
        while end < range.upperBound {
            if let next = Self.adverbs.match(in: bytes, at: end, limit: range.upperBound)
                ?? Self.timeParts.match(in: bytes, at: end, limit: range.upperBound)
            {
                end = next
            } else if bytes.holds("在", at: end), let closed = occasion(end..<range.upperBound) {
                end = closed
            } else if let issued = Self.issues.match(in: bytes, at: end, limit: range.upperBound), issued == range.upperBound {
                end = issued
            } else {
                return nil
            }
        }
        return last.value.name
    }

    /// `在例行记者会上`: to the offset past it, when nothing but adverbs follows.
    private func occasion(_ range: Range<Int>) -> Int? {
        var end = range.upperBound
        while let adverb = Self.adverbs.match(in: text.utf8, endingAt: end, from: range.lowerBound) { end = adverb }
        return Self.occasionEnds.match(in: text.utf8, endingAt: end, from: range.lowerBound) == nil ? nil : end
    }

    private func somebody(in range: Range<Int>) -> Bool {
        var offset = range.lowerBound
        while offset < range.upperBound, offset - range.lowerBound < 120 {
            if Self.somebody.match(in: text.utf8, at: offset, limit: range.upperBound) != nil,
                Self.objectMarks.match(in: text.utf8, endingAt: offset, from: range.lowerBound) == nil
            {
                return true
            }
            offset = text.utf8.scalar(at: offset).end
        }
        return false
    }

    /// Whether a stretch is of people whom nobody names, or of several.
    func isOfOthers(_ range: Range<Int>) -> Bool { somebody(in: range) || pronoun(in: range).map { $0.count > 3 } == true }

    /// The first pronoun that is no object; one of several people is longer.
    private func pronoun(in range: Range<Int>) -> Range<Int>? {
        var offset = range.lowerBound
        while offset < range.upperBound, offset - range.lowerBound < 240 {
            if let end = Self.pronouns.match(in: text.utf8, at: offset, limit: range.upperBound), !text.utf8.holds("的", at: end),
                Self.objectMarks.match(in: text.utf8, endingAt: offset, from: range.lowerBound) == nil,
                !text.utf8.holds("其他", at: offset - 3), !text.utf8.holds("吉他", at: offset - 3)
            {
                return offset..<end
            }
            offset = text.utf8.scalar(at: offset).end
        }
        return nil
    }
}
