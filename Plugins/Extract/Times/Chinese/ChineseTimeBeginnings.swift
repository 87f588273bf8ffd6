import LinecasterLanguage

/// Where a Chinese time may begin: one look at most places of a text, before the grammar is asked.
extension ChineseTimeReader {
    /// Words that begin a time by themselves.
    private static let openers: PhraseSet = {
        var words: [String] = []
        func add(_ tables: [PhraseSet]) { words += tables.flatMap(\.words) }
        add([anyEra, anyFestival, openDays, openYears, every, presents, pasts, futures])
        add(seasons.map(\.words) + halves.map(\.words) + yearShifts.map(\.words) + thisYear.map(\.words) + dayShifts.map(\.words))
        add(
            dayAndPart.map(\.words) + monthShifts.map(\.words) + thisMonth.map(\.words) + halfShifts.map(\.words)
                + quarterShifts.map(\.words)
        )
        add(parts.map(\.words) + halfUnits.map(\.words) + months.map(\.words) + [weekendWords])
        words += ["上世纪", "上个世纪", "本世纪", "农历", "農曆", "= "]
        words += numberedDays.words
        let heads = weekdayHeads.words + weekendWords.words
        for shift in weeks.flatMap(\.words.words) { words += heads.map { shift + $0 } }
        for head in weekdayHeads.words { words += weekdayNames.flatMap(\.words.words).map { head + $0 } }
        return PhraseSet(words: words)
    }()

    /// Words before a time or a number: since, about, the last.
    private static let heads = PhraseSet(
        words: froms.words + prefixes.flatMap(\.words.words) + directions.flatMap(\.words.words) + ["第", "前"]
    )

    /// What may follow the number with which a time begins.
    private static let followers = ScalarSet("年月日号號天周週星礼禮季点點时時分秒世个個小工周昼载載钟鐘刻-－—–~～至到:：/.")
    private static let about = ScalarSet("多余来几餘")

    /// Whether a time may begin at an offset.
    func mayBegin(at offset: Int) -> Bool {
        if beginsNumber(at: offset) { return leadsToUnit(at: offset) || Self.openers.match(in: text, at: offset, limit: limit) != nil }
        if Self.openers.match(in: text, at: offset, limit: limit) != nil { return true }
        guard let end = Self.heads.match(in: text, at: offset, limit: limit), case let next = skip(end), next < limit else { return false }
        return beginsNumber(at: next) ? leadsToUnit(at: next) : Self.openers.match(in: text, at: next, limit: limit) != nil
    }

    private func beginsNumber(at offset: Int) -> Bool {
        let value = text.scalar(at: offset).value
        return isNumeral(value) || value == 0x767E || value == 0x5343
    }

    private func leadsToUnit(at offset: Int) -> Bool {
        guard let number = number(at: offset), case var next = skip(number.end), next < limit else { return false }
        if Self.about.contains(text.scalar(at: next).value) { next = skip(text.scalar(at: next).end) }
        return next < limit && Self.followers.contains(text.scalar(at: next).value)
    }
}
