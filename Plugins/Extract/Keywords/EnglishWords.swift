import LinecasterKit
import LinecasterLanguage

/// English words that come back, without those that hold sentences together.
struct EnglishWords {
    private(set) var words: [String: (count: Double, first: Range<Int>)] = [:]

    private static let stops = PhraseSet(
        """
        the of and to in that is was for on with as at by from this be are have has it not but were which said will their his her its they he she we you i an a or if \
        would could should about after before over under more most some any all also there than then when where who what how been being had do does did one two three \
        year years new first last may can into out up down other such no only our your my so very just now much many these those them us him between while during \
        against through because without within around among both each few own same too still even back made make like well way get go going say says told according again least nearly since took take nine ten eight seven six five four three hundred thousand million ever never always often once
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
        guard !Self.stops.contains(word, 0..<word.count) else { return }
        words[String(decoding: word, as: UTF8.self), default: (0, range)].count += 1
    }
}
