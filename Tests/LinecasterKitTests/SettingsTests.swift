@testable import LinecasterKit
import Testing

@Suite struct SettingsTests {
    struct Sample: StageSettings {
        var lines = 3
        var share = 0.5
        var mode = Mode.fast
        var limit: Int?
        var wait = TimeSpan.seconds(1)
        var names: [String] = []

        static let fields = [
            Field("lines", \Self.lines, in: 1...9, "How many lines."),
            Field("share", \Self.share, in: 0...1, "What part."),
            Field("mode", \Self.mode, "Which way."),
            Field("limit", \Self.limit, in: 1...5, "How many at most."),
            Field("wait", \Self.wait, "How long."),
            Field("names", \Self.names, "Which names."),
        ]

        enum Mode: String, ConfigChoice { case fast, careful }
    }

    private func read(_ entries: [(String, ConfigNode.Content)]) -> (settings: Sample?, messages: [String]) {
        let nodes = entries.enumerated().map { line, entry in
            ConfigNode.Entry(
                key: entry.0,
                keyPosition: SourcePosition(line: line + 1, column: 1),
                value: ConfigNode(entry.1, at: SourcePosition(line: line + 1, column: 9))
            )
        }
        var diagnostics: [Diagnostic] = []
        let settings = Sample.read(from: ConfigNode(.mapping(nodes), at: SourcePosition(line: 1, column: 1)), into: &diagnostics)
        return (settings, diagnostics.map { "\($0.position?.line ?? 0): \($0.message)" })
    }

    private func plain(_ text: String) -> ConfigNode.Content { .scalar(text, isQuoted: false) }

    @Test func valuesAreRead() throws {
        let (settings, messages) = read([
            ("lines", plain("7")), ("share", plain("0.25")), ("mode", plain("careful")), ("limit", plain("2")), ("wait", plain("250ms")),
        ])
        let found = try #require(settings)
        #expect(messages.isEmpty)
        #expect(found.lines == 7 && found.share == 0.25 && found.mode == .careful && found.limit == 2 && found.wait.milliseconds == 250)
    }

    @Test func everyMistakeIsReportedAtItsLine() {
        let (settings, messages) = read([
            ("lines", plain("12")), ("linse", plain("1")), ("mode", plain("carefull")), ("wait", plain("soon")), ("limit", plain("many")),
            ("names", plain("x")),
        ])
        #expect(settings == nil)
        #expect(
            messages == [
                "1: lines must be a whole number from 1 to 9, not '12'",
                "2: unknown option 'linse'; did you mean 'lines'?",
                "3: mode must be one of fast, careful, not 'carefull'; did you mean 'careful'?",
                "4: wait must be a length of time such as 300ms, 10s, 5m or 1h, not 'soon'",
                "5: limit must be a whole number from 1 to 5, not 'many'",
                "6: names must be a list, each text, not 'x'",
            ]
        )
    }

    @Test(arguments: [("300ms", 300), ("10s", 10_000), ("5m", 300_000), ("2h", 7_200_000)])
    func lengthsOfTimeAreRead(text: String, milliseconds: Int) throws {
        let span = try TimeSpan(ConfigNode(plain(text), at: SourcePosition(line: 1, column: 1)))
        #expect(span.milliseconds == milliseconds && span.configText == text)
    }

    @Test(arguments: [("32MiB", 33_554_432), ("10KB", 10_000), ("512 KiB", 524_288)])
    func sizesAreRead(text: String, bytes: Int) throws {
        #expect(try ByteCount(ConfigNode(plain(text), at: SourcePosition(line: 1, column: 1))).bytes == bytes)
    }

    @Test(arguments: ["99999999999999999999h", "-1s", "1 s s", "", "9223372036854775807h"])
    func whatIsNoLengthOfTimeIsRefused(text: String) {
        #expect(throws: ConfigMismatch.self) { try TimeSpan(ConfigNode(plain(text), at: SourcePosition(line: 1, column: 1))) }
    }

    @Test(arguments: [("sumarize", "summarize"), ("Repair", "repair"), ("exrtact", "extract"), ("zzz", nil)])
    func theNearestNameIsSuggested(typed: String, expected: String?) {
        #expect(suggestion(for: typed, among: ["normalize", "repair", "segment", "extract", "summarize"]) == expected)
    }

    @Test func theCaretStandsUnderWideCharacters() {
        let diagnostic = Diagnostic("bad", at: SourcePosition(line: 1, column: 3))
        #expect(diagnostic.rendered(file: "a.yaml", contents: "报纸x") == "a.yaml:1:3: error: bad\n  报纸x\n      ^")
    }

    @Test func theCaretLineMovesNoCursor() {
        let rendered = Diagnostic("bad", at: SourcePosition(line: 1, column: 2)).rendered(file: "a", contents: "\u{1B}[2Jx\ty")
        #expect(!rendered.unicodeScalars.contains("\u{1B}"))
    }
}
