import LinecasterKit
import LinecasterLanguage

/// Words with a capital that stand beside a verb of speech: `Lopez said`, `said Lopez`. A name in full that ends in one is a person's.
struct SpeakingSurnames {
    private(set) var surnames: Set<String> = []

    private static let others = PhraseSet(
        "He She They It We You I The This That Who And But Or One Some Monday Tuesday Wednesday Thursday Friday Saturday Sunday Council Company City Police Officials Court"
    )

    init(_ text: ArticleText) {
        for block in text.blocks { collect(text.utf8, block.range.offsets) }
    }

    private mutating func collect(_ text: [UInt8], _ block: Range<Int>) {
        var offset = block.lowerBound
        while offset < block.upperBound {
            guard (text[offset] | 0x20) &- 0x61 < 26, offset == block.lowerBound || (text[offset - 1] | 0x20) &- 0x61 >= 26 else {
                offset += 1
                continue
            }
            guard let verb = SpeechVerbs.english.match(in: text, at: offset, limit: block.upperBound),
                verb >= block.upperBound || (text[verb] | 0x20) &- 0x61 >= 26
            else {
                offset += 1
                continue
            }
            if offset > block.lowerBound, text[offset - 1] == 0x20 { add(wordBefore(offset - 1, text, block), text) }
            if verb + 1 < block.upperBound, text[verb] == 0x20 { add(wordAfter(verb + 1, text, block), text) }
            offset = verb
        }
    }

    private mutating func add(_ word: Range<Int>, _ text: [UInt8]) {
        guard word.count > 2, text[word.lowerBound] &- 0x41 < 26, !Self.others.contains(text, word) else { return }
        surnames.insert(String(decoding: text[word], as: UTF8.self))
    }

    private func isLetter(_ byte: UInt8) -> Bool { (byte | 0x20) &- 0x61 < 26 || byte == UInt8(ascii: "-") || byte >= 0x80 }

    private func wordBefore(_ end: Int, _ text: [UInt8], _ block: Range<Int>) -> Range<Int> {
        var start = end
        while start > block.lowerBound, isLetter(text[start - 1]) { start -= 1 }
        return start..<end
    }

    private func wordAfter(_ start: Int, _ text: [UInt8], _ block: Range<Int>) -> Range<Int> {
        var end = start
        while end < block.upperBound, isLetter(text[end]) { end += 1 }
        return start..<end
    }
}
