/// What the trees of repair may ask of a boundary between two lines.
///
/// All are whole numbers: columns, tenths of columns where letters differ in width, hundredths of a nat.
enum Fact: Int, CaseIterable, CodingKey {
    /// Columns that would be free after the next word; tenths that are free; the column's width; the next word's.
    case spare, free, measure, word
    /// How the line ends: a sentence, a clause, in an opening mark, a hyphen, or otherwise, from 0 on.
    case ending
    /// The same of the next line, and whether it ends a sentence.
    case nextSpare, nextFree, nextEnds
    /// Tenths of a column that would be free after a space and the next word, by the column's edge; the same of the next
    /// line; hundredths by which lines that surely go on leave such room here.
    case fineSpare, nextFineSpare, play
    /// What a first line short by a lost indent tells here, when it is there and when not, and what the width of the
    /// next line tells.
    case lostIndent, noLostIndent, firstLine
    /// Blank lines before the next line; what they tell here, when they are there and when not.
    case blanks, blankLine, noBlankLine
    /// The next line's indent; what it tells here.
    case indent, indented, notIndented
    /// Whether paragraphs here are short.
    case shortness
    /// Sentences between the breaks around this boundary that leave no doubt, and on the side where fewer are, in
    /// hundredths of the mean here; lines since the one and until the other; lines between them in hundredths of the
    /// mean.
    case sentences, fewerSentences, linesBefore, linesBehind, lines
    /// What words and marks beside the boundary weigh.
    case wording

    /// Facts of one kind are explained together.
    enum Kind: Int, CaseIterable { case ending, width, nextWidth, blank, indent, length, wording }

    var kind: Kind {
        switch self {
        case .spare, .free, .measure, .word, .fineSpare, .play: .width
        case .ending: .ending
        case .nextSpare, .nextFineSpare, .nextFree, .nextEnds, .lostIndent, .noLostIndent, .firstLine: .nextWidth
        case .blanks, .blankLine, .noBlankLine: .blank
        case .indent, .indented, .notIndented: .indent
        case .shortness, .sentences, .fewerSentences, .linesBefore, .linesBehind, .lines: .length
        case .wording: .wording
        }
    }
}

/// A boundary's facts.
struct Facts {
    private(set) var values = SIMD32<Int32>()

    subscript(fact: Fact) -> Int {
        get { Int(values[fact.rawValue]) }
        set { values[fact.rawValue] = Int32(clamping: newValue) }
    }

    /// The values, by the facts' raw values.
    @inline(__always)
    func withValues<Result>(_ body: (UnsafePointer<Int32>) -> Result) -> Result {
        withUnsafePointer(to: values) { pointer in
            pointer.withMemoryRebound(to: Int32.self, capacity: SIMD32<Int32>.scalarCount) { body($0) }
        }
    }

    /// Sets a number of nats.
    mutating func set(_ fact: Fact, nats: Double) { self[fact] = Int((nats * 100).rounded()) }
}

extension Facts {
    /// The facts of the boundary behind a line.
    init(_ index: Int, _ article: borrowing ArticleLines, wording: Double, firstLineOdds: Double, stretch: Stretch) {
        let line = article.lines[index]
        let next = article.lines[index + 1]
        let (fill, nextFill, habits) = (article.fills[index], article.fills[index + 1], article.habits)
        self[.spare] = fill.spare
        self[.play] = article.play
        self[.fineSpare] = fill.spareTenths
        self[.nextFineSpare] = nextFill.spareTenths
        self[.free] = fill.tenths
        self[.measure] = fill.measure
        self[.word] = next.firstToken
        self[.ending] = line.ending.rawValue
        self[.nextSpare] = nextFill.spare
        self[.nextFree] = nextFill.tenths
        self[.nextEnds] = next.ending == .terminal ? 1 : 0
        set(.lostIndent, nats: habits.lostIndent.there)
        set(.noLostIndent, nats: habits.lostIndent.absent)
        set(.firstLine, nats: firstLineOdds)
        self[.blanks] = next.blanksBefore
        set(.blankLine, nats: habits.blank.there)
        set(.noBlankLine, nats: habits.blank.absent)
        self[.indent] = next.indent - line.indent
        set(.indented, nats: habits.indent.there)
        set(.notIndented, nats: habits.indent.absent)
        set(.shortness, nats: habits.shortness)
        self[.sentences] = Int(stretch.sentences * 100)
        self[.fewerSentences] = Int(stretch.fewerSentences * 100)
        self[.linesBefore] = min(4, stretch.linesBefore)
        self[.linesBehind] = min(4, stretch.linesBehind)
        self[.lines] = Int(stretch.lines * 100)
        set(.wording, nats: wording)
    }
}
