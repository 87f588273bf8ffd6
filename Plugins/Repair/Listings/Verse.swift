import LinecasterLanguage

/// Marks verse: lines of one width, of clauses of one length, that end as those of song do, or that fill no column.
func markVerse(_ marks: inout LineMarks, _ lines: [Line], isOther: [Bool], in text: [UInt8]) {
    markRegular(&marks, lines)
    markCouplets(&marks, lines, in: text)
    markSong(&marks, lines, isOther: isOther, in: text)
    markStanzas(&marks, lines, isOther: isOther)
}

/// Four lines or more of one width, or of two that alternate, each of which ends in a mark.
private func markRegular(_ marks: inout LineMarks, _ lines: [Line]) {
    func mayBelong(_ index: Int) -> Bool {
        let line = lines[index]
        return line.isChinese && line.width <= 34 && line.pieceCount == 1 && line.endsInMark
    }
    func goesOn(_ start: Int, _ index: Int) -> Bool {
        lines[index].width == lines[start].width || index - start >= 2 && lines[index].width == lines[index - 2].width
    }
    forEachRun(of: lines, where: mayBelong, goesOn: goesOn) { run in
        if run.count >= 4 { marks.mark(run) }
    }
}

/// Lines whose clauses are all of one length, as `兰叶春葳蕤，桂华秋皎洁。`, two or more, and the short lines beside them.
private func markCouplets(_ marks: inout LineMarks, _ lines: [Line], in text: [UInt8]) {
    forEachRun(of: lines, where: { clauseLength(lines[$0], in: text) != nil }) { run in
        guard run.count >= 2 else { return }
        // A line of another metre belongs to the verse if it is no longer.
        let widest = lines[run].reduce(0) { max($0, $1.width) }
        func belongs(_ line: Line) -> Bool { line.isChinese && line.endsInMark && line.width <= widest && line.width * 3 >= widest }
        var (start, end) = (run.lowerBound, run.upperBound)
        while start > 0, lines[start].blanksBefore == 0, belongs(lines[start - 1]), !marks.isMarked[start - 1] { start -= 1 }
        while end < lines.count, lines[end].blanksBefore == 0, belongs(lines[end]) { end += 1 }
        marks.mark(start..<end)
    }
}

/// The characters of each clause of a line; nil where they differ, or where the line does not end in a mark.
private func clauseLength(_ line: Line, in text: [UInt8]) -> Int? {
    guard line.isChinese, line.width <= 64, line.pieceCount == 1, line.endsInMark else { return nil }
    guard line.innerStops + line.innerPauses >= 1 else { return nil }
    var length: Int?
    var clause = 0
    var offset = line.start
    while offset < line.end {
        let scalar = text.scalar(at: offset)
        offset = scalar.end
        switch characterClass(scalar.value) {
        case .han: clause += 1
        case .pause, .terminal:
            guard clause >= 3, clause <= 9, length == nil || length == clause else { return nil }
            length = clause
            clause = 0
        default: return nil
        }
    }
    return clause == 0 ? length : nil
}
