import LinecasterLanguage

/// Marks song and verse of letters: runs of lines whose ends are likelier those of verse than of wrapped text.
///
/// The runs are where the best path through two states, text and verse, is in verse (Viterbi), in one pass over the
/// lines, for each style of verse. A blank line parts stanzas, so that verse goes on behind it as likely as text does.
func markSong(_ marks: inout LineMarks, _ lines: [Line], isOther: [Bool], in text: [UInt8]) {
    var lastWords = LastWords()
    var capitals = SongPath(.capitals, count: lines.count)
    var small = SongPath(.small, count: lines.count)
    var mayGoOn = false
    for index in lines.indices {
        let isSetOff = index == 0 || lines[index].blanksBefore > 0
        let mayBe = lines[index].mayBeSong && !isOther[index]
        let goesOn = mayGoOn && mayBe
        if isSetOff {
            capitals.stepOverBlank(goesOn: goesOn, mayBegin: mayBe)
            small.stepOverBlank(goesOn: goesOn, mayBegin: mayBe)
        } else {
            let end = goesOn ? SongEnd(lines, endOf: index - 1, in: text) : nil
            let isOpen = end.map { capitals.mayGoOn($0) || small.mayGoOn($0) } ?? false
            let words = isOpen ? SongWords(lines, endOf: index - 1, &lastWords, in: text) : nil
            capitals.step(end, words, mayBegin: mayBe)
            small.step(end, words, mayBegin: mayBe)
        }
        mayGoOn = mayBe
    }
    for run in capitals.verse + small.verse {
        let run = withoutOpenEnd(run, lines)
        if isSong(run, lines, &lastWords, in: text) { marks.mark(run) }
    }
}

/// Whether lines that end as those of verse do are none of what else ends so.
private func isSong(_ run: Range<Int>, _ lines: [Line], _ words: inout LastWords, in text: [UInt8]) -> Bool {
    let first = lines[run.lowerBound]
    guard run.count >= 2, first.blanksBefore > 0 || first.beginsWithCapital(in: text) else { return false }
    let inner = run.dropLast()
    // Questions and answers of a line each do not rhyme.
    let isOfSentences = inner.allSatisfy { lines[$0].ending == .terminal }
    guard
        !isOfSentences || !run.contains(where: { lines[$0].last == 0x3F })
            || inner.contains(where: { words.rhyme(lines, $0, in: text) })
    else { return false }
    // Lists of titles and names begin many words with capitals too, but their lines are no clauses.
    let pauses = inner.count { lines[$0].ending == .pause }
    return innerCapitalShare(lines[run], in: text) < (pauses * 3 >= run.count ? 0.5 : 0.25)
}

/// The share of words that begin with a capital or a digit, among all but the first word of each line and `I`.
private func innerCapitalShare(_ lines: ArraySlice<Line>, in text: [UInt8]) -> Double {
    var words = 0
    var capitals = 0
    for line in lines {
        for offset in line.range.dropFirst() where text[offset - 1] <= 0x20 && text[offset] > 0x20 {
            let next = offset + 1 < line.end ? text[offset + 1] : 0x20
            let isI = text[offset] == UInt8(ascii: "I") && (next <= 0x20 || next == UInt8(ascii: "'"))
            words += 1
            if !isI, text[offset] &- 0x41 < 26 || text[offset] &- 0x30 < 10 { capitals += 1 }
        }
    }
    return Double(capitals) / Double(max(1, words))
}
