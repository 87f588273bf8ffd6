public import LinecasterKit

/// Tells the language of a passage from its scripts, and Simplified from Traditional Chinese from the
/// characters that only one of them has.
public struct LanguageIdentifier: Sendable {
    /// Frequent characters that exist in one form of Chinese alone.
    private static let simplifiedOnly = ScalarSet(
        "们这国为来时说会学对发经现实动问题体业务产开关无见书长门马车东华电话语言义习总记议论认识让请谁读课谈谢该调设访证评词试诉诚详谊贵资质费贸购贺赛赞赵趋跃践轻转软轮边达过运还进远连选适遗邓邮银钟钱铁锋错镇闭闻队阳阴际陆难预领头顾顺须频额风飞饭饮馆驻验骄鱼鲜鸟龙"
    )
    private static let traditionalOnly = ScalarSet(
        "們這國為來時說會學對發經現實動問題體業務產開關無見書長門馬車東華電話語義習總記議論認識讓請誰讀課談謝該調設訪證評詞試訴誠詳誼貴資質費貿購賀賽贊趙趨躍踐輕轉軟輪邊達過運還進遠連選適遺鄧郵銀鐘錢鐵鋒錯鎮閉聞隊陽陰際陸難預領頭顧順須頻額風飛飯飲館駐驗驕魚鮮鳥龍"
    )

    /// Frequent English words, which other languages in Latin letters do not share.
    private static let englishWords = PhraseSet(
        "the of and to in that is was for on with as at by from this be are have has it not but were which said will their"
    )

    public init() {}

    /// The language of a range of UTF-8 text; `und` where it holds too little to tell.
    public func language(of text: [UInt8], in range: Range<Int>) -> Language {
        var counts = ScriptCounts()
        var offset = range.lowerBound
        // A few thousand characters tell as much as a book.
        let end = min(range.upperBound, range.lowerBound + 24_000)
        while offset < end {
            let scalar = text.scalar(at: offset)
            counts.see(scalar.value, simplified: Self.simplifiedOnly, traditional: Self.traditionalOnly)
            offset = scalar.end
        }
        return counts.language { englishShare(of: text, in: range.lowerBound..<end) }
    }

    /// The share of Latin words that are frequent English ones.
    private func englishShare(of text: [UInt8], in range: Range<Int>) -> (words: Int, frequent: Int) {
        var words = 0
        var frequent = 0
        var offset = range.lowerBound
        while offset < range.upperBound {
            var end = offset
            while end < range.upperBound, characterClass(UInt32(text[end])) == .letter, text[end] < 0x80 { end += 1 }
            if end > offset {
                words += 1
                let word = text[offset..<end].map { $0 | 0x20 }
                if Self.englishWords.contains(word, 0..<word.count) { frequent += 1 }
                offset = end
            } else {
                offset += 1
            }
        }
        return (words, frequent)
    }
}

private struct ScriptCounts {
    var han = 0
    var kana = 0
    var hangul = 0
    var latin = 0
    var otherLetters = 0
    var simplified = 0
    var traditional = 0

    mutating func see(_ value: UInt32, simplified simple: ScalarSet, traditional trad: ScalarSet) {
        switch characterClass(value) {
        case .han:
            han += 1
            if simple.contains(value) { simplified += 1 }
            if trad.contains(value) { traditional += 1 }
        case .kana: kana += 1
        case .hangul: hangul += 1
        case .letter where value < 0x250: latin += 1
        case .letter: otherLetters += 1
        default: break
        }
    }

    func language(english: () -> (words: Int, frequent: Int)) -> Language {
        let ideographic = han + kana
        // A Latin letter carries about a quarter of what a Chinese character does.
        let total = Double(ideographic + hangul) + Double(latin + otherLetters) / 4
        guard total > 0 else { return Language(tag: "und", confidence: 0) }
        let enough = min(1, total / 12)
        if Double(hangul) > total * 0.3 { return Language(tag: "ko", confidence: 0.99 * enough) }
        if kana > 0, Double(kana) > Double(ideographic) * 0.08 { return Language(tag: "ja", confidence: 0.99 * enough) }
        if Double(han) > total * 0.4 { return chinese(enough: enough) }
        guard Double(latin) / 4 > total * 0.5 else { return Language(tag: "und", confidence: 0) }
        let (words, frequent) = english()
        guard words >= 4 else {
            return Language(tag: words > 0 && frequent > 0 ? "en" : "und", confidence: words > 0 && frequent > 0 ? 0.5 : 0)
        }
        let share = Double(frequent) / Double(words)
        return share > 0.12
            ? Language(tag: "en", confidence: min(0.99, 0.6 + 2 * share) * min(1, Double(words) / 12))
            : Language(tag: "und", confidence: 0.3)
    }

    private func chinese(enough: Double) -> Language {
        let marked = simplified + traditional
        guard marked > 0 else { return Language(tag: "zh", confidence: 0.6 * enough) }
        let share = Double(max(simplified, traditional)) / Double(marked)
        return Language(tag: simplified >= traditional ? "zh-Hans" : "zh-Hant", confidence: 0.99 * share * enough)
    }
}
