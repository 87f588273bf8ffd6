import Foundation
import Testing

@testable import LinecasterEngine
@testable import LinecasterKit

/// The documented schema of the programs' messages, the messages themselves, and the documentation's examples.
@Suite struct ProgramSchemaTests {
    private let schema: SchemaValidator

    init() throws { schema = try SchemaValidator(JSONSchema.programMessages) }

    private func line(_ bytes: [UInt8]) -> String {
        #expect(bytes.count(where: { $0 == 0x0A }) == 1 && bytes.last == 0x0A)
        return String(decoding: bytes, as: UTF8.self)
    }

    @Test func everyMessageFitsTheSchema() throws {
        var article = Article(name: "a\n\"b\".txt", text: "第一行\u{2028}\n第二“行”\t𠮷\u{0}", metadata: ["date": "2024-06-03"])
        var changes = Changes()
        changes.set(.blocks, to: [Annotation(TextRange(0..<9), Block(.paragraph))])
        changes.set(.entities, to: [Annotation(TextRange(13..<16), Entity(kind: .place, name: "第"))])
        try article.apply(changes, stage: "s", step: 0)
        let told = line(ProgramMessage.article(article, id: "x", configuration: 2, layers: ["blocks", "entities", "missing"]))
        #expect(try schema.accepts(told))
        let object = try #require(try JSONSerialization.jsonObject(with: Data(told.utf8)) as? [String: Any])
        #expect(object["text"] as? String == article.text)
        let layers = try #require(object["layers"] as? [String: [[String: Any]]])
        #expect(layers["blocks"]?[0]["end"] as? Int == 3 && layers["entities"]?[0]["start"] as? Int == 5)
        #expect(layers.keys.sorted() == ["blocks", "entities"])
        #expect(try schema.accepts(line(ProgramMessage.hello)))
        #expect(try schema.accepts(line(ProgramMessage.configure(3, ["a": .array([.string("b")]), "c": .null]))))
    }

    @Test(arguments: [
        #"{"type":"changes"}"#, #"{"type":"changed","id":"x"}"#, #"{"type":"changes","id":"x","edits":[{"start":0}]}"#,
        #"{"type":"changes","id":"x","edits":[{"start":-1,"end":0,"rule":"r"}]}"#,
        #"{"type":"changes","id":"x","layers":{"a":[{"start":0,"end":1}]}}"#, #"{"type":"error"}"#, #"[]"#,
        #"{"protocol":"linecaster.stage/1","name":"A b","version":"1","summary":"S."}"#,
        #"{"protocol":"linecaster.stage/2","name":"a","version":"1","summary":"S."}"#,
    ]) func whatIsNoMessageDoesNotFit(text: String) throws { #expect(try !schema.accepts(text)) }

    /// The messages that the documentation shows are right, and are read.
    @Test func theDocumentationsMessagesFit() throws {
        let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
        let page = try String(
            contentsOf: root.appending(path: "Sources/LinecasterKit/LinecasterKit.docc/WritingAProgram.md"),
            encoding: .utf8
        )
        let lines = page.split(separator: "\n").filter { $0.hasPrefix("{\"") }
        #expect(lines.count >= 6)
        for line in lines { #expect(try schema.accepts(String(line)), "\(line)") }
        let description = try #require(lines.first { $0.contains("\"version\"") })
        let read = try JSONDecoder().decode(ProgramDescription.self, from: Data(description.utf8))
        #expect(read.objection == nil && read.manifest.requires == ["blocks"] && read.options?.first?.form == .text)
    }
}
