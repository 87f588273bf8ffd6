import LinecasterLanguage

/// Reads the lines of a text, leaving out those that are blank.
func readLines(_ text: [UInt8]) -> [Line] {
    var lines: [Line] = []
    lines.reserveCapacity(text.count / 48)
    var blanks = 0
    var pageBreak = false
    var offset = 0
    while offset < text.count {
        var end = offset
        while end < text.count, text[end] > 0x0D || !isLineEnd(text[end]) { end += 1 }
        let content = text.trimmed(offset..<end)
        if content.isEmpty {
            blanks += 1
        } else {
            lines.append(
                Line(
                    text,
                    content: content,
                    number: lines.count,
                    indent: width(ofSpace: offset..<content.lowerBound, in: text),
                    blanksBefore: blanks,
                    followsPageBreak: pageBreak
                )
            )
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

private func isLineEnd(_ byte: UInt8) -> Bool { byte == 0x0A || byte == 0x0D || byte == 0x0C }

private func width(ofSpace range: Range<Int>, in text: [UInt8]) -> Int {
    var width = 0
    var offset = range.lowerBound
    while offset < range.upperBound {
        let scalar = text.scalar(at: offset)
        width += scalar.value == 0x09 ? 4 : columns(scalar.value)
        offset = scalar.end
    }
    return width
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
        guard let last = result.last, mayBePart(line, of: last), follows(index),
            isSplitOff(line, from: last, measure: measure[index]) || isStretched(last, line, measure: measure[index]),
            last.width + line.width <= measure[index] + 3
        else {
            result.append(line)
            continue
        }
        var joined = last
        joined.end = line.end
        joined.pieceCount += line.pieceCount
        joined.width += line.width + (line.isWord ? 1 : 0)
        joined.last = line.last
        joined.ending =
            line.pieceCount == 1 && line.width <= 4 && line.ending == .plain && isClosing(line.last) ? last.ending : line.ending
        joined.opened.quotes += line.opened.quotes
        joined.opened.brackets += line.opened.brackets
        result[result.count - 1] = joined
    }
    return result
}

/// Whether a line may be a part of the one before it, whatever the column's width.
func mayBePart(_ line: Line, of last: Line) -> Bool {
    guard line.blanksBefore == 0, !line.followsPageBreak else { return false }
    return line.beginsMidway || line.isWord && last.isWord || last.endsInTwoMarks || characterClass(line.first) == .opening
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
