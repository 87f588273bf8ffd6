import LinecasterLanguage

/// Reads the roles that stand before a name: `长三角G60科创走廊联席办副主任、松江区科创发展办主任`.
enum RolePhrase {
    /// Words after which a role may begin within a clause.
    private static let leads = PhraseSet(
        """
        据 由 在 对 向 与 和 同 及 请 让 来自 是 为 从 到 把 将 被 经 给 跟 受 像 以 而 但 并 也 就 今天 昨天 近日 日前 当天 其中 这位 那位 一位 一名 名 位 了 着 过 的 地 得 会见 战胜 击败 力克 淘汰 不敌 负于 输给 迎战 对阵 挑战 戰勝 擊敗 采访 援引 引述 引用 专访 看望 慰问 接见 约见 聘请 邀请 陪同 任命 选举 感谢 祝贺 访问 见到 致电 听取 发自 日电 日讯 本报讯 本刊讯 \
        之前 比如 例如 诸如 譬如 有请 下面请 现在请 一会儿请 联手 携手 搭档 牵手 今年 去年 上周 本周 昨晚 今晚 调查从 指着 围着 找到 碰到 遇到 遇见 想起 收到 接到 听到 看到 走访 记者问 记者看到 以及 包括 原 時 對 與 從 將 會見
        """
    )

    /// The roles that end at an offset, the one next to the name last.
    ///
    /// - Parameters:
    ///   - end: Where the last role ends; a title must end there.
    ///   - start: The start of the block.
    static func roles(in text: [UInt8], endingAt end: Int, from start: Int) -> [Range<Int>] {
        var roles: [Range<Int>] = []
        var upper = roleEnd(in: text, before: end, from: start)
        while let title = Titles.beforeNames.match(in: text, endingAt: upper, from: start) {
            let lower = atHouse(text, withoutSubject(text, leftEdge(text, title, from: start)..<upper, from: start)..<upper)
            if let and = conjunction(text, lower..<upper) {
                roles.insert(contentsOf: [lower..<and, and + 3..<upper], at: 0)
            } else {
                roles.insert(lower..<upper, at: 0)
            }
            guard let comma = text.scalar(before: lower, from: start), comma.value == 0x3001 else { break }
            upper = comma.offset
        }
        return roles
    }

    /// 副市长|兼|市公安局局长: where a second office follows the title of the first.
    private static func conjunction(_ text: [UInt8], _ role: Range<Int>) -> Int? {
        role.first { offset in
            (text.holds("兼", at: offset) || text.holds("和", at: offset)) && offset + 3 < role.upperBound
                && Titles.chinese.match(in: text, endingAt: offset, from: role.lowerBound) != nil
        }
    }

    /// Where the role ends that stands before a name: in 青岩队主教练、西班牙人费尔南德斯 it is told in between whence he comes.
    static func roleEnd(in text: [UInt8], before end: Int, from start: Int) -> Int {
        guard let last = text.scalar(before: end, from: start), last.value == 0x4EBA,
            let place = Places.chinese.match(in: text, endingAt: last.offset, from: start),
            let comma = text.scalar(before: place, from: start), comma.value == 0x3001
        else { return end }
        return comma.offset
    }

    private static let subjects = PhraseSet("记 記 访 訪 追记 追記 追忆 走近 走进 对话 對話 专访 專訪 怀念 人物")

    /// `——记|列车长`: what a subtitle, or a line of its own, says it is about.
    private static func withoutSubject(_ text: [UInt8], _ role: Range<Int>, from start: Int) -> Int {
        guard role.count > 9, let end = subjects.match(in: text, at: role.lowerBound, limit: role.upperBound),
            !text.holds("记者", at: role.lowerBound), !text.holds("記者", at: role.lowerBound)
        else { return role.lowerBound }
        if let dash = text.scalar(before: role.lowerBound, from: start) {
            return characterClass(dash.value) == .dash ? end : role.lowerBound
        }
        // A line of its own: 访|中国石油总公司总经理.
        let isNamed =
            Places.chinese.match(in: text, at: end, limit: role.upperBound) != nil
            || Organizations.chineseNames.match(in: text, at: end, limit: role.upperBound) != nil
        return isNamed ? end : role.lowerBound
    }

    /// 卷土重来|本报驻委内瑞拉记者: what stands before the paper belongs to the headline.
    private static func atHouse(_ text: [UInt8], _ role: Range<Int>) -> Int {
        role.dropFirst().first { text.holds("本报", at: $0) || text.holds("本報", at: $0) || text.holds("本刊", at: $0) } ?? role.lowerBound
    }

    private static let houses = PhraseSet("本报 本刊 本台 新华社 中新社 人民网")

    /// The start of a role whose title begins at an offset.
    private static func leftEdge(_ text: [UInt8], _ title: Int, from start: Int) -> Int {
        // `本报记者` begins a credit, whatever stands before it.
        if let house = houses.match(in: text, endingAt: title, from: start) { return house }
        var offset = title
        var characters = 0
        while let before = text.scalar(before: offset, from: start), characters < 40 {
            if before.value == 0xFF09 || before.value == 0x29, let open = NameBracket.opening(of: before.offset, in: text, from: start) {
                offset = open
                continue
            }
            if let open = titleOfWork(text, endingAt: offset, before.value, from: start) {
                offset = open
                continue
            }
            switch characterClass(before.value) {
            case .han, .letter, .digit: break
            default: return trimmed(text, offset, title)
            }
            offset = before.offset
            characters += 1
        }
        return trimmed(text, offset, title)
    }

    private static let pairs: [UInt32: UInt32] = [0x201D: 0x201C, 0x300B: 0x300A, 0x300D: 0x300C]
    private static let longestTitle = 20

    /// Where a name in quotation marks begins that is part of a role: 全国“五一劳动奖章”获得者, 《江声》主编. What holds a pause is a quote.
    private static func titleOfWork(_ text: [UInt8], endingAt end: Int, _ close: UInt32, from start: Int) -> Int? {
        guard let open = pairs[close], var offset = text.scalar(before: end, from: start)?.offset else { return nil }
        for count in 0..<longestTitle {
            guard let before = text.scalar(before: offset, from: start) else { return nil }
            offset = before.offset
            if before.value == open { return count > 1 ? offset : nil }
            switch characterClass(before.value) {
            case .han, .letter, .digit: break
            default: return nil
            }
        }
        return nil
    }

    /// The offset behind the last word that leads up to the role.
    private static func trimmed(_ text: [UInt8], _ start: Int, _ title: Int) -> Int {
        var edge = start
        var offset = start
        while offset < title {
            if let end = leads.match(in: text, at: offset, limit: title), isLead(text, offset..<end, edge: edge) {
                edge = end
                offset = end
            } else {
                offset = text.scalar(at: offset).end
            }
        }
        return edge
    }

    /// A single character is a lead only at the edge, or where it can be nothing else.
    private static func isLead(_ text: [UInt8], _ range: Range<Int>, edge: Int) -> Bool {
        // 原告|委托代理人, 名誉局长
        if text.holds("原告", at: range.lowerBound) || text.holds("名誉", at: range.lowerBound) { return false }
        if range.count > 3 || range.lowerBound == edge { return true }
        // 会议|由|全国政协副主席; 自由撰稿人
        if text.holds("由", at: range.lowerBound) { return !text.holds("自", at: range.lowerBound - 3) }
        return ["的", "了", "着"].contains { text[range].elementsEqual($0.utf8) }
    }
}
