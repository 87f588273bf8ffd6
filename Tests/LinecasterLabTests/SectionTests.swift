import LinecasterKit
import Testing

@testable import RepairStage
@testable import linecaster_lab

/// Long texts, in sections so short that a few articles have several.
@Suite struct SectionTests {
    private static let paragraphs = [
        "The last ferry across the estuary will keep running for at least five more years, the council decided on Thursday. Nobody had hoped for more. The old boat stays.",
        "The council had considered a bus over the new bridge upstream. But a survey of households found that nearly nine in ten crossed the water once a week, most of them before eight in the morning.",
        "For thirty years the telescope on the hill gathered dust. On clear nights this autumn it is open again, and the line of people waiting to look through it reaches down to the churchyard gate.",
        "Volunteers took the mirror to a workshop in the next town, where it was stripped and silvered again. The instrument maker rebuilt the drive without charge.",
        "Visitors are admitted in groups of twelve. Children go first, the teacher who started it all likes to say, because they are the ones who gasp.",
        "The mill closed in 1987 and stood empty for thirty years. Today there are forty studios, a bakery and a small cinema under its roof, and the river turns the old wheel again.",
    ]

    /// Articles one after the other, with the gold of all.
    private func issue(seed: Int) -> SampleArticle {
        let typesetter = Typesetter(paragraphs: Self.paragraphs, isChinese: false)
        var lines: [String] = []
        var blocks: [SampleArticle.Block] = []
        for number in 0..<12 {
            let article = typesetter.article(seed: 100 * seed + number)
            blocks += article.blocks.map { .init(kind: $0.kind, lines: $0.lines.map { $0 + lines.count }, text: $0.text) }
            lines += article.lines + [""]
        }
        return SampleArticle(lines: lines, blocks: blocks)
    }

    private func repaired(_ article: Article, inSectionsOf size: Int) throws -> Article {
        var article = article
        let repair = Repair(settings: Repair.Settings())
        try article.apply(repair.propose(article, model: .shipped, inSectionsOf: size), stage: "repair", step: 0)
        return article
    }

    @Test(arguments: 0..<8) func sectionsAreTheWholeText(seed: Int) {
        let text = Array(issue(seed: seed).text.utf8)
        let sections = Section.all(of: text, about: 1500)
        #expect(sections.count >= 3)
        #expect(sections.first?.range.lowerBound == 0 && sections.last?.range.upperBound == text.count)
        #expect(zip(sections, sections.dropFirst()).allSatisfy { $0.range.upperBound == $1.range.lowerBound })
        #expect(sections.map(\.isFirst) == sections.indices.map { $0 == 0 })
        #expect(sections.map(\.isLast) == sections.indices.map { $0 == sections.count - 1 })
        // Every section ends where a paragraph does.
        let ends = Set(issue(seed: seed).blocks.compactMap(\.lines.last))
        for section in sections.dropLast() {
            let lines = text[..<section.range.upperBound].split(separator: 0x0A, omittingEmptySubsequences: false).dropLast()
            let line = lines.lastIndex { !$0.isEmpty }.map { $0 + 1 }
            #expect(line.map(ends.contains) == true)
        }
    }

    @Test(arguments: 0..<8) func sectionsComeOutAsTheWholeDoes(seed: Int) throws {
        let gold = issue(seed: seed)
        let source = Article(text: gold.text)
        let parts = try repaired(source, inSectionsOf: 1500)
        #expect(parts.undone() == Array(source.text.utf8))
        var (inParts, whole) = (BlockScore(), BlockScore())
        inParts.add(parts, gold: gold)
        whole.add(try repaired(source, inSectionsOf: .max / 4), gold: gold)
        #expect(inParts.breakF1 >= whole.breakF1 - 0.02, "\(inParts.breakF1), \(whole.breakF1)")
        #expect(inParts.linesLost <= whole.linesLost)
        #expect(!parts.text.contains("\n\n\n") && !parts.text.hasPrefix("\n") && !parts.text.hasSuffix("\n"))
    }

    @Test func aTextThatIsFurnitureAtTheSectionsEdgesKeepsItsBlocksApart() throws {
        let line = "The council decided on Thursday that the last ferry stays"
        let page = ["\(line) and", "that all is well.", "", "Page 12", "", "\(line) with", "\(line) yes.", ""]
        let text = (0..<40).flatMap { _ in page }.joined(separator: "\n") + "\n"
        let article = try repaired(Article(text: text), inSectionsOf: 300)
        #expect(!article.text.contains("Page"))
        #expect(!article.text.contains("\n\n\n"))
    }

    /// Whatever the bytes are, sections undo to them.
    @Test(arguments: 0..<40) func mutatedTextsUndo(seed: Int) throws {
        var generator = SeededGenerator(seed: seed)
        var text = issue(seed: seed % 4).text
        let pieces = ["\n\n", "\r\n", "\u{0C}", "。\n", "\u{AD}\n", "Page 12\n", " ", "\t", "“", "- 3 -\n", "本报记者 周岚 摄\n", "\u{2003}"]
        for _ in 0..<60 {
            let place = text.index(text.startIndex, offsetBy: generator.number(0...text.count - 1))
            if generator.happens(0.3) { text.remove(at: place) } else { text.insert(contentsOf: generator.pick(pieces), at: place) }
        }
        let source = Article(text: text)
        #expect(try repaired(source, inSectionsOf: 200).undone() == Array(source.text.utf8))
    }
}
