import LinecasterKit
import LinecasterLanguage

/// English words that come back, without those that hold sentences together.
struct EnglishWords {
    private(set) var words: [String: (count: Double, first: Range<Int>)] = [:]

    /// Words of any article: numbers, times, and what people do in all of them.
    private static let common = PhraseSet(
        """
        you year years day days week weeks month months hour hours minute minutes time times today people man men woman women thing things \
        percent end ended number half part new first last three four five six seven eight nine ten hundred thousand million billion go going \
        get says told according nearly took take always often come came use used want need asked work makes
        """
    )

    private var table = NumberTable(capacity: 1024)
    private var found: [(count: Int, first: Range<Int>)] = []

    init(_ text: ArticleText) {
        for block in text.blocks where block.value.kind != .byline && block.value.kind != .caption {
            var offset = text.utf8.firstASCII(from: block.range.lowerBound)
            while offset < block.range.upperBound {
                let end = see(offset, before: block.range.upperBound, text.utf8)
                offset = text.utf8.firstASCII(from: max(end, offset + 1))
            }
        }
        for word in found where word.count >= 2 {
            let letters = text.utf8[word.first].map { $0 | 0x20 }
            guard !FunctionWords.english.contains(letters, letters.indices), !Self.common.contains(letters, letters.indices) else {
                continue
            }
            words[String(decoding: letters, as: UTF8.self)] = (Double(word.count), word.first)
        }
    }

    /// Counts a word of three letters or more, and tells where it ends.
    private mutating func see(_ start: Int, before limit: Int, _ text: [UInt8]) -> Int {
        // Twelve letters of five bits tell a word; those of longer ones are mixed, and hardly ever alike.
        var code: UInt64 = 0
        var end = start
        while end < limit, case let letter = (text[end] | 0x20) &- 0x60, letter &- 1 < 26 {
            code = end - start < 12 ? code << 5 | UInt64(letter) : (code ^ UInt64(letter)) &* 0x9E37_79B9_7F4A_7C15 | 1 << 63
            end += 1
        }
        guard end - start >= 3 else { return end }
        let number = table.number(of: code)
        if number == found.count { found.append((0, start..<end)) }
        found[number].count += 1
        return end
    }
}
