import LinecasterLanguage

/// What a line belongs to.
enum Role: Int, CaseIterable {
    /// The first line of a paragraph, and the lines that follow it.
    case opening, body
    case title, caption, credit, listing
}

/// How well each role fits a line, in nats against body text.
struct RoleScores {
    private(set) var scores = SIMD8<Double>(repeating: 0)

    subscript(role: Role) -> Double {
        get { scores[role.rawValue] }
        set { scores[role.rawValue] = newValue }
    }

    init(_ index: Int, _ context: borrowing ArticleLines) {
        let model = context.weights(of: context.lines[index])
        // Line by line, text is text; what joins and parts it is told by the boundaries.
        self[.credit] = -8
        self[.listing] = context.listings[index] ? model.weight(.listing) : -8
        self[.title] = titleShape(index, context)
        switch context.credits[index] {
        case .byline, .jump:
            self[.credit] = model.weight(.creditLine)
            self[.title] += model.weight(.titleIsCredit)
        case .caption:
            self[.caption] += model.weight(.captionCredit)
            self[.title] += model.weight(.titleIsCredit)
        case nil: break
        }
        if context.captionSigns[index].contains(.mark) { self[.caption] += model.weight(.captionMark) }
        if isLoneSentence(index, context) { self[.caption] += model.weight(.captionIsolated) }
    }

    /// How much a line looks like a title.
    private func titleShape(_ index: Int, _ context: ArticleLines) -> Double {
        let line = context.lines[index]
        let fill = context.fills[index]
        let model = context.weights(of: context.lines[index])
        let always = model.weight(.titleAlways)
        guard line.ending != .pause, line.ending != .hyphen, line.ending != .opening, !line.beginsMidway else {
            return always + model.weight(.titleEndsMidway)
        }
        // 记者：您有什么愿望？ stands for itself and is no title.
        if context.turns[index] { return always + model.weight(.titleEndsSentence) }
        if line.ending == .terminal, line.last == 0x3002 || line.last == 0x2E || isClosingAfterStop(line) {
            return always + model.weight(.titleEndsSentence)
        }
        // What stands above a dateline or a byline is a title, however long.
        if line.ending == .plain, line.isChinese, index + 1 < context.lines.count,
            context.reportHeads[index + 1] == .dateline || index < 5 && context.credits[index + 1] == .byline
        {
            return always + model.weight(.titleBeforeReport)
        }
        let words = line.isChinese ? line.width / 2 : line.width / 6
        guard words <= (line.isChinese ? 40 : 16) else { return always + model.weight(.titleTooLong) }
        let next = index + 1 < context.lines.count ? context.lines[index + 1] : nil
        let isIsolated = context.isIsolated(index)
        // A first line whose indent was lost is short too, by two characters.
        let isShort = fill.isShort && !(line.isChinese && fill.slack <= 5)
        var score = always
        if isShort {
            score += model.weight(.titleShort)
            if fill.spare * 3 >= fill.measure { score += model.weight(.titleFarShort) }
        } else {
            score += model.weight(isIsolated ? .titleFullIsolated : .titleFull)
        }
        if isIsolated {
            score += model.weight(.titleIsolated)
        } else if line.blanksBefore > 0 || (next?.blanksBefore ?? 0) > 0 {
            score += model.weight(.titleSetOff)
        }
        if context.openEnds[index] { score += model.weight(.titleEndsMidPhrase) }
        if line.innerStops > 0 { score += model.weight(.titleHoldsStop) }
        if line.innerPauses > 1 { score += model.weight(.titleHoldsPauses) }
        if context.isAtTop(index) { score += model.weight(.titleFirst) }
        if next == nil, context.section.isLast { score += model.weight(.titleLast) }
        if fill.slack < -4 { score += model.weight(.titleWide) }
        if !line.isChinese { score += model.weight(line.beginsLowercase ? .titleLowercase : .titleCapital) }
        if let next, beginsParagraph(next, after: line, context.fills[index + 1]) { score += model.weight(.titleBeforeParagraph) }
        let previousEnds = index == 0 || context.lines[index - 1].ending == .terminal || context.fills[index - 1].isShort
        if !previousEnds && !isIsolated { score += model.weight(.titleAfterOpenSentence) }
        return score
    }

    private func isClosingAfterStop(_ line: Line) -> Bool {
        line.ending == .terminal && [.closing, .neutralQuote].contains(characterClass(line.last))
    }

    /// Whether a line shows an indent, or the lack of one that was lost.
    private func beginsParagraph(_ line: Line, after previous: Line, _ fill: Fill) -> Bool {
        isIndented(line, after: previous) || line.lacksIndent(fill)
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
