import LinecasterLanguage

/// Marks song and verse of letters: runs of lines whose ends are likelier those of verse than of wrapped text.
///
/// The runs are where the best path through two states, text and verse, is in verse (Viterbi), in one pass over the
/// lines. A blank line parts stanzas, so that verse goes on behind it as likely as text does.
func markSong(_ marks: inout LineMarks, _ lines: [Line], isOther: [Bool], in text: [UInt8]) {
    var path = SongPath(count: lines.count)
    var mayGoOn = false
    for index in lines.indices {
        let isSetOff = index == 0 || lines[index].blanksBefore > 0
        let mayBe = lines[index].mayBeSong && !isOther[index]
        let gain = !mayGoOn || !mayBe ? nil : isSetOff ? SongPath.stanza : SongEnd(lines, endOf: index - 1, in: text).likelihood
        path.step(gain: gain, mayBegin: mayBe, isSetOff: isSetOff)
        mayGoOn = mayBe
    }
    for run in path.verse {
        let run = withoutOpenEnd(run, lines)
        let first = lines[run.lowerBound]
        guard run.count >= 2, first.blanksBefore > 0 || first.beginsWithCapital(in: text) else { continue }
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
