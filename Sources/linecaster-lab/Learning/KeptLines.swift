import ArgumentParser
import Foundation
import LinecasterKit
import RepairStage

/// `linecaster-lab kept-lines`: how many lines of verse, tables, lists, addresses and listings repair joins, which
/// must stay lines.
struct KeptLines: ParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Measure how often repair joins lines that must stay lines.",
        discussion: """
            Each piece stands between paragraphs that are set in columns. Tables, lists, addresses, scores and programme listings \
            are made here; verse comes from files in which a line with % parts pieces.
            """
    )

    @OptionGroup var sources: Sources
    @Option(help: "A file of verse.") var verse: [String] = []
    @Option(help: "How many pieces of each kind that is made here.") var count = 200

    @Option(help: "How many pieces that were joined to show of each kind.") var show = 0

    func run() throws {
        print("| lines that must stay | pieces | lines | joined | share |")
        print("| --- | --- | --- | --- | --- |")
        var total = Tally()
        for (file, isChinese) in [(sources.chinese, true), (sources.english, false)] {
            guard let file else { continue }
            let paragraphs = try Paragraphs(file: file, isChinese: isChinese, seed: 1).half(forLearning: false)
            for kind in Listing.Kind.allCases {
                var generator = SeededGenerator(seed: 7)
                let pieces = (0..<count).map { _ in Listing(kind, isChinese: isChinese, paragraphs: paragraphs, using: &generator).lines }
                total += row("\(isChinese ? "Chinese" : "English"), \(kind.rawValue)", pieces, paragraphs, isChinese)
            }
        }
        for file in verse {
            let text = try String(contentsOfFile: file, encoding: .utf8)
            let pieces = versePieces(of: text)
            let isChinese = text.unicodeScalars.contains { $0.value > 0x4E00 }
            guard let source = isChinese ? sources.chinese : sources.english else { continue }
            let paragraphs = try Paragraphs(file: source, isChinese: isChinese, seed: 1).half(forLearning: false)
            total += row("verse of \((file as NSString).lastPathComponent)", pieces, paragraphs, isChinese)
        }
        print(total.row("all"))
    }

    private func row(_ name: String, _ pieces: [[String]], _ paragraphs: [String], _ isChinese: Bool) -> Tally {
        var generator = SeededGenerator(seed: 11)
        var tally = Tally(pieces: pieces.count)
        var shown = 0
        for piece in pieces {
            let layout = Layout(isChinese: isChinese, using: &generator)
            let setter = ColumnSetter(layout: layout)
            func paragraph() -> [String] { setter.lines(generator.pick(paragraphs), isChinese: isChinese, using: &generator) }
            let before = paragraph() + paragraph()
            let after = paragraph() + paragraph()
            let joins = joinedLines(of: piece, between: before, and: after)
            tally.lines += piece.count { !$0.trimmed.isEmpty }
            tally.joined += joins.count
            guard !joins.isEmpty, shown < show else { continue }
            shown += 1
            print("measure \(layout.measure), joined after \(joins)")
            print(([before.last ?? ""] + [""] + piece).joined(separator: "\n") + "\n")
        }
        print(tally.row(name))
        return tally
    }
}

/// How many lines that must stay were joined.
private struct Tally {
    var pieces = 0
    var lines = 0
    var joined = 0

    static func += (sum: inout Tally, other: Tally) {
        sum.pieces += other.pieces
        sum.lines += other.lines
        sum.joined += other.joined
    }

    func row(_ name: String) -> String {
        let share = Double(joined) / Double(max(1, lines)) * 100
        return "| \(name) | \(pieces) | \(lines) | \(joined) | \(String(format: "%.2f", share)) % |"
    }
}

/// The lines of a piece, from 1, after which repair joins though they must stay lines.
///
/// - Parameters:
///   - piece: The lines, which blank lines set off from the text around them.
///   - before: The lines of text before the piece.
///   - after: The lines of text behind it.
func joinedLines(of piece: [String], between before: [String], and after: [String]) -> [Int] {
    let text = before + [""] + piece + [""] + after
    let article = repaired(Article(text: text.joined(separator: "\n") + "\n"), .shipped)
    let joins = article.history.filter { $0.rule.hasPrefix("join-") }
    return joins.map { article.source.line(ofByte: $0.source.lowerBound) - before.count - 1 }.filter { (1..<piece.count).contains($0) }
}
