/// How the lines of a verse begin.
enum VerseStyle {
    /// Each with a capital.
    case capitals
    /// As the sentence has it, most with small letters.
    case small
}

/// The best path through text and verse of a style. Gains and costs are natural logarithms of likelihoods, in tenths.
struct SongPath {
    private let style: VerseStyle
    /// The gain of going on in verse behind a blank line; below zero, so that a path does not linger there.
    private static let stanza = -1
    /// What it costs to begin verse behind a blank line, or below another line.
    private let beginning: Int
    private let beginningWithin: Int
    /// What it costs to end verse above another line.
    private static let endingWithin = 40
    /// How far behind text verse is given up without a look at words.
    private let reach: Int
    private static let never = -1 << 30

    private var inVerse = SongPath.never
    private var inText = 0
    /// For each line whether the best path that is in verse, or in text, there comes from verse.
    private var verseFromVerse: [Bool] = []
    private var textFromVerse: [Bool] = []

    init(_ style: VerseStyle, count: Int) {
        self.style = style
        // One verse in ten begins its lines with small letters.
        (beginning, beginningWithin, reach) = style == .capitals ? (25, 80, 70) : (60, 100, 85)
        verseFromVerse.reserveCapacity(count)
        textFromVerse.reserveCapacity(count)
    }

    /// Whether verse may be gone on with at the end of a line, so that its words are worth a look.
    func mayGoOn(_ end: SongEnd) -> Bool { inVerse + end.likelihood(in: style) > inText - reach }

    /// Takes the next line, no blank line above it.
    ///
    /// - Parameters:
    ///   - end: The end of the line above if verse may go on there; nil where it may not.
    ///   - words: The words there.
    mutating func step(_ end: SongEnd?, _ words: SongWords?, mayBegin: Bool) {
        var goneOn = Self.never
        if let end, let words, mayGoOn(end) { goneOn = inVerse + end.likelihood(in: style) + end.likelihood(of: words) }
        advance(goneOn, begun: mayBegin ? inText - beginningWithin : Self.never, ended: inVerse - Self.endingWithin)
    }

    /// Takes a line behind a blank one.
    mutating func stepOverBlank(goesOn: Bool, mayBegin: Bool) {
        let goneOn = goesOn ? inVerse + Self.stanza : Self.never
        advance(goneOn, begun: mayBegin ? inText - beginning : Self.never, ended: inVerse)
    }

    private mutating func advance(_ goneOn: Int, begun: Int, ended: Int) {
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
