/// Marks lines of letters between blank lines that fill no column, not even one as wide as the widest of them: song and
/// verse, whose lines go on with small letters too.
func markStanzas(_ marks: inout LineMarks, _ lines: [Line], isOther: [Bool]) {
    func mayBelong(_ index: Int) -> Bool {
        let line = lines[index]
        return !line.isChinese && line.ending != .hyphen && line.pieceCount == 1 && line.gaps == 0 && !isOther[index]
    }
    forEachRun(of: lines, where: mayBelong) { run in
        let isSetOff = run.upperBound == lines.count || lines[run.upperBound].blanksBefore > 0
        // At the top of an article stand titles.
        guard run.count >= 3, run.lowerBound > 2, isSetOff, lines[run.lowerBound].blanksBefore > 0 else { return }
        let inner = run.dropLast()
        let widest = lines[run].reduce(0) { max($0, $1.width) }
        func isOpen(_ index: Int) -> Bool {
            let room = widest - lines[index].width - 1 - lines[index + 1].firstToken
            return lines[index].ending != .terminal && room >= max(3, widest / 10)
        }
        let open = inner.count(where: isOpen)
        // Hardly one line of a column in seven ends a clause.
        let clauses = run.count { lines[$0].endsInMark }
        let areClauses = run.count >= 4 && clauses * 3 >= run.count * 2 && inner.contains { lines[$0].ending == .pause }
        if areClauses || open >= 2 && open * 3 >= inner.count { marks.mark(run) }
    }
}
