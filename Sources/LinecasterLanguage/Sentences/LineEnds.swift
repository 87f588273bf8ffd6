/// Finds the line ends of a passage at which sentences end: between items, headings and verses, but not
/// between the lines of a wrapped paragraph.
struct LineEnds {
    private let text: [UInt8]

    init(_ text: [UInt8]) { self.text = text }

    /// Lines as wide as this may be lines of a wrapped paragraph, in columns.
    private static let narrowest = 16

    /// Words and marks after which a line of Chinese or Japanese goes on.
    private static let unfinished = PhraseSet("の と は が を に へ で も や 的 和 与 及 在 、 ， ； ： , ; —— —")

    /// The offsets in a range at which a new sentence begins because a line does.
    func starts(in range: Range<Int>) -> [Int] {
        guard text[range].contains(0x0A) || text[range].contains(0x0D) else { return [] }
        let lines = lines(in: range)
        let widest = lines.reduce(0) { max($0, width($1)) }
        var result: [Int] = []
        for (line, next) in zip(lines, lines.dropFirst()) where !goesOn(line, next, widest: widest) { result.append(next.lowerBound) }
        return result
    }

    /// The lines that hold something, without the white space at their ends.
    private func lines(in range: Range<Int>) -> [Range<Int>] {
        var result: [Range<Int>] = []
        var start = range.lowerBound
        for offset in range where text[offset] == 0x0A || text[offset] == 0x0D {
            result.append(text.trimmed(start..<offset))
            start = offset + 1
        }
        result.append(text.trimmed(start..<range.upperBound))
        return result.filter { !$0.isEmpty }
    }

    private func width(_ line: Range<Int>) -> Int { text.scalars(in: line).reduce(0) { $0 + columns($1.value) } }

    private func goesOn(_ line: Range<Int>, _ next: Range<Int>, widest: Int) -> Bool {
        let between = text[line.upperBound..<next.lowerBound]
        if between.count(where: { $0 == 0x0A }) > 1 || Enumerator.match(in: text, line: next) != nil { return false }
        if ListMark.match(in: text, at: next.lowerBound, limit: next.upperBound) != nil { return false }
        if Self.unfinished.match(in: text, endingAt: line.upperBound, from: line.lowerBound) != nil { return true }
        let first = text.scalar(at: next.lowerBound).value
        // A space before the line end was one between words.
        if between.first == 0x20, EndOfSentence.isLowercase(first) { return true }
        if between.last != 0x0A, between.last != 0x0D { return false }
        let width = width(line)
        return width >= Self.narrowest && width * 4 >= widest * 3
    }
}
