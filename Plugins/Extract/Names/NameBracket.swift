import LinecasterLanguage

/// Brackets within Chinese names: `星奕昂（上海）生物科技有限公司`.
enum NameBracket {
    /// What stands in brackets beside a name without being part of it: `本报讯（记者 王明）青浦区`.
    private static let credits = PhraseSet("记者 記者 通讯员 通訊員 特约 首席 见习 实习 本报 本刊 图／ 图/ 文／ 文/ 摄影 编辑 責任编辑 责任编辑 責任編輯 作者 来源 下转 上接")
    /// The end of a report's head, behind which its reporters stand.
    private static let heads = PhraseSet("日电 日電 日讯 日訊 报讯 報訊 社讯 社訊")

    /// Where the bracket opens that closes before an offset, when it is within a name.
    ///
    /// - Parameters:
    ///   - close: The offset of the closing mark.
    ///   - start: No mark before it is looked at.
    static func opening(of close: Int, in text: [UInt8], from start: Int) -> Int? {
        var offset = close
        for _ in 0..<16 {
            guard let before = text.scalar(before: offset, from: start) else { return nil }
            if before.value == 0xFF08 || before.value == 0x28 {
                let isCredit = credits.match(in: text, at: before.end, limit: close) != nil
                let isHead = heads.match(in: text, endingAt: before.offset, from: start) != nil
                // A name begins before its bracket.
                guard let name = text.scalar(before: before.offset, from: start), !isCredit, !isHead,
                    [.han, .letter, .digit].contains(characterClass(name.value))
                else { return nil }
                return before.offset
            }
            offset = before.offset
        }
        return nil
    }
}
