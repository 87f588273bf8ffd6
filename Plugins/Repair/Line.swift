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

    /// Whether a line may begin so.
    var beginsMidway: Bool { mayNotBeginLine(first) }
}

extension Line {
    /// Measures the line in a range of the text, which must not be blank.
    init(_ text: [UInt8], content: Range<Int>, indent: Int, blanksBefore: Int, followsPageBreak: Bool) {
        let scalars = text.scalars(in: content)
        var width = 0
        var wide = 0
        var letters = 0
        var opened = Opened()
        var gaps = 0
        var spaces = 0
        for scalar in scalars {
            let kind = characterClass(scalar.value)
            let columns = columns(scalar.value)
            width += columns
            if kind == .space {
                spaces += scalar.value == 0x09 ? 4 : columns
            } else {
                if spaces >= 3 || scalar.value == 0x7C || scalar.value == 0x2502 || scalar.value == 0xFF5C { gaps += 1 }
                spaces = 0
            }
            if kind.isIdeographic { wide += 1 }
            if kind == .letter { letters += 1 }
            opened.see(scalar.value)
        }
        pieces = [content]
        self.indent = indent
        self.width = width
        self.blanksBefore = blanksBefore
        self.followsPageBreak = followsPageBreak
        self.opened = opened
        self.gaps = gaps
        isChinese = wide * 2 >= letters && wide > 0
        first = scalars[0].value
        last = scalars[scalars.count - 1].value
        firstToken = Self.firstToken(scalars)
        ending = Self.ending(scalars)
    }

    private static func firstToken(_ scalars: [LocatedScalar]) -> Int {
        var index = 0
        var width = 0
        while index < scalars.count,
            characterClass(scalars[index].value) == .opening || characterClass(scalars[index].value) == .neutralQuote
        {
            width += columns(scalars[index].value)
            index += 1
        }
        guard index < scalars.count else { return width }
        if isWordPart(scalars[index].value) {
            while index < scalars.count, isWordPart(scalars[index].value) {
                width += columns(scalars[index].value)
                index += 1
            }
        } else {
            width += columns(scalars[index].value)
            index += 1
        }
        while index < scalars.count, mayNotBeginLine(scalars[index].value) {
            width += columns(scalars[index].value)
            index += 1
        }
        return width
    }

    private static func isWordPart(_ value: UInt32) -> Bool {
        switch characterClass(value) {
        case .letter, .digit: true
        default: value == 0x2E || value == 0x25 || value == 0x27 || value == 0x2019 || value == 0xFF05
        }
    }

    private static func ending(_ scalars: [LocatedScalar]) -> Ending {
        var index = scalars.count - 1
        while index > 0, [.closing, .neutralQuote].contains(characterClass(scalars[index].value)) { index -= 1 }
        let value = scalars[index].value
        switch characterClass(value) {
        case .terminal: return .terminal
        case .pause: return index == scalars.count - 1 ? .pause : .plain
        case .opening: return .opening
        case .dash: return value == 0x2014 || value == 0x2015 || value == 0x2013 ? .pause : .hyphen
        default: return .plain
        }
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
