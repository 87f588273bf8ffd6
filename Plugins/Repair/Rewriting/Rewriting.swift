import LinecasterKit
import LinecasterLanguage

/// What is proposed for an article, section by section.
struct Proposal {
    fileprivate var reasons = NumberTable(capacity: 64)
    fileprivate var explanations: [String] = []
    fileprivate var edits = Changes()
    fileprivate var blocks: [Annotation<Block>] = []
    /// The end of the text that was gone through; behind it nothing but white space and furniture was taken out.
    fileprivate var end = 0

    /// The edits, and the blocks.
    var changes: Changes {
        var changes = edits
        if !blocks.isEmpty { changes.set(.blocks, to: blocks) }
        return changes
    }
}

/// Turns decisions into edits and blocks.
struct Rewriting {
    private let article: ArticleLines
    private let decision: Decision
    private let settings: Repair.Settings
    private let hyphens: Hyphens
    private var proposal = Proposal()

    init(_ article: ArticleLines, _ decision: Decision, _ settings: Repair.Settings) {
        self.article = article
        self.decision = decision
        self.settings = settings
        hyphens = Hyphens(article.lines, in: article.text)
    }

    /// Adds the section's edits and blocks to what is proposed.
    mutating func propose(in other: inout Proposal) {
        // Held by one of the two alone, what is proposed is never copied.
        swap(&proposal, &other)
        defer { swap(&proposal, &other) }
        guard let first = article.lines.first, let last = article.lines.last else {
            remove(proposal.end..<article.section.range.upperBound, with: article.furniture[0])
            proposal.end = article.section.range.upperBound
            return
        }
        if article.section.isFirst { reserve() }
        if proposal.blocks.isEmpty {
            remove(proposal.end..<first.start, with: article.furniture[0])
        } else {
            let gapEnd = article.furniture[0].first?.line.start ?? first.start
            replace(proposal.end..<gapEnd, with: "\n\n", rule: "separate-block", explanation: "a paragraph ends before a section")
            remove(gapEnd..<first.start, with: article.furniture[0])
        }
        for index in article.lines.indices {
            if index > 0 { rewriteGap(before: index) }
            joinPieces(of: article.lines[index])
            dropLeaders(of: article.lines[index])
        }
        proposal.end = last.end
        let furniture = article.furniture[article.lines.count]
        if article.section.isLast || !furniture.isEmpty {
            remove(last.end..<article.section.range.upperBound, with: furniture)
            proposal.end = article.section.range.upperBound
        }
        proposal.blocks += blocks()
    }

    /// Makes room for the edits of an article whose sections are as this one.
    private mutating func reserve() {
        let (bytes, lines) = (article.section.range.count, article.lines.count)
        proposal.edits.reserveCapacity(edits: article.text.count / max(1, bytes / (lines + lines / 8 + 8)))
    }

    /// Removes a gap between kept lines: its furniture, each by its rule, and the white space around it.
    private mutating func remove(_ gap: Range<Int>, with furniture: [FurnitureLine]) {
        var offset = gap.lowerBound
        for noise in furniture {
            replace(offset..<noise.line.start, with: "", rule: "drop-blank-line")
            replace(noise.line.range, with: "", rule: noise.rule, confidence: noise.confidence)
            offset = noise.line.end
        }
        replace(offset..<gap.upperBound, with: "", rule: "drop-blank-line")
    }

    private mutating func dropLeaders(of line: Line) {
        guard line.gaps > 0, line.pieceCount == 1 else { return }
        for leader in DotLeader.ranges(in: article.text, line: line.range) {
            replace(leader, with: " ", rule: "drop-dot-leader", confidence: 0.9)
        }
    }

    private mutating func joinPieces(of line: Line) {
        let isSpelled = SpelledLines.areSpelled(article.pieces[line.firstPiece..<line.firstPiece + line.pieceCount], in: article.text)
        for index in line.firstPiece + 1..<line.firstPiece + line.pieceCount {
            let piece = article.pieces[index - 1]
            let next = article.pieces[index]
            let isSyllable = piece.last == 0xAD || next.followsSoftHyphen
            replace(
                (piece.last == 0xAD ? piece.end - 2 : piece.end)..<next.start,
                with: isSyllable || isSpelled || !line.isWord ? "" : " ",
                rule: isSyllable
                    ? "join-at-soft-hyphen"
                    : isSpelled ? "join-spelled-heading" : line.isWord ? "join-stretched-line" : "join-split-punctuation",
                confidence: 0.97,
                explanation: isSpelled ? "capitals stand alone in their lines" : "the parts fill one line of the column"
            )
        }
    }

    private mutating func rewriteGap(before index: Int) {
        let line = article.lines[index - 1]
        let next = article.lines[index]
        let furniture = article.furniture[index]
        let gapEnd = furniture.first?.line.start ?? next.start
        let step = decision.steps[index]
        let boundary = decision.boundary(before: index)
        let confidence = boundary?.confidence ?? 1
        var gap = line.end..<gapEnd
        switch step {
        case .separate:
            replace(
                gap,
                with: "\n\n",
                rule: "separate-block",
                confidence: confidence,
                explanation: explanation(boundary, isBreak: true)
            )
        case .keepLine:
            replace(gap, with: next.blanksBefore > 0 ? "\n\n" : "\n", rule: "keep-line")
        case .join:
            let isAcross = next.blanksBefore > 0 || !furniture.isEmpty
            let join = joint(line, next)
            gap = join.start..<gapEnd
            replace(
                gap,
                with: join.text,
                rule: join.rule ?? (isAcross ? "join-across-blank" : "join-wrapped-line"),
                confidence: min(confidence, join.confidence),
                explanation: explanation(boundary, isBreak: false)
            )
        }
        guard !furniture.isEmpty else { return }
        remove(gapEnd..<next.start, with: furniture)
    }

    /// Why a boundary was decided as it was; most boundaries of an article share a few reasons.
    private mutating func explanation(_ boundary: Boundary?, isBreak: Bool) -> String {
        guard let boundary else { return "" }
        let decided: UInt64 = isBreak ? 1 : 0
        if let answer = decision.weighing.answer(to: boundary) {
            let reasons = boundary.reasons(answer.contributions)
            return words(reasons.signature << 2 | 2 | decided, isBreak) { reasons }
        }
        return words(boundary.signature << 2 | decided, isBreak) { [article] in boundary.reasons(article) }
    }

    private mutating func words(_ signature: UInt64, _ isBreak: Bool, of found: () -> Reasons) -> String {
        let number = proposal.reasons.number(of: signature)
        if number == proposal.explanations.count { proposal.explanations.append(found().words(isBreak: isBreak)) }
        return proposal.explanations[number]
    }

    /// What stands between two lines that are joined, and from which byte on it replaces the text.
    private func joint(_ line: Line, _ next: Line) -> (start: Int, text: String, rule: String?, confidence: Double) {
        let left = characterClass(line.last)
        let right = characterClass(next.first)
        if isSplitAddress(line, next, in: article.text) { return (line.end, "", "join-address", 0.9) }
        if line.ending == .hyphen, left == .dash, let last = article.text.scalar(before: line.end) {
            if let (drop, confidence) = hyphens.isDropped(last.offset..<last.end, before: next.range) {
                let rule = drop ? "join-hyphenated-word" : "join-compound-word"
                return (drop && settings.hyphens != .keep ? last.offset : line.end, "", rule, confidence)
            }
            // A hyphen behind a space is a dash.
            let isDash = article.text.scalar(before: last.offset, from: line.start).map { characterClass($0.value) == .space } ?? true
            return (line.end, !isDash && (right == .digit || right.isIdeographic) ? "" : " ", nil, 0.9)
        }
        return (line.end, needsSpace(left, right, line, next) ? " " : "", nil, 1)
    }

    private func needsSpace(_ left: CharacterClass, _ right: CharacterClass, _ line: Line, _ next: Line) -> Bool {
        if left == .hangul || right == .hangul { return true }
        if left.isIdeographic || right.isIdeographic { return false }
        if isFullWidth(line.last) || isFullWidth(next.first) { return false }
        if line.isChinese || next.isChinese {
            // Within Chinese only words of letters are parted by a space; a number is broken between its digits.
            return left == .letter && right == .letter
        }
        if left == .dash { return line.last == 0x2D }
        return !next.beginsMidway || right == .neutralQuote
    }

    private func isFullWidth(_ value: UInt32) -> Bool { value >= 0x3000 || columns(value) == 2 }

    private func blocks() -> [Annotation<Block>] {
        var result: [Annotation<Block>] = []
        var start = 0
        for index in article.lines.indices {
            let isLast =
                index == article.lines.count - 1 || decision.steps[index + 1] == .separate
                || (decision.steps[index + 1] == .keepLine && article.lines[index + 1].blanksBefore > 0)
            guard isLast else { continue }
            let range = TextRange(article.lines[start].start..<article.lines[index].end)
            let confidence = decision.boundary(before: start)?.confidence ?? 1
            result.append(Annotation(range, Block(kind(of: start...index), confidence: confidence)))
            start = index + 1
        }
        return result
    }

    private func kind(of lines: ClosedRange<Int>) -> BlockKind {
        switch decision.roles[lines.lowerBound] {
        case .opening, .body: .paragraph
        case .title: .subhead
        case .caption: .caption
        case .credit: article.credits[lines.lowerBound] == .jump ? .note : .byline
        // Verse and addresses are text whose lines stay; cells make a table.
        case .listing: lines.contains { article.lines[$0].gaps > 0 } ? .table : .paragraph
        }
    }

    private mutating func replace(_ range: Range<Int>, with text: String, rule: String, confidence: Double = 1, explanation: String = "") {
        let rounded = (confidence * 1000).rounded() / 1000
        if range.count == text.utf8.count, text.utf8.elementsEqual(article.text[range]) {
            guard !range.isEmpty else { return }
            proposal.edits.confirm(TextRange(range), rule: rule, confidence: rounded, explanation: explanation)
        } else {
            proposal.edits.replace(TextRange(range), with: text, rule: rule, confidence: rounded, explanation: explanation)
        }
    }
}
