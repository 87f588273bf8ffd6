import LinecasterLanguage

/// Reads the lines of a text, leaving out those that are blank.
func readLines(_ text: [UInt8]) -> [Line] {
    var lines: [Line] = []
    var blanks = 0
    var pageBreak = false
    var offset = 0
    while offset < text.count {
        var end = offset
        while end < text.count, text[end] != 0x0A, text[end] != 0x0D, text[end] != 0x0C { end += 1 }
        let content = text.trimmed(offset..<end)
        if content.isEmpty {
            blanks += 1
        } else {
            let indent = text.scalars(in: offset..<content.lowerBound).reduce(0) { $0 + ($1.value == 0x09 ? 4 : columns($1.value)) }
            lines.append(Line(text, content: content, indent: indent, blanksBefore: blanks, followsPageBreak: pageBreak))
            blanks = 0
            pageBreak = false
        }
        if end < text.count, text[end] == 0x0C {
            // A form feed ends a page; where it does not stand on a line of its own it adds no blank line.
            pageBreak = true
            if content.isEmpty { blanks -= 1 }
        }
        let isPair = end + 1 < text.count && text[end] == 0x0D && text[end + 1] == 0x0A
        offset = end + (isPair ? 2 : 1)
    }
    return lines
}

/// Puts back together what extraction split at punctuation: a PDF sets `”，` with less than the usual
/// space, and readers then begin a new line before or after the mark.
///
/// - Parameters:
///   - measure: The column's width at each line.
///   - follows: Whether a line follows directly on the one before it, with nothing taken out between.
func reassemble(_ lines: [Line], measure: [Int], follows: (Int) -> Bool) -> [Line] {
    var result: [Line] = []
    result.reserveCapacity(lines.count)
    for (index, line) in lines.enumerated() {
        guard let last = result.last, line.blanksBefore == 0, follows(index), !line.followsPageBreak,
            isSplitOff(line, from: last, measure: measure[index]) || isStretched(last, line, measure: measure[index]),
            last.width + line.width <= measure[index] + 3
        else {
            result.append(line)
            continue
        }
        var joined = last
        joined.pieces += line.pieces
        joined.width += line.width + (line.isWord ? 1 : 0)
        joined.last = line.last
        joined.ending =
            line.pieces.count == 1 && line.width <= 4 && line.ending == .plain && isClosing(line.last) ? last.ending : line.ending
        joined.opened.quotes += line.opened.quotes
        joined.opened.brackets += line.opened.brackets
        result[result.count - 1] = joined
    }
    return result
}

private func isClosing(_ value: UInt32) -> Bool { characterClass(value) == .closing }

private func isSplitOff(_ line: Line, from last: Line, measure: Int) -> Bool {
    guard last.isChinese || line.isChinese || last.width <= 6 else { return false }
    if line.beginsMidway { return true }
    let opens = characterClass(line.first) == .opening
    guard last.ending == .terminal else {
        return opens && (last.ending == .pause || characterClass(last.last) == .closing)
    }
    // After a full stop a new paragraph may begin. Two parts of one line fill it together, and neither is nearly
    // empty nor a first line that lacks its indent alone.
    guard opens || last.endsInTwoMarks else { return false }
    return last.width >= 8 && line.width <= measure - 6 && abs(last.width + line.width - measure) <= 3
}

/// Whether two words were parted because a justified line stretched the space between them: each a line of its
/// own, and all together no longer than a line.
private func isStretched(_ last: Line, _ line: Line, measure: Int) -> Bool {
    guard last.isWord, line.isWord, last.ending == .plain, line.ending == .plain || line.ending == .pause else { return false }
    return last.width + line.width < measure
}
