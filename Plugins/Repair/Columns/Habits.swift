import Foundation
import LinecasterLanguage

/// How this article sets its paragraphs, estimated from the boundaries that leave no doubt.
struct Habits {
    /// Log odds for a break that a blank line, an indent, or a first line short by a lost indent give,
    /// when it is there and when it is not.
    private(set) var blank: (there: Double, absent: Double)
    private(set) var indent: (there: Double, absent: Double)
    private(set) var lostIndent: (there: Double, absent: Double)
    /// The share of sure paragraph ends that a blank line follows.
    private(set) var blankShare: Double
    /// Log odds that paragraphs here are of fewer sentences than usual gives for a break after any sentence.
    private(set) var shortness: Double
    /// Columns of the indent that first lines lost; 0 where they show none.
    private(set) var lostColumns: Int
    /// How wide first lines of letters are, where words are broken so that lines differ little; nil elsewhere.
    private(set) var firstLines: FirstLines?

    /// What a feature weighs in this article; nil for one that weighs the same in all.
    func weight(_ feature: Feature) -> Double? {
        switch feature {
        case .blankLine: blank.there
        case .noBlankLine: blank.absent
        case .nextIsIndented: indent.there
        case .nextIsNotIndented: indent.absent
        case .paragraphsAreShort, .paragraphsAreLong: shortness
        case .nextLacksIndent: lostIndent.there
        case .nextIsFull: lostIndent.absent
        default: nil
        }
    }

    init(_ lines: [Line], fills: [Fill], credits: [CreditLine?]) {
        var blank = Count(whereBreak: 0.5, whereJoin: 0.04)
        var indent = Count(whereBreak: 0.5, whereJoin: 0.03)
        var lost = Count(whereBreak: 0.6, whereJoin: 0.05)
        let letters = lines.count { !$0.isChinese }
        let hyphenates = letters >= 8 && lines.count { $0.ending == .hyphen } * 16 >= letters
        var firsts = FirstLines()
        for index in lines.indices.dropLast() {
            let line = lines[index]
            let next = lines[index + 1]
            guard credits[index] == nil, credits[index + 1] == nil, !standsAlone(index, lines), !standsAlone(index + 1, lines) else {
                continue
            }
            let isBreak =
                line.ending == .terminal && fills[index].isShort && fills[index].slack * 4 >= fills[index].measure && !next.beginsMidway
            let isJoin = line.ending != .terminal && fills[index].isFull
            guard isBreak || isJoin else { continue }
            blank.see(next.blanksBefore > 0, isBreak: isBreak)
            indent.see(isIndented(next, after: line), isBreak: isBreak)
            guard next.ending != .terminal, index + 2 < lines.count, lines[index + 2].isChinese == next.isChinese else { continue }
            if !next.isChinese, hyphenates, fills[index + 1].slack * 4 <= fills[index + 1].measure {
                firsts.see(free: fills[index + 1].tenths, isFirst: isBreak)
            }
            // A title looks like a first line that is short; only lines near full can tell.
            guard fills[index + 1].slack <= max(6, fills[index + 1].measure / 6) else { continue }
            lost.see(next.lacksIndent(fills[index + 1]), isBreak: isBreak)
        }
        // Some three sentences make a paragraph where the article does not tell otherwise.
        let sentences = lines.reduce(0.0) { $0 + Double($1.innerStops) + ($1.ending == .terminal ? 1 : 0) }
        shortness = max(-1.5, min(1.5, log((blank.sureBreaks + 2) / (sentences + 6) * 3)))
        self.blank = blank.logOdds
        self.indent = indent.logOdds
        lostIndent = lost.logOdds
        blankShare = blank.shareOfBreaks
        let isChinese = lines.count { $0.isChinese } * 2 > lines.count
        if hyphenates { firstLines = firsts }
        lostColumns =
            isChinese ? (lost.sawBreaks && lost.shareOfBreaks > 0.5 ? 4 : 0) : (lost.sawBreaks && lost.shareOfBreaks > 0.3 ? 3 : 0)
    }
}

/// Whether blank lines stand on both sides of a single line, as around titles and captions.
private func standsAlone(_ index: Int, _ lines: [Line]) -> Bool {
    lines[index].blanksBefore > 0 && (index + 1 == lines.count || lines[index + 1].blanksBefore > 0)
}

/// Whether a line begins further right than the one before it, by what an indent is at least.
func isIndented(_ line: Line, after previous: Line) -> Bool {
    line.indent >= 2 && line.indent - previous.indent >= 2 && line.indent <= 12
}

/// How often a sign stands at breaks and at joins, with a prior worth a few observations.
private struct Count {
    private var breaks: (seen: Double, all: Double)
    private var joins: (seen: Double, all: Double)

    init(whereBreak: Double, whereJoin: Double) {
        breaks = (whereBreak * 2, 2)
        joins = (whereJoin * 6, 6)
    }

    mutating func see(_ isThere: Bool, isBreak: Bool) {
        if isBreak {
            breaks.all += 1
            if isThere { breaks.seen += 1 }
        } else {
            joins.all += 1
            if isThere { joins.seen += 1 }
        }
    }

    /// The breaks that were seen.
    var sureBreaks: Double { breaks.all - 2 }

    /// Whether any break was seen.
    var sawBreaks: Bool { breaks.all > 2 }

    var shareOfBreaks: Double { breaks.seen / breaks.all }

    var logOdds: (there: Double, absent: Double) {
        let atBreak = breaks.seen / breaks.all
        let atJoin = joins.seen / joins.all
        func clamp(_ value: Double) -> Double { max(-4, min(4, value)) }
        return (clamp(log(atBreak / atJoin)), clamp(log((1 - atBreak) / (1 - atJoin))))
    }
}
