/// What OCR does to characters: others that look like them, marks of the other width, marks lost.
struct Misreading {
    /// The share of characters that come out wrong.
    let share: Double
    let isChinese: Bool

    private static let chinese: [Character: [String]] = [
        "，": [",", "、", "．", ""], "。": [".", "o", "，", ""], "、": ["，", ""], "：": [":"], "“": ["\"", "″"], "”": ["\"", "″"], "人": ["入"],
        "入": ["人"], "日": ["曰"], "未": ["末"], "末": ["未"], "己": ["已"], "已": ["己"], "大": ["太"], "天": ["夭"], "一": ["—"], "土": ["士"],
        "时": ["肘"], "会": ["舍"], "的": ["旳"], "国": ["囯"], "业": ["亚"], "千": ["干"], "力": ["刀"], "为": ["力"], "设": ["没"],
    ]
    private static let english: [Character: [String]] = [
        ".": [",", ""], ",": [".", ""], "l": ["1", "I"], "I": ["l"], "e": ["c"], "c": ["e"], "h": ["b"], "n": ["u"], "m": ["rn"],
        "o": ["0"],
        "t": ["f"], "i": ["l"], "a": ["o"], "\"": ["''"],
    ]

    /// A text with some of its characters misread.
    func applied(to text: String, using generator: inout SeededGenerator) -> String {
        guard share > 0 else { return text }
        let table = isChinese ? Self.chinese : Self.english
        var result = ""
        for character in text {
            // The few characters of the table stand for all that are misread.
            guard let others = table[character], generator.happens(share * 5) else {
                result.append(character)
                continue
            }
            result += generator.pick(others)
        }
        return result.isEmpty ? text : result
    }
}
