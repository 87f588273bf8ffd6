import Foundation
import LinecasterLanguage

/// What speaks for a break between two lines of body text, and against it.
struct Boundary {
    /// The features that hold, a bit for each.
    private var features: UInt64 = 0
    private let model: RepairModel
    /// Log odds of a break.
    private(set) var score = 0.0
    /// The same if the line is the first of its paragraph, and short by an indent that was lost.
    private(set) var scoreAfterFirst = 0.0

    /// Weighs the boundary between a line and the next.
    ///
    /// - Parameters:
    ///   - index: The line's index.
    ///   - open: Quotation marks and brackets that are open at the end of the line.
    init(_ index: Int, _ article: ArticleLines, open: Line.Opened) {
        let line = article.lines[index]
        let next = article.lines[index + 1]
        model = article.model
        add(.always)
        addEnding(line, article.fills[index])
        let ending = score
        scoreAfterFirst =
            article.habits.lostColumns == 0 ? ending : endingScore(line, article.fills[index].behindIndent(of: article.habits.lostColumns))
        addBeginning(line, next, in: article.text)
        addHabits(line, next, article.fills[index + 1], article.habits)
        if open.quotes > 0, line.ending != .terminal || !next.isQuoteStart { add(.openQuote) }
        if open.brackets > 0 { add(.openBracket) }
        scoreAfterFirst += score - ending
    }

    /// What the end of a line weighs, with what always speaks.
    private func endingScore(_ line: Line, _ fill: Fill) -> Double {
        endingFeatures(line, fill).reduce(model.weight(.always)) { $0 + model.weight($1) }
    }

    /// How sure a decision is, from 0.5 to 1.
    var confidence: Double { 1 / (1 + exp(-abs(score))) }

    /// What tells one explanation from another: the features that hold.
    var signature: UInt64 { features }

    /// The features that spoke loudest, those for the decision first.
    func explanation(isBreak: Bool, habits: Habits) -> String {
        let sign = isBreak ? 1.0 : -1.0
        let holding = Feature.allCases.filter { $0 != .always && features >> UInt64($0.rawValue) & 1 == 1 }
        let weighed = holding.map { (feature: $0, weight: (habits.weight($0) ?? 1) * model.weight($0)) }
        let loudest = weighed.sorted { abs($0.weight) > abs($1.weight) }.prefix(3)
        let pro = loudest.filter { $0.weight * sign > 0 }.map(\.feature.words)
        let contra = loudest.filter { $0.weight * sign <= 0 }.map(\.feature.words)
        let parts = [pro.joined(separator: "; "), contra.isEmpty ? "" : "against it: " + contra.joined(separator: "; ")]
        return parts.filter { !$0.isEmpty }.joined(separator: "; ")
    }

    private mutating func add(_ feature: Feature, times factor: Double = 1) {
        features |= 1 << UInt64(feature.rawValue)
        score += factor * model.weight(feature)
    }

    private mutating func addEnding(_ line: Line, _ fill: Fill) {
        for feature in endingFeatures(line, fill) { add(feature) }
    }

    private func endingFeatures(_ line: Line, _ fill: Fill) -> [Feature] {
        switch line.ending {
        case .terminal where fill.isShort: Self.shortEnd
        case .terminal where fill.spare >= 2: Self.roomyEnd
        case .terminal where fill.spare >= 0: Self.nearlyFullEnd
        case .terminal: Self.fullEnd
        case .pause: Self.pauseEnd
        case .hyphen: Self.hyphenEnd
        case .opening: Self.openEnd
        case .plain where fill.spare * 3 >= fill.measure: Self.farShortMiddle
        case .plain where fill.isShort: Self.shortMiddle
        case .plain: Self.middle
        }
    }

    private static let shortEnd: [Feature] = [.endsSentence, .shortAfterSentence]
    private static let roomyEnd: [Feature] = [.endsSentence, .roomAfterSentence]
    private static let nearlyFullEnd: [Feature] = [.endsSentence, .somewhatShortAfterSentence]
    private static let fullEnd: [Feature] = [.endsSentence, .fullAfterSentence]
    private static let pauseEnd: [Feature] = [.endsInPause]
    private static let hyphenEnd: [Feature] = [.endsInHyphen]
    private static let openEnd: [Feature] = [.endsOpen]
    private static let farShortMiddle: [Feature] = [.endsMidSentence, .farShortInMidSentence]
    private static let shortMiddle: [Feature] = [.endsMidSentence, .shortInMidSentence]
    private static let middle: [Feature] = [.endsMidSentence]

    private mutating func addBeginning(_ line: Line, _ next: Line, in text: [UInt8]) {
        if isSplitAddress(line, next, in: text) { add(.splitsAddress) }
        if next.beginsMidway { add(.nextBeginsMidway) }
        if next.isQuoteStart, line.ending == .terminal { add(.nextOpensQuote) }
        if Enumerator.isBullet(text, line: next.range) {
            add(.nextIsBullet)
        } else if line.ending == .terminal, Enumerator.match(in: text, line: next.range) != nil {
            add(.nextIsNumbered)
        }
        if beginsReport(next, in: text) { add(.nextIsDateline) }
        if particles.match(in: text, at: next.start, limit: next.end) != nil { add(.nextBeginsWithParticle) }
        guard characterClass(next.first) == .letter, let scalar = Unicode.Scalar(next.first) else { return }
        if scalar.properties.isLowercase { add(.nextIsLowercase) } else if line.ending == .terminal { add(.nextIsUppercase) }
    }

    private mutating func addHabits(_ line: Line, _ next: Line, _ nextFill: Fill, _ habits: Habits) {
        let isBlank = next.blanksBefore > 0
        add(isBlank ? .blankLine : .noBlankLine, times: isBlank ? habits.blank.there : habits.blank.absent)
        let hasIndent = isIndented(next, after: line)
        add(hasIndent ? .nextIsIndented : .nextIsNotIndented, times: hasIndent ? habits.indent.there : habits.indent.absent)
        guard next.ending != .terminal, !hasIndent else { return }
        if next.lacksIndent(nextFill) {
            add(.nextLacksIndent, times: habits.lostIndent.there)
        } else if next.reachesEdge(nextFill) {
            add(.nextIsFull, times: habits.lostIndent.absent)
        }
    }
}

extension Line {
    var isQuoteStart: Bool { first == 0x201C || first == 0x300C || first == 0x22 }
}

/// Words that continue a sentence and begin none.
private let particles = PhraseSet("的 了 着 们 地 得 吗 呢 吧 等 而言 来说 之一 以上 以下 以内 左右")
private let reports = PhraseSet("本报讯 本报北京 新华社 本报记者 中新网 中新社 据新华社 【 本报 人民网 记者从")

/// Whether a line begins as news reports do: `新华社上海1月18日电`, `本报讯`.
private func beginsReport(_ line: Line, in text: [UInt8]) -> Bool {
    guard let end = reports.match(in: text, at: line.start, limit: line.end) else { return false }
    let head = end..<min(line.end, end + 42)
    return text.holds("讯", at: end - 3) || text.holds("【", at: line.start) || containsDispatch(text, head)
}

private func containsDispatch(_ text: [UInt8], _ range: Range<Int>) -> Bool {
    range.contains { text.holds("电", at: $0) || text.holds("讯", at: $0) }
}
