import BuiltinStages
import LinecasterEngine
import LinecasterKit
import Testing

/// Normalize passes plain text eight bytes at a time; what it does must not hang on where a text begins.
@Suite struct AlignmentTests {
    @Test(arguments: 0..<20) func aTextIsNormalizedAlikeBehindAnyNumberOfLetters(count: Int) async throws {
        let text =
            "He said,他说,今天开放(免费). A re\u{301}sume\u{301}; 20 23年, l998年 ( ｱﾞ ) \u{7F}\u{1}\r\nthe 1,0 00 people\r\u{AD}\u{200B} (报), \"好\""
        let pipeline = try Pipeline(yaml: Array("pipeline: p\nstages: [normalize]\n".utf8), registry: StageRegistry(builtinStages))
        let alone = try await pipeline.run(Article(text: text)).article.text
        let letters = String(repeating: "a", count: count) + "\n"
        let behind = try await pipeline.run(Article(text: letters + text)).article.text
        #expect(behind == letters + alone)
        #expect(alone.hasPrefix("He said，他说，今天开放（免费）。 A r\u{E9}sum\u{E9};"))
    }
}
