import LinecasterLanguage

/// The beginning of a sentence up to the end of a clause, in a length that a line holds.
struct Clauses {
    /// The bytes of the clause, without the pause behind it.
    let first: Range<Int>

    /// In characters.
    private static let longest = (wide: 42, latin: 120)
    private static let shortest = (wide: 8, latin: 30)

    /// Clauses that only lead to what follows them.
    private static let leading = PhraseSet(
        "虽然 雖然 尽管 儘管 如果 由于 由於 随着 隨著 为了 為了 当 當 据 據 根据 根據 记者从 自从 在 从 從 按照 经过 經過 除了 Although Though While When If Because Since As After Before Despite With Without Unless Once"
    )
    /// Behind a pause in English these begin what may be left out.
    private static let trailing = PhraseSet(constant: [
        "which ", "who ", "whose ", "where ", "as ", "while ", "after ", "when ", "according ", "said ", "officials ", "but ", "and ",
        "because ",
        "ending ", "leaving ", "with ", "including ", "despite ", "although ", "though ", "since ", "so ",
    ])

    init(_ text: [UInt8], _ sentence: Range<Int>) {
        let isWide = text[sentence.lowerBound] >= 0x80
        let longest = isWide ? Self.longest.wide : Self.longest.latin
        let shortest = isWide ? Self.shortest.wide : Self.shortest.latin
        var best: Range<Int>?
        var depth = 0
        var characters = 0
        var isLeading = Self.leading.match(in: text, at: sentence.lowerBound, limit: sentence.upperBound) != nil
        var offset = sentence.lowerBound
        while offset < sentence.upperBound {
            let scalar = text.scalar(at: offset)
            let kind = characterClass(scalar.value)
            if kind == .opening { depth += 1 }
            if kind == .closing { depth -= 1 }
            let ends =
                depth == 0 && (kind == .terminal && scalar.end == sentence.upperBound || Self.isPause(text, scalar, sentence, isWide))
            if ends {
                if !isLeading, characters >= shortest, best == nil || characters <= longest { best = sentence.lowerBound..<offset }
                isLeading = false
                if characters > longest, best != nil { break }
            }
            characters += 1
            offset = scalar.end
        }
        first = best ?? sentence
    }

    /// Whether a clause ends at a mark.
    private static func isPause(_ text: [UInt8], _ scalar: LocatedScalar, _ sentence: Range<Int>, _ isWide: Bool) -> Bool {
        if isWide { return [0xFF0C, 0xFF1B, 0x3002].contains(scalar.value) }
        if scalar.value == 0x3B { return true }
        guard scalar.value == 0x2C, scalar.end + 1 < sentence.upperBound, text[scalar.end] == 0x20 else { return false }
        return trailing.match(in: text, at: scalar.end + 1, limit: sentence.upperBound) != nil
    }
}
