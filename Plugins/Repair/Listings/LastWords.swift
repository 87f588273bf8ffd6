/// The last words of lines, read once for each stretch that is asked for in order.
struct LastWords {
    private var words: [EdgeWord] = []
    /// The line of the first.
    private var start = 0

    /// The last word of a line.
    mutating func read(_ lines: [Line], _ index: Int, in text: [UInt8]) -> EdgeWord {
        if index < start || index > start + words.count {
            words.removeAll(keepingCapacity: true)
            start = index
        }
        if index == start + words.count { words.append(EdgeWord(lastOf: lines[index], in: text)) }
        return words[index - start]
    }

    /// Whether a line's last word rhymes with that of one of the two lines before or behind it, no blank line between.
    mutating func rhyme(_ lines: [Line], _ index: Int, in text: [UInt8]) -> Bool {
        var (first, end) = (index, index + 1)
        while first > max(0, index - 2), lines[first].blanksBefore == 0 { first -= 1 }
        while end < min(index + 3, lines.count), lines[end].blanksBefore == 0 { end += 1 }
        let word = read(lines, index, in: text)
        for other in first..<end where read(lines, other, in: text).rhymes(with: word) { return true }
        return false
    }
}
