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

    init(_ text: ArticleText) {
        for block in text.blocks where block.value.kind != .byline && block.value.kind != .caption {
            var offset = block.range.lowerBound
            while offset < block.range.upperBound {
                var end = offset
                while end < block.range.upperBound, (text.utf8[end] | 0x20) &- 0x61 < 26 { end += 1 }
                if end - offset >= 3 { see(offset..<end, text) }
                offset = max(end, offset + 1)
            }
        }
        words = words.filter { $0.value.count >= 2 }
    }

    private mutating func see(_ range: Range<Int>, _ text: ArticleText) {
        let word = text.utf8[range].map { $0 | 0x20 }
        let letters = 0..<word.count
        guard !FunctionWords.english.contains(word, letters), !Self.common.contains(word, letters) else { return }
        words[String(decoding: word, as: UTF8.self), default: (0, range)].count += 1
    }
}
