/// How an article is set and what extraction does to it.
struct Layout {
    enum Indent { case lost, spaces, otherSpaces, none }

    /// Columns of the measure, a Chinese character taking two.
    var measure: Int
    var indent: Indent
    /// White space of another kind that an indent may become.
    var otherIndent: String
    /// Whether a blank line parts paragraphs.
    var blankBetween: Bool
    /// Lines of a column; the text breaks over columns after so many.
    var columnHeight: Int
    /// Blank lines at a column break.
    var blanksAtBreak: Int
    /// Whether pages have furniture, at the top and at some column breaks.
    var furniture: Bool
    var captions: Int
    var subheads: Double
    /// Whether blank lines stand around titles and captions.
    var blankAround: Bool
    var headlineAtEnd: Bool
    /// Whether a comma that does not fit hangs outside the column.
    var hangs: Bool
    /// The share of lines of Chinese that hold a character more or less than the measure, their marks set closer or
    /// their characters wider apart.
    var looseLines: Double
    /// The face, whose letters differ in width; none where they do not, as in typescript.
    var face: Face?
    var hyphenates: Bool
    /// How much larger titles are set than text.
    var titleSize: Double
    /// Sentences that are set again in larger type between the text.
    var pullQuotes: Int
    /// Whether columns differ in width.
    var variesMeasure: Bool
    /// The share of characters that OCR misread.
    var misreadings: Double
    /// What shows where a word was broken.
    var hyphen: String

    /// A random layout.
    init(isChinese: Bool, using generator: inout SeededGenerator) {
        measure = isChinese ? 2 * generator.number(10...40) : generator.number(25...90)
        if isChinese, generator.happens(0.6) { measure = 2 * generator.number(12...22) }
        indent = generator.pick([.lost, .lost, .spaces, .otherSpaces, .none])
        otherIndent = isChinese ? "　　" : ["\u{2003}", "\u{A0}\u{A0}\u{A0}", "\t", "\u{2002}\u{2002}"][measure % 4]
        blankBetween = generator.happens(indent == .none ? 0.6 : 0.15)
        columnHeight = generator.number(8...40)
        blanksAtBreak = generator.pick([0, 1, 1, 1, 2])
        furniture = generator.happens(0.6)
        captions = generator.pick([0, 0, 1, 1, 2])
        subheads = generator.pick([0, 0.15, 0.3])
        blankAround = generator.happens(0.6)
        headlineAtEnd = generator.happens(0.15)
        hangs = generator.happens(0.3)
        looseLines = isChinese ? generator.pick([0, 0, 0.1, 0.3]) : 0
        let isPrinted = generator.happens(0.6)
        face = isPrinted && !isChinese ? Face.random(using: &generator) : nil
        hyphenates = generator.happens(0.7)
        titleSize = generator.pick([1, 1.2, 1.5, 1.5, 2])
        pullQuotes = generator.pick([0, 0, 0, 0, 1])
        variesMeasure = generator.happens(0.12)
        misreadings = generator.pick([0, 0, 0, 0, 0.003, 0.01])
        hyphen = generator.pick(["-", "-", "-", "\u{2010}", "\u{AD}"])
    }

    /// Goes on in a column of another width.
    mutating func changeMeasure(isChinese: Bool, using generator: inout SeededGenerator) {
        measure = isChinese ? 2 * generator.number(10...30) : generator.number(25...80)
    }

    /// What tells this layout from others, in words.
    func damages(isChinese: Bool) -> [String] {
        var result: [String] = []
        switch (indent, blankBetween) {
        case (_, true): result.append("blank lines between paragraphs")
        case (.lost, _): result.append("indents lost")
        case (.none, _): result.append("no indents, no blank lines")
        default: result.append("indents kept")
        }
        result.append(measure < (isChinese ? 30 : 45) ? "narrow columns" : "wide columns")
        if blanksAtBreak > 0, !blankBetween { result.append("blank lines at column breaks") }
        if furniture { result.append("page furniture") }
        if captions > 0 { result.append("captions") }
        if subheads > 0 { result.append("subheads") }
        if pullQuotes > 0 { result.append("pull quotes") }
        if variesMeasure { result.append("columns of different widths") }
        if misreadings > 0 { result.append("misread characters") }
        if headlineAtEnd { result.append("headline at the end") }
        if looseLines > 0 { result.append("lines of unequal width") }
        if isChinese, hangs { result.append("hanging punctuation") }
        if !isChinese { result.append(face != nil ? "letters of all widths" : "letters of one width") }
        if !isChinese, hyphenates { result.append("hyphenation") }
        return result
    }
}
