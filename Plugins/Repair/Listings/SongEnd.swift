import LinecasterLanguage

/// The shape of the end of a line of letters that another follows with no blank line between.
struct SongEnd {
    /// What the next line begins with.
    private enum Next { case capital, small, other }

    private let ending: Line.Ending
    private let next: Next
    /// How much room the line leaves for the next one's first word beside the widest line near: 0 for none, 1 for less than a
    /// tenth of that line, 2 for less than a quarter, 3 for more.
    private let room: Int

    init(_ lines: borrowing [Line], endOf index: Int, in text: borrowing [UInt8]) {
        let (line, next) = (lines[index], lines[index + 1])
        ending = line.ending == .opening ? .plain : line.ending
        self.next = next.beginsWithCapital(in: text) ? .capital : next.beginsLowercase ? .small : .other
        let widest = widestLine(lines, around: index)
        let spare = widest - line.width - 1 - next.firstToken
        room = spare < 0 ? 0 : spare < max(3, widest / 10) ? 1 : spare < widest / 4 ? 2 : 3
    }

    /// How it is told apart, for tables.
    var name: String { "\(ending), \(next), \(room)" }

    /// What its words tell, for tables, each fact beside what the next line begins with.
    func names(of words: SongWords) -> [String] {
        [(words.leanForward, "leans forward"), (words.openClause, "opens a clause"), (words.rhyme, "rhymes")].map {
            "\(next), \($0 ? "" : "not: ")\($1)"
        }
    }

    // Both likelihoods are counted by `linecaster-lab song-ends`; those that were seen a few times only stand with their like.

    /// How much likelier it is in verse of a style than in wrapped text, as a natural logarithm, in tenths.
    func likelihood(in style: VerseStyle) -> Int {
        switch (style, next) {
        case (.capitals, _), (.small, .other): likelihood
        // Of verse in general few lines begin so, of this style most.
        case (.small, .small): likelihood + 22
        case (.small, .capital): ending == .terminal ? 0 : -20
        }
    }

    /// How much likelier its words are in verse, of those that begin so.
    func likelihood(of words: SongWords) -> Int {
        next == .small
            ? (words.leanForward ? -15 : 4) + (words.openClause ? 6 : -4) + (words.rhyme ? 27 : -2)
            : (words.leanForward ? -22 : 1) + (words.openClause ? 7 : -7) + (words.rhyme ? 29 : -4)
    }

    private var likelihood: Int {
        switch (next, ending) {
        case (.other, .plain): -31
        case (.other, _): 0
        case (_, .hyphen): -35
        case (.capital, .pause): SIMD4(38, 51, 62, 47)[room]
        case (.capital, .terminal): SIMD4(12, 18, 17, 4)[room]
        case (.capital, _): SIMD4(6, 19, 28, 12)[room]
        case (.small, .pause): SIMD4(-11, 7, 32, 19)[room]
        case (.small, .terminal): SIMD4(0, 0, 10, 10)[room]
        case (.small, _): SIMD4(-32, -23, -9, -5)[room]
        }
    }
}

/// The ends of all lines of a text that may be song, by name, as they are counted to learn their likelihoods.
///
/// - Returns: The shape of each, and what its words tell.
public func songEnds(in text: [UInt8]) -> [(shape: String, facts: [String])] {
    let lines = readLines(text, in: text.indices)
    var words = LastWords()
    return lines.indices.dropLast().filter {
        lines[$0].mayBeSong && lines[$0 + 1].mayBeSong && lines[$0 + 1].blanksBefore == 0
    }.map {
        let end = SongEnd(lines, endOf: $0, in: text)
        return (end.name, end.names(of: SongWords(lines, endOf: $0, &words, in: text)))
    }
}

extension Line {
    /// Whether it is of letters, whole, and no wider than verse is set.
    var mayBeSong: Bool { !isChinese && pieceCount == 1 && width <= 72 }

    /// Whether it begins with a capital, a mark before it or not.
    func beginsWithCapital(in text: [UInt8]) -> Bool {
        let offset = characterClass(first) == .letter ? start : text.scalar(at: start).end
        return offset < end && text[offset] &- 0x41 < 26
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
