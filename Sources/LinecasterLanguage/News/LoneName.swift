/// A writer's name alone in its line, as commentaries print it under the headline: `何长青`, `□ 何长青`, `何 超`.
public enum LoneName {
    private static let marks = ScalarSet([0x25A1, 0x25A0, 0x25CB, 0x25CF, 0x25C7, 0x25C6, 0x25CE, 0x2606, 0x2605])
    private static let notNames = PhraseSet(
        "任务 方案 方向 方法 高层 高端 金融 石油 安全 安居 安心 白皮书 马路 马上 江湖 江河 江山 时评 时政 时事 文化 文艺 史话 史料 古今 温馨 关注 关于 万象 万花筒 解读 计划 余音 向上 常识 成果 成长"
    )

    /// Whether a line is one: two or three characters behind a mark or none, of which the first is a surname, or two surnames.
    ///
    /// - Parameter line: The line's bytes without white space at its ends.
    public static func isLine(_ text: [UInt8], line: Range<Int>) -> Bool {
        guard (6...24).contains(line.count) else { return false }
        let first = text.scalar(at: line.lowerBound)
        let body = marks.contains(first.value) ? text.trimmed(first.end..<line.upperBound) : line
        let characters = text.scalars(in: body).filter { !isSpace($0.value) }
        guard characters.allSatisfy({ characterClass($0.value) == .han }), let end = characters.last?.end else { return false }
        let name = characters.flatMap { Array(text[$0.offset..<$0.end]) }
        guard let surname = Surnames.match(in: name, at: 0, limit: name.count), surname < name.count, body.lowerBound < end else {
            return false
        }
        guard (2...3).contains(characters.count) || characters.count == 4 && surname == 6 else { return false }
        if notNames.match(in: name, at: 0, limit: name.count) != nil { return false }
        let word = Lexicon.standard[name[...]]
        return word == nil || word?.flags.contains(.person) == true
    }

    /// Whether a line is an English name and nothing else: a given name and one or two more words with capitals.
    ///
    /// - Parameter line: The line's bytes without white space at its ends.
    public static func isEnglish(_ text: [UInt8], line: Range<Int>) -> Bool {
        guard (5...40).contains(line.count) else { return false }
        let words = text[line].split(separator: 0x20)
        guard (2...3).contains(words.count), GivenNames.english.contains(text, words[0].startIndex..<words[0].endIndex) else {
            return false
        }
        return words.allSatisfy { word in
            word[word.startIndex] &- 0x41 < 26
                && word.allSatisfy {
                    ($0 | 0x20) &- 0x61 < 26 || $0 == UInt8(ascii: ".") || $0 == UInt8(ascii: "-") || $0 == UInt8(ascii: "'")
                }
        }
    }
}
