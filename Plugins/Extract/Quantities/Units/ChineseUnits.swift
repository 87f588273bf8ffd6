import LinecasterKit
import LinecasterLanguage

/// Units of Chinese text, with their codes.
///
/// Source: ISO 4217 for money; The Unified Code for Units of Measure (UCUM) for the rest; units of the market
/// (市制) in brackets of our own, as UCUM has none for them.
enum ChineseUnits {
    /// The longest unit that begins at an offset.
    static func match(in text: [UInt8], at offset: Int, limit: Int) -> (unit: Unit, end: Int)? {
        guard let end = all.match(in: text, at: offset, limit: limit) else { return nil }
        guard let unit = units[text[offset..<end]] else { return nil }
        // Letters of a unit are not the beginning of a word: 5m, but not 5men.
        if text[end - 1] < 0x80, end < limit, (text[end] | 0x20) &- 0x61 < 26 { return nil }
        return (unit, end)
    }

    private static let table: [(Unit, String)] = [
        (Unit(.money, "CNY"), "元 人民币 元人民币 块钱 块 圆 rmb RMB 人民幣 塊 塊錢"), (Unit(.money, "CNY", factor: 0.1), "毛 角 毛钱"),
        (Unit(.money, "CNY", factor: 0.01), "分钱"),
        (Unit(.money, "USD"), "美元 美金 美刀 USD 美圆"), (Unit(.money, "USD", factor: 0.01), "美分"), (Unit(.money, "EUR"), "欧元 歐元"),
        (Unit(.money, "GBP"), "英镑 英鎊"), (Unit(.money, "JPY"), "日元 日圆 日圓"),
        (Unit(.money, "HKD"), "港元 港币 港幣"), (Unit(.money, "TWD"), "新台币 新臺幣 台币 新台幣"), (Unit(.money, "MOP"), "澳门元 澳门币"),
        (Unit(.money, "KRW"), "韩元 韓元 韩圆"), (Unit(.money, "RUB"), "卢布 盧布"), (Unit(.money, "THB"), "泰铢 泰銖"),
        (Unit(.money, "INR"), "印度卢比"), (Unit(.money, "rupee"), "卢比 盧比"), (Unit(.money, "franc"), "法郎"), (Unit(.money, "CHF"), "瑞士法郎"),
        (Unit(.money, "AUD"), "澳元 澳大利亚元"), (Unit(.money, "CAD"), "加元 加拿大元"), (Unit(.money, "NZD"), "新西兰元 纽元"),
        (Unit(.money, "SGD"), "新加坡元 新元"), (Unit(.money, "VND"), "越南盾"), (Unit(.money, "IDR"), "印尼盾"), (Unit(.money, "MYR"), "林吉特 马来西亚林吉特"),
        (Unit(.money, "BRL"), "雷亚尔"), (Unit(.money, "ZAR"), "兰特"), (Unit(.money, "SEK"), "瑞典克朗"), (Unit(.money, "NOK"), "挪威克朗"),
        (Unit(.money, "DKK"), "丹麦克朗"), (Unit(.money, "TRY"), "土耳其里拉"), (Unit(.money, "PHP"), "菲律宾比索"), (Unit(.money, "KPW"), "朝鲜元"),
        (Unit(.money, "XBT"), "比特币 个比特币"),
        (Unit(.percent), "% ％ 个百分点 百分点 個百分點 百分點"), (Unit(.percent, factor: 0.1), "‰ 个千分点 千分点 個千分點"),
        (Unit(.length, "km"), "公里 千米 km KM Km 公里长"), (Unit(.length, "m"), "米 公尺 m M"), (Unit(.length, "dm"), "分米"),
        (Unit(.length, "cm"), "厘米 公分 cm CM"), (Unit(.length, "mm"), "毫米 mm MM"), (Unit(.length, "um"), "微米"),
        (Unit(.length, "nm"), "纳米 奈米"),
        (Unit(.length, "[nmi_i]"), "海里 浬"), (Unit(.length, "[mi_i]"), "英里 哩"), (Unit(.length, "[ft_i]"), "英尺 呎"),
        (Unit(.length, "[in_i]"), "英寸 吋"), (Unit(.length, "[yd_i]"), "码"), (Unit(.length, "[li]"), "里 华里 里地"),
        (Unit(.length, "[zhang]"), "丈"), (Unit(.length, "[chi]"), "尺"), (Unit(.length, "[cun]"), "寸"),
        (Unit(.length, "[ly]"), "光年"),
        (Unit(.area, "km2"), "平方公里 平方千米 km2 km²"), (Unit(.area, "m2"), "平方米 平米 平方公尺 m2 m² ㎡"), (Unit(.area, "cm2"), "平方厘米"),
        (Unit(.area, "har"), "公顷 公頃"), (Unit(.area, "[mu]"), "亩 畝"), (Unit(.area, "[acr_us]"), "英亩"), (Unit(.area, "[ping]"), "坪"),
        (Unit(.area, "[qing]"), "顷"),
        (Unit(.volume, "m3"), "立方米 立方 m3 m³"), (Unit(.volume, "L"), "升 公升"), (Unit(.volume, "mL"), "毫升"), (Unit(.volume, "[bbl_us]"), "桶"),
        (Unit(.volume, "[gal_us]"), "加仑"),
        (Unit(.weight, "t"), "吨 公吨 噸 公噸"), (Unit(.weight, "t", factor: 1e4), "万吨"), (Unit(.weight, "kg"), "公斤 千克 kg KG"),
        (Unit(.weight, "g"), "克 g"), (Unit(.weight, "mg"), "毫克"), (Unit(.weight, "ug"), "微克"), (Unit(.weight, "[jin]"), "斤 市斤"),
        (Unit(.weight, "[liang]"), "两 兩"),
        (Unit(.weight, "[lb_av]"), "磅"), (Unit(.weight, "[oz_av]"), "盎司"), (Unit(.weight, "[car_m]"), "克拉"),
        (Unit(.temperature, "Cel"), "摄氏度 ℃ °C 攝氏度"), (Unit(.temperature, "[degF]"), "华氏度 °F ℉ 華氏度"), (Unit(.temperature, "deg"), "度 ° 零下度"),
        (Unit(.age, "a"), "周岁 岁 歲 週歲 周歲"), (Unit(.age, "d"), "天大"), (Unit(.age, "wk"), "周大 个星期大"), (Unit(.age, "mo"), "个月大 月龄"),
        (Unit(.speed, "km/h"), "公里/小时 千米/小时 公里每小时 km/h"), (Unit(.speed, "m/s"), "米/秒 米每秒"), (Unit(.speed, "[kn_i]"), "节"),
        (Unit(.energy, "kcal"), "千卡 大卡"), (Unit(.energy, "kW.h"), "千瓦时 度电 千瓦小时 kWh"), (Unit(.energy, "MW.h"), "兆瓦时 MWh"),
        (Unit(.energy, "GW.h"), "吉瓦时 GWh"), (Unit(.energy, "J"), "焦耳"), (Unit(.energy, "kJ"), "千焦"),
        (Unit(.power, "kW"), "千瓦"), (Unit(.power, "MW"), "兆瓦"), (Unit(.power, "W"), "瓦 瓦特"), (Unit(.power, "[HP]"), "马力"),
        (Unit(.information, "bit"), "比特"), (Unit(.information, "kbit"), "千比特"), (Unit(.information, "By"), "字节"),
        (Unit(.information, "kBy"), "KB 千字节"), (Unit(.information, "MBy"), "MB 兆字节 兆"), (Unit(.information, "GBy"), "GB 吉字节"),
        (Unit(.information, "TBy"), "TB"),
        (
            Unit(.count),
            """
            个 名 位 人 家 次 户 件 项 条 辆 台 座 所 本 张 支 只 头 棵 株 艘 架 套 份 种 类 批 场 届 起 例 处 间 栋 幢 层 期 轮 回 遍 倍 人次 户次 篇 部 幅 枚 颗 粒 匹 双 雙 对 箱 袋 瓶 字 页 册 门 班 队 组 對 個 輛 張 種 間 場 \
            票 席 株 盏 杯 盘 碗 顶 把 根 片 朵 笔 宗 封 眼 口 尊 顿 员 國 国 省 市 县 村 镇 岛 隻 條 項 輪 屆 戶 棟 層 頁 冊 筆 箇 万次 标箱 班次 航班 架次 艘次 车次 元件 站 线 集 款 节课 学分 股
            """
        ),
    ]

    private static let units: [ArraySlice<UInt8>: Unit] = {
        var units: [ArraySlice<UInt8>: Unit] = [:]
        for (unit, words) in table {
            for word in words.split(whereSeparator: \.isWhitespace) { units[Array(word.utf8)[...]] = unit }
        }
        return units
    }()
    private static let all = PhraseSet(constant: table.flatMap { $0.1.split(whereSeparator: \.isWhitespace).map(String.init) })
}
