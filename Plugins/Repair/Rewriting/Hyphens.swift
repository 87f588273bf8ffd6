import LinecasterLanguage

/// Decides whether a hyphen at the end of a line belongs to the word or to the line.
struct Hyphens {
    /// The article's words in small letters, each by what tells it from others.
    private var words = NumberTable(capacity: 256)
    private let text: [UInt8]
    /// Whether the article shows broken words by hyphens that no writer types.
    private let marksBrokenWords: Bool

    /// First parts after which a hyphen belongs to the word.
    private static let compounds: Set<String> = [
        "self", "well", "ill", "half", "ex", "all", "cross", "high", "low", "long", "short", "full", "part", "first", "second", "third",
        "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "twenty", "thirty", "forty", "fifty", "sixty",
        "seventy", "eighty", "ninety", "north", "south", "east", "west", "anglo", "so", "best", "better", "hard", "soft", "large", "small",
        "old", "new", "real", "left", "right", "open", "deep", "wide", "co", "vice", "mother", "father", "brother", "sister", "son",
        "daughter", "state", "world", "year", "month", "day", "mid", "post", "non", "decision", "award", "record",
    ]

    /// Collects the article's own words, which tell how it writes them.
    init(_ lines: [Line], in text: [UInt8]) {
        self.text = text
        marksBrokenWords = lines.count { $0.last == 0x2010 || $0.last == 0xAD } >= 3
        guard lines.contains(where: { $0.ending == .hyphen && !$0.isChinese }) else { return }
        var afterHyphen = false
        for line in lines where !line.isChinese {
            var offset = line.start
            if afterHyphen { while offset < line.end, isWordByte(text[offset]) { offset += 1 } }
            afterHyphen = line.ending == .hyphen
            while offset < line.end {
                var end = offset
                while end < line.end, isWordByte(text[end]) { end += 1 }
                // A word at the line's end may be half of one.
                if end > offset, end < line.end { _ = words.number(of: digest([offset..<end])) }
                offset = end + 1
            }
        }
    }

    /// Whether the hyphen goes when the line is joined to the next.
    ///
    /// - Parameters:
    ///   - hyphen: The hyphen's bytes, at the end of the line.
    ///   - next: The next line's bytes.
    /// - Returns: The decision and how sure it is; nil when no letters stand on both sides.
    func isDropped(_ hyphen: Range<Int>, before next: Range<Int>) -> (drop: Bool, confidence: Double)? {
        var start = hyphen.lowerBound
        while start > 0, isWordByte(text[start - 1]) { start -= 1 }
        var end = next.lowerBound
        while end < next.upperBound, isWordByte(text[end]) { end += 1 }
        let head = start..<hyphen.lowerBound
        let tail = next.lowerBound..<end
        guard let last = text[head].last, let first = text[tail].first, isLetter(last), isLetter(first) else { return nil }
        // U+2010 at a line's end is a typesetter's, not a writer's.
        if hyphen.count > 1, text[hyphen.lowerBound] == 0xE2 || text[hyphen.lowerBound] == 0xC2 { return (true, 0.98) }
        if marksBrokenWords { return (false, 0.95) }
        if isWord([head, tail]) { return (true, 0.99) }
        if isWord([head, hyphen, tail]) { return (false, 0.99) }
        if isCapital(text[next.lowerBound]) { return (false, 0.9) }
        if text[head].contains(UInt8(ascii: "-")) { return (false, 0.7) }
        if Lexicon.standard[text[head] + text[tail]] != nil { return (true, 0.97) }
        let part = String(decoding: text[head], as: UTF8.self).lowercased()
        if Self.compounds.contains(part), tail.count > 2, Lexicon.standard[text[tail]] != nil { return (false, 0.9) }
        let areWords = [head, tail].allSatisfy { $0.count > 2 && Lexicon.standard[text[$0]] != nil }
        return areWords ? (false, 0.8) : (true, 0.9)
    }

    /// Whether the article writes a word that some ranges of it make.
    private func isWord(_ ranges: [Range<Int>]) -> Bool { words.existingNumber(of: digest(ranges)) != nil }

    private func digest(_ ranges: [Range<Int>]) -> UInt64 {
        var digest = ByteDigest()
        for range in ranges { for offset in range { digest.add(isCapital(text[offset]) ? text[offset] | 0x20 : text[offset]) } }
        return digest.value
    }
}

private func isWordByte(_ byte: UInt8) -> Bool {
    isLetter(byte) || byte == UInt8(ascii: "-") || byte >= 0xC3 && byte <= 0xC9 || byte == UInt8(ascii: "'")
}
private func isLetter(_ byte: UInt8) -> Bool { (byte | 0x20) &- 0x61 < 26 || byte >= 0x80 }
private func isCapital(_ byte: UInt8) -> Bool { byte &- 0x41 < 26 }
