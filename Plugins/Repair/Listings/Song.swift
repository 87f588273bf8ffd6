import LinecasterLanguage

/// Marks song and verse of letters: runs of lines whose ends are likelier those of verse than of wrapped text.
///
/// The runs are where the best path through two states, text and verse, is in verse (Viterbi), in one pass over the
/// lines. A blank line parts stanzas, so that verse goes on behind it as likely as text does.
func markSong(_ marks: inout LineMarks, _ lines: [Line], isOther: [Bool], in text: [UInt8]) {
    func mayBelong(_ index: Int) -> Bool {
        let line = lines[index]
        return !line.isChinese && line.pieceCount == 1 && line.width <= 72 && !isOther[index]
    }
    var path = SongPath(count: lines.count)
    var mayGoOn = false
    for index in lines.indices {
        let isSetOff = index == 0 || lines[index].blanksBefore > 0
        let mayBe = mayBelong(index)
        let gain = !mayGoOn || !mayBe ? nil : isSetOff ? SongPath.stanza : songLikelihood(lines, endOf: index - 1, in: text)
        path.step(gain: gain, mayBegin: mayBe, isSetOff: isSetOff)
        mayGoOn = mayBe
    }
    for run in path.verse {
        let run = withoutOpenEnd(run, lines)
        let first = lines[run.lowerBound]
        guard run.count >= 2, first.blanksBefore > 0 || isCapital(first, in: text) else { continue }
        // Questions and answers of a line each are no song.
        let isOfSentences = run.dropLast().allSatisfy { lines[$0].ending == .terminal }
        guard !isOfSentences || !run.contains(where: { lines[$0].last == 0x3F }) else { continue }
        // Lists of titles and names begin many lines with capitals too.
        if innerCapitalShare(lines[run], in: text) < 0.25 { marks.mark(run) }
    }
}

/// The best path through text and verse. Gains and costs are natural logarithms of likelihoods, in tenths.
private struct SongPath {
    /// The gain of going on in verse behind a blank line; below zero, so that a path does not linger there.
    static let stanza = -1
    /// What it costs to begin verse behind a blank line or below another line, and to end it above another line.
    private static let (beginning, beginningWithin, endingWithin) = (25, 80, 40)
    private static let never = -1 << 30

    private var inVerse = SongPath.never
    private var inText = 0
    /// For each line whether the best path that is in verse, or in text, there comes from verse.
    private var verseFromVerse: [Bool] = []
    private var textFromVerse: [Bool] = []

    init(count: Int) {
        verseFromVerse.reserveCapacity(count)
        textFromVerse.reserveCapacity(count)
    }

    /// Takes the next line.
    ///
    /// - Parameters:
    ///   - gain: What is gained if verse goes on in the line; nil where it cannot.
    ///   - isSetOff: Whether a blank line is above.
    mutating func step(gain: Int?, mayBegin: Bool, isSetOff: Bool) {
        let begun = mayBegin ? inText - (isSetOff ? Self.beginning : Self.beginningWithin) : Self.never
        let ended = inVerse - (isSetOff ? 0 : Self.endingWithin)
        let goneOn = gain.map { inVerse + $0 } ?? Self.never
        verseFromVerse.append(goneOn > begun)
        textFromVerse.append(ended > inText)
        inText = max(inText, ended)
        inVerse = max(begun, goneOn, Self.never)
    }

    /// The runs of lines that are verse, the last first.
    var verse: [Range<Int>] {
        var runs: [Range<Int>] = []
        var end = inVerse > inText ? verseFromVerse.count : nil
        for index in verseFromVerse.indices.reversed() {
            if let runEnd = end {
                guard !verseFromVerse[index] else { continue }
                runs.append(index..<runEnd)
                end = nil
            } else if textFromVerse[index] {
                end = index
            }
        }
        return runs
    }
}

/// How much likelier a line ends where it does in verse than in wrapped text, as a natural logarithm, in tenths.
///
/// Counted at 1,700 line ends of song and 100,000 of typeset articles, by how the line ends, how the next one begins, and
/// how much room the line leaves for the next one's first word beside the widest line near.
private func songLikelihood(_ lines: [Line], endOf index: Int, in text: [UInt8]) -> Int {
    let (line, next) = (lines[index], lines[index + 1])
    let widest = widestLine(lines, around: index)
    let spare = widest - line.width - 1 - next.firstToken
    let room = spare < 0 ? 0 : spare < max(3, widest / 10) ? 1 : spare < widest / 4 ? 2 : 3
    if isCapital(next, in: text) {
        switch line.ending {
        case .hyphen: return -35
        case .pause: return SIMD4(40, 52, 60, 52)[room]
        case .terminal: return SIMD4(12, 20, 18, 1)[room]
        case .plain, .opening: return SIMD4(8, 20, 26, 4)[room]
        }
    }
    guard next.beginsLowercase else { return line.ending == .plain ? -12 : 0 }
    switch line.ending {
    case .hyphen: return -35
    case .pause: return SIMD4(-9, 3, 40, 37)[room]
    case .terminal: return SIMD4(0, 0, 10, 10)[room]
    case .plain, .opening: return SIMD4(-36, -22, 4, 2)[room]
    }
}

/// The width of the widest of a line and the four before and behind it, as far as no blank line parts them from it.
private func widestLine(_ lines: [Line], around index: Int) -> Int {
    var start = index
    while start > 0, start > index - 4, lines[start].blanksBefore == 0 { start -= 1 }
    var end = index + 1
    while end < lines.count, end < index + 5, lines[end].blanksBefore == 0 { end += 1 }
    return lines[start..<end].reduce(0) { max($0, $1.width) }
}

/// Whether a line begins with a capital, a mark before it or not.
private func isCapital(_ line: Line, in text: [UInt8]) -> Bool {
    let offset = characterClass(line.first) == .letter ? line.start : text.scalar(at: line.start).end
    return offset < line.end && text[offset] &- 0x41 < 26
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
