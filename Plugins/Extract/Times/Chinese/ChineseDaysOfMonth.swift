import LinecasterLanguage

/// Days of a month that stand alone: `7日`, and `七日` as papers write that keep Chinese numerals.
extension ChineseTimeReader {
    private static let countedBefore = PhraseSet(
        """
        为期 為期 连续 連續 历时 歷時 长达 長達 近 约 約 共 达 仅 僅 只 短短 不到 超过 超過 不足 至少 最多 满 滿 过去 過去 最近 未来 未來 连 連 拘留 住院 停业 停業 停课 停課 停牌 停工 羁押 羈押 持续 持續 休息 \
        放假 大约 总共 一共 仅仅 不满 已满 将近 接近 多达 长约 每 这 這 那 隔 头 頭 周 週 星期 礼拜 禮拜 前后 前後 耗时 费时 用时 行政拘留 警告
        """
    )
    private static let countedBehind = PhraseSet(
        "内 內 之内 之內 以内 以內 之间 以上 以下 左右 后 後 之后 之後 以后 以後 之久 有余 有餘 游 遊 行程 假期 年假 拘留 无休 不停 三夜 七夜 之计 之隔 时间 時間 的时间 的時間 的行程 的访问 的訪問 的假期"
    )
    /// What tells that 一日 is the first and no whole day.
    private static let dayParts = PhraseSet("起 上午 下午 中午 凌晨 清晨 早上 晚 晚上 晚间 晚間 电 電 讯 訊 召开 召開 举行 舉行 开幕 開幕 抵达 抵達 在 于 於 宣布 宣佈 表示 报道 報導")

    /// A day of a month without the month before it: where it ends.
    func dayAlone(at offset: Int) -> (value: Int, end: Int)? {
        guard let number = number(at: offset), let day = Int(exactly: number.value), (1...31).contains(day) else { return nil }
        if number.isArabic {
            guard let end = Self.dayWords.match(in: text, at: number.end, limit: limit), !isCounted(at: end),
                !holds("日", number.end) || !countsDays(offset, end, isArabic: true)
            else { return nil }
            return (day, end)
        }
        guard holds("日", number.end), !holds("两", offset), !holds("兩", offset), case let end = number.end + 3,
            ChineseNumeral.approximation(in: text, at: offset, limit: limit) == nil,
            !countsDays(offset, end, isArabic: false),
            day > 1 || Self.dayParts.match(in: text, at: end, limit: limit) != nil
        else { return nil }
        return (day, end)
    }

    /// Whether so many days are meant: `连续3日`, `七日內`. `7日前` is before the seventh, `三日前` three days ago.
    private func countsDays(_ offset: Int, _ end: Int, isArabic: Bool) -> Bool {
        if let word = Self.countedBefore.match(in: text, endingAt: offset, from: start), offset - word > 3 || !endsName(offset) {
            return true
        }
        if Self.countedBehind.match(in: text, at: end, limit: limit) != nil { return true }
        return !isArabic && holds("前", end)
    }

    private static let approximations = PhraseSet("大约 大約 将近 將近 接近 最近 新近")

    /// 北约, 大连, 包头, 雅加达: whether a longer word ends before an offset, of which the last character counts nothing.
    func endsName(_ offset: Int) -> Bool {
        var begin = offset
        if Self.approximations.match(in: text, endingAt: offset, from: start) != nil { return false }
        for length in 1...4 {
            guard let before = text.scalar(before: begin, from: start), characterClass(before.value) == .han else { return false }
            begin = before.offset
            if length > 1, Lexicon.standard[text[begin..<offset]] != nil { return true }
        }
        return false
    }
}
