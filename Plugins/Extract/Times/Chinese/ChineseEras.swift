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
            ("贞观", 626), ("永徽", 649), ("神龙", 704), ("开元", 712), ("天宝", 741), ("元和", 805), ("大中", 846),
        ].map { (PhraseSet($0.0), $0.1) }
    )
    static let anyEra = PhraseSet(words: eras.words)
    private static let years = PhraseSet("年")

    func era(at offset: Int) -> (value: Int, end: Int)? {
        guard Self.anyEra.match(in: text, at: offset, limit: limit) != nil, let era = first(Self.eras, at: offset) else { return nil }
        if holds("元年", era.end) { return (era.value + 1, era.end + 6) }
        guard let year = count(at: era.end, in: 1...120, Self.years) else { return nil }
        return (era.value + year.value, year.end)
    }
}
