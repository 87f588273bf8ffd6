@testable import LinecasterKit
import Testing

@Suite struct ArticleTests {
    private func article(_ text: String, _ body: (inout Changes) -> Void) throws -> Article {
        var article = Article(text: text)
        var changes = Changes()
        body(&changes)
        try article.apply(changes, stage: "s", step: 0)
        return article
    }

    @Test func anEditIsRecordedWithItsPlaceInTheSource() throws {
        let article = try article("第一行\n第二行") { $0.replace(TextRange(9..<10), with: "", rule: "join", confidence: 0.9, explanation: "why") }
        let edit = try #require(article.history.first)
        #expect(article.text == "第一行第二行")
        #expect(edit.before == "\n" && edit.after == "" && edit.rule == "join" && edit.stage == "s" && edit.confidence == 0.9)
        #expect(edit.source == TextRange(9..<10))
        #expect(article.source.position(ofByte: 9) == Source.Position(line: 1, column: 4))
    }

    @Test func whatStaysIsRememberedWithItsReason() throws {
        let article = try article("ab\n\ncd") { $0.confirm(TextRange(2..<4), rule: "separate-block", confidence: 0.8, explanation: "why") }
        let kept = try #require(article.confirmations.first)
        #expect(
            kept.before == "\n\n" && kept.after == "\n\n" && kept.rule == "separate-block" && kept.stage == "s"
                && kept.source == TextRange(2..<4)
        )
        #expect(article.text == "ab\n\ncd" && article.history.isEmpty)
    }

    @Test func nothingIsConfirmedWhereOneRangeIsNone() {
        var article = Article(text: "报纸")
        var changes = Changes()
        changes.confirm(TextRange(0..<3), rule: "r")
        changes.confirm(TextRange(1..<3), rule: "r")
        #expect(throws: StageError.self) { try article.apply(changes, stage: "s", step: 0) }
        #expect(article.confirmations.isEmpty)
    }

    @Test func aRangeLeadsToTheLinesItCameFrom() throws {
        let article = try article("ab\ncd\nef") {
            $0.replace(TextRange(2..<3), with: "", rule: "join")
            $0.replace(TextRange(5..<6), with: " ", rule: "join")
        }
        #expect(article.text == "abcd ef")
        #expect(article.lines(of: TextRange(0..<4)) == 1...2)
        #expect(article.lines(of: TextRange(5..<7)) == 3...3)
    }

    @Test(arguments: [(3, 20, "leaves the text"), (1, 2, "cuts a character"), (0, 4, "cuts a character")])
    func aRangeThatIsNoneIsRefused(lower: Int, upper: Int, complaint: String) {
        var article = Article(text: "报纸")
        var changes = Changes()
        changes.replace(TextRange(lower..<upper), with: "x", rule: "r")
        let error = #expect(throws: StageError.self) { try article.apply(changes, stage: "s", step: 0) }
        #expect(error?.description.contains(complaint) == true)
        #expect(article.text == "报纸" && article.history.isEmpty)
    }

    @Test func overlappingEditsAreRefusedAsAWhole() {
        var article = Article(text: "abcdef")
        var changes = Changes()
        changes.replace(TextRange(0..<3), with: "x", rule: "r")
        changes.replace(TextRange(2..<4), with: "y", rule: "r")
        #expect(throws: StageError.self) { try article.apply(changes, stage: "s", step: 0) }
        #expect(article.text == "abcdef")
    }

    @Test func aLayerOfAnotherTypeIsRefused() throws {
        var article = Article(text: "abc")
        var changes = Changes()
        changes.set(.marks, to: [Annotation(TextRange(0..<1), Mark(text: "a"))])
        try article.apply(changes, stage: "s", step: 0)
        var other = Changes()
        other.set(Layer<Keyword>("marks"), to: [])
        #expect(throws: StageError.self) { try article.apply(other, stage: "t", step: 1) }
    }

    @Test func whatIsInsertedAtABoundOfARangeStaysOutsideIt() throws {
        let article = try article("abcd") {
            $0.set(.marks, to: [Annotation(TextRange(1..<3), Mark(text: "bc"))])
            $0.replace(TextRange(1..<1), with: "X", rule: "r")
            $0.replace(TextRange(3..<3), with: "Y", rule: "r")
        }
        #expect(article.text == "aXbcYd")
        #expect(article[.marks].map(\.range) == [TextRange(2..<4)])
    }

    @Test func anEditThatChangesNothingIsNotRecorded() throws {
        let article = try article("abc") { $0.replace(TextRange(0..<1), with: "a", rule: "r") }
        #expect(article.history.isEmpty)
    }
}
