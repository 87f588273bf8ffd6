import LinecasterLanguage

/// What the tagger takes for names of places, and is something else: words of every day (合龙, 太阳能), kinds of places (农业|大县, 重点|县),
/// pieces of longer words (长治|久安, 重|大理|论).
struct NotPlaces {
    private let utf8: [UInt8]
    private let block: Range<Int>

    init(_ utf8: [UInt8], _ block: Range<Int>) {
        self.utf8 = utf8
        self.block = block
    }

    /// Whether a range is none of a place's name.
    func holds(_ name: Range<Int>) -> Bool {
        Self.words.contains(utf8, name) || isKind(name) || isPiece(name) || isRank(name) || isWay(name) || isCharacter(name)
    }

    private static let words = PhraseSet(
        """
        契约 土山 合龙 太阳能 太阳风 向东 向西 向南 向北 朝南 朝东 朝北 朝西 保平安 长龙 江底 石头山 干燥 高山 利国 灌木林 井口 小山村 山村 江河 天下 马达 盘山 上市 沙区 康熙 乾隆 雍正 光绪 \
        河湖 山水 山川 江山 大江 大河 大海 大山 深山 荒山 青山 沙漠 戈壁 草原 海滩 河滩 河道 河堤 河岸 江岸 海岸 湖面 江面 海面 水面 山脚 山顶 山坡 山腰 城郊 城乡 乡村 农村 老城 新城 古城 名城 水乡 边疆 内陆 沿海 沿江 沿边
        """
    )
    private static let divisions = PhraseSet("省 市 县 区 乡 镇 村 縣 區 鄉 鎮")
    private static let kinds = PhraseSet(
        """
        大 穷 强 弱 重点 兄弟 贫困 极贫 示范 试点 先进 专业 小康 亿元 不通 深山 密集 所辖 各 全 本 该 某 邻 外 内 两 几 多 每 牧业 农业 工业 林业 渔业 旅游 产粮 产棉 文明 明星 首富 特困 高产 富裕 后进 落后 邻近 周边 毗邻 \
        相邻 所在 所属 直属 下属 县级 地级 副省级 省辖 重灾 受灾 干旱 少雨 缺水 革命老 经济特 高新技术开发 生态功能 自然保护 旅游度假 资源 人口 禁渔 禁牧 禁猎 核心 缓冲 实验 开花 嫁远
        """
    )

    /// 农业大|县, 兄弟|省, 不通|村: a word of what sort it is before the division, where no name that a list knows begins.
    private func isKind(_ name: Range<Int>) -> Bool {
        guard let division = Self.divisions.match(in: utf8, endingAt: name.upperBound, from: name.lowerBound), division > name.lowerBound,
            Self.kinds.match(in: utf8, endingAt: division, from: name.lowerBound) != nil
        else { return false }
        return Places.chinese.match(in: utf8, at: name.lowerBound, limit: name.upperBound) == nil
            && Lexicon.standard[utf8[name]].map { !$0.flags.contains(.place) } ?? true
    }

    /// 长治|久安: the first half of a word of four characters; 重|大理|论: words go across both ends.
    func isPiece(_ name: Range<Int>) -> Bool {
        guard name.count == 6, name.upperBound < block.upperBound else { return false }
        let next = utf8.scalar(at: name.upperBound)
        guard characterClass(next.value) == .han else { return false }
        if Self.idioms.match(in: utf8, at: name.lowerBound, limit: block.upperBound) != nil { return true }
        guard let before = utf8.scalar(before: name.lowerBound, from: block.lowerBound), characterClass(before.value) == .han else {
            return false
        }
        func isCommon(_ range: Range<Int>) -> Bool { Lexicon.standard[utf8[range]].map { $0.cost < ChineseName.commonCost } ?? false }
        return isCommon(before.offset..<name.lowerBound + 3) && isCommon(name.lowerBound + 3..<next.end)
    }

    private static let idioms = PhraseSet("长治久安 利国利民 天南海北 天南地北 大同小异 高山流水 长春不老")

    private static let ranks = PhraseSet("以上 以下 级 一级 两级 三级 各级 及以上 以外")

    /// 并和|县|以上: a division and what is above or below it.
    private func isRank(_ name: Range<Int>) -> Bool {
        name.count == 6 && Self.divisions.match(in: utf8, endingAt: name.upperBound, from: name.lowerBound) != nil
            && Self.ranks.match(in: utf8, at: name.upperBound, limit: block.upperBound) != nil
    }

    private static let directions = ScalarSet("东西南北東")

    /// 东至|北京市: a direction and how far.
    private func isWay(_ name: Range<Int>) -> Bool {
        guard name.count == 6, Self.directions.contains(utf8.scalar(at: name.lowerBound).value),
            utf8.holds("至", at: name.lowerBound + 3) || utf8.holds("接", at: name.lowerBound + 3)
        else { return false }
        return Places.chinese.match(in: utf8, at: name.upperBound, limit: block.upperBound) != nil
    }

    private static let nothings = ScalarSet("仓捷农工商教文体亩水电气油路")

    /// 仓, 农: a character that stands for no place.
    private func isCharacter(_ name: Range<Int>) -> Bool {
        name.count == 3 && Self.nothings.contains(utf8.scalar(at: name.lowerBound).value)
    }
}
