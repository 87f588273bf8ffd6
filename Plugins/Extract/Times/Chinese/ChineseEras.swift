import LinecasterLanguage

/// Years by the eras of emperors and of the Republic: `康熙二十年`, `民国三年`.
extension ChineseTimeReader {
    /// Eras with the year before their first. Names of one reign alone, where several emperors used the same.
    ///
    /// Source: the tables of reign eras in common reference works.
    private static let eras = PhraseTable(
        [
            ("民国", 1911), ("民國", 1911), ("宣统", 1908), ("光绪", 1874), ("同治", 1861), ("咸丰", 1850), ("道光", 1820), ("嘉庆", 1795), ("乾隆", 1735),
            ("雍正", 1722), ("康熙", 1661), ("顺治", 1643), ("宣統", 1908), ("光緒", 1874), ("咸豐", 1850), ("嘉慶", 1795), ("順治", 1643), ("萬曆", 1572),
            ("隆慶", 1566), ("永樂", 1402), ("崇禎", 1627), ("天啟", 1620),
            ("崇祯", 1627), ("天启", 1620), ("万历", 1572), ("隆庆", 1566), ("嘉靖", 1521), ("正德", 1505), ("弘治", 1487), ("成化", 1464), ("景泰", 1449),
            ("宣德", 1425), ("洪熙", 1424),
            ("永乐", 1402), ("建文", 1398), ("洪武", 1367), ("至元", 1263), ("景德", 1003), ("庆历", 1040), ("熙宁", 1067), ("元丰", 1077), ("元祐", 1085),
            ("宣和", 1118), ("靖康", 1125), ("绍兴", 1130),
            ("明治", 1867), ("大正", 1911), ("昭和", 1925), ("平成", 1988), ("令和", 2018),
            ("贞观", 626), ("永徽", 649), ("神龙", 704), ("开元", 712), ("天宝", 741), ("元和", 805), ("大中", 846),
        ].map { (PhraseSet($0.0), $0.1) }
    )
    static let anyEra = PhraseSet(constant: eras.words)
    private static let years = PhraseSet("年")

    static let commonEra = PhraseSet("公元 西元 公元前 西元前")

    /// `公元618年`, `公元前221年`; years before the common era as ISO 8601 counts them, 0 for the last.
    func commonYear(at offset: Int) -> (value: Int, end: Int)? {
        guard let head = Self.commonEra.match(in: text, at: offset, limit: limit) else { return yearBefore(at: offset) }
        guard let year = count(at: skip(head), in: 1...9999, Self.years) else { return nil }
        return (holds("前", head - 3) ? 1 - year.value : year.value, year.end)
    }

    /// `前1046年`, and behind a year before the common era `前8年`; elsewhere so small a number counts the first years of something.
    private func yearBefore(at offset: Int) -> (value: Int, end: Int)? {
        guard holds("前", offset), let year = count(at: skip(offset + 3), in: 1...9999, Self.years), offset + 3 < limit,
            text[offset + 3] < 0x80, let before = text.scalar(before: offset, from: start)
        else { return nil }
        let isLater = Self.links.contains(before.value)
        guard year.value >= 100, isLater || characterClass(before.value) != .han else { return nil }
        return (1 - year.value, year.end)
    }

    private static let links = ScalarSet("约約于於至到和与與及在")

    /// `公元前3世纪`.
    func centuryBefore(at offset: Int) -> DateReading? {
        guard let head = Self.commonEra.match(in: text, at: offset, limit: limit), holds("前", head - 3),
            let century = count(at: skip(head), in: 1...99, Self.centuryWords)
        else { return nil }
        return DateReading(period: frame.centuryBeforeEra(century.value), end: century.end)
    }

    func era(at offset: Int) -> (value: Int, end: Int)? {
        guard Self.anyEra.match(in: text, at: offset, limit: limit) != nil, let era = first(Self.eras, at: offset) else { return nil }
        if holds("元年", era.end) { return (era.value + 1, era.end + 6) }
        guard let year = count(at: era.end, in: 1...120, Self.years) else { return nil }
        return (era.value + year.value, year.end)
    }
}
