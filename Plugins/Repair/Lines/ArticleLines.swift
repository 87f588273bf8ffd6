import LinecasterLanguage

/// The lines of an article, or of a section of it, with all that is known of them before any decision.
final class ArticleLines {
    let text: [UInt8]
    let section: Section
    private let table: WeightTable
    /// The model's weights for ideographs and for letters.
    private let ideographs: Weights
    private let letters: Weights
    private let model: RepairModel
    let lines: [Line]
    /// The lines of the text as they were read, which ``Line/firstPiece`` counts.
    let pieces: [Line]
    let fills: [Fill]
    /// For each line whether it ends in a word after which more must come.
    let openEnds: [Bool]
    /// Hundredths of a column that lines which surely go on leave free beyond the next word: how far widths tell.
    let play: Int
    let credits: [CreditLine?]
    /// For each line whether a byline that its column broke goes on in it.
    let bylineTails: [Bool]
    let captionSigns: [CreditLine.CaptionSigns]
    /// For each line how it begins as reports do.
    let reportHeads: [ReportHead?]
    /// For each line whether it opens a turn of a conversation.
    let turns: [Bool]
    let listings: [Bool]
    /// For each line whether it begins an item of a list of two or more.
    let items: [Bool]
    /// For each line what the words say of the boundary behind it.
    let wordsAcross: [WordsAcross]
    let habits: Habits
    /// For each line, and for the end, the page's furniture before it.
    let furniture: [[FurnitureLine]]

    /// Reads a section of a text.
    init(_ text: [UInt8], _ section: Section, dropsFurniture: Bool, model: RepairModel) {
        self.text = text
        self.section = section
        table = model.table
        ideographs = table[.ideographs]
        letters = table[.letters]
        self.model = model
        let read = readLines(text, in: section.range)
        pieces = read
        var whole =
            dropsFurniture
            ? withoutFurniture(read, of: section, in: text)
            : FurnishedLines(lines: read, furniture: [[FurnitureLine]](repeating: [], count: read.count + 1))
        whole.reassemble(in: text)
        measureInPrint(&whole.lines, in: text)
        seeThroughAbbreviations(&whole.lines, in: text)
        let lines = whole.lines
        self.lines = lines
        furniture = whole.furniture
        let measure = columnMeasure(lines)
        let fills = RepairStage.fills(of: lines, measure: measure)
        let readings = lines.map { CreditLine.read(text, line: $0.range) }
        let bylines = Bylines(lines, readings.map(\.credit), fills, in: text)
        credits = bylines.credits
        bylineTails = bylines.tails
        captionSigns = readings.map(\.signs)
        reportHeads = lines.map { $0.isChinese ? ReportHead.chinese(text, line: $0.range) : ReportHead.english(text, line: $0.range) }
        let speakers = SpeakerTurns(text, lines: lines.map(\.range))
        let turns = lines.map { speakers.label(text, line: $0.range) != nil }
        self.turns = turns
        items = listItems(lines, in: text)
        let isOther = zip(zip(items, bylines.credits), turns).map { $0.0 || $0.1 != nil || $1 }
        let listings = RepairStage.listings(lines, fills: fills, isOther: isOther, in: text)
        self.listings = listings
        self.fills =
            listings.contains(true) ? RepairStage.fills(of: lines, measure: columnMeasure(lines, without: listings, known: measure)) : fills
        openEnds = lines.map { OpenWords.end($0, in: text) }
        play = Fill.meanRoom(lines, fills: self.fills)
        wordsAcross = RepairStage.wordsAcross(lines, self.fills, in: text)
        habits = Habits(lines, fills: self.fills, credits: credits)
    }

    /// The weights for a line's script.
    func weights(of line: Line) -> Weights { weights(line.script) }

    func weights(_ script: RepairModel.Script) -> Weights { script == .ideographs ? ideographs : letters }

    /// The trees for a script.
    func forest(_ script: RepairModel.Script) -> Forest { model.forest(script) }

    /// Whether a line is the first, or one of the first few of which none is body text.
    func isAtTop(_ index: Int) -> Bool {
        guard section.isFirst, index <= 3 else { return false }
        return (0..<index).allSatisfy { before in
            lines[before].ending != .terminal && fills[before].isShort || lines[before].width > fills[before].measure
        }
    }

    /// Whether blank lines, or the text's ends, stand on both sides of a line.
    func isIsolated(_ index: Int) -> Bool {
        let before = index == 0 && section.isFirst || lines[index].blanksBefore > 0
        let after = index == lines.count - 1 || lines[index + 1].blanksBefore > 0
        return before && after
    }
}

/// How full each line is in a column of the width that was estimated there.
private func fills(of lines: [Line], measure: [Int]) -> [Fill] {
    let play = Fill.play(lines, measure: measure)
    let edges = columnEdges(lines, measure: measure)
    return lines.indices.map { index in
        Fill(
            lines[index],
            next: index + 1 < lines.count ? lines[index + 1] : nil,
            measure: measure[index],
            play: play,
            indent: indent(of: index, lines),
            edge: edges[index]
        )
    }
}

/// Columns by which a line begins further right than the nearer of its neighbours.
private func indent(of index: Int, _ lines: [Line]) -> Int {
    let before = index > 0 ? lines[index - 1].indent : lines[index].indent
    let after = index + 1 < lines.count ? lines[index + 1].indent : lines[index].indent
    return max(0, min(8, lines[index].indent - min(before, after)))
}

/// A full stop after a title or an initial ends no sentence: `Mr.`, `J.`, `pp.` before a number.
private func seeThroughAbbreviations(_ lines: inout [Line], in text: [UInt8]) {
    for index in lines.indices.dropLast() where !lines[index].isChinese && lines[index].ending == .terminal && lines[index].last == 0x2E {
        if Abbreviations.standsBeforeName(stop: lines[index].end, next: lines[index + 1].start, in: text) { lines[index].ending = .plain }
    }
}
