import LinecasterLanguage

/// Beginnings of sentences that lean on what stands before.
enum Opening {
    private static let chinese = PhraseSet(
        """
        他 她 它 他们 她们 它们 他們 她們 它們 这 這 那么 那麼 那些 那时 那時 那里 那裡 此 该 該 因此 因而 所以 但 但是 然而 不过 不過 而 而且 并且 並且 同时 同時 另外 此外 另一方面 另据 另據 另有 另一 \
        其 于是 於是 随后 隨後 随即 隨即 之后 之後 后来 後來 接着 接著 接下来 然后 然後 最后 最後 最终 最終 与此 與此 据此 據此 也 还 還 又 则 則 再 再次 再加上 加上 甚至 更 尤其 特别是 \
        可见 可見 总之 總之 例如 比如 譬如 当时 當時 由此 一方面 首先 其次 第一， 第二 第三 第四 一是 二是 三是 四是 二要 三要 上述 前者 后者 後者 双方 雙方 两人 兩人 二人 三人 两者 兩者 \
        反之 否则 否則 相反 相比之下 即使如此 尽管如此 儘管如此 换句话说 换言之 换成 換言之 也就是说 也就是說 正因 正是 只是 可是 可 却 卻 难怪 原来 原來 果然 当然 當然 的确 的確 结果 結果 对此 對此 为此 為此 就此 至此 从此 從此 如此 \
        同样 同樣 同年 同月 同日 当天 當天 当日 當日 当晚 當晚 次日 翌日 此前 此后 此後 不料 不久 一开始 一開始 起初 到那时 到那時
        """
    )
    /// Words that begin like one of these and do not lean.
    private static let chineseExceptions = PhraseSet("最后一 最後一 还款 還款 也门 也門 更名 更正 更换 更換 再生 再就业 再就業 又称 第二人民 第三人民 第四人民 第三方 第二产业 第三产业 该不该 可是否")

    private static let english = PhraseSet(
        constant: """
            He She It They This That These Those However But And So Or Nor Therefore Moreover Furthermore Meanwhile Also Then Thus Hence Still Yet \
            Instead Otherwise Nevertheless Nonetheless His Her Hers Him Its Their Theirs Them Such Both Neither Either Others Another Afterward \
            Afterwards Besides Consequently Accordingly Similarly Likewise Indeed Rather Even Too Now There Later Elsewhere Finally Eventually \
            Earlier Again Asked Nobody Something
            """.split(separator: " ").map(String.init) + [
                "The two", "The three", "The former", "The latter", "The other", "The others", "The same", "The rest", "The result",
                "The third",
                "The second", "The first of", "In addition", "In contrast", "By contrast", "As a result", "For example", "For instance",
                "On the other hand", "At the same time", "Of these", "Of those", "Of them", "Half of them", "Some of them", "Most of them",
                "Until then", "Since then", "By then", "After that", "Before that", "That is", "In this", "In that", "In these", "For this",
                "At that", "At this", "With this", "Under this", "To this", "In fact", "In turn", "In response", "In the end",
                "Not everyone",
                "Not all", "The hardest", "The change", "The idea", "The move", "The work", "The problem", "The trouble", "The comparison",
            ]
    )
    /// Words that begin like one of these and do not lean: times of the article itself.
    private static let englishExceptions = PhraseSet(constant: [
        "This year", "This week", "This month", "This morning", "This spring", "This summer", "This fall", "This autumn", "This winter",
        "This season", "Now that",
    ])
    /// Before a subject; it behind one of these, with nothing named between, means something said before.
    private static let prepositions = PhraseSet(
        "In At On By For From With After Before Under Over Behind Until During Since Within Through"
    )
    /// Pronouns of a person, who must be named before.
    private static let englishPersons = PhraseSet("he she him her his hers himself herself they them")
    private static let chinesePersons = ScalarSet("他她")

    /// Whether a sentence says something only behind another.
    ///
    /// - Parameter firstPerson: Where the first name of a person in it begins.
    static func leans(_ text: [UInt8], _ range: Range<Int>, firstPerson: Int?) -> Bool {
        if chinese.match(in: text, at: range.lowerBound, limit: range.upperBound) != nil {
            return chineseExceptions.match(in: text, at: range.lowerBound, limit: range.upperBound) == nil
        }
        if let end = english.match(in: text, at: range.lowerBound, limit: range.upperBound), endsWord(text, end, range.upperBound) {
            return englishExceptions.match(in: text, at: range.lowerBound, limit: range.upperBound) == nil
        }
        return holdsPronoun(text, range.lowerBound..<min(range.upperBound, firstPerson ?? range.upperBound))
    }

    private static func endsWord(_ text: [UInt8], _ offset: Int, _ limit: Int) -> Bool {
        offset >= limit || (text[offset] | 0x20) &- 0x61 >= 26 && text[offset] != UInt8(ascii: "-")
    }

    /// Whether he or she stands early, before anybody is named.
    private static func holdsPronoun(_ text: [UInt8], _ range: Range<Int>) -> Bool {
        var offset = range.lowerBound
        let hasPreposition =
            prepositions.match(in: text, at: offset, limit: range.upperBound).map { endsWord(text, $0, range.upperBound) } ?? false
        var words = 0
        while offset < range.upperBound, words < 14 {
            let byte = text[offset]
            if byte >= 0x80 {
                let scalar = text.scalar(at: offset)
                if chinesePersons.contains(scalar.value), !text.holds("其他", at: offset - 3), !text.holds("吉他", at: offset - 3) {
                    return true
                }
                if scalar.value == 0x201C { return false }
                offset = scalar.end
                words += 1
                continue
            }
            guard (byte | 0x20) &- 0x61 < 26 else {
                if byte == UInt8(ascii: "\"") { return false }
                offset += 1
                continue
            }
            var end = offset
            while end < range.upperBound, (text[end] | 0x20) &- 0x61 < 26 { end += 1 }
            words += 2
            // They and them may mean what the sentence itself named in common words.
            if englishPersons.contains(text, offset..<end), words <= 8 || byte != UInt8(ascii: "t") { return true }
            if hasPreposition, end - offset == 2, text.holds("it", at: offset), text[offset - 2] != UInt8(ascii: ",") { return true }
            offset = end
        }
        return false
    }
}

/// Questions of an interviewer, which are no part of what was said.
enum Interview {
    private static let askers = PhraseSet("记者： 記者： 问： 問： Q: 主持人： 主持人: 记者: 问:")

    static func asks(_ text: [UInt8], _ range: Range<Int>) -> Bool {
        askers.match(in: text, at: range.lowerBound, limit: range.upperBound) != nil
    }
}
