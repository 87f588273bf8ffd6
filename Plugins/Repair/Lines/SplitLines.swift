import LinecasterLanguage

/// Lines, and for each of them (and the end) the page's furniture before it.
struct FurnishedLines {
    var lines: [Line]
    var furniture: [[FurnitureLine]]

    /// Puts lines together.
    ///
    /// - Parameter joined: The line that two make that follow directly on one another; nil where they are two.
    fileprivate mutating func merge(_ joined: (_ last: Line, _ next: Line, _ index: Int) -> Line?) {
        var merged: [Line] = []
        merged.reserveCapacity(lines.count)
        var kept: [[FurnitureLine]] = []
        kept.reserveCapacity(lines.count + 1)
        for (index, line) in lines.enumerated() {
            if let last = merged.last, furniture[index].isEmpty, line.blanksBefore == 0, !line.followsPageBreak,
                let both = joined(last, line, index)
            {
                merged[merged.count - 1] = both
            } else {
                merged.append(line)
                kept.append(furniture[index])
            }
        }
        kept.append(furniture[lines.count])
        lines = merged
        furniture = kept
    }

    /// Puts back together what extraction split: at soft hyphens, at marks, and at the spaces of stretched lines.
    mutating func reassemble(in text: [UInt8]) {
        if areSplitAtSoftHyphens(lines) {
            merge { last, next, _ in last.last == 0xAD ? joinedAtSoftHyphen(last, next) : nil }
        }
        if lines.contains(where: \.followsSoftHyphen) {
            merge { last, next, _ in next.followsSoftHyphen ? joinedAtSoftHyphen(last, next) : nil }
        }
        let spelled = SpelledLines.marked(lines, in: text)
        if spelled.contains(true) { merge { last, next, index in spelled[index] && spelled[index - 1] ? joined(last, next) : nil } }
        guard lines.indices.dropFirst().contains(where: { mayBePart(lines[$0], of: lines[$0 - 1]) }) else { return }
        let measure = columnMeasure(lines)
        merge { last, next, index in
            guard mayBePart(next, of: last), Enumerator.mark(in: text, line: next.range) == nil,
                isSplitOff(next, from: last, measure: measure[index])
                    || isStretched(last, next, measure: measure[index]),
                last.width + next.width <= measure[index] + 3,
                CreditLine.recognize(text, line: next.range) == nil, !Bylines.isInBrackets(last, in: text),
                last.ending != .terminal || !Bylines.isInBrackets(next, in: text)
            else { return nil }
            return joined(last, next)
        }
    }
}

/// Whether the text's lines end at every soft hyphen: then those that do are far shorter than the others.
///
/// `pdftotext -raw` begins a new line there. Where a soft hyphen stands at the ends of whole lines alone, it is the
/// hyphen of a broken word.
private func areSplitAtSoftHyphens(_ lines: [Line]) -> Bool {
    let split = lines.filter { $0.last == 0xAD }.map(\.width).sorted()
    guard split.count >= 6, split.count * 6 >= lines.count else { return false }
    let others = lines.filter { $0.last != 0xAD && !$0.isRule }.map(\.width).sorted()
    guard let longest = others.last else { return true }
    return split[split.count / 2] * 2 <= longest
}

/// Two parts of a line that a soft hyphen parts, which shows nothing.
private func joinedAtSoftHyphen(_ last: Line, _ next: Line) -> Line {
    var both = joined(last, next)
    both.width = last.width - (last.last == 0xAD ? 1 : 0) + next.width
    both.tenths = both.width * 10
    if last.firstTokenEnd + 2 == last.end {
        both.firstToken = last.firstToken + next.firstToken
        both.firstTokenLength = next.firstTokenEnd - last.start
    }
    return both
}

/// A line that two make.
private func joined(_ last: Line, _ next: Line) -> Line {
    var both = last
    both.end = next.end
    both.pieceCount += next.pieceCount
    both.width += next.width + (next.isWord ? 1 : 0)
    both.tenths = both.width * 10
    both.last = next.last
    both.ending = next.pieceCount == 1 && next.width <= 4 && next.ending == .plain && isClosing(next.last) ? last.ending : next.ending
    both.opened.quotes += next.opened.quotes
    both.opened.brackets += next.opened.brackets
    both.hasSpace = last.hasSpace || next.hasSpace
    both.hasDigit = last.hasDigit || next.hasDigit
    both.isWord = last.isWord && next.isWord
    both.innerStops += next.innerStops
    both.innerPauses += next.innerPauses
    return both
}

/// Whether a line may be a part of the one before it, whatever the column's width.
private func mayBePart(_ line: Line, of last: Line) -> Bool {
    guard line.blanksBefore == 0, !line.followsPageBreak else { return false }
    // What begins further right than its line may be a paragraph.
    guard line.beginsMidway || line.indent < last.indent + 2 else { return false }
    return line.beginsMidway || line.isWord && last.isWord || last.endsInTwoMarks || characterClass(line.first) == .opening
}

private func isClosing(_ value: UInt32) -> Bool { characterClass(value) == .closing }

/// Whether a line was split off the one before it at a mark: a PDF sets `”，` with less than the usual space, and
/// readers then begin a new line before or after the mark.
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
