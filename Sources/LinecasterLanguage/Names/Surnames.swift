/// Chinese surnames, by which a person's name is recognized.
public enum Surnames {
    /// Surnames of one character that the lexicon flags, the commonest first; see ``Titles/lexicon``.
    private static let lexicon = ScalarSet(
        "王李张刘陈杨黄赵吴周徐孙马朱胡郭何林高罗郑梁谢宋唐许韩冯邓曹彭曾肖田董袁潘于蒋蔡余杜叶程苏魏吕丁任沈姚卢姜崔钟谭陆汪范金石廖贾夏韦付方白邹孟熊秦邱江尹薛闫段雷侯龙史陶黎贺顾毛郝龚邵万钱严覃武戴莫孔向汤习谌宗祁梅庄柳骆倪耿焦左颜苗游齐易牛季关申翟詹岳伍殷欧凌符章甘温葛邢安常聂辛鲁路纪童裴涂柴翁解米包司华霍舒屈盛喻单冷蒲房时靳连栗项卜闵柯娄阎蓝辜管祝俞臧艾车闻敖边卞简楚桂成戚文康娜蔺晏景储宁栾乔荣饶滕沙仇鞠商蒙匡党隋褚奚仲瞿佟丛郎宫衣窦危郁阮兰练阳尚古巩冀全巫占麦明那谷池桑濮扈郏浦茹宦庾暨阙殳夔晁訾阚巢蒯荆竺逯桓逄仝佘禹狄茅庞虞柏支昝莘诸裘缪丰钮麻"
            .unicodeScalars.map(\.value)
            + "張劉陳楊黃趙吳孫馬許韓馮鄧蕭餘葉程蘇魏呂盧鐘譚陸範賈韋鄒閻龍賀顧龔邵萬錢嚴湯習莊駱顏齊關歐溫聶魯紀塗華單時連項婁藍車聞邊簡儲寧欒喬榮饒黨叢郎宮竇陽尚鞏麥"
            .unicodeScalars.map(\.value)
    )

    /// Those that only rules look for.
    private static let others =
        "萧傅赖樊施洪芦尤毕牟费甄曲席卫查鲍薄强冉吉刁丘楼芮鄭謝羅鍾蔣龐閆閔甯繆鈕厲諶藺紐恽湛贲嵇羿邴隗郗钭厉戎束邰郦雍"
        + "璩寇亓郄凃郇仉邛庹笪呙昃佴禤朴晋苑邬苟廉盖穆燕邸谈姬屠郜揭迟糜鄢卓花封冼官岑胥宓粟荀邝鄂賴畢費衛鮑強晉鄔談遲鄺"

    /// All of them; together they cover all but a few in a thousand people.
    private static let single = ScalarSet((0x4E00...0x9FFF).filter(lexicon.contains) + others.unicodeScalars.map(\.value))

    /// The hundred commonest, for places where little else tells that a name stands there.
    private static let common = ScalarSet(
        "王李张刘陈杨黄赵吴周徐孙马朱胡郭何林高罗郑梁谢宋唐许韩冯邓曹彭曾肖田董袁潘于蒋蔡余杜叶程苏魏吕丁任沈姚卢姜崔钟谭陆汪范石廖贾夏韦付邹孟熊秦邱江尹薛闫段雷侯龙黎贺顾毛郝龚邵万钱覃戴莫孔汤习乔梅庄柳骆倪葛邢聂鲁章裴翁霍舒喻詹岳伍殷欧凌傅萧赖樊洪施毕鲍费卓穆邬邝岑賴畢鮑費張劉陳楊黃趙吳孫馬許韓馮鄧蕭葉蘇呂盧譚陸範賈鄒閻賀顧龔錢湯莊駱歐"
            .unicodeScalars.map(\.value)
    )

    /// Japanese surnames of two characters and more, in Chinese and Japanese forms.
    public static let japanese = PhraseSet(
        """
        佐藤 铃木 鈴木 高桥 高橋 田中 伊藤 渡边 渡辺 山本 中村 小林 加藤 吉田 山田 佐佐木 佐々木 山口 松本 井上 木村 斋藤 斎藤 齋藤 清水 山崎 阿部 森田 池田 桥本 橋本 石川 小川 石田 冈田 岡田 后藤 後藤 \
        长谷川 長谷川 村上 近藤 石井 坂本 远藤 遠藤 青木 藤井 西村 太田 三浦 藤原 冈本 岡本 松田 中岛 中島 中野 原田 小野 田村 竹内 金子 石原 安倍 麻生 小泉 鸠山 鳩山 野田 菅义 岸田 石破 河野 茂木 高市 今井 \
        上田 丸山 大野 平野 宫崎 宮崎 宫本 宮本 内田 工藤 藤田 岛田 島田 松井 武田 横山 荒木 本田 大谷 羽生 村田 黑田 黒田 植田 福岛 福島 增田 増田 杉山 千叶 千葉 大冢 大塚 小池 新井 松下 久保 野村 菊地 安藤 酒井 \
        野中 高野 二阶堂 二階堂 町村 中田 高村 神崎 土井 小泽 小澤 东条 東條 小渊 小淵 海部 羽田 中川 大平 三木 菅原 菅義 河村 二宫 二宮 平田 吉野 川口 高岛 高島 久保田 大久保 盛田 本间 本間 西田 西川 古川 星野 上野 大西 小岛 小島 小西 广田 廣田 柳井 丰田 豐田 三宅 三好 杉本 菊池 荒井 水野 水谷 浅野 淺野 黑泽 黑澤 黒沢 尾崎 岩崎 岩田 阪本 堀江 堀内 玄叶 仓田 倉田 土屋 平井 永井 永田 矢野 若林 东野 東野 村松 樱井 櫻井 桜井 浜田 滨田 濱田 \
        北野 宫泽 宮澤 细川 細川 桥田 田边 田辺 大江 川端 夏目 村山 竹下 中曾根 福田 谷川 吉村 前原 枝野 玉木 林田
        """
    )

    /// Surnames of two characters.
    private static let compound = PhraseSet("欧阳 司马 上官 诸葛 司徒 东方 皇甫 尉迟 公孙 慕容 令狐 端木 夏侯 轩辕 宇文 长孙 独孤 南宫 呼延 歐陽 司馬 諸葛 東方 尉遲 公孫 軒轅 長孫 獨孤")

    /// All surnames.
    public static var all: [String] {
        compound.words + (0x4E00...0x9FFF).filter(lexicon.contains).compactMap { Unicode.Scalar($0).map { String(Character($0)) } }
    }

    /// Whether a surname begins with a character: hardly one in ten does, of those in a text.
    public static func mayBegin(with value: UInt32) -> Bool { single.contains(value) || compound.begins(with: value) }

    /// The offset past the surname at an offset; nil where none begins.
    ///
    /// - Parameter commonOnly: Whether only the hundred commonest and those of two characters count.
    public static func match(in text: [UInt8], at offset: Int, limit: Int, commonOnly: Bool = false) -> Int? {
        if let end = compound.match(in: text, at: offset, limit: limit) { return end }
        guard offset < limit else { return nil }
        let scalar = text.scalar(at: offset)
        return (commonOnly ? common.contains(scalar.value) : single.contains(scalar.value)) ? scalar.end : nil
    }
}
