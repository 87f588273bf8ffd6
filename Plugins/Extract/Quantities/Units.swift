import LinecasterKit
import LinecasterLanguage

/// Units that follow a number.
enum Units {
    /// A unit in the text.
    struct Match {
        let name: String
        let kind: QuantityKind
        /// What a number before it is multiplied by.
        let factor: Double
        let end: Int
    }

    private static let chinese: [(kind: QuantityKind, words: PhraseSet)] = [
        (.percent, PhraseSet("% ％ 个百分点 百分点")),
        (.money, PhraseSet("元 人民币 美元 欧元 英镑 日元 港元 港币 韩元 卢布 元人民币 块钱 新台币")),
        (.length, PhraseSet("公里 千米 米 厘米 毫米 海里 英里 英尺 英寸 里 华里 丈")),
        (.area, PhraseSet("平方公里 平方米 平方千米 公顷 亩 英亩 平米")),
        (.volume, PhraseSet("立方米 升 毫升 立方 桶 加仑")),
        (.weight, PhraseSet("吨 公斤 千克 克 斤 毫克 万吨 磅 盎司")),
        (.temperature, PhraseSet("摄氏度 ℃ °C 华氏度 °F 度")),
        (.age, PhraseSet("周岁 岁")),
        (.speed, PhraseSet("公里/小时 千米/小时 米/秒 码")),
        (
            .count,
            PhraseSet(
                """
                个 名 位 人 家 次 户 件 项 条 辆 台 座 所 本 张 支 只 头 棵 株 艘 架 套 份 种 类 批 场 届 起 例 处 间 栋 幢 层 期 轮 回 遍 倍 人次 户次 多人 余人 多名 余名 多个 余个 多家 余家 多户 余户 多次 余次 多项 余项 多种 余种 多辆 多件 余件 篇 部 幅 枚 颗 粒 匹 对 双 箱 袋 瓶 \
                字 页 册 门 道 班 队 组 對 個 輛 張 種 間 場
                """
            )
        ),
    ]

    private static let english: [(kind: QuantityKind, words: PhraseSet)] = [
        (.percent, PhraseSet(words: [" percent", " per cent", " percentage points", "%"])),
        (.money, PhraseSet(words: [" dollars", " pounds", " euros", " yuan", " yen", " cents"])),
        (
            .length,
            PhraseSet(words: [
                " miles", " mile", " kilometres", " kilometers", " km", " metres", " meters", " feet", " foot", " inches", " yards", "km",
                "m",
            ])
        ),
        (
            .area,
            PhraseSet(words: [
                " square miles", " square feet", " square metres", " square meters", " square kilometres", " acres", " hectares",
            ])
        ),
        (.weight, PhraseSet(words: [" tonnes", " tons", " kilograms", " kilogrammes", " kg", " ounces", " grams", "kg"])),
        (.temperature, PhraseSet(words: [" degrees Celsius", " degrees Fahrenheit", " degrees", "°C", "°F"])),
        (.age, PhraseSet(words: [" years old", "-year-old"])),
        (
            .count,
            PhraseSet(words: [
                " people", " residents", " workers", " houses", " homes", " students", " jobs", " ships", " vessels", " cases", " families",
                " seats", " votes", " members", " passengers", " children", " books", " pages", " households", " companies", " schools",
                " hospitals", " visitors", " employees", " villages",
            ])
        ),
    ]

    /// The unit at an offset.
    static func match(in text: [UInt8], at offset: Int, limit: Int) -> Match? {
        guard offset < limit else { return nil }
        if text[offset..<limit].starts(with: "成".utf8), !text[offset..<limit].starts(with: "成立".utf8),
            !text[offset..<limit].starts(with: "成为".utf8)
        {
            return Match(name: "成", kind: .percent, factor: 10, end: offset + 3)
        }
        let tables = text[offset] < 0x80 && text[offset] != UInt8(ascii: "%") ? english : chinese
        var best: Match?
        for (kind, words) in tables {
            guard let end = words.match(in: text, at: offset, limit: limit), end > best?.end ?? 0 else { continue }
            if end < limit, text[end - 1] < 0x80, (text[end - 1] | 0x20) &- 0x61 < 26, (text[end] | 0x20) &- 0x61 < 26 { continue }
            let name = String(decoding: text[offset..<end], as: UTF8.self)
            best = Match(name: name.first == " " ? String(name.dropFirst()) : name, kind: kind, factor: 1, end: end)
        }
        return best
    }
}
