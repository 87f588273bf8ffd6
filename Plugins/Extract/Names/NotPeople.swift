import LinecasterLanguage

/// What the tagger takes for people's names, and is something else by what stands around it.
struct NotPeople {
    private let utf8: [UInt8]
    private let block: Range<Int>

    init(_ utf8: [UInt8], _ block: Range<Int>) {
        self.utf8 = utf8
        self.block = block
    }

    /// Whether a range is none of a person's name.
    func holds(_ name: Range<Int>) -> Bool {
        Self.words.contains(utf8, name) || isStorm(name) || isTitle(name) || isEra(name) || isClause(name)
            || ChineseName.isPhrase(utf8, name) || isAtPlace(name) || isGroup(name)
    }

    /// 顾问组, 夏令营, 程之最
    private func isGroup(_ name: Range<Int>) -> Bool {
        guard name.count == 9, let last = utf8.scalar(before: name.upperBound, from: name.lowerBound) else { return false }
        return last.value == 0x6700 || ChineseName.groupEnds.contains(last.value)
    }

    static let positions = ScalarSet("中上下边里畔水口南北东西沿岸段游面")

    /// 镇|长江|中: where something is at a place that begins before the name.
    private func isAtPlace(_ name: Range<Int>) -> Bool {
        guard name.count <= 9, name.count > 3, Self.positions.contains(utf8.scalar(at: name.lowerBound + 3).value),
            let before = utf8.scalar(before: name.lowerBound, from: block.lowerBound)
        else { return false }
        return Lexicon.standard[utf8[before.offset..<name.lowerBound + 3]]?.flags.contains(.place) == true
    }

    /// Headings and words of every day that begin like names.
    private static let words = PhraseSet("简讯 简报 简介 简评 时评 时讯 短讯 快讯 要闻 封山育林 安全生产 高质量 金融业 席卷 马拉松 馬拉松 港聞 港闻 房署")
    private static let storms = PhraseSet("台风 颱風 飓风 颶風 热带风暴 熱帶風暴 台风“ 颱風「 飓风“ 热带风暴“")

    /// 台风“莫兰蒂”
    private func isStorm(_ name: Range<Int>) -> Bool {
        Self.storms.match(in: utf8, endingAt: name.lowerBound, from: block.lowerBound) != nil
    }

    /// 《米德尔马契》: a name that is the whole title of a work.
    private func isTitle(_ name: Range<Int>) -> Bool { utf8.holds("《", at: name.lowerBound - 3) && utf8.holds("》", at: name.upperBound) }

    /// 清乾|隆三十一年: an emperor's years.
    private func isEra(_ name: Range<Int>) -> Bool {
        var offset = name.lowerBound
        while offset < name.upperBound {
            if let end = ChineseTimeReader.anyEra.match(in: utf8, at: offset, limit: block.upperBound), end < block.upperBound,
                case let next = utf8.scalar(at: end).value,
                next &- 0x30 < 10 || next == 0x5143 || next == 0x5341 || next == 0x5E74 || ChineseNumeral.digit(next) != nil
            {
                return true
            }
            offset = utf8.scalar(at: offset).end
        }
        return false
    }

    /// 梁在，桥就在: two characters of which the second is a verb that ends the clause.
    private func isClause(_ name: Range<Int>) -> Bool {
        guard name.count == 6, utf8.holds("在", at: name.lowerBound + 3), name.upperBound < block.upperBound else { return false }
        return [.pause, .terminal].contains(characterClass(utf8.scalar(at: name.upperBound).value))
    }
}
