import LinecasterLanguage

/// A line as the column set it: usually one line of the text, sometimes several that extraction split
/// off it.
struct Line {
    /// Offsets in the text, without the white space around the line.
    var start: Int
    var end: Int
    /// The lines of the text that it is made of: the first, counted without blank lines, and how many.
    var firstPiece: Int
    @Narrow var pieceCount: Int = 1
    /// Columns of white space before the line.
    @Narrow var indent: Int
    /// Columns that the line takes, a Chinese character taking two.
    @Narrow var width: Int
    /// The same in tenths, for lines that are measured as print sets them.
    @Narrow var tenths: Int
    /// Tenths of a column that a space takes.
    @Narrow var spaceTenths: Int = 10
    /// Whether the line is measured as print sets it.
    var isPrinted = false
    /// Blank lines directly before it.
    @Narrow var blanksBefore: Int
    /// Whether a page ended before it.
    var followsPageBreak: Bool
    /// Columns of its first piece that cannot be broken: a character with the marks that must stay by it, or a word.
    @Narrow var firstToken: Int
    /// The same in tenths.
    @Narrow var firstTokenTenths: Int
    /// Its bytes.
    @Narrow var firstTokenLength: Int
    var isChinese: Bool
    var first: UInt32
    var last: UInt32
    var ending: Ending
    /// Quotation marks and brackets that the line opens less those that it closes.
    var opened: Opened
    /// Gaps of several spaces, tabs, rules or dots within the line, as between the cells of a table.
    @Narrow var gaps: Int

    /// Marks that end a sentence or a clause within the line.
    @Narrow var innerStops: Int
    @Narrow var innerPauses: Int

    /// Whether nothing stands in the line but strokes: `|`, `──────`, `_____`, `//////`.
    var isRule: Bool

    /// How a line ends, looking through closing quotation marks and brackets.
    enum Ending: Int { case terminal, pause, opening, hyphen, plain }

    struct Opened {
        @Narrow var quotes: Int = 0
        @Narrow var brackets: Int = 0
    }

    /// The end of the first piece in the text.
    var firstTokenEnd: Int { start + firstTokenLength }

    /// The whole line in the text, with what stands between its pieces.
    var range: Range<Int> { start..<end }

    /// Whether white space stands within the line.
    var hasSpace: Bool

    /// Whether a digit does.
    var hasDigit: Bool

    /// Whether the line, or each piece of it, is a single word of letters.
    var isWord: Bool

    /// Whether the line ends in a mark of a clause or a sentence.
    var endsInMark: Bool { ending == .pause || ending == .terminal }

    /// Whether the line ends in two marks one after the other, where PDF readers part lines.
    var endsInTwoMarks: Bool

    /// Whether a line may begin so.
    var beginsMidway: Bool

    /// Whether a soft hyphen and white space stand before the line: the rest of a word that extraction cut at a ligature.
    var followsSoftHyphen = false

    /// Whether the line begins with a small letter.
    var beginsLowercase: Bool

    /// Whether a line of letters goes on in the next without a doubt: no sentence ends, and a small letter follows.
    ///
    /// - Parameter orIsHyphenated: Whether a line that ends in a hyphen counts.
    func surelyGoesOn(in next: Line, orIsHyphenated: Bool = false) -> Bool {
        !isChinese && !next.isChinese && next.beginsLowercase && next.blanksBefore == 0
            && (ending == .plain || ending == .pause || orIsHyphenated && ending == .hyphen)
    }
}

/// A small number, of which there are many, in half the room.
@propertyWrapper
struct Narrow {
    private var value: Int32

    init(wrappedValue: Int) { value = Int32(clamping: wrappedValue) }

    var wrappedValue: Int {
        get { Int(value) }
        set { value = Int32(clamping: newValue) }
    }
}

extension Line {
    /// Measures the line in a range of the text, which must not be blank.
    init(_ text: borrowing [UInt8], content: Range<Int>, number: Int, indent: Int, blanksBefore: Int, followsPageBreak: Bool) {
        var shape = Shape(start: content.lowerBound)
        var offset = content.lowerBound
        var scalar = text.scalar(at: offset)
        first = scalar.value
        while true {
            shape.see(scalar)
            offset = scalar.end
            if shape.isPlain {
                let end = text.withUnsafeBufferPointer { shape.passPlain($0, from: offset, to: content.upperBound) }
                if end > offset { scalar = text.scalar(before: end, from: offset) ?? scalar }
                offset = end
            }
            guard offset < content.upperBound else { break }
            if shape.kind == .terminal, scalar.value != 0x2E || text[offset] == 0x20 { shape.stops += 1 }
            if shape.kind == .pause, scalar.value != 0x3001 { shape.pauses += 1 }
            scalar = text.scalar(at: offset)
        }
        last = scalar.value
        hasSpace = shape.hasSpace
        hasDigit = shape.hasDigit
        isWord = shape.letters > 0 && shape.wide == 0 && !shape.hasSpace
        let beforeLast = text.scalar(before: scalar.offset, from: content.lowerBound)
        endsInTwoMarks = mayNotBeginLine(last) && beforeLast.map { mayNotBeginLine($0.value) } == true
        start = content.lowerBound
        end = content.upperBound
        firstPiece = number
        self.indent = indent
        self.blanksBefore = blanksBefore
        self.followsPageBreak = followsPageBreak
        opened = shape.opened
        gaps = shape.gaps
        isRule = shape.strokes == shape.scalars && (first == 0x7C || first == 0x2502 || first == 0x2F || shape.scalars >= 4)
        innerStops = shape.stops
        innerPauses = shape.pauses
        let isWide = shape.wide * 2 >= shape.letters && shape.wide > 0
        isChinese = isWide
        // Quotation marks and dashes are wide among ideographs alone.
        let columns = shape.width - (isWide ? 0 : shape.ambiguous)
        let token = shape.token.width - (isWide ? 0 : shape.token.ambiguous)
        (width, tenths, firstToken, firstTokenTenths) = (columns, columns * 10, token, token * 10)
        firstTokenLength = shape.token.end - content.lowerBound
        beginsMidway = mayNotBeginLine(first)
        beginsLowercase = isLowercase(first)
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
            case .dash:
                // A dash is a mark of its own; so is a hyphen behind another or behind a space.
                let before = text.scalar(before: scalar.offset, from: content.lowerBound).map { characterClass($0.value) }
                let isDash = scalar.value >= 0x2013 && scalar.value <= 0x2015 || before == .dash || before == .space
                return isDash ? .pause : .hyphen
            default: return .plain
            }
        }
        return .plain
    }
}

private func isLowercase(_ value: UInt32) -> Bool {
    if value < 0x80 { return value &- 0x61 < 26 }
    return characterClass(value) == .letter && Unicode.Scalar(value)?.properties.isLowercase == true
}

/// What one pass over a line's scalars finds.
private struct Shape {
    var width = 0
    /// Columns that are there in a line of ideographs alone.
    var ambiguous = 0
    var wide = 0
    var letters = 0
    var opened = Line.Opened()
    var gaps = 0
    var stops = 0
    var pauses = 0
    var strokes = 0
    var scalars = 0
    var hasSpace = false
    var hasDigit = false
    var token: FirstToken
    /// The class of the scalar seen last.
    var kind = CharacterClass.other
    private var spaces = 0
    private var leader = DotLeader()

    init(start: Int) { token = FirstToken(end: start) }

    /// Whether the scalar seen last was a letter or an ideograph, and the line's first piece is over.
    var isPlain: Bool { (kind == .letter || kind == .han) && token.isDone }

    /// Counts the letters and ideographs that follow such, of which lines are mostly made, and single spaces before letters.
    ///
    /// - Returns: The offset behind them.
    mutating func passPlain(_ text: UnsafeBufferPointer<UInt8>, from start: Int, to end: Int) -> Int {
        var offset = start
        var ideographs = 0
        var gaps = 0
        while offset < end {
            let byte = text[offset]
            if (byte | 0x20) &- 0x61 < 26 {
                offset &+= 1
            } else if byte == 0x20, offset &+ 1 < end, (text[offset &+ 1] | 0x20) &- 0x61 < 26 {
                gaps &+= 1
                offset &+= 2
            } else if byte &- 0xE4 < 6, offset &+ 2 < end, ideograph(byte, text[offset &+ 1], text[offset &+ 2]) &- 0x4E00 < 0x5200 {
                ideographs &+= 1
                offset &+= 3
            } else {
                break
            }
        }
        guard offset > start else { return start }
        let characters = offset - start - 2 * ideographs
        width += characters + ideographs
        scalars += characters
        letters += characters - ideographs - gaps
        wide += ideographs
        strokes += gaps
        hasSpace = hasSpace || gaps > 0
        kind = text[offset - 1] < 0x80 ? .letter : .han
        return offset
    }

    private func ideograph(_ first: UInt8, _ second: UInt8, _ third: UInt8) -> UInt32 {
        UInt32(first & 0x0F) << 12 | UInt32(second & 0x3F) << 6 | UInt32(third & 0x3F)
    }

    @inline(__always)
    mutating func see(_ scalar: LocatedScalar) {
        let value = scalar.value
        kind = characterClass(value)
        let columns = columns(value)
        width += columns
        if columns == 2, isAmbiguous(value) { ambiguous += 1 }
        scalars += 1
        token.see(scalar, kind, columns)
        if kind == .han || kind == .letter {
            if leader.endsBefore(value, kind) || spaces >= 3 { gaps += 1 }
            spaces = 0
            if kind == .han { wide += 1 } else { letters += 1 }
            return
        }
        if kind == .space {
            spaces += value == 0x09 ? 4 : columns
            strokes += 1
            hasSpace = true
            return
        }
        if leader.endsBefore(value, kind) || spaces >= 3 || value == 0x7C || value == 0x2502 || value == 0xFF5C { gaps += 1 }
        spaces = 0
        switch kind {
        case .kana: wide += 1
        case .digit: hasDigit = true
        case .opening, .closing: opened.see(value)
        default: if isStroke(value) { strokes += 1 }
        }
    }
}

/// The columns of a line's first piece that cannot be broken: opening marks, then a character or a word, then
/// the marks that must stay by it.
private struct FirstToken {
    private(set) var width = 0
    /// Columns that are there in a line of ideographs alone.
    private(set) var ambiguous = 0
    private(set) var end: Int
    private var state = State.opening

    private enum State { case opening, word, marks, done }

    var isDone: Bool { state == .done }

    init(end: Int) { self.end = end }

    @inline(__always)
    mutating func see(_ scalar: LocatedScalar, _ kind: CharacterClass, _ columns: Int) {
        guard state != .done else { return }
        go(on: scalar, kind, columns)
    }

    private mutating func go(on scalar: LocatedScalar, _ kind: CharacterClass, _ columns: Int) {
        switch state {
        case .done: return
        case .opening where kind == .opening || kind == .neutralQuote: break
        case .opening: state = Self.isWordPart(scalar.value, kind) ? .word : .marks
        case .word where Self.isWordPart(scalar.value, kind): break
        case .word, .marks:
            state = mayNotBeginLine(scalar.value) ? .marks : .done
            if state == .done { return }
        }
        width += columns
        if columns == 2, isAmbiguous(scalar.value) { ambiguous += 1 }
        end = scalar.end
    }

    private static func isWordPart(_ value: UInt32, _ kind: CharacterClass) -> Bool {
        kind == .letter || kind == .digit || value &- 0x21 < 0x5E || value == 0x2019 || value == 0xFF05
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

/// Whether a mark takes two columns among ideographs and one among letters.
///
/// Source: UAX #11, East Asian Width, class A.
private func isAmbiguous(_ value: UInt32) -> Bool { value &- 0x2010 < 0x20 }

/// Whether a scalar draws a line and writes nothing.
private func isStroke(_ value: UInt32) -> Bool {
    switch value {
    case 0x7C, 0x5F, 0x2D, 0x3D, 0x2A, 0x2F, 0x7E, 0x23, 0xFF5C, 0x2014, 0x2015, 0x2500...0x257F: true
    default: false
    }
}
