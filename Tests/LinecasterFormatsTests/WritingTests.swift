import Foundation
import LinecasterFormats
import LinecasterKit
import Testing

@Suite struct WritingTests {
    private func article() throws -> Article {
        var article = try ArticleReader().read(Array("#标题\n\n报纸 *x*。\n\n1. 一项".utf8), name: "a/b.txt")
        var changes = Changes()
        changes.set(
            .blocks,
            to: [
                Annotation(TextRange(0..<7), Block(.headline)), Annotation(TextRange(9..<22), Block(.paragraph)),
                Annotation(TextRange(24..<33), Block(.paragraph)),
            ]
        )
        changes.set(.entities, to: [Annotation(TextRange(9..<15), Entity(kind: .person, name: "报纸", roles: ["角色"]))])
        changes.set(Layer<[String: Int]>("counts"), to: [Annotation(TextRange(0..<1), ["b": 2, "a": 1])])
        try article.apply(changes, stage: "s", step: 0)
        return article
    }

    private let identity = PipelineIdentity(name: "p", digest: "d", stages: [PipelineIdentity.Stage(name: "s", version: "1.0")])

    @Test func jsonCountsScalarsAndSourceBytes() throws {
        let json = OutputFormat.json.write(try article(), pipeline: identity)
        let object = try #require(try JSONSerialization.jsonObject(with: Data(json)) as? [String: Any])
        #expect(object["format"] as? String == "linecaster.article/1")
        let blocks = try #require(object["blocks"] as? [[String: Any]])
        #expect(blocks[1]["start"] as? Int == 5 && blocks[1]["end"] as? Int == 12)
        #expect(blocks[1]["source"] as? [String: Int] == ["start": 9, "end": 22])
        #expect(blocks[1]["lines"] as? [Int] == [3, 3])
        let layers = try #require(object["layers"] as? [String: [[String: Any]]])
        #expect(layers["counts"]?.first?["value"] as? [String: Int] == ["a": 1, "b": 2])
        #expect((object["source"] as? [String: Any])?["name"] as? String == "a/b.txt")
    }

    @Test(arguments: [(8e-6, "8e-06"), (0.000364, "0.000364"), (0.12345, "0.1235"), (1.5, "1.5"), (12, "12"), (0, "0")])
    func jsonKeepsSmallNumbers(value: Double, written: String) throws {
        var article = Article(text: "a")
        var changes = Changes()
        changes.set(.quantities, to: [Annotation(TextRange(0..<1), Quantity(kind: .number, value: value, unit: ""))])
        try article.apply(changes, stage: "extract", step: 0)
        let json = String(decoding: OutputFormat.json.write(article, pipeline: identity), as: UTF8.self)
        #expect(json.contains("\"value\": \(written),"))
    }

    @Test func jsonEscapesWhatItMust() throws {
        let article = try ArticleReader().read(Array("a\"b\\c\u{1}\td\u{2028}".utf8), name: "\u{1B}[x")
        let json = OutputFormat.json.write(article, pipeline: identity)
        let object = try #require(try JSONSerialization.jsonObject(with: Data(json)) as? [String: Any])
        #expect(object["text"] as? String == "a\"b\\c\u{1}\td\u{2028}")
    }

    @Test func markdownTakesNoTextForMarkup() throws {
        let text = String(decoding: OutputFormat.markdown.write(try article(), pipeline: identity), as: UTF8.self)
        #expect(text.hasPrefix("---\ntitle: \"#标题\"\n"))
        #expect(text.contains("# \\#标题"))
        #expect(text.contains("报纸 \\*x\\*。"))
        #expect(text.contains("1\\. 一项"))
        #expect(text.contains("  - \"报纸（角色）\"") == false)
    }

    @Test(arguments: [("Jane Smith", ["mayor"], "Jane Smith (mayor)"), ("徐建", ["区委书记"], "徐建（区委书记）")])
    func rolesStandInBracketsOfTheNamesWidth(name: String, roles: [String], shown: String) throws {
        var article = Article(text: "x")
        var changes = Changes()
        changes.set(.people, to: [Annotation(TextRange(0..<1), Person(name: name, roles: roles, mentions: []))])
        try article.apply(changes, stage: "extract", step: 0)
        let text = String(decoding: OutputFormat.markdown.write(article, pipeline: identity), as: UTF8.self)
        #expect(text.contains("  - \"\(shown)\""))
    }

    @Test func textIsTheTextAlone() throws {
        #expect(String(decoding: OutputFormat.text.write(try article(), pipeline: identity), as: UTF8.self) == "#标题\n\n报纸 *x*。\n\n1. 一项\n")
    }

    @Test func aProofSheetMarksEachEditInTheSource() throws {
        var article = try ArticleReader().read(Array("<b>报\n\n纸。\n尾".utf8), name: "a&b.txt")
        var changes = Changes()
        changes.replace(TextRange(6..<8), with: "", rule: "join", confidence: 0.5, explanation: "\"<why>\"")
        changes.replace(TextRange(15..<18), with: "尾页", rule: "fix", confidence: 1)
        changes.set(.blocks, to: [Annotation(TextRange(0..<6), Block(.headline)), Annotation(TextRange(8..<14), Block(.paragraph))])
        try article.apply(changes, stage: "s", step: 0)
        let html = try ProofSheet(json: Data(OutputFormat.json.write(article, pipeline: identity))).html
        #expect(html.contains("<title>&lt;b&gt;报 – proof sheet</title>"))
        #expect(html.contains("a&amp;b.txt"))
        let join = "<mark title=\"join: &quot;&lt;why&gt;&quot;\">↵</mark>"
        #expect(html.contains("<li id=\"l1\">&lt;b&gt;报\(join)</li>\n<li id=\"l2\">\(join)</li>\n<li id=\"l3\">纸。</li>"))
        #expect(html.contains("<li id=\"l4\"><mark title=\"fix\">尾</mark></li>"))
        #expect(html.contains("<del>↵↵</del>") && html.contains("<ins>尾页</ins>") && html.contains("50 %"))
        #expect(!html.contains("<b>报") && !html.contains("<script"))
        #expect(throws: ReadingError.self) { try ProofSheet(json: Data("{}".utf8)) }
    }
}
