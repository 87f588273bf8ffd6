@testable import LinecasterKit
import Testing

/// What must hold for any text and any edits.
@Suite struct ArticlePropertyTests {
    /// Random changes that are valid for an article.
    private func changes(for article: Article, using generator: inout SeededGenerator) -> Changes {
        var changes = Changes()
        var boundaries = article.utf8.indices.filter { article.utf8[$0] & 0xC0 != 0x80 } + [article.utf8.count]
        var chosen: [Int] = []
        for _ in 0..<Int.random(in: 0...8, using: &generator) where !boundaries.isEmpty {
            chosen.append(boundaries.remove(at: Int.random(in: 0..<boundaries.count, using: &generator)))
        }
        chosen.sort()
        for index in stride(from: 0, to: chosen.count - 1, by: 2) {
            let replacement = randomText(length: Int.random(in: 0...4, using: &generator), using: &generator)
            changes.replace(TextRange(chosen[index]..<chosen[index + 1]), with: replacement, rule: "random")
        }
        if let point = chosen.last, chosen.count % 2 == 1 { changes.replace(TextRange(point..<point), with: "插", rule: "insert") }
        return changes
    }

    @Test(arguments: 0..<200) func undoingEveryEditGivesTheSourceBack(seed: Int) throws {
        var generator = SeededGenerator(seed: seed)
        var article = Article(text: randomText(length: Int.random(in: 0...60, using: &generator), using: &generator))
        for step in 0..<5 { try article.apply(changes(for: article, using: &generator), stage: "random", step: step) }
        #expect(article.undone() == article.source.decoded)
        #expect(String(validating: article.utf8, as: UTF8.self) != nil)
    }

    @Test(arguments: 0..<200) func theMapIsTotalAndNeverRunsBackwards(seed: Int) throws {
        var generator = SeededGenerator(seed: seed)
        var article = Article(text: randomText(length: Int.random(in: 1...60, using: &generator), using: &generator))
        for step in 0..<4 { try article.apply(changes(for: article, using: &generator), stage: "random", step: step) }
        var last = TextRange(0..<0)
        for offset in article.utf8.indices {
            let origin = article.origin(of: TextRange(offset..<offset + 1))
            #expect(origin.lowerBound >= last.lowerBound && origin.upperBound >= last.upperBound)
            #expect(origin.upperBound <= article.source.bytes.count)
            last = origin
        }
        let whole = article.origin(of: TextRange(0..<article.utf8.count))
        #expect(whole.lowerBound >= 0 && whole.upperBound <= article.source.bytes.count)
    }

    @Test(arguments: 0..<200) func untouchedCharactersLeadToThemselvesInTheSource(seed: Int) throws {
        var generator = SeededGenerator(seed: seed)
        var article = Article(text: randomText(length: 50, using: &generator))
        let changes = changes(for: article, using: &generator)
        try article.apply(changes, stage: "random", step: 0)
        let replaced = article.history.map(\.range)
        for offset in article.utf8.indices where !replaced.contains(where: { $0.offsets.contains(offset) }) {
            let origin = article.origin(of: TextRange(offset..<offset + 1))
            #expect(origin.count == 1 && article.source.bytes[origin.lowerBound] == article.utf8[offset])
        }
    }

    /// Annotations follow their characters: a range that no edit touches holds the same text afterwards.
    @Test(arguments: 0..<200) func rangesOfLayersSurviveLaterEdits(seed: Int) throws {
        var generator = SeededGenerator(seed: seed)
        var article = Article(text: randomText(length: 60, using: &generator))
        let boundaries = article.utf8.indices.filter { article.utf8[$0] & 0xC0 != 0x80 } + [article.utf8.count]
        var marks: [Annotation<Mark>] = []
        for _ in 0..<10 {
            let a = boundaries.randomElement(using: &generator) ?? 0
            let b = boundaries.randomElement(using: &generator) ?? 0
            let range = TextRange(min(a, b)..<max(a, b))
            marks.append(Annotation(range, Mark(text: article[range])))
        }
        var first = Changes()
        first.set(.marks, to: marks)
        try article.apply(first, stage: "mark", step: 0)
        let edits = changes(for: article, using: &generator)
        let before = article[.marks]
        do throws(StageError) {
            try article.apply(edits, stage: "random", step: 1)
        } catch {
            // The edit would have cut a range in two: refused, and nothing has changed.
            #expect(article[.marks] == before)
            #expect(error.description.contains("cuts through"))
            return
        }
        for (mark, old) in zip(article[.marks], before) {
            #expect(mark.range.upperBound <= article.utf8.count)
            let isTouched = edits.edits.contains {
                $0.range.overlaps(old.range) || (old.range.lowerBound < $0.range.lowerBound && $0.range.lowerBound < old.range.upperBound)
            }
            if !isTouched { #expect(article[mark.range] == mark.value.text) }
        }
    }
}

struct Mark: Codable, Sendable, Hashable { let text: String }

extension Layer where Item == Mark {
    static var marks: Layer<Mark> { Layer("marks") }
}
