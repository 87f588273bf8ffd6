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
    /// Columns of the indent that first lines lost; 0 where they show none.
    private(set) var lostColumns: Int

    /// What a feature weighs in this article; nil for one that weighs the same in all.
    func weight(_ feature: Feature) -> Double? {
        switch feature {
        case .blankLine: blank.there
        case .noBlankLine: blank.absent
        case .nextIsIndented: indent.there
        case .nextIsNotIndented: indent.absent
        case .nextLacksIndent: lostIndent.there
        case .nextIsFull: lostIndent.absent
        default: nil
        }
    }

    init(_ lines: [Line], fills: [Fill], credits: [CreditLine?]) {
        var blank = Count(whereBreak: 0.5, whereJoin: 0.04)
        var indent = Count(whereBreak: 0.5, whereJoin: 0.03)
        var lost = Count(whereBreak: 0.6, whereJoin: 0.05)
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
            // A title looks like a first line that is short; only lines near full can tell.
            guard fills[index + 1].slack <= max(6, fills[index + 1].measure / 6) else { continue }
            lost.see(next.lacksIndent(fills[index + 1]), isBreak: isBreak)
        }
        self.blank = blank.logOdds
        self.indent = indent.logOdds
        lostIndent = lost.logOdds
        blankShare = blank.shareOfBreaks
        let isChinese = lines.count { $0.isChinese } * 2 > lines.count
        lostColumns = lost.sawBreaks && lost.shareOfBreaks > (isChinese ? 0.5 : 0.3) ? (isChinese ? 4 : 3) : 0
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
