import LinecasterKit
import LinecasterLanguage

/// Speech that follows its verb without a pause: `鲍威尔称此次降息是“风险管理式降息”`, `他认为这项技术还要走一段路`.
extension ChineseAttribution {
    private static let verbs = PhraseSet("称 表示 认为 指出 强调 透露 坦言 承认 声称 宣称 相信 預計 预计 判断 認為 強調 承認 稱 回应称 坚称 堅稱 辩称 否认")
    /// What follows these verbs where they report nothing: 表示感谢, 称赞, 强调了.
    private static let objects = PhraseSet(
        """
        了 过 着 的 出 赞 讚 为 為 呼 号 號 之 作 霸 职 得 病 其 感谢 欢迎 支持 赞赏 祝贺 关切 遗憾 反对 赞同 同意 满意 不满 理解 哀悼 慰问 谴责 敬意 歉意 担忧 担心 抗议 衷心 热烈 肯定 认同 诚挚 由衷 高度 深切 坚决 强烈 充分 \
        感謝 歡迎 贊同 遺憾 質疑 質詢 抗議 同情 尊重 关注 關注 尊敬 问候 致意 默认 默許 亲切 親切 崇高 最 良好 深深 错误 失败 错误的
        """
    )
    private static let shortest = 18

    /// Who speaks in a clause, and where what they say begins, when somebody stands directly before such a verb.
    func withoutPause(in clause: Clause) -> Attribution? {
        let range = clause.range
        if let further = further(in: clause) { return further }
        // A quotation behind the clause goes on with what is said.
        let shortest = clause.after == nil || clause.mark != 0 ? Self.shortest : 3
        guard range.count > shortest + 9 else { return nil }
        let person = people.within(range).first
        let organization = organizations.within(range).first
        let subjects: [(end: Int, subject: SpeechSubject)] =
            [
                person.map { ($0.range.upperBound, .named($0.value.name)) },
                organization.map { ($0.range.upperBound, .institution($0.value.name)) },
            ]
            .compactMap(\.self) + (pronounEnd(range).map { [($0, .pronoun)] } ?? [])
        for (end, subject) in subjects.sorted(by: { $0.end > $1.end }) where end - range.lowerBound <= 120 {
            guard let verb = verb(after: end, range.upperBound), range.upperBound - verb.upperBound >= shortest,
                Self.objects.match(in: text.utf8, at: verb.upperBound, limit: range.upperBound) == nil
            else { continue }
            return Attribution(subject: subject, verb: verb, speech: verb.upperBound)
        }
        return nil
    }

    private static let conjunctions = PhraseSet("并 並 又 还 還 更 亦 且 也 并且 同时 同時")
    private static let furtherVerbs = PhraseSet("指 指称 指稱 指出 称 稱 表示 认为 認為 强调 強調 透露 坦言 直言 承认 承認 声称 聲稱 预计 預計")
    private static let otherWords = ScalarSet("着著导導标標数數定挥揮望责責甲南派引明向针針示教认認纹头頭为為赞讚号號呼职之的了")

    /// So many bytes at most stand between who speaks on and the verb.
    private static let furthestSubject = 600

    /// `…批評署方「後知後覺」，指居民早已投訴`: a clause of a sentence whose subject speaks on, with the verb at its beginning.
    private func further(in clause: Clause) -> Attribution? {
        let range = clause.range
        guard range.lowerBound > clause.sentence, range.count > Self.shortest else { return nil }
        let start = Self.conjunctions.match(in: text.utf8, at: range.lowerBound, limit: range.upperBound) ?? range.lowerBound
        guard let end = Self.furtherVerbs.match(in: text.utf8, at: start, limit: range.upperBound), range.upperBound - end >= Self.shortest,
            !Self.otherWords.contains(text.utf8.scalar(at: end).value),
            Self.objects.match(in: text.utf8, at: end, limit: range.upperBound) == nil,
            people.within(max(clause.sentence, range.lowerBound - Self.furthestSubject)..<range.lowerBound)
                .contains(where: { !text.utf8.holds("的", at: $0.range.upperBound) })
        else { return nil }
        return Attribution(subject: .omitted, verb: start..<end, speech: end)
    }

    /// Where 他 or 她 ends with which a clause begins.
    private func pronounEnd(_ range: Range<Int>) -> Int? {
        text.utf8.holds("他", at: range.lowerBound) || text.utf8.holds("她", at: range.lowerBound) ? range.lowerBound + 3 : nil
    }

    /// The verb behind a subject, with nothing but adverbs and a time between them.
    private func verb(after subject: Int, _ limit: Int) -> Range<Int>? {
        var start = subject
        while let next = Self.adverbs.match(in: text.utf8, at: start, limit: limit)
            ?? Self.timeParts.match(in: text.utf8, at: start, limit: limit)
        {
            start = next
        }
        return Self.verbs.match(in: text.utf8, at: start, limit: limit).map { start..<$0 }
    }
}
