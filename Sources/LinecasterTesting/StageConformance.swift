import LinecasterEngine
import LinecasterFormats
public import LinecasterKit
public import Testing

/// Checks what every stage must satisfy: its examples hold, and it keeps the kit's rules.
///
/// ```swift
/// @Test func conforms() async { await checkConformance(StageDescriptor(Shout.self)) }
/// ```
///
/// - Parameter helpers: Stages that give the layers that this one needs, in order.
public func checkConformance(
    _ stage: StageDescriptor,
    after helpers: [StageDescriptor] = [],
    sourceLocation: SourceLocation = #_sourceLocation
) async {
    let manifest = stage.manifest
    #expect(!manifest.examples.isEmpty, "\(manifest.name) has no example", sourceLocation: sourceLocation)
    #expect(manifest.summary.hasSuffix("."), "the summary is a sentence", sourceLocation: sourceLocation)
    for setting in stage.settings {
        #expect(
            !setting.key.contains { $0.isUppercase || $0 == "-" },
            "\(setting.key) is not in snake case",
            sourceLocation: sourceLocation
        )
        #expect(setting.summary.hasSuffix("."), "\(setting.key): the summary is a sentence", sourceLocation: sourceLocation)
    }
    for example in manifest.examples {
        await check(example.title, stage, helpers, settings: example.settings, input: example.input, sourceLocation) { article in
            #expect(article.text == example.output, "\(manifest.name): \(example.title)", sourceLocation: sourceLocation)
        }
    }
    for (title, input) in hostileInputs {
        await check(title, stage, helpers, settings: "", input: input, sourceLocation) { _ in }
    }
}

/// Runs a stage behind its helpers on an input, and checks what holds for any stage: its rules are declared,
/// its edits can be undone, its ranges are valid, and the same input gives the same output.
private func check(
    _ title: String,
    _ stage: StageDescriptor,
    _ helpers: [StageDescriptor],
    settings: String,
    input: String,
    _ sourceLocation: SourceLocation,
    _ body: (Article) -> Void
) async {
    let name = stage.manifest.name
    do {
        let pipeline = try Pipeline(yaml: Array(yaml(stage, helpers, settings).utf8), registry: StageRegistry(helpers + [stage]))
        let article = try await pipeline.run(Article(text: input)).article
        let again = try await pipeline.run(Article(text: input)).article
        body(article)
        let bytes = OutputFormat.json.write(article, pipeline: pipeline.identity)
        #expect(
            bytes == OutputFormat.json.write(again, pipeline: pipeline.identity),
            "\(name): \(title): not the same twice",
            sourceLocation: sourceLocation
        )
        #expect(article.undone() == Array(input.utf8), "\(name): \(title): the edits cannot be undone", sourceLocation: sourceLocation)
        let declared = Set(stage.manifest.rules.map(\.name))
        for edit in article.history where edit.stage == name {
            #expect(
                declared.contains(edit.rule),
                "\(name) makes edits by the rule \(edit.rule), which its manifest does not name",
                sourceLocation: sourceLocation
            )
            #expect((0...1).contains(edit.confidence), "\(name): confidence \(edit.confidence)", sourceLocation: sourceLocation)
        }
    } catch {
        Issue.record("\(name): \(title): \(error)", sourceLocation: sourceLocation)
    }
}

private func yaml(_ stage: StageDescriptor, _ helpers: [StageDescriptor], _ settings: String) -> String {
    var lines = ["pipeline: conformance", "stages:"]
    lines += helpers.map { "  - \($0.manifest.name)" }
    lines.append("  - \(stage.manifest.name)\(settings.isEmpty ? "" : ":")")
    lines += settings.split(separator: "\n").map { "      \($0)" }
    return lines.joined(separator: "\n") + "\n"
}

/// Inputs that no newspaper has and any folder may hold.
private let hostileInputs: [(title: String, input: String)] = [
    ("nothing", ""),
    ("one line end", "\n"),
    ("white space", " \t\u{3000}\r\n\u{0C}\n  "),
    ("one character", "报"),
    ("ten thousand opening quotes", String(repeating: "“", count: 10_000)),
    ("a line of digits", String(repeating: "1234567890", count: 2_000)),
    ("brackets", String(repeating: "（((《", count: 2_000)),
    ("lone marks", "。\n，\n”\n）\n、\n；\n"),
    ("combining marks", "e" + String(repeating: "\u{301}", count: 500)),
    ("control characters", "\u{0}\u{1}\u{7}\u{1B}[31m\u{7F}文\u{85}字"),
    ("scripts mixed", "中文 English かな 한국어 عربى עברית\n中文English。\nかな、カナ\n"),
    ("emoji and rare ideographs", "👩‍👩‍👧‍👦𠮷野家🇨🇳\n𠀀𠀁𠀂。"),
    ("many short lines", String(repeating: "短\n", count: 3_000)),
    ("many blank lines", String(repeating: "\n", count: 5_000) + "文。"),
]
