import LinecasterLanguage

/// Numbers the terms of an article: pairs of Chinese characters, and words of letters.
struct TermIndex {
    private var numbers = NumberTable(capacity: 2048)
    /// For each term the passage in which it was seen last.
    private var lastSeen: [Int32] = []
    private var passages: Int32 = 0

    private static let stops = PhraseSet(
        "the of and to in that is was for on with as at by from this be are have has it not but were which said will their his her its they he she we an or if would could should about after than then when who had been"
    )

    /// How many terms have a number.
    var count: Int { numbers.count }

    /// The distinct terms of a passage.
    mutating func terms(of text: [UInt8], in range: Range<Int>) -> [Int] {
        passages += 1
        var result: [Int] = []
        var previous: UInt32?
        var offset = range.lowerBound
        while offset < range.upperBound {
            let scalar = text.scalar(at: offset)
            if scalar.value < 0x80, (scalar.value | 0x20) &- 0x61 < 26 {
                var end = offset
                while end < range.upperBound, (text[end] | 0x20) &- 0x61 < 26 { end += 1 }
                let word = text[offset..<end].map { $0 | 0x20 }
                if word.count > 2, !Self.stops.contains(word, 0..<word.count) { add(hash(word), &result) }
                previous = nil
                offset = end
                continue
            }
            if characterClass(scalar.value).isIdeographic {
                if let previous { add(UInt64(previous) << 32 | UInt64(scalar.value), &result) }
                previous = scalar.value
            } else {
                previous = nil
            }
            offset = scalar.end
        }
        return result
    }

    private mutating func add(_ key: UInt64, _ result: inout [Int]) {
        let number = numbers.number(of: key)
        if number == lastSeen.count { lastSeen.append(0) }
        guard lastSeen[number] != passages else { return }
        lastSeen[number] = passages
        result.append(number)
    }

    /// Source: FNV-1a, 64 bits; the top bit keeps words apart from pairs of characters.
    private func hash(_ word: [UInt8]) -> UInt64 {
        word.reduce(0xCBF2_9CE4_8422_2325) { ($0 ^ UInt64($1)) &* 0x100_0000_01B3 } | 1 << 63
    }
}
