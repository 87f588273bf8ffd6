import LinecasterLanguage

/// Reads the lines in a range of a text, leaving out those that are blank.
func readLines(_ text: [UInt8], in range: Range<Int>) -> [Line] {
    var lines: [Line] = []
    lines.reserveCapacity(range.count / 48)
    var blanks = 0
    var pageBreak = false
    var isSplit = false
    var offset = range.lowerBound
    while offset < range.upperBound {
        var end = offset
        while end < range.upperBound, text[end] > 0x0D || !isLineEnd(text[end]) { end += 1 }
        var content = text.trimmed(offset..<end)
        // A soft hyphen before the rest of a word, or alone before the line with the rest.
        let isSoftHyphen = text.holds("\u{AD}", at: content.lowerBound) && !content.isEmpty
        if isSoftHyphen { content = text.trimmed(content.lowerBound + 2..<content.upperBound) }
        let followsSoftHyphen = isSoftHyphen || isSplit
        isSplit = isSoftHyphen && content.isEmpty
        if isSplit {
            blanks = 0
        } else if content.isEmpty {
            blanks += 1
        } else {
            let indent = width(ofSpace: offset..<content.lowerBound, in: text)
            func append(_ part: Range<Int>) {
                guard !part.isEmpty else { return }
                let number = lines.count
                lines.append(
                    Line(text, content: part, number: number, indent: indent, blanksBefore: blanks, followsPageBreak: pageBreak)
                )
                blanks = 0
                pageBreak = false
            }
            let words = betweenRules(content, in: text)
            append(content.lowerBound..<words.lowerBound)
            append(words)
            append(words.upperBound..<content.upperBound)
            lines[lines.count - 1].followsSoftHyphen = followsSoftHyphen
        }
        if end < range.upperBound, text[end] == 0x0C {
            // A form feed ends a page; where it does not stand on a line of its own it adds no blank line.
            pageBreak = true
            if content.isEmpty { blanks -= 1 }
        }
        let isPair = end + 1 < range.upperBound && text[end] == 0x0D && text[end + 1] == 0x0A
        offset = end + (isPair ? 2 : 1)
    }
    return lines
}

/// A line without the rules of ten strokes or more that were read with it: `//////////Weather`. A rule alone is all of it.
private func betweenRules(_ content: Range<Int>, in text: [UInt8]) -> Range<Int> {
    func length(_ offsets: some Sequence<Int>, of stroke: UInt8) -> Int {
        switch stroke {
        case 0x2F, 0x3D, 0x2A, 0x23, 0x7E: break
        default: return 0
        }
        var count = 0
        for offset in offsets {
            guard text[offset] == stroke else { break }
            count += 1
        }
        return count >= 10 && count < content.count ? count : 0
    }
    let before = length(content, of: text[content.lowerBound])
    let after = length(content.reversed(), of: text[content.upperBound - 1])
    return content.lowerBound + before..<max(content.lowerBound + before, content.upperBound - after)
}

private func isLineEnd(_ byte: UInt8) -> Bool { byte == 0x0A || byte == 0x0D || byte == 0x0C }

private func width(ofSpace range: Range<Int>, in text: [UInt8]) -> Int {
    var width = 0
    var offset = range.lowerBound
    while offset < range.upperBound {
        let scalar = text.scalar(at: offset)
        width += columns(ofSpace: scalar.value)
        offset = scalar.end
    }
    return width
}

private func columns(ofSpace value: UInt32) -> Int {
    switch value {
    case 0x09: 4
    // An em quad and an em space are as wide as an ideograph.
    case 0x2001, 0x2003: 2
    default: columns(value)
    }
}
