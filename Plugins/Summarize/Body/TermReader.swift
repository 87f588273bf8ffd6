import LinecasterLanguage

/// Numbers the terms of an article: pairs of Chinese characters, words of letters without their endings, and names.
struct TermReader {
    private var numbers: NumberTable
    /// For each term the passage in which it was seen last.
    private var lastSeen: [Int32] = []
    /// For each term whether it tells of something new.
    private var isCue: [Bool] = []
    /// Words as they stand, and for each its term; -1 where it has none.
    private var forms: NumberTable
    private var termsOfForms: [Int32] = []
    private var passage: Int32 = 0
    /// The distinct terms of all passages, one passage after the other.
    private(set) var terms: [Int32] = []
    /// How many terms of the passage tell of something new, decided or found.
    private(set) var cues = 0

    private let functionCharacters = FunctionWords.chinese
    private let functionWords = Self.functionWords
    private let cueKeys = Cue.keys

    /// - Parameter bytes: How long the text is.
    init(bytes: Int) {
        numbers = NumberTable(capacity: bytes / 6)
        forms = NumberTable(capacity: 256)
        lastSeen.reserveCapacity(bytes / 6)
        isCue.reserveCapacity(bytes / 6)
        terms.reserveCapacity(bytes / 4)
    }

    /// How many terms have a number.
    var count: Int { lastSeen.count }

    /// Begins a passage: a term counts once in it.
    mutating func begin() {
        passage += 1
        cues = 0
    }

    /// Adds what a scalar and the one before it say, where both are ideographs.
    @inline(__always)
    mutating func add(pair first: UInt32, _ second: UInt32) {
        guard !functionCharacters.contains(first), !functionCharacters.contains(second) else { return }
        add(number(of: UInt64(first) << 32 | UInt64(second)))
    }

    private static let functionWords: NumberTable = {
        var table = NumberTable(capacity: 256)
        for word in FunctionWords.english.words { _ = table.number(of: key(Array(word.utf8), 0..<word.utf8.count)) }
        return table
    }()

    /// Adds a word of letters.
    @inline(__always)
    mutating func add(word range: Range<Int>, of text: [UInt8]) {
        guard range.count > 2 else { return }
        let whole = Self.key(text, range)
        let form = forms.number(of: whole)
        if form == termsOfForms.count { termsOfForms.append(term(of: whole, text, range)) }
        let term = termsOfForms[form]
        if term >= 0 { add(Int(term)) }
    }

    private mutating func term(of whole: UInt64, _ text: [UInt8], _ range: Range<Int>) -> Int32 {
        guard functionWords.existingNumber(of: whole) == nil else { return -1 }
        let term = number(of: Self.key(text, range.lowerBound..<Self.stem(text, range)))
        if cueKeys.existingNumber(of: whole) != nil { isCue[term] = true }
        return Int32(truncatingIfNeeded: term)
    }

    /// Adds the name of somebody or something, whatever form it has in the text.
    mutating func add(name: String) {
        var digest = ByteDigest()
        for byte in name.utf8 { digest.add(byte) }
        add(number(of: digest.value & ~(3 << 62) | 1 << 62))
    }

    /// A word's letters in lower case; the top bit keeps words apart from pairs of characters.
    @inline(__always)
    fileprivate static func key(_ text: [UInt8], _ range: Range<Int>) -> UInt64 {
        var digest = ByteDigest()
        for offset in range { digest.add(text[offset] | 0x20) }
        return digest.value | 1 << 63
    }

    /// Where a word ends without the endings of plural and past: `boats`, `voted`, `voting` come to one term with their like.
    private static func stem(_ text: [UInt8], _ range: Range<Int>) -> Int {
        let last = text[range.upperBound - 1] | 0x20
        let before = text[range.upperBound - 2] | 0x20
        switch last {
        case UInt8(ascii: "s") where range.count > 3 && before != UInt8(ascii: "s"):
            return before == UInt8(ascii: "e") && range.count > 5 ? range.upperBound - 2 : range.upperBound - 1
        case UInt8(ascii: "d") where range.count > 4 && before == UInt8(ascii: "e"): return range.upperBound - 2
        case UInt8(ascii: "g")
        where range.count > 5 && before == UInt8(ascii: "n") && text[range.upperBound - 3] | 0x20 == UInt8(ascii: "i"):
            return range.upperBound - 3
        case UInt8(ascii: "e") where range.count > 4: return range.upperBound - 1
        default: return range.upperBound
        }
    }

    @inline(__always)
    private mutating func number(of key: UInt64) -> Int {
        let number = numbers.number(of: key)
        if number == lastSeen.count {
            lastSeen.append(0)
            isCue.append(cueKeys.existingNumber(of: key) != nil)
        }
        return number
    }

    @inline(__always)
    private mutating func add(_ number: Int) {
        guard lastSeen[number] != passage else { return }
        lastSeen[number] = passage
        terms.append(Int32(truncatingIfNeeded: number))
        if isCue[number] { cues += 1 }
    }
}

/// Words that tell of something new, decided or found, as the sentences do that editors keep.
///
/// Source: H. Edmundson, New Methods in Automatic Extracting, 1969, for the method.
private enum Cue {
    /// The words' keys: a pair of ideographs, or the letters of a word.
    static let keys: NumberTable = {
        var table = NumberTable(capacity: 256)
        for word in chinese {
            let scalars = word.unicodeScalars.map(\.value)
            if scalars.count == 2 { _ = table.number(of: UInt64(scalars[0]) << 32 | UInt64(scalars[1])) }
        }
        for word in english { _ = table.number(of: TermReader.key(Array(word.utf8), 0..<word.utf8.count)) }
        return table
    }()

    private static let chinese = """
        首次 首個 首个 首例 首条 首條 宣布 公布 发布 發布 发现 發現 决定 決定 通过 通過 计划 計劃 预计 預計 判决 判決 认定 認定 批准 启动 啟動 正式 提出 建议 建議 要求 目前 已有 全市 全省 全国 全國 \
        今年 明年 去年 提高 增加 减少 減少 下降 增长 增長 降到 增至 推广 推廣 开通 開通 成为 成為 达到 達到 平均 总共 總共 一共 合计 合計 调查 調查 结果 結果 原因
        """.split { $0 == " " || $0 == "\n" }.map(String.init)
    private static let english = """
        announced announce will approved approve ruled agreed decided decision found plan plans planned first record total average report reported study \
        fell rose increased decreased dropped cut percent million billion since caused because ended ending new now
        """.split { $0 == " " || $0 == "\n" }.map(String.init)
}
