import LinecasterKit
import LinecasterYAML
import Testing

@Suite struct YAMLReaderTests {
    private func problem(_ text: String) -> (place: String, message: String)? {
        problem(Array(text.utf8))
    }

    private func problem(_ bytes: [UInt8]) -> (place: String, message: String)? {
        do throws(ConfigurationError) {
            _ = try readYAML(bytes)
            return nil
        } catch {
            let first = error.diagnostics[0]
            return ("\(first.position?.line ?? 0):\(first.position?.column ?? 0)", first.message)
        }
    }

    @Test func everyValueKnowsItsPlace() throws {
        let root = try readYAML("a: 1\n报纸: [x, 'y']\n")
        let entries = try #require(root.entries)
        #expect(entries[1].keyPosition == SourcePosition(line: 2, column: 1))
        guard case .sequence(let items) = entries[1].value.content else { return #expect(Bool(false)) }
        #expect(items.map(\.position) == [SourcePosition(line: 2, column: 6), SourcePosition(line: 2, column: 9)])
    }

    @Test(arguments: [
        ("a: 1\na: 2\n", "2:1", "'a' is given twice"),
        ("a:\n\tb: 1\n", "2:1", "tab"),
        ("a: 1\n---\nb: 2\n", "2:1", "second document"),
        ("a: [1, 2\nb: 3\n", "2:2", "',' or ']'"),
        ("a: 'open\n", "1:4", "never closed"),
        ("a: b: c\n", "1:5", "':' cannot stand here"),
        ("a: *nothing\n", "1:4", "anchored"),
        ("", "1:1", "empty"),
        ("? [x]\n: y\n", "1:3", "plain text"),
        ("a: @x\n", "1:4", "quotation marks"),
    ])
    func whatIsNoYAMLIsAnErrorWithAPlace(text: String, place: String, message: String) throws {
        let found = try #require(problem(text))
        #expect(found.place == place)
        #expect(found.message.contains(message), "\(found.message)")
    }

    @Test func badUTF8IsAnErrorWithAPlace() throws {
        let found = try #require(problem(Array("a: 报".utf8) + [0xFF, 0x0A]))
        #expect(found.place == "1:5" && found.message.contains("UTF-8"))
    }

    @Test func anAliasRepeatsItsAnchor() throws {
        let root = try readYAML("a: &x [1, 2]\nb: *x\n")
        #expect(root.entries?[1].value.kind == "a list")
    }

    @Test func anAliasBombIsRefusedBeforeItGrows() throws {
        var text = "a: &a0 [x, x, x, x, x, x, x, x, x]\n"
        for level in 1...30 { text += "a\(level): &a\(level) [\(Array(repeating: "*a\(level - 1)", count: 9).joined(separator: ", "))]\n" }
        let found = try #require(problem(text))
        #expect(found.message.contains("grows to more than"))
    }

    @Test func nestingIsBounded() throws {
        let found = try #require(problem("a: " + String(repeating: "[", count: 5_000)))
        #expect(found.message.contains("nested more than 32"))
    }

    @Test func sizeIsBounded() throws {
        let found = try #require(problem(Array(repeating: UInt8(ascii: "#"), count: 2 << 20)))
        #expect(found.message.contains("at most"))
    }

    @Test(arguments: 0..<300) func anyBytesEndInAValueOrAnError(seed: Int) {
        var state = UInt64(seed) &* 0x9E37_79B9_7F4A_7C15 &+ 1
        let alphabet = Array("ab:-[]{},&*#|>'\"%@`!? \n\t\u{7F}报".utf8)
        let bytes = (0..<120).map { _ -> UInt8 in
            state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
            return alphabet[Int(state >> 33) % alphabet.count]
        }
        if let found = problem(bytes) { #expect(!found.message.isEmpty) }
    }

    @Test func variablesAreReplaced() throws {
        var diagnostics: [Diagnostic] = []
        let root = try readYAML("a: ${HOME}/in\nb: ${NONE:-3}\nc: $${x}\ntests: ${HOME}\n")
            .expandingVariables(from: ["HOME": "/home/x"], untouched: ["tests"], into: &diagnostics)
        let values = root.entries?.map { entry -> String in
            guard case .scalar(let text, _) = entry.value.content else { return "" }
            return text
        }
        #expect(values == ["/home/x/in", "3", "${x}", "${HOME}"])
        #expect(diagnostics.isEmpty)
    }

    @Test func aMissingVariableIsAnErrorAtItsPlace() throws {
        var diagnostics: [Diagnostic] = []
        _ = try readYAML("a: 1\nb: x${INBX}\n").expandingVariables(from: ["INBOX": "y"], into: &diagnostics)
        #expect(diagnostics.map(\.message) == ["the environment variable INBX is not set; did you mean 'INBOX'?"])
        #expect(diagnostics.first?.position == SourcePosition(line: 2, column: 4))
    }
}
