import Foundation
import LinecasterLanguage

/// What speaks for a break between two lines of body text, and against it.
struct Boundary {
    /// The features that hold, a bit for each.
    private var features: UInt64 = 0
    let script: RepairModel.Script
    /// Log odds that the next line is a first line by its width, where it is of letters.
    private var firstLineOdds: Float = 0
    /// What words and marks weigh, of which the trees know nothing else.
    private var wording: Float = 0
    /// Which of the trees' answers is this boundary's; nil where weights decide alone.
    var answer: Int? { answerNumber < 0 ? nil : Int(answerNumber) }
    private var answerNumber: Int32 = -1
    /// Log odds of a break.
    private(set) var score = 0.0
    /// The same if the line is the first of its paragraph, and short by an indent that was lost.
    private(set) var scoreAfterFirst = 0.0

    /// Weighs the boundary between a line and the next.
    ///
    /// - Parameters:
    ///   - index: The line's index.
    ///   - open: Quotation marks and brackets that are open at the end of the line.
    init(_ index: Int, _ article: borrowing ArticleLines, open: Line.Opened) {
        let line = article.lines[index]
        let next = article.lines[index + 1]
        script = line.script
        let model = article.weights(of: line)
        add(.always, model)
        addEnding(line, article.fills[index], isOpen: article.openEnds[index], model)
        let columns = article.habits.lostColumns
        let change = columns == 0 ? 0 : endingChange(line, article.fills[index], behindIndent: columns, model)
        if line.ending == .terminal {
            let shortness = article.habits.shortness
            add(shortness > 0 ? .paragraphsAreShort : .paragraphsAreLong, model, times: shortness)
        }
        addBeginning(line, next, isItem: article.items[index + 1], in: article.text, model)
        if let head = article.reportHeads[index + 1] { add(head == .dateline ? .nextIsDateline : .nextIsBracketed, model) }
        if article.turns[index + 1] { add(.nextIsTurn, model) }
        addHabits(line, next, article.fills[index + 1], article.habits, model)
        switch article.wordsAcross[index] {
        case .cut: addWording(.cutsWord, model)
        case .whole: addWording(.endsWord, model)
        case .unknown: break
        }
        if open.quotes > 0, line.ending != .terminal || !next.isQuoteStart { addWording(.openQuote, model) }
        if open.brackets > 0 { addWording(.openBracket, model) }
        scoreAfterFirst = score + change
    }

    /// How sure a decision is, from 0.5 to 1.
    var confidence: Double { 1 / (1 + exp(-abs(score))) }

    /// Whether it is a break without doubt.
    var isSure: Bool { score > 2 }

    /// Whether the trees know more of it than the weights, which leave doubt.
    ///
    /// The trees know of words and marks only what they weigh in all, and nothing of the lines of lists.
    var isDoubtful: Bool { score > -3 && score < 4.5 && features & Self.decidedByWeights == 0 }

    /// The facts for the trees to decide by.
    func facts(_ index: Int, _ article: ArticleLines, _ stretch: Stretch) -> Facts {
        Facts(index, article, wording: Double(wording), firstLineOdds: Double(firstLineOdds), stretch: stretch)
    }

    private static let decidedByWeights: UInt64 = [
        Feature.nextIsBullet, .nextContinuesList, .nextIsNumbered, .nextIsDateline, .nextIsBracketed, .nextIsTurn, .splitsAddress,
        .nextBeginsMidway, .endsOpen,
    ].reduce(0) { $0 | 1 << UInt64($1.rawValue) }

    /// Hears what the trees say, who know what is around the boundary.
    mutating func hear(_ answer: Forest.Answer, number: Int) {
        answerNumber = Int32(clamping: number)
        scoreAfterFirst += Self.trust * (answer.logOdds - scoreAfterFirst)
        score += Self.trust * (answer.logOdds - score)
    }

    /// The share of the trees' say; weights are louder than the odds are, and what roles weigh was learned beside them.
    private static let trust = 0.8

    /// What tells one explanation from another: the features that hold, the script, and in quarters how loud the width
    /// of the next line speaks, which no feature tells.
    var signature: UInt64 {
        let loudness = UInt64(truncatingIfNeeded: Int((firstLineOdds * 4).rounded())) & 31
        return (features << 1 | UInt64(script.rawValue)) << 5 | loudness
    }

    /// The three features that spoke loudest.
    func reasons(_ article: ArticleLines) -> Reasons {
        var reasons = Reasons()
        for feature in Feature.allCases where feature != .always && holds(feature) {
            reasons.add(feature, habit(feature, article.habits) * article.weights(script).weight(feature))
        }
        return reasons
    }

    /// The same where trees decided: of each kind of fact the feature that holds, or that says what they saw.
    ///
    /// - Parameter contributions: What facts of each kind add to the log odds.
    func reasons(_ contributions: SIMD8<Int32>) -> Reasons {
        var reasons = Reasons()
        for kind in Fact.Kind.allCases {
            let weight = Double(contributions[kind.rawValue])
            let held = features & kind.features
            let holding = held == 0 ? nil : Feature(rawValue: held.trailingZeroBitCount)
            switch kind {
            case .length: reasons.add(weight > 0 ? .endsLongStretch : .endsShortStretch, weight)
            case .nextWidth: reasons.add(holding ?? (weight > 0 ? .nextIsWideAsFirst : .nextIsWideAsOthers), weight)
            default: if let holding { reasons.add(holding, weight) }
            }
        }
        return reasons
    }

    private func holds(_ feature: Feature) -> Bool { features >> UInt64(feature.rawValue) & 1 == 1 }

    /// What a feature's weight is multiplied with in this article.
    private func habit(_ feature: Feature, _ habits: Habits) -> Double {
        feature == .nextIsWideAsFirst || feature == .nextIsWideAsOthers ? Double(firstLineOdds) : habits.weight(feature) ?? 1
    }

    @inline(__always)
    private mutating func add(_ feature: Feature, _ model: Weights, times factor: Double = 1) {
        features |= 1 << UInt64(feature.rawValue)
        score += factor * model.weight(feature)
    }

    @inline(__always)
    private mutating func addWording(_ feature: Feature, _ model: Weights) {
        add(feature, model)
        wording += Float(model.weight(feature))
    }

    private mutating func addEnding(_ line: Line, _ fill: Fill, isOpen: Bool, _ model: Weights) {
        switch line.ending {
        case .terminal:
            add(.endsSentence, model)
            add(fill.afterSentence, model)
        case .pause: add(.endsInPause, model)
        case .hyphen: add(.endsInHyphen, model)
        case .opening: add(.endsOpen, model)
        case .plain:
            add(.endsMidSentence, model)
            let short = fill.inMidSentence
            // What stops far from the edge is rather a title: `Two years on`.
            if isOpen, short != .farShortInMidSentence { addWording(.endsInOpenWord, model) }
            if let short { add(short, model) }
        }
    }

    /// By how much the score of the line's end differs if the line begins with a lost indent.
    private func endingChange(_ line: Line, _ fill: Fill, behindIndent columns: Int, _ model: Weights) -> Double {
        let behind = fill.behindIndent(of: columns)
        switch line.ending {
        case .terminal: return model.weight(behind.afterSentence) - model.weight(fill.afterSentence)
        case .plain: return (behind.inMidSentence.map(model.weight) ?? 0) - (fill.inMidSentence.map(model.weight) ?? 0)
        default: return 0
        }
    }

    private mutating func addBeginning(_ line: Line, _ next: Line, isItem: Bool, in text: [UInt8], _ model: Weights) {
        if isSplitAddress(line, next, in: text) { add(.splitsAddress, model) }
        if next.beginsMidway { add(.nextBeginsMidway, model) }
        if next.isQuoteStart, line.ending == .terminal { addWording(.nextOpensQuote, model) }
        if isItem {
            add(.nextContinuesList, model)
        } else if Enumerator.match(in: text, line: next.range) != nil {
            if Enumerator.isBullet(next.first) {
                if !isDash(next, after: line, in: text) { add(.nextIsBullet, model) }
            } else if line.ending == .terminal {
                add(.nextIsNumbered, model)
            }
        }
        if particles.match(in: text, at: next.start, limit: next.end) != nil { addWording(.nextBeginsWithParticle, model) }
        if line.ending == .terminal, references.match(in: text, at: next.start, limit: next.end) != nil {
            addWording(.nextRefersBack, model)
        }
        guard characterClass(next.first) == .letter else { return }
        if next.beginsLowercase {
            addWording(.nextIsLowercase, model)
        } else if line.ending == .terminal {
            addWording(.nextIsUppercase, model)
        }
    }

    private mutating func addHabits(_ line: Line, _ next: Line, _ nextFill: Fill, _ habits: Habits, _ model: Weights) {
        let isBlank = next.blanksBefore > 0
        add(isBlank ? .blankLine : .noBlankLine, model, times: isBlank ? habits.blank.there : habits.blank.absent)
        let hasIndent = isIndented(next, after: line)
        add(hasIndent ? .nextIsIndented : .nextIsNotIndented, model, times: hasIndent ? habits.indent.there : habits.indent.absent)
        guard next.ending != .terminal, !hasIndent else { return }
        if !next.isChinese, let firstLines = habits.firstLines {
            firstLineOdds = Float(firstLines.logOdds(free: nextFill.tenths))
            add(firstLineOdds > 0 ? .nextIsWideAsFirst : .nextIsWideAsOthers, model, times: Double(firstLineOdds))
        }
        if next.lacksIndent(nextFill) {
            add(.nextLacksIndent, model, times: habits.lostIndent.there)
        } else if next.reachesEdge(nextFill) {
            add(.nextIsFull, model, times: habits.lostIndent.absent)
        }
    }
}

/// Whether a hyphen before a small letter is a dash within the sentence that the line before leaves open.
private func isDash(_ next: Line, after line: Line, in text: [UInt8]) -> Bool {
    guard next.first == 0x2D, line.ending != .terminal, next.start + 2 < next.end else { return false }
    return text[next.start + 2] &- 0x61 < 26
}

extension Line {
    var isQuoteStart: Bool { first == 0x201C || first == 0x300C || first == 0x22 }
}

/// Words that continue a sentence and begin none.
private let particles = PhraseSet("的 了 着 们 地 得 吗 呢 吧 等 而言 来说 之一 以上 以下 以内 左右")
/// Words that refer to the sentence before: within a paragraph more often than at its start.
private let references = PhraseSet(
    constant: "他 她 它 他们 她们 这 这些 这样 其 其中 此 此外 因此 同时 但 但是 而 而且 不过 并 并且 又 还 也 于是 所以 为此".split(separator: " ").map(String.init)
        + [
            "It ", "He ", "She ", "They ", "This ", "These ", "That ", "Those ", "His ", "Her ", "Their ", "Its ", "But ", "And ", "Such ",
            "So ", "Thus ", "Or ", "Nor ", "Yet ", "Then ", "Hence ", "Therefore",
        ]
)
