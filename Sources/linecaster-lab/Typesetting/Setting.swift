/// One article on its way into columns.
struct Setting {
    private(set) var article: SampleArticle
    private var layout: Layout
    private let matter: Matter
    private let isChinese: Bool
    private var generator: SeededGenerator
    /// Lines since the last column break.
    private var height = 0

    init(layout: Layout, matter: Matter, isChinese: Bool, generator: SeededGenerator) {
        article = SampleArticle(damages: layout.damages(isChinese: isChinese))
        self.layout = layout
        self.matter = matter
        self.isChinese = isChinese
        self.generator = generator
    }

    mutating func set(_ paragraphs: [String]) {
        if layout.furniture { furniture() }
        if !layout.headlineAtEnd { titles() }
        if generator.happens(0.5) { single("byline", matter.byline(using: &generator)) }
        var captionsAt = Set((0..<layout.captions).map { _ in generator.number(0...max(0, paragraphs.count - 1)) })
        let quoteAt = layout.pullQuotes > 0 && paragraphs.count > 2 ? generator.number(1...paragraphs.count - 1) : nil
        for (index, clean) in paragraphs.enumerated() {
            let text = Misreading(share: layout.misreadings, isChinese: isChinese).applied(to: clean, using: &generator)
            if index > 0, generator.happens(layout.subheads) {
                single("subhead", matter.title(isChinese ? 4...10 : 2...4, using: &generator))
            }
            if captionsAt.remove(index) != nil { caption() }
            if index == quoteAt { pullQuote(matter.sentence(of: paragraphs[index - 1])) }
            if layout.variesMeasure, height == 0, index > 0 { layout.changeMeasure(isChinese: isChinese, using: &generator) }
            if index > 0, layout.blankBetween, article.lines.last != "" { article.addBlank() }
            paragraph(text)
        }
        if generator.happens(0.12) { single("note", matter.jump(using: &generator)) }
        if layout.headlineAtEnd { titles() }
        if layout.furniture, generator.happens(0.4) { noise(matter.pageNumber(using: &generator)) }
    }

    private mutating func titles() {
        if generator.happens(0.25) { single("kicker", matter.title(isChinese ? 5...12 : 2...4, using: &generator)) }
        single("headline", matter.title(isChinese ? 6...20 : 3...8, using: &generator))
    }

    private mutating func single(_ kind: String, _ text: String) {
        if layout.blankAround, !article.lines.isEmpty, article.lines.last != "" { article.addBlank() }
        article.add(kind, lines: titleLines(kind, text), text: text)
        if layout.blankAround { article.addBlank() }
        height += 1
    }

    /// Titles are set in larger type, so that the column holds less of them; some stand across columns.
    private mutating func titleLines(_ kind: String, _ text: String) -> [String] {
        guard ["headline", "subhead"].contains(kind), generator.happens(0.6) else { return [text] }
        var large = layout
        large.measure = Int(Double(layout.measure) / (kind == "headline" ? layout.titleSize : min(1.2, layout.titleSize)))
        large.indent = .none
        large.hyphenates = false
        return ColumnSetter(layout: large).lines(text, isChinese: isChinese, using: &generator)
    }

    /// A sentence of the text in larger type, between blank lines.
    private mutating func pullQuote(_ text: String?) {
        guard let text else { return }
        var large = layout
        large.measure = Int(Double(layout.measure) / 1.4)
        large.indent = .none
        large.hyphenates = false
        if article.lines.last != "" { article.addBlank() }
        article.add("note", lines: ColumnSetter(layout: large).lines(text, isChinese: isChinese, using: &generator), text: text)
        article.addBlank()
    }

    /// A caption: on one line, or set in the column.
    private mutating func caption() {
        let text = matter.caption(maybeBare: layout.blankAround && !layout.blankBetween, using: &generator)
        if layout.blankAround, article.lines.last != "" { article.addBlank() }
        var narrow = layout
        narrow.indent = .none
        let lines = generator.happens(0.5) ? [text] : ColumnSetter(layout: narrow).lines(text, isChinese: isChinese, using: &generator)
        article.add("caption", lines: lines, text: text)
        if layout.blankAround { article.addBlank() }
    }

    private mutating func paragraph(_ text: String) {
        let lines = ColumnSetter(layout: layout).lines(text, isChinese: isChinese, using: &generator)
        article.begin("paragraph", text: text)
        let block = article.blocks.count - 1
        for (index, line) in lines.enumerated() {
            article.addLine(line, toBlock: block)
            height += 1
            if height >= layout.columnHeight {
                height = 0
                columnBreak(insideParagraph: index < lines.count - 1)
            }
        }
    }

    private mutating func columnBreak(insideParagraph: Bool) {
        guard layout.blanksAtBreak > 0 else { return }
        article.addBlank(layout.blanksAtBreak)
        guard layout.furniture, generator.happens(0.35) else { return }
        furniture()
    }

    private mutating func furniture() {
        if generator.happens(0.8) { noise(matter.runningHead(using: &generator)) }
        if generator.happens(0.5) { noise(matter.pageNumber(using: &generator)) }
    }

    private mutating func noise(_ text: String) {
        article.add("noise", lines: [text], text: text)
        if generator.happens(0.7) { article.addBlank() }
    }
}
