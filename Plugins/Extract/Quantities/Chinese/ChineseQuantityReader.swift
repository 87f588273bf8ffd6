import LinecasterKit
import LinecasterLanguage

/// Reads Chinese quantities: `三千五百万元`, `百分之五`, `1.2亿吨`, `两成`, `第三`, `摄氏20度`, `3至5人`.
struct ChineseQuantityReader {
    let text: [UInt8]
    let start: Int
    let limit: Int
    private let numbers: ChineseNumbers

    init(text: [UInt8], start: Int, limit: Int) {
        self.text = text
        self.start = start
        self.limit = limit
        numbers = ChineseNumbers(text: text, start: start, limit: limit)
    }

    /// The characters with which a quantity begins.
    static let beginnings = ScalarSet("0123456789.-－零〇一二三四五六七八九十两百千壹贰叁肆伍陆陸柒捌玖拾佰仟貳第几幾数數兩倆俩负負万萬對对人美新台港摄华攝華半￥")

    /// Those of them that begin no number but a word before one: 人民币, 摄氏, 对折.
    private static let heads = ScalarSet("对對人美新台港摄华攝華")

    func match(at offset: Int) -> (quantity: Quantity, end: Int)? {
        let scalar = text.scalar(at: offset)
        if Self.heads.contains(scalar.value), percent(at: offset) == nil, prefixed(at: offset) == nil { return nil }
        if isInsideNumber(scalar) { return nil }
        if scalar.value == 0x7B2C { return ordinal(at: offset) }
        return percent(at: offset) ?? prefixed(at: offset) ?? ChineseAges(text: text, start: start, limit: limit).match(at: offset)
            ?? measured(at: offset)
    }

    private func isInsideNumber(_ scalar: LocatedScalar) -> Bool {
        guard let before = text.scalar(before: scalar.offset, from: start) else { return false }
        // 几|十
        if scalar.value > 0x7F, ChineseNumeral.several(in: text, at: before.offset, from: start, limit: limit) != nil { return true }
        let isDigit = characterClass(scalar.value) == .digit || scalar.value == 0x2E
        if isDigit, characterClass(before.value) == .letter || characterClass(before.value) == .digit { return true }
        if before.value == 0x7B2C || ChineseNumeral.digit(before.value) != nil && ChineseNumeral.digit(scalar.value) != nil { return true }
        guard isDigit,
            before.value == 0x2E || before.value == 0x2C || before.value == 0x2F || before.value == 0x2D || before.value == 0x3A
                || before.value == 0x5F || before.value == 0x25 || before.value == 0x3D
        else { return false }
        guard let further = text.scalar(before: before.offset, from: start) else { return false }
        return characterClass(further.value) == .letter || characterClass(further.value) == .digit && before.value != 0x2D
            || before.value == 0x25
    }

    private func skip(_ offset: Int) -> Int { numbers.skip(offset) }

    private func holds(_ word: StaticString, _ offset: Int) -> Bool {
        offset + word.utf8CodeUnitCount <= limit && text.holds(word, at: offset)
    }

    private func ordinal(at offset: Int) -> (quantity: Quantity, end: Int)? {
        let begin = skip(offset + 3)
        if let about = ChineseNumeral.approximation(in: text, at: begin, limit: limit) {
            return (Quantity(kind: .ordinal, value: about.low, upper: about.high, unit: "第"), about.end)
        }
        guard let number = ChineseNumeral.match(in: text, at: begin, limit: limit), number.value < 1e15 else { return nil }
        return (Quantity(kind: .ordinal, value: number.value, unit: "第"), number.end)
    }

    // MARK: Per cent

    private static let perWords: PhraseTable<Double> = [
        (PhraseSet("百分之 佰分之"), 1), (PhraseSet("千分之 仟分之"), 0.1), (PhraseSet("万分之 萬分之"), 0.01), (PhraseSet("万万分之 亿分之"), 1e-6),
    ]

    private func percent(at offset: Int) -> (quantity: Quantity, end: Int)? {
        if holds("对折", offset) || holds("對折", offset), text.scalar(before: offset, from: start)?.value == 0x6253 {
            return (Quantity(kind: .percent, value: 50, unit: "对折"), offset + 6)
        }
        guard let head = perHead(at: offset) else { return nil }
        let unit = String(decoding: text[offset..<head.end], as: UTF8.self)
        if let about = ChineseNumeral.approximation(in: text, at: skip(head.end), limit: limit) {
            return (Quantity(kind: .percent, value: about.low * head.factor, upper: about.high * head.factor, unit: unit), about.end)
        }
        guard let number = numbers.match(at: skip(head.end)) else { return nil }
        return (Quantity(kind: .percent, value: number.value * head.factor, unit: unit), number.end)
    }

    /// `百分之`, with spaces within.
    private func perHead(at offset: Int) -> (factor: Double, end: Int)? {
        if let head = Self.perWords.match(in: text, at: offset, limit: limit) { return (head.value, head.end) }
        let head = text.scalar(at: offset)
        guard head.value == 0x767E || head.value == 0x4F70, case let part = skip(head.end), part > head.end, holds("分", part),
            case let of = skip(part + 3), holds("之", of)
        else { return nil }
        return (1, of + 3)
    }

    private static let notTenths = PhraseSet(
        "成立 成为 成為 成功 成果 成员 成本 成长 成都 成熟 成绩 成分 成就 成年 成品 成交 成效 成人 成千 成群 折叠 折腾 折断 折磨 折射 折返 成家 成形 成型 折旧 折合 折线 成语 成片 成员国 成风"
    )

    /// `七成六`, `9.5折`, `五五折`.
    private func tenth(_ number: ChineseNumbers.Match, at offset: Int) -> (quantity: Quantity, end: Int)? {
        let unitAt = skip(number.end)
        guard holds("成", unitAt) || holds("折", unitAt), Self.notTenths.match(in: text, at: unitAt, limit: limit) == nil, number.value > 0
        else { return nil }
        let isDiscount = holds("折", unitAt)
        // 七二折 is 72 per cent.
        let value = isDiscount && number.value > 10 ? number.value : number.value * 10
        guard value <= 100, !(isDiscount && value == 100) else { return nil }
        let end = unitAt + 3
        let unit = isDiscount ? "折" : "成"
        if !isDiscount, case let more = skip(end), more < limit, case let scalar = text.scalar(at: more),
            let digit = ChineseNumeral.digit(scalar.value), digit > 0, value == value.rounded(),
            scalar.end >= limit || !isIdeograph(scalar.end)
        {
            return (Quantity(kind: .percent, value: value + Double(digit), unit: unit), scalar.end)
        }
        if !isDiscount, holds("半", end) { return (Quantity(kind: .percent, value: value + 5, unit: unit), end + 3) }
        return (Quantity(kind: .percent, value: value, unit: unit), end)
    }

    private func isIdeograph(_ offset: Int) -> Bool { (0x4E00...0x9FFF).contains(text.scalar(at: offset).value) }

    // MARK: Units before the number

    private static let prefixes: PhraseTable<Unit> = [
        (PhraseSet("人民币 人民幣 ￥"), Unit(.money, "CNY")), (PhraseSet("美元 美金"), Unit(.money, "USD")),
        (PhraseSet("新台币 新臺幣 台币 新台幣 台幣"), Unit(.money, "TWD")), (PhraseSet("港币 港幣"), Unit(.money, "HKD")),
        (PhraseSet("摄氏温度 摄氏 攝氏"), Unit(.temperature, "Cel")), (PhraseSet("华氏温度 华氏 華氏"), Unit(.temperature, "[degF]")),
    ]
    private static let degrees = PhraseSet("度")
    private static let yuan = PhraseSet("元 圆")

    /// `人民币50元`, `摄氏20度`.
    private func prefixed(at offset: Int) -> (quantity: Quantity, end: Int)? {
        guard let head = Self.prefixes.match(in: text, at: offset, limit: limit), let number = numbers.match(at: skip(head.end)) else {
            return nil
        }
        let unit = head.value
        let tail = skip(number.end)
        let name = String(decoding: text[offset..<head.end], as: UTF8.self)
        if unit.kind == .temperature {
            guard let end = Self.degrees.match(in: text, at: tail, limit: limit) else { return nil }
            return (Quantity(kind: .temperature, value: number.value, unit: name + "度", code: unit.code), end)
        }
        let end = Self.yuan.match(in: text, at: tail, limit: limit)
        guard end != nil || number.isArabic else { return nil }
        return (Quantity(kind: .money, value: number.value, unit: name, code: unit.code), end ?? number.end)
    }

    // MARK: Units after the number

    private static let about = PhraseSet("多 余 餘 来")
    private static let ranges = PhraseSet("至 到 － - ～ ~ — –")

    private func measured(at offset: Int) -> (quantity: Quantity, end: Int)? {
        if let about = approximate(at: offset) ?? half(at: offset) { return about }
        guard var number = numbers.match(at: offset), number.value.magnitude < 1e30 else { return nil }
        // 千 and 兆 belong to the unit in 三千克, 10万千瓦, 500兆瓦.
        if number.end - offset >= (number.isArabic ? 4 : 6), holds("千", number.end - 3) || holds("兆", number.end - 3),
            ChineseUnits.match(in: text, at: number.end - 3, limit: limit).map({ $0.unit.kind != .count && $0.end > number.end }) == true,
            let shorter = ChineseNumbers(text: text, start: start, limit: number.end - 3).match(at: offset)
        {
            number = shorter
        }
        if let tenth = tenth(number, at: offset) { return tenth }
        let unit = ChineseUnits.match(in: text, at: skip(number.end), limit: limit)
        if let range = range(from: number, unit) { return range }
        let vague = Self.about.match(in: text, at: number.end, limit: limit)
        if var found = vague.map({ ChineseUnits.match(in: text, at: skip($0), limit: limit) }) ?? unit {
            if isPiece(found) || isPart(found, offset) { found.unit = Unit(.count) }
            if found.unit.code == "deg", found.unit.kind == .temperature, isAngle(offset, found.end) { found.unit = Unit(.angle, "deg") }
            if isWanted(found.unit, number, found.end, offset) { return joined(number, found, offset) }
        }
        return bare(number, at: offset)
    }

    private static let halved: Set<String> = ["[jin]", "kg", "t", "m", "km", "[li]", "[chi]", "[cun]", "[mu]", "L", "har", "[liang]", "a"]

    /// `半斤`, `半亩`.
    private func half(at offset: Int) -> (quantity: Quantity, end: Int)? {
        guard holds("半", offset), let found = ChineseUnits.match(in: text, at: offset + 3, limit: limit), let code = found.unit.code,
            Self.halved.contains(code), found.unit.factor == 1,
            Lexicon.standard[text[offset..<found.end]] == nil || found.unit.kind == .weight,
            text.scalar(before: offset, from: start).map({ characterClass($0.value) != .han || Self.beforeHalf.contains($0.value) })
                != false
        else { return nil }
        let name = String(decoding: text[(offset + 3)..<found.end], as: UTF8.self)
        return (Quantity(kind: found.unit.kind, value: 0.5, unit: name, code: code), found.end)
    }

    private static let beforeHalf = ScalarSet("约近有了重长高宽出买卖喝吃装")

    private static let nations = PhraseSet("国有 国家 国际 国企 国民 国内 国外 国营 国产 國有 國家 國際 國民 國內 國外 國營 國產")

    /// Whether a unit is one here: 一个 counts nothing, 一位 is an article, 五分钟 is a time.
    private func isWanted(_ unit: Unit, _ number: ChineseNumbers.Match, _ end: Int, _ offset: Int) -> Bool {
        if unit.kind == .count, !number.isArabic, number.value <= 1 { return false }
        // 几十万|国有企业
        if unit.kind == .count, Self.nations.match(in: text, at: end - 3, limit: limit) != nil { return false }
        if unit.kind == .count, number.end - offset == 3, Self.financial.contains(text.scalar(at: offset).value) { return false }
        // 长三角 and 三毛 are names; coins alone are told after digits.
        if unit.kind == .money, unit.factor < 1, !number.isArabic, number.value <= 1 || !holds("钱", end - 3) && !holds("錢", end - 3) {
            return false
        }
        if !number.isArabic, isOneByOne(offset..<end) { return false }
        // 一度长达: once.
        if unit.code == "deg", number.value == 1, !number.isArabic, !isDegree(offset) { return false }
        // 两位数
        if unit.kind == .count, holds("位数", end - 3) || holds("位數", end - 3) { return false }
        if unit.code == "[liang]",
            number.value < 1 || holds("级", end) || holds("地", end) || holds("岸", end) || holds("会", end) || holds("国", end)
        {
            return false
        }
        if unit.code == "[li]", holds("面", end) || holds("程", end) || holds("约", end) { return false }
        if unit.code == "CNY", unit.factor == 1, holds("旦", end) || holds("宵", end) { return false }
        if unit.code == "deg", holds("假", end) || holds("过", end) || holds("角", end) || holds("电", end) { return false }
        return true
    }

    private static let behindPrice = ScalarSet("一二两三四五六七八九半多左以的钱錢就不没也还都才出起到吧呢了买")

    /// 三块|金牌, 一塊|約30厘米: a piece of something, where 五块 alone and 五块一斤 are a price.
    private func isPiece(_ found: (unit: Unit, end: Int)) -> Bool {
        guard found.unit.code == "CNY", found.end < limit, holds("块", found.end - 3) || holds("塊", found.end - 3) else { return false }
        let next = text.scalar(at: found.end).value
        return characterClass(next) == .han && !Self.behindPrice.contains(next)
    }

    private static let speeds = PhraseSet("航速 航速为 航速达 时速 速度 速度为 风速 船速 每小时 最大航速 最高航速 以")

    /// 一节|电缆: a part of something, where 航速18节 is a speed.
    private func isPart(_ found: (unit: Unit, end: Int), _ offset: Int) -> Bool {
        guard found.unit.code == "[kn_i]", found.end < limit, isIdeograph(found.end), !holds("的", found.end), !holds("左", found.end) else {
            return false
        }
        return Self.speeds.match(in: text, endingAt: offset, from: start) == nil
    }

    private static let directions = PhraseSet("东经 西经 北纬 南纬 東經 西經 北緯 南緯 倾角 仰角 俯角 坡度 角度 夹角 转角 倾斜 偏转 旋转 转了 转体 转身 弯成 呈")
    private static let turns = PhraseSet("角 弯 大转弯 转弯 旋转 转身 的角 的坡 赤道")

    /// 东经125度, 倾角由28.3度减少到12.3度
    private func isAngle(_ offset: Int, _ end: Int) -> Bool {
        if Self.turns.match(in: text, at: end, limit: limit) != nil { return true }
        var place = offset
        while let before = text.scalar(before: place, from: start), offset - before.offset <= 45,
            characterClass(before.value) != .terminal, before.value != 0xFF0C
        {
            place = before.offset
            if Self.directions.match(in: text, at: place, limit: offset) != nil { return true }
        }
        return false
    }

    /// 一块一块, 一户一户: one after the other.
    private func isOneByOne(_ range: Range<Int>) -> Bool {
        guard holds("一", range.lowerBound), range.count <= 9 else { return false }
        let (next, before) = (range.upperBound + range.count, range.lowerBound - range.count)
        return next <= limit && text[range].elementsEqual(text[range.upperBound..<next])
            || before >= start && text[range].elementsEqual(text[before..<range.lowerBound])
    }

    private static let changes = ScalarSet("高低降升约每下差零第")

    private func isDegree(_ offset: Int) -> Bool {
        text.scalar(before: offset, from: start).map { Self.changes.contains($0.value) } ?? false
    }

    /// `七八个`, `三四百元`, `七八成`: between two neighbours. 一两 with no unit behind it is a weight.
    private func approximate(at offset: Int) -> (quantity: Quantity, end: Int)? {
        guard
            let about = ChineseNumeral.approximation(in: text, at: offset, limit: limit)
                ?? ChineseNumeral.several(in: text, at: offset, from: start, limit: limit)
                ?? ChineseNumeral.tensAndMore(in: text, at: offset, limit: limit)
        else { return nil }
        if holds("成", about.end), about.high < 10, Self.notTenths.match(in: text, at: about.end, limit: limit) == nil {
            return (Quantity(kind: .percent, value: about.low * 10, upper: about.high * 10, unit: "成"), about.end + 3)
        }
        let number = ChineseNumbers.Match(value: about.low, end: about.end, isArabic: false, isCertain: true)
        let unitAt = skip(Self.about.match(in: text, at: about.end, limit: limit) ?? about.end)
        guard var found = ChineseUnits.match(in: text, at: unitAt, limit: limit) else {
            // 三四百 by itself is a number, 三四 is not sure to be one, and 五六十年代 none.
            return about.low >= 20 && !holds("年", about.end)
                ? (Quantity(kind: .number, value: about.low, upper: about.high, unit: ""), about.end) : nil
        }
        if isPiece(found) || isPart(found, offset) { found.unit = Unit(.count) }
        guard about.low == 1 || isWanted(found.unit, number, found.end, offset) else { return nil }
        let unit = found.unit
        let name = String(decoding: text[unitAt..<found.end], as: UTF8.self)
        let (low, high) = (unit.applied(to: about.low), unit.applied(to: about.high))
        return (Quantity(kind: unit.kind, value: low, upper: high, unit: name, code: unit.code), found.end)
    }

    /// 时速350公里: the unit of a speed without its hour.
    private static let perHour = PhraseSet("时速 时速约 时速达 时速达到 时速可达 时速超过 每小时 每小时约 時速 時速約 時速達 每小時")

    /// Half a unit more, and smaller coins: `两米半`, `五元三毛`, `10日元5钱`.
    private func joined(_ number: ChineseNumbers.Match, _ found: (unit: Unit, end: Int), _ offset: Int) -> (quantity: Quantity, end: Int) {
        var value = found.unit.applied(to: number.value)
        var end = found.end
        if found.unit.code == "km", Self.perHour.match(in: text, endingAt: offset, from: start) != nil {
            let name = String(decoding: text[number.end..<end], as: UTF8.self)
            return (Quantity(kind: .speed, value: value, unit: name, code: "km/h"), end)
        }
        let unitAt = skip(Self.about.match(in: text, at: number.end, limit: limit) ?? number.end)
        let name = String(decoding: text[unitAt..<found.end], as: UTF8.self)
        if found.unit.kind != .count, found.unit.kind != .percent, holds("半", end), !holds("半年", end), !holds("半数", end), !holds("半个", end)
        {
            value += 0.5 * found.unit.factor
            end += 3
        }
        if found.unit.kind == .money, let coins = coins(at: end, of: found.unit) {
            value += coins.value
            end = coins.end
        } else if end == found.end, let more = ChineseCompoundMeasure(in: text, at: end, limit: limit).more(number, found.unit) {
            (value, end) = more
        }
        return (Quantity(kind: found.unit.kind, value: value, unit: name, code: found.unit.code), end)
    }

    private func coins(at offset: Int, of unit: Unit) -> (value: Double, end: Int)? {
        guard offset < limit, let number = ChineseNumeral.match(in: text, at: offset, limit: limit), number.value < 100 else { return nil }
        if let coin = ChineseUnits.match(in: text, at: number.end, limit: limit), coin.unit.code == unit.code,
            coin.unit.factor < unit.factor
        {
            var total = coin.unit.applied(to: number.value)
            var end = coin.end
            if let rest = coins(at: coin.end, of: coin.unit) { (total, end) = (total + rest.value, rest.end) }
            return (total, end)
        }
        return nil
    }

    /// `3至5人`, `10%-15%`, `2～3公里`.
    ///
    /// - Parameter firstUnit: The unit behind the first number.
    private func range(from number: ChineseNumbers.Match, _ firstUnit: (unit: Unit, end: Int)?) -> (quantity: Quantity, end: Int)? {
        let gap = firstUnit?.end ?? number.end
        guard let joint = Self.ranges.match(in: text, at: gap, limit: limit), let second = numbers.match(at: joint),
            second.value > number.value, number.value >= 0, let unit = ChineseUnits.match(in: text, at: skip(second.end), limit: limit)
        else { return nil }
        guard firstUnit == nil || firstUnit?.unit.code == unit.unit.code && firstUnit?.unit.kind == unit.unit.kind,
            unit.unit.kind != .age || firstUnit != nil || unit.unit.code == "a"
        else { return nil }
        let name = String(decoding: text[skip(second.end)..<unit.end], as: UTF8.self)
        var quantity = Quantity(kind: unit.unit.kind, value: unit.unit.applied(to: number.value), unit: name, code: unit.unit.code)
        quantity.upper = unit.unit.applied(to: second.value)
        return (quantity, unit.end)
    }

    // MARK: Bare numbers

    private func bare(_ number: ChineseNumbers.Match, at offset: Int) -> (quantity: Quantity, end: Int)? {
        let quantity = Quantity(kind: .number, value: number.value, unit: "")
        // 一点一点地
        if holds("一点一点", offset) || holds("一点一点", offset - 6) { return nil }
        // 5G is a generation of telephones.
        if number.isArabic, text[number.end - 1] == UInt8(ascii: "G"), number.value <= 6e9 { return nil }
        if number.isArabic { return isCode(offset, number.end) || isGeneration(number, offset) ? nil : (quantity, number.end) }
        let length = (number.end - offset) / 3
        let isShort = length <= 2
        guard number.isCertain || length == 1, !isShort || !isInWord(offset..<number.end) else { return nil }
        return (quantity, number.end)
    }

    /// 90后: those born in a decade, of whom nobody counts 90.
    private func isGeneration(_ number: ChineseNumbers.Match, _ offset: Int) -> Bool {
        number.end - offset == 2 && (holds("后", number.end) || holds("後", number.end))
            && number.value.truncatingRemainder(dividingBy: 5) == 0
    }

    /// Digits glued to letters are a name or a code.
    private func isCode(_ offset: Int, _ end: Int) -> Bool {
        if end < limit, case let after = text[end] | 0x20, after &- 0x61 < 26 || text[end] == 0x25 || text[end] == 0x5F { return true }
        return end + 1 < limit && (text[end] == 0x2E || text[end] == 0x2D || text[end] == 0x3A) && text[end + 1] &- 0x30 < 10
    }

    private static let financial = ScalarSet("壹贰叁肆伍陆柒捌玖拾佰仟貳陸俩")

    /// Whether a word of the lexicon holds the numeral and more: 一定, 四川, 朝花夕拾.
    private func isInWord(_ range: Range<Int>) -> Bool {
        // Ideographs take three bytes.
        var begin = range.lowerBound
        while range.lowerBound - begin < 9, let before = text.scalar(before: begin, from: start), (0x4E00...0x9FFF).contains(before.value) {
            begin = before.offset
        }
        let first = text.scalar(at: range.lowerBound)
        let lexicon = Lexicon.standard
        var end = range.upperBound
        for step in 0..<4 {
            for begin in stride(from: range.lowerBound, through: begin, by: -3) where begin < range.lowerBound || end > range.upperBound {
                if lexicon[text[begin..<end]] != nil { return true }
            }
            guard end < limit, isIdeograph(end) else { break }
            if step == 0, Self.financial.contains(first.value) { return true }
            end = text.scalar(at: end).end
        }
        if Self.financial.contains(first.value), begin < range.lowerBound { return false }
        // 一 before a verb or noun is no number but a manner: 一看.
        return first.value == 0x4E00 && range.count == 3 && range.upperBound < limit && isIdeograph(range.upperBound)
    }
}
