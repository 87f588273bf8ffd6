import Foundation
import Testing

/// Libraries and programs, through the real binary.
@Suite(.timeLimit(.minutes(4))) struct PluginTests {
    private let folder: Folder
    private static let examples = Program.root.appending(path: "Examples/plugins")
    private static let article = "市民有线索可拨打热线138123\n45678，全天有人接听。\n"

    init() throws { folder = try Folder() }

    /// The example library, built, and the example program, in folders as the examples' own.
    private func bringExamples() async throws {
        let sources = Self.examples.appending(path: "redaction/Sources/Redaction").path
        let names = try FileManager.default.contentsOfDirectory(atPath: sources)
        let library = try await PluginBuild.library("Redaction", sources: names.map { "\(sources)/\($0)" }, in: folder)
        for part in ["redaction/.build/debug", "word-count"] {
            try FileManager.default.createDirectory(atPath: "\(folder.path)/\(part)", withIntermediateDirectories: true)
        }
        try FileManager.default.moveItem(atPath: library, toPath: "\(folder.path)/redaction/.build/debug/libRedaction.so")
        let parts = ["redaction/Pipelines", "word-count/Pipelines", "word-count/word_count.py", "Pipelines"]
        for part in parts {
            try FileManager.default.copyItem(atPath: Self.examples.appending(path: part).path, toPath: "\(folder.path)/\(part)")
        }
    }

    private func library(_ name: String, _ source: String, note: PluginBuild.NoteKind = .own) async throws -> String {
        try folder.write("\(name).swift", source)
        return try await PluginBuild.library(name, sources: ["\(folder.path)/\(name).swift"], note: note, in: folder)
    }

    private func run(_ arguments: [String], in folder: String) async throws -> Program.Result {
        try await aside { try Program.run(arguments, in: folder) }
    }

    // MARK: The examples

    @Test func theExamplesDoWhatTheirPipelinesSay() async throws {
        try await bringExamples()
        let files = ["redaction/Pipelines/redacted.yaml", "word-count/Pipelines/counted.yaml", "Pipelines/both.yaml"]
        let tests = try await run(["test"] + files, in: folder.path)
        #expect(tests.status == 0 && tests.output.hasSuffix("3 passed, 0 failed\n"), "\(tests.output)\(tests.errors)")
        try folder.write("a.txt", Self.article)
        let processed = try await run(["process", "a.txt", "--pipeline", "Pipelines/both.yaml"], in: folder.path)
        #expect(processed.status == 0, "\(processed.errors)")
        let result = try #require(try JSONSerialization.jsonObject(with: Data(processed.output.utf8)) as? [String: Any])
        let layers = try #require(result["layers"] as? [String: [[String: Any]]])
        #expect(layers["redactions"]?.count == 1 && layers["redactions"]?[0]["text"] as? String == "███████████")
        #expect((layers["redactions"]?[0]["value"] as? [String: String]) == ["kind": "phone"])
        #expect((layers["word_counts"]?[0]["value"] as? [String: Int]) == ["words": 16, "characters": 29])
        // A library's edits are undone like any other.
        try folder.write("a.json", processed.output)
        #expect(try await run(["undo", "a.json"], in: folder.path).output == Self.article)
    }

    @Test func theExamplesPassTheCheck() async throws {
        try await bringExamples()
        for path in ["redaction/.build/debug/libRedaction.so", "word-count/word_count.py"] {
            let check = try await run(["plugin", "check", path], in: folder.path)
            #expect(check.status == 0 && check.output.hasSuffix("all checks passed\n"), "\(check.output)\(check.errors)")
        }
        let page = try await run(["stages", "redact", "--plugin", "redaction/.build/debug/libRedaction.so"], in: folder.path)
        #expect(page.output.contains("| `keep_last` | a whole number from 0 to 18 | `0` |"))
    }

    @Test func aNewProgramPassesItsCheckAndItsTests() async throws {
        #expect(try await run(["plugin", "new", "join_dots", "--language", "python"], in: folder.path).status == 0)
        let place = "\(folder.path)/join_dots"
        #expect(try await run(["plugin", "check", "join_dots.py"], in: place).status == 0)
        #expect(try await run(["check"], in: place).output == "2 files, all correct\n")
        #expect(try await run(["test"], in: place).output.hasSuffix("1 passed, 0 failed\n"))
        #expect(try await run(["plugin", "new", "join_dots"], in: folder.path).status == 64)
        #expect(try await run(["plugin", "new", "Join Dots"], in: folder.path).status == 64)
        #expect(try await run(["plugin", "new", "repair"], in: folder.path).status == 64)
    }

    @Test func aNewLibraryBuildsAndPassesItsCheck() async throws {
        #expect(try await run(["plugin", "new", "join_dots"], in: folder.path).status == 0)
        let source = "\(folder.path)/join_dots/Sources/JoinDots/JoinDots.swift"
        let library = try await PluginBuild.library("JoinDots", sources: [source], in: folder)
        let check = try await run(["plugin", "check", library], in: folder.path)
        #expect(check.status == 0, "\(check.output)\(check.errors)")
        let test = try await run(["test", "--plugin", library], in: "\(folder.path)/join_dots")
        #expect(test.output == "pass  join_dots: dots at the end of a line\n1 passed, 0 failed\n", "\(test.errors)")
    }

    // MARK: Refusals

    /// The sentence with which a library is refused.
    private func refusal(_ path: String) async throws -> String {
        let listed = try await run(["stages", "--plugin", path], in: folder.path)
        #expect(listed.status == 78)
        return listed.errors
    }

    @Test func aLibraryOfAnotherBuildIsRefused() async throws {
        let source = PluginBuild.stageSource(name: "probe", body: "")
        let kit = try await library("OtherKit", source, note: .other(PluginBuild.Note(kit: "0.0.9")))
        let both = try await refusal(kit)
        #expect(both.contains("is refused: it was built for kit 0.0.9 with Swift 6.1; this is kit "))
        #expect(both.hasSuffix(": rebuild it with that Swift and that kit\n"))
        #expect(try await refusal(try await library("NoNote", source, note: .none)).contains("it was not built with Linecaster's kit"))
    }

    @Test func whatIsNoLibraryIsRefused() async throws {
        try folder.write("text.so", "no library\n")
        #expect(try await refusal("text.so").contains("it is no library: it does not begin as an ELF file does"))
        #expect(try await refusal("missing.so").contains("there is no such file"))
        let empty = try await library("NoEntry", "import LinecasterKit\npublic func nothing() -> TextRange { TextRange(0..<1) }\n")
        #expect(try await refusal(empty).contains("it has no function 'linecaster_plugin'"))
        try FileManager.default.setAttributes([.posixPermissions: 0o666], ofItemAtPath: empty)
        #expect(try await refusal(empty).contains("can be written by others than its owner; run 'chmod go-w "))
    }

    @Test func theDaemonGoesOnWithThePipelinesThatDoNotNeedARefusedPlugin() async throws {
        try folder.write("bad.so", "no library\n")
        try folder.write("Pipelines/secret.yaml", "pipeline: secret\nstages: [normalize, redact]\noutput: [text]\n")
        try folder.write("linecaster.yaml", "plugins: [bad.so]\ndefault_pipeline: minimal\nwatch: {settle: 20ms}\n")
        let check = try await run(["check"], in: folder.path)
        #expect(check.status == 78 && check.errors.contains("linecaster.yaml:1:11: error: plugin bad.so is refused: it is no library"))
        let daemon = try RunningDaemon(in: folder)
        try await daemon.waitFor("plugin bad.so is refused: it is no library")
        try await daemon.waitFor("pipeline 'secret' cannot run")
        try await daemon.waitFor("ready")
        try folder.drop("secret/a.txt", Self.article)
        try folder.drop("b.txt", Self.article)
        try await daemon.waitFor("b.txt: done")
        try await until { folder.exists("failed/secret/a.txt.error.json") }
        #expect(try folder.read("failed/secret/a.txt.error.json").contains("pipeline 'secret' cannot run: plugin bad.so is refused"))
        #expect(folder.names("outbox") == ["b.txt"])
        // Without the default there is nothing to run.
        daemon.send(SIGTERM)
        #expect(try await daemon.exitStatus() == 0)
        try folder.write("linecaster.yaml", "plugins: [bad.so]\ndefault_pipeline: secret\n")
        #expect(try await run(["run"], in: folder.path).status == 78)
    }

    // MARK: Harm

    @Test func killedProgramsCostNoArticle() async throws {
        try await bringExamples()
        try folder.write("linecaster.yaml", "inbox: [{path: inbox, pipeline: counted}]\nwatch: {settle: 20ms}\nretry: {backoff: 20ms}\n")
        try FileManager.default.copyItem(
            atPath: "\(folder.path)/word-count/Pipelines/counted.yaml",
            toPath: "\(folder.path)/Pipelines/counted.yaml"
        )
        try FileManager.default.removeItem(atPath: "\(folder.path)/Pipelines/both.yaml")
        try FileManager.default.moveItem(atPath: "\(folder.path)/word-count/word_count.py", toPath: "\(folder.path)/word_count.py")
        let daemon = try RunningDaemon(in: folder)
        try await daemon.waitFor("ready")
        let count = 400
        for number in 0..<count { try folder.write("batch/\(number).txt", "第\(number)篇：\(Self.article)") }
        try FileManager.default.moveItem(atPath: "\(folder.path)/batch", toPath: "\(folder.path)/inbox/batch")
        func ended() -> Int { folder.names("archive/batch").count + folder.names("failed/batch").count }
        // All of them, each time that some more articles came through.
        var killed = 0
        var next = 5
        try await until {
            if ended() >= next, ended() < count {
                for program in daemon.children where kill(program, SIGKILL) == 0 { killed += 1 }
                next = ended() + 25
            }
            return ended() == count
        }
        #expect(killed > 0 && folder.names("failed") == [] && folder.names("outbox/batch").count == count)
    }

    @Test func anArticleAtWhichALibraryTrapsTwiceIsSetAside() async throws {
        let trap = "if article.text.contains(\"boom\") { _ = [Int]()[article.utf8.count] }"
        let path = try await library("Trap", PluginBuild.stageSource(name: "trap", body: trap))
        try folder.write("Pipelines/trapped.yaml", "pipeline: trapped\nplugins: [\(path)]\nstages: [trap]\noutput: [text]\n")
        try folder.write("linecaster.yaml", "default_pipeline: trapped\nwatch: {settle: 20ms}\nworkers: 1\n")
        try folder.drop("a.txt", "boom\n")
        for _ in 0..<2 {
            let daemon = try RunningDaemon(in: folder)
            try await daemon.waitFor("ready")
            #expect(try await daemon.exitStatus() != 0)
        }
        let daemon = try RunningDaemon(in: folder)
        try folder.drop("b.txt", "calm\n")
        try await daemon.waitFor("b.txt: done")
        #expect(try folder.read("failed/a.txt.error.json").contains("the program crashed twice while it worked on this article"))
    }
}

/// The code in the documentation.
@Suite struct SnippetTests {
    private func blocks(_ file: String, _ language: String) throws -> [String] {
        let text = try String(contentsOf: Program.root.appending(path: file), encoding: .utf8)
        return text.components(separatedBy: "\n```\(language)\n").dropFirst().compactMap { $0.components(separatedBy: "\n```").first }
    }

    /// The Swift in the doc comments of the kit, put together, compiles.
    @Test func everySnippetOfTheKitCompiles() async throws {
        let folder = Program.root.appending(path: "Sources/LinecasterKit")
        let paths = FileManager.default.enumerator(atPath: folder.path)?.compactMap { $0 as? String } ?? []
        var snippets: [String] = []
        for path in paths.sorted() where path.hasSuffix(".swift") {
            let lines = try String(contentsOf: folder.appending(path: path), encoding: .utf8).split(separator: "\n").map {
                $0.drop { $0 == " " }
            }
            for line in lines.split(whereSeparator: { !$0.hasPrefix("///") }) {
                let comment = "\n" + line.map { $0.dropFirst($0.hasPrefix("/// ") ? 4 : 3) }.joined(separator: "\n") + "\n"
                snippets += comment.components(separatedBy: "\n```swift\n").dropFirst().compactMap {
                    $0.components(separatedBy: "\n```").first
                }
            }
        }
        #expect(snippets.count >= 4)
        let problems = try await PluginBuild.problems(in: "import LinecasterKit\n" + snippets.joined(separator: "\n\n"), Folder())
        #expect(problems == "")
    }

    /// The Swift of a page, put together, compiles.
    @Test(arguments: ["Sources/LinecasterKit/LinecasterKit.docc/WritingALibrary.md", "README.md"]) func everySnippetCompiles(page: String)
        async throws
    {
        let snippets = try blocks(page, "swift")
        #expect(!snippets.isEmpty)
        let problems = try await PluginBuild.problems(in: snippets.joined(separator: "\n\n"), Folder())
        #expect(problems == "")
    }
}
