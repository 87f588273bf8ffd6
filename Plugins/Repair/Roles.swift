import LinecasterLanguage

/// What a line belongs to.
enum Role: Int, CaseIterable {
    case body, title, caption, credit, listing
}

/// How well each role fits a line, in nats against body text.
struct RoleScores {
    private(set) var scores = SIMD8<Double>(repeating: 0)

    subscript(role: Role) -> Double {
        get { scores[role.rawValue] }
        set { scores[role.rawValue] = newValue }
    }

    init(_ index: Int, _ context: ArticleLines) {
        let line = context.lines[index]
        self[.title] = Weights.headingPrior
        self[.credit] = -8
        self[.listing] = context.listings[index] ? Weights.listingRun : -8
        switch context.credits[index] {
        case .byline, .jump:
            self[.credit] = Weights.creditLine
            self[.title] -= 3
        case .caption:
            self[.caption] += Weights.captionCredit
            self[.title] -= 3
        case nil: break
        }
        if CreditLine.hasMark(context.text, line: line.range) { self[.caption] += Weights.captionMark }
        if isLoneSentence(index, context) { self[.caption] += Weights.captionIsolated }
        self[.title] += titleShape(index, context)
    }

    /// How much a line looks like a title.
    private func titleShape(_ index: Int, _ context: ArticleLines) -> Double {
        let line = context.lines[index]
        let fill = context.fills[index]
        guard line.ending != .pause, line.ending != .hyphen, line.ending != .opening, !line.beginsMidway else { return -9 }
        if line.ending == .terminal, line.last == 0x3002 || line.last == 0x2E || isClosingAfterStop(line) { return -5 }
        let words = line.isChinese ? line.width / 2 : line.width / 6
        guard words <= (line.isChinese ? 40 : 16) else { return -6 }
        let isFirst =
            index == 0
            || (index <= 3
                && context.lines[..<index].indices.allSatisfy {
                    context.lines[$0].ending != .terminal && context.fills[$0].isShort
                        || context.lines[$0].width > context.fills[$0].measure
                })
        let isLast = index == context.lines.count - 1
        let isIsolated = context.isIsolated(index)
        var score = 0.0
        // A first line whose indent was lost is short too, by two characters.
        let isShort = fill.isShort && !(line.isChinese && fill.slack <= 5)
        if isShort { score += Weights.headingShape } else if isIsolated { score += Weights.headingShape / 2 } else { score -= 2 }
        if isShort, fill.spare * 3 >= fill.measure { score += Weights.headingFarShort }
        if isIsolated { score += Weights.headingIsolated }
        if isFirst { score += Weights.headingFirst }
        if isLast { score += Weights.headingLast }
        if fill.slack < -4 { score += Weights.headingWide }
        if !line.isChinese { score += capitals(line, context.text) }
        if !isIsolated && (line.blanksBefore > 0 || index + 1 < context.lines.count && context.lines[index + 1].blanksBefore > 0) {
            score += Weights.headingSetOff
        }
        if index + 1 < context.lines.count, beginsParagraph(context.lines[index + 1], after: line, context.fills[index + 1]) {
            score += Weights.headingBeforeParagraph
        }
        let previousEnds = index == 0 || context.lines[index - 1].ending == .terminal || context.fills[index - 1].isShort
        if !previousEnds && !isIsolated { score -= 2.5 }
        return score
    }

    private func isClosingAfterStop(_ line: Line) -> Bool {
        line.ending == .terminal && [.closing, .neutralQuote].contains(characterClass(line.last))
    }

    /// Whether a line shows an indent, or the lack of one that was lost.
    private func beginsParagraph(_ line: Line, after previous: Line, _ fill: Fill) -> Bool {
        isIndented(line, after: previous) || line.lacksIndent(fill)
    }

    /// English titles begin with a capital and hold no lower-case beginning.
    private func capitals(_ line: Line, _ text: [UInt8]) -> Double {
        guard let first = Unicode.Scalar(line.first) else { return 0 }
        return first.properties.isLowercase ? -4 : 0.3
    }

    /// A single sentence that stands alone between blank lines, in an article that sets no blank lines
    /// between its paragraphs: what is said of a picture.
    private func isLoneSentence(_ index: Int, _ context: ArticleLines) -> Bool {
        let line = context.lines[index]
        guard index > 0, index < context.lines.count - 1, line.ending == .terminal, context.isIsolated(index) else { return false }
        guard context.habits.blankShare < 0.45, !line.isChinese else { return false }
        guard let first = Unicode.Scalar(line.first) else { return false }
        return first.properties.isUppercase
    }
}
