/// Marks runs of lines most of which leave room for the next word, as no wrapped text does: verse, addresses, the parts
/// of a form.
func markUnfilled(_ marks: inout LineMarks, _ lines: [Line], fills: [Fill], isOther: [Bool]) {
    func mayBelong(_ index: Int) -> Bool {
        let line = lines[index]
        guard line.ending != .hyphen, !line.beginsMidway, line.pieceCount == 1, line.innerStops <= 1, !isOther[index] else { return false }
        return line.isChinese ? line.endsInMark : !line.beginsLowercase
    }
    // Within a long poem its own lines are all that is near; the article's other columns tell more.
    let usual = max(quantile(0.9, of: lines.indices) { fills[$0].measure }, quantile(0.75, of: lines.indices) { lines[$0].width })
    func room(_ index: Int) -> Int {
        lines[index].isChinese ? fills[index].spare : fills[index].spare + max(0, usual - fills[index].measure)
    }
    func isUnfilled(_ index: Int) -> Bool { room(index) >= (lines[index].isChinese ? 2 : 3) }
    func goesOn(_ start: Int, _ index: Int) -> Bool { lines[index].blanksBefore == 0 && !isIndented(lines[index], after: lines[index - 1]) }
    forEachRun(of: lines, where: mayBelong, goesOn: goesOn) { run in
        let run = withoutOpenEnd(run, lines)
        let inner = run.dropLast()
        // Three lines may be unfilled by chance, if not by much. At the top of an article stand titles and credits.
        let isFarUnfilled = inner.allSatisfy { room($0) * 4 >= usual }
        guard run.count >= (run.lowerBound <= 1 ? 6 : isFarUnfilled ? 3 : 4) else { return }
        let open = inner.count { isUnfilled($0) && (lines[$0].isChinese || lines[$0].ending != .terminal) }
        if open >= 2, inner.count(where: isUnfilled) * 5 >= inner.count * 3 { marks.mark(run) }
    }
}

/// Marks short lines of Chinese of no common width, without a mark at any end: an address, the parts of a form.
func markRagged(_ marks: inout LineMarks, _ lines: [Line], isOther: [Bool]) {
    func mayBelong(_ index: Int) -> Bool {
        let line = lines[index]
        guard line.isChinese, line.width <= 28, line.ending == .plain, line.pieceCount == 1, !line.beginsMidway else { return false }
        return line.innerStops == 0 && line.innerPauses == 0 && !isOther[index]
    }
    forEachRun(of: lines, where: mayBelong) { run in
        let widest = lines[run].reduce(0) { max($0, $1.width) }
        // Lines after which the next word would have fitted: a column has none within a paragraph.
        let ended = run.dropLast().count { widest - lines[$0].width - lines[$0 + 1].firstToken >= 4 }
        // At the top of an article stand titles and credits.
        if run.count >= (run.lowerBound == 0 ? 7 : 4), ended >= 2, ended * 3 >= run.count { marks.mark(run) }
    }
}

/// The number below which a share of some small numbers lie, by counting.
private func quantile(_ share: Double, of indices: Range<Int>, _ value: (Int) -> Int) -> Int {
    var counts = [Int](repeating: 0, count: 256)
    for index in indices { counts[max(0, min(255, value(index)))] += 1 }
    var left = Int(Double(indices.count) * share)
    for (number, count) in counts.enumerated() {
        left -= count
        if left < 0 { return number }
    }
    return 0
}
