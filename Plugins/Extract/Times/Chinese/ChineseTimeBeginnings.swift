import LinecasterLanguage

/// Where a Chinese time may begin: one look at most places of a text, before the grammar is asked.
extension ChineseTimeReader {
    /// Words that begin a time by themselves.
    private static let openers: PhraseSet = {
        var words: [String] = []
        for set in [anyEra, commonEra, anyFestival, openDays, openYears, every, presents, pasts, futures, weekendWords] {
            words += set.words
        }
        words += seasons.words + halves.words + yearShifts.words + thisYear.words + dayShifts.words + dayAndPart.words
        words += monthShifts.words + thisMonth.words + halfShifts.words + quarterShifts.words + parts.words + halfUnits.words + months.words
        words += ["上世纪", "上个世纪", "本世纪", "= "] + calendars.words + lunarMonths.words
        words += numberedDays.words + namedQuarters.words
        let heads = weekdayHeads.words + weekendWords.words
        for shift in weeks.words { words += heads.map { shift + $0 } }
        for head in weekdayHeads.words { words += weekdayNames.words.map { head + $0 } }
        return PhraseSet(constant: words)
    }()

    /// Words before a time or a number: since, about, the last.
    private static let heads = PhraseSet(
        constant: froms.words + prefixes.words + directions.words + ["第", "前"]
    )

    /// What may follow the number with which a time begins.
    private static let followers = ScalarSet("年月日号號天周週星礼禮季点點时時分秒世个個小工昼载載钟鐘刻-－—–~～至到:：/.")
    private static let several = ScalarSet("几幾数數")
    private static let about = ScalarSet("多余来几餘")

    /// The first scalars of these words: most places of a text are done with after this one look.
    private static let first = ScalarSet((openers.words + heads.words).compactMap { $0.unicodeScalars.first?.value })

    /// Whether a time may begin with a scalar that is no word's: a number's.
    static func mayBegin(with value: UInt32) -> Bool { beginsNumber(value) || several.contains(value) }

    /// All words with which times begin.
    static var beginningWords: [String] { openers.words + heads.words }

    /// Whether a time may begin with a scalar.
    func mayBegin(at scalar: LocatedScalar) -> Bool {
        let offset = scalar.offset
        if Self.beginsNumber(scalar.value) {
            return leadsToUnit(at: offset) || Self.openers.match(in: text, at: offset, limit: limit) != nil
        }
        if Self.several.contains(scalar.value) { return several(at: offset) != nil }
        guard Self.first.contains(scalar.value) else { return false }
        if Self.openers.match(in: text, at: offset, limit: limit) != nil { return true }
        guard let end = Self.heads.match(in: text, at: offset, limit: limit), case let next = skip(end), next < limit else { return false }
        return Self.beginsNumber(text.scalar(at: next).value)
            ? leadsToUnit(at: next) : Self.openers.match(in: text, at: next, limit: limit) != nil
    }

    private static func beginsNumber(_ value: UInt32) -> Bool { isNumeral(value) || value == 0x767E || value == 0x5343 }

    private func leadsToUnit(at offset: Int) -> Bool {
        guard let number = amount(at: offset), case var next = skip(number.end), next < limit else { return false }
        if Self.about.contains(text.scalar(at: next).value) { next = skip(text.scalar(at: next).end) }
        return next < limit && Self.followers.contains(text.scalar(at: next).value)
    }
}
