import LinecasterLanguage

/// A line as the column set it: usually one line of the text, sometimes several that extraction split
/// off it.
struct Line {
    /// The pieces in the text without the white space around them, in order.
    var pieces: [Range<Int>]
    /// Columns of white space before the line.
    var indent: Int
    /// Columns that the line takes, a Chinese character taking two.
    var width: Int
    /// Blank lines directly before it.
    var blanksBefore: Int
    /// Whether a page ended before it.
    var followsPageBreak: Bool
    /// Columns of its first piece that cannot be broken: a character with the marks that must stay by it, or a word.
    var firstToken: Int
    var isChinese: Bool
    var first: UInt32
    var last: UInt32
    var ending: Ending
    /// Quotation marks and brackets that the line opens less those that it closes.
    var opened: Opened
    /// Gaps of several spaces, tabs, or rules within the line, as between the cells of a table.
    var gaps: Int

    /// Marks that end a sentence or a clause within the line.
    var innerStops: Int
    var innerPauses: Int

    /// Whether nothing stands in the line but strokes: `|`, `──────`, `_____`.
    var isRule: Bool

    /// How a line ends, looking through closing quotation marks and brackets.
    enum Ending { case terminal, pause, opening, hyphen, plain }

    struct Opened {
        var quotes = 0
        var brackets = 0
    }

    var start: Int { pieces[0].lowerBound }
    var end: Int { pieces[pieces.count - 1].upperBound }
    /// The whole line in the text, with what stands between its pieces.
    var range: Range<Int> { start..<end }

    /// Whether the line, or each piece of it, is a single word of letters.
    var isWord: Bool

    /// Whether the line ends in two marks one after the other, where PDF readers part lines.
    var endsInTwoMarks: Bool

    /// Whether a line may begin so.
    var beginsMidway: Bool { mayNotBeginLine(first) }
}

extension Line {
    /// Measures the line in a range of the text, which must not be blank.
    init(_ text: [UInt8], content: Range<Int>, indent: Int, blanksBefore: Int, followsPageBreak: Bool) {
        var width = 0
        var wide = 0
        var letters = 0
        var opened = Opened()
        var gaps = 0
        var spaces = 0
        var stops = 0
        var pauses = 0
        var strokes = 0
        var scalars = 0
        var token = FirstToken()
        var offset = content.lowerBound
        var scalar = text.scalar(at: offset)
        first = scalar.value
        while true {
            let kind = characterClass(scalar.value)
            let columns = columns(scalar.value)
            width += columns
            token.see(scalar.value, kind, columns)
            scalars += 1
            if isStroke(scalar.value) || kind == .space { strokes += 1 }
            if kind == .space {
                spaces += scalar.value == 0x09 ? 4 : columns
            } else {
                if spaces >= 3 || scalar.value == 0x7C || scalar.value == 0x2502 || scalar.value == 0xFF5C { gaps += 1 }
                spaces = 0
            }
            if kind.isIdeographic { wide += 1 } else if kind == .letter { letters += 1 }
            if kind == .opening || kind == .closing { opened.see(scalar.value) }
            if scalar.end < content.upperBound {
                if kind == .terminal, scalar.value != 0x2E || text[scalar.end] == 0x20 { stops += 1 }
                if kind == .pause, scalar.value != 0x3001 { pauses += 1 }
            }
            offset = scalar.end
            guard offset < content.upperBound else { break }
            scalar = text.scalar(at: offset)
        }
        last = scalar.value
        isWord = letters > 0 && wide == 0 && !text[content].contains(0x20)
        let beforeLast = text.scalar(before: scalar.offset, from: content.lowerBound)
        endsInTwoMarks = mayNotBeginLine(last) && beforeLast.map { mayNotBeginLine($0.value) } == true
        pieces = [content]
        self.indent = indent
        self.width = width
        self.blanksBefore = blanksBefore
        self.followsPageBreak = followsPageBreak
        self.opened = opened
        self.gaps = gaps
        isRule = strokes == scalars && (first == 0x7C || first == 0x2502 || scalars >= 4)
        innerStops = stops
        innerPauses = pauses
        isChinese = wide * 2 >= letters && wide > 0
        firstToken = token.width
        ending = Self.ending(text, content)
    }

    private static func ending(_ text: [UInt8], _ content: Range<Int>) -> Ending {
        var end = content.upperBound
        while let scalar = text.scalar(before: end, from: content.lowerBound) {
            switch characterClass(scalar.value) {
            case .closing, .neutralQuote: end = scalar.offset
            case .terminal: return .terminal
            case .pause: return end == content.upperBound ? .pause : .plain
            case .opening: return .opening
            case .dash: return [0x2013, 0x2014, 0x2015].contains(scalar.value) ? .pause : .hyphen
            default: return .plain
            }
        }
        return .plain
    }
}

/// The columns of a line's first piece that cannot be broken: opening marks, then a character or a word, then
/// the marks that must stay by it.
private struct FirstToken {
    private(set) var width = 0
    private var state = State.opening

    private enum State { case opening, word, marks, done }

    mutating func see(_ value: UInt32, _ kind: CharacterClass, _ columns: Int) {
        switch state {
        case .done: return
        case .opening where kind == .opening || kind == .neutralQuote: break
        case .opening: state = Self.isWordPart(value, kind) ? .word : .marks
        case .word where Self.isWordPart(value, kind): break
        case .word, .marks:
            state = mayNotBeginLine(value) ? .marks : .done
            if state == .done { return }
        }
        width += columns
    }

    private static func isWordPart(_ value: UInt32, _ kind: CharacterClass) -> Bool {
        kind == .letter || kind == .digit || value == 0x2E || value == 0x25 || value == 0x27 || value == 0x2019 || value == 0xFF05
    }
}

extension Line.Opened {
    mutating func see(_ value: UInt32) {
        switch value {
        case 0x201C, 0x300C, 0x300E: quotes += 1
        case 0x201D, 0x300D, 0x300F: quotes -= 1
        case 0xFF08, 0x28, 0x300A: brackets += 1
        case 0xFF09, 0x29, 0x300B: brackets -= 1
        default: break
        }
    }

    mutating func add(_ other: Line.Opened) {
        quotes = max(0, quotes + other.quotes)
        brackets = max(0, brackets + other.brackets)
    }
}

/// Whether a scalar draws a line and writes nothing.
private func isStroke(_ value: UInt32) -> Bool {
    switch value {
    case 0x7C, 0x5F, 0x2D, 0x3D, 0x2A, 0xFF5C, 0x2014, 0x2015, 0x2500...0x257F: true
    default: false
    }
}
