import LinecasterKit
import LinecasterLanguage

/// What reads like a Chinese quantity, and is none by what stands around it: 千篇|一律, 二|是, 2.5对|2.5, 二本|报记者, 六六○二.
struct ChineseNotQuantities {
    let text: [UInt8]
    let block: Range<Int>

    /// Whether a range that was read as a quantity is none.
    func holds(_ range: Range<Int>, _ quantity: Quantity) -> Bool {
        guard quantity.kind == .number || text[range.lowerBound] >= 0xE3 || quantity.kind == .count else { return false }
        return isScore(range) || isHouse(range) || isOneOfDigits(range) || isEnumerator(range, quantity) || isIdiom(range)
    }

    /// 2.5对|2.5
    private func isScore(_ range: Range<Int>) -> Bool {
        (text.holds("对", at: range.upperBound - 3) || text.holds("對", at: range.upperBound - 3)) && range.upperBound < block.upperBound
            && text[range.upperBound] &- 0x30 < 10
    }

    private static let houses = PhraseSet("本报 本報 本刊 本台 本社")

    /// 纪行之二|本报记者
    private func isHouse(_ range: Range<Int>) -> Bool {
        text.holds("本", at: range.upperBound - 3) && Self.houses.match(in: text, at: range.upperBound - 3, limit: block.upperBound) != nil
    }

    /// 六六○|二|○○: a digit of a row that is written with circles.
    private func isOneOfDigits(_ range: Range<Int>) -> Bool {
        text.holds("○", at: range.upperBound) || range.lowerBound >= block.lowerBound + 3 && text.holds("○", at: range.lowerBound - 3)
    }

    /// 一、 at the start of a block, 二|是 at the start of a clause.
    private func isEnumerator(_ range: Range<Int>, _ quantity: Quantity) -> Bool {
        guard quantity.kind == .number, text[range.lowerBound] >= 0xE3, range.count <= 6 else { return false }
        if range.lowerBound == block.lowerBound, text.holds("、", at: range.upperBound) { return true }
        guard text.holds("是", at: range.upperBound) || text.holds("要", at: range.upperBound) else { return false }
        let before = text.scalar(before: range.lowerBound, from: block.lowerBound)
        return before.map { [.pause, .terminal, .opening, .space, .neutralQuote].contains(characterClass($0.value)) } ?? true
    }

    private static let idioms = PhraseSet(
        """
        千篇一律 五花八门 五花八門 一成不变 一成不變 三心二意 四面八方 八面玲珑 七上八下 千方百计 千军万马 千家万户 千言万语 千变万化 千千万万 百折不挠 百花齐放 百家争鸣 百年大计 九牛一毛 十全十美 十万火急 \
        一举两得 三番五次 三令五申 四通八达 五湖四海 五光十色 六神无主 七嘴八舌 七零八落 八仙过海 九死一生 万众一心 万无一失 万紫千红 两全其美 两袖清风 三长两短 三三两两 三言两语 接二连三 横七竖八 乱七八糟 杂七杂八 \
        丢三落四 颠三倒四 不三不四 朝三暮四 低三下四 独一无二 说一不二 一清二楚 一穷二白 一五一十 一心一意 千里迢迢 千山万水 千锤百炼 千辛万苦 千丝万缕 千载难逢 成千上万 气象万千 百里挑一 百发百中 百废待兴 万事如意 \
        万家灯火 三顾茅庐 半斤八两 五体投地 入木三分 两眼一抹黑 十有八九 十之八九 一波三折 两面三刀 三天两头 一日千里 一落千丈 一刀两断 一分为二 一干二净 三头六臂 五彩缤纷 四分五裂 四平八稳 四海为家 七拼八凑 千疮百孔 \
        千奇百怪 百感交集 百依百顺 百尺竿头 万水千山 万象更新 两败俱伤 三教九流 三思而行 五谷丰登 十拿九稳 隔三差五 三下五除二 一目十行 一箭双雕 一石二鸟 事半功倍 千头万绪 千差万别 万不得已 百思不得其解 \
        三班倒 两班倒 四班倒 两头忙 两不误 两手抓 两手都要硬 一碗水端平 三七二十一 八九不离十 二话不说 二话没说 四面楚歌 两小无猜 三足鼎立 四世同堂 五世同堂 三位一体 二位一体 一本万利 一本正经 一条龙 一条心 一家人 \
        一把手 二把手 一窝蜂 一阵风 一股脑 一口气 一辈子 一系列 一连串 一揽子 一锅端 一盘棋
        """
    )
    private static let longest = 18

    /// 五花|八门, 千篇|一律, 一成|不变
    private func isIdiom(_ range: Range<Int>) -> Bool {
        guard text[range.lowerBound] >= 0xE3, range.count < Self.longest else { return false }
        var start = range.lowerBound
        while true {
            if let end = Self.idioms.match(in: text, at: start, limit: block.upperBound), end >= range.upperBound { return true }
            guard let before = text.scalar(before: start, from: block.lowerBound), characterClass(before.value) == .han,
                range.upperBound - before.offset <= Self.longest
            else { return false }
            start = before.offset
        }
    }
}
