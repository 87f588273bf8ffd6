import LinecasterKit
import LinecasterLanguage

/// Reads ages that no 岁 tells: `年过七旬`, `八旬老人`, `年近五十`, `70高龄`.
struct ChineseAges {
    let text: [UInt8]
    let start: Int
    let limit: Int

    private static let heads = PhraseSet("年近 年过 年過 年逾 年届 年屆 年满 年滿 年方 年仅 年僅 年已 年约 年約 虚岁 虛歲 芳龄 芳齡 享年 终年 終年 现年 現年")
    private static let people = PhraseSet(
        "老人 老翁 老妇 老婦 老太 老汉 老漢 老伯 老者 老母 老父 妇人 婦人 妇 婦 翁 男子 女子 男 女 婆婆 阿婆 长者 長者 母亲 母親 父亲 父親 大爷 大娘 高龄 高齡 夫妇 夫婦 老兵 老党员 老艺人 教授"
    )
    private static let highAge = PhraseSet("高龄 高齡")

    func match(at offset: Int) -> (quantity: Quantity, end: Int)? {
        guard let number = ChineseNumeral.match(in: text, at: offset, limit: limit), number.value == number.value.rounded() else {
            return nil
        }
        let isTold = Self.heads.match(in: text, endingAt: offset, from: start) != nil
        if number.end + 3 <= limit, text.holds("旬", at: number.end), (1...12).contains(number.value) {
            guard isTold || Self.people.match(in: text, at: number.end + 3, limit: limit) != nil else { return nil }
            return (Quantity(kind: .age, value: 10 * number.value, unit: "旬", code: "a"), number.end + 3)
        }
        guard (10...120).contains(number.value) else { return nil }
        if Self.highAge.match(in: text, at: number.end, limit: limit) != nil { return age(number) }
        guard isTold, number.end >= limit || endsAge(text.scalar(at: number.end).value) else { return nil }
        return age(number)
    }

    private func age(_ number: ChineseNumeral.Match) -> (quantity: Quantity, end: Int) {
        (Quantity(kind: .age, value: number.value, unit: "", code: "a"), number.end)
    }

    /// A pause, or a word that tells of the person: 年近五十的母亲.
    private func endsAge(_ next: UInt32) -> Bool {
        next == 0x7684 || [.pause, .terminal, .closing, .space].contains(characterClass(next))
    }
}
