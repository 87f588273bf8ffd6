import Foundation
import Synchronization
import Testing

@testable import LinecasterEngine
@testable import LinecasterKit

/// Programs that do a stage: well, badly, slowly, or not at all.
@Suite(.timeLimit(.minutes(2))) struct ProgramTests {
    private let folder = ScratchFolder()

    /// A Python program that answers as the protocol says; `body` is what it does with an article.
    private func program(_ body: String, description: String = "{}", start: String = "pass", configure: String = "pass") throws -> String {
        let lines = [
            "#!/usr/bin/env python3", "import json, os, signal, sys, time", "here = os.path.dirname(os.path.abspath(__file__))",
            "def answer(value): sys.stdout.write(json.dumps(value) + '\\n'); sys.stdout.flush()",
            "def count(name):",
            "    with open(os.path.join(here, name), 'a') as f: f.write('x')",
            "    return os.path.getsize(os.path.join(here, name))",
            "configurations = {}",
            start,
            "for line in sys.stdin:",
            "    message = json.loads(line)",
            "    if message['type'] == 'hello':",
            "        answer(dict({'protocol': 'linecaster.stage/1', 'name': 'fake', 'version': '1.0', 'summary': 'Is a fake.'}, **\(description)))",
            "    elif message['type'] == 'configure':",
            "        \(configure)",
            "        configurations[message['configuration']] = message['options']",
            "        answer({'type': 'ready', 'configuration': message['configuration']})",
            "    else:",
            "        id, text, layers, options = message['id'], message['text'], message['layers'], configurations[message['configuration']]",
        ]
        return try folder.program(lines.joined(separator: "\n") + "\n" + body.split(separator: "\n").map { "        \($0)\n" }.joined())
    }

    private func stages(_ reference: PluginReference, note: @escaping PluginHost.Note = { _, _, _ in }) throws -> StageRegistry {
        var registry = StageRegistry([StageDescriptor(MarkLast.self)], host: PluginHost(note: note))
        try registry.add(reference)
        return registry
    }

    private func run(_ path: String, _ text: String, step: String = "fake", copies: Int = 1, timeout: TimeSpan = .seconds(20)) async throws
        -> Article
    {
        var reference = PluginReference(path: path)
        reference.copies = copies
        reference.timeout = timeout
        let pipeline = try Pipeline(yaml: Array("pipeline: p\nstages:\n  - \(step)\n".utf8), registry: try stages(reference))
        return try await pipeline.run(Article(text: text)).article
    }

    private func refusal(_ path: String, startTimeout: TimeSpan = .seconds(10)) -> String {
        var reference = PluginReference(path: path)
        reference.startTimeout = startTimeout
        do {
            _ = try stages(reference)
            return "none"
        } catch {
            return "\(error)".replacing(path, with: "P")
        }
    }

    // MARK: Work

    @Test func editsAndLayersComeBackInCharacters() async throws {
        let path = try program(
            """
            start = text.index('𠮷')
            answer({'type': 'changes', 'id': id, 'edits': [{'start': start, 'end': start + 1, 'text': '吉', 'rule': 'plain'}],
                    'layers': {'found': [{'start': start, 'end': start + 2, 'value': {'n': 7}}]}, 'warnings': ['mind']})
            """,
            description: "{'provides': ['found'], 'rules': [{'name': 'plain', 'summary': 'It is made plain.'}]}"
        )
        let article = try await run(path, "在𠮷野家。")
        #expect(article.text == "在吉野家。")
        #expect(article.undone() == Array("在𠮷野家。".utf8))
        let found = article[Layer<JSONValue>("found")]
        #expect(found.map { article[$0.range] } == ["吉野"] && found.map(\.value) == [.object(["n": .number(7)])])
        #expect(article.warnings.map(\.message) == ["mind"] && article.history.map(\.rule) == ["plain"])
    }

    @Test func layersOfTheKitKeepTheirTypes() async throws {
        let path = try program(
            """
            answer({'type': 'changes', 'id': id, 'layers': {'entities': [
                {'start': 0, 'end': 2, 'value': {'kind': 'person', 'name': '周岚', 'roles': []}}]}})
            """,
            description: "{'provides': ['entities']}"
        )
        #expect(try await run(path, "周岚说")[.entities].map(\.value) == [Entity(kind: .person, name: "周岚")])
    }

    @Test func neededLayersComeWithTheArticle() async throws {
        let path = try program(
            """
            marks = [text[m['start']:m['end']] + str(m['value']['depth']) for m in layers['marks']]
            answer({'type': 'changes', 'id': id, 'warnings': marks})
            """,
            description: "{'requires': ['marks']}"
        )
        let article = try await run(path, "一二", step: "mark\n  - fake")
        #expect(article.warnings.map(\.message) == ["二3"])
    }

    @Test func optionsAreCheckedAndTold() async throws {
        let path = try program(
            "answer({'type': 'changes', 'id': id, 'warnings': [json.dumps(options, sort_keys=True)]})",
            description: """
                {'options': [{'key': 'least', 'type': 'integer', 'default': 3, 'minimum': 1, 'maximum': 9, 'summary': 'The least.'},
                {'key': 'words', 'type': 'list', 'default': [], 'summary': 'Words.'},
                {'key': 'how', 'type': 'choice', 'default': 'well', 'choices': ['well', 'badly'], 'summary': 'How.'}]}
                """.replacing("\n", with: " ")
        )
        let article = try await run(path, "x", step: "fake: {least: 5, words: [a, b]}")
        #expect(article.warnings.map(\.message) == [#"{"how": "well", "least": 5, "words": ["a", "b"]}"#])
        let registry = try stages(PluginReference(path: path))
        func problems(_ options: String) -> [String] {
            do {
                _ = try Pipeline(yaml: Array("pipeline: p\nstages:\n  - fake: \(options)\n".utf8), registry: registry)
                return []
            } catch {
                return error.diagnostics.map(\.message)
            }
        }
        #expect(problems("{least: 10}") == ["least must be a whole number from 1 to 9, not '10'"])
        #expect(problems("{how: wel}") == ["how must be one of well, badly, not 'wel'; did you mean 'well'?"])
        #expect(problems("{leest: 2}") == ["unknown option 'leest'; did you mean 'least'?"])
        #expect(registry["fake"]?.settings.map(\.defaultValue) == ["3", "[]", "well"])
    }

    @Test func theProgramMayRefuseOptions() throws {
        let path = try program("pass", configure: "answer({'type': 'error', 'message': 'there is no such file'}); continue")
        #expect {
            _ = try Pipeline(yaml: Array("pipeline: p\nstages: [fake]\n".utf8), registry: try stages(PluginReference(path: path)))
        } throws: { error in
            (error as? ConfigurationError)?.diagnostics.map(\.message) == ["there is no such file"]
        }
    }

    @Test func severalCopiesWorkAtOnce() async throws {
        // Each waits until the other has an article too; one copy alone would wait for ever.
        let path = try program(
            """
            count('begun')
            while os.path.getsize(os.path.join(here, 'begun')) < 2: time.sleep(0.005)
            answer({'type': 'changes', 'id': id})
            """
        )
        var reference = PluginReference(path: path)
        reference.copies = 2
        let pipeline = try Pipeline(yaml: Array("pipeline: p\nstages: [fake]\n".utf8), registry: try stages(reference))
        try await withThrowingTaskGroup(of: Void.self) { group in
            for number in 0..<2 { group.addTask { _ = try await pipeline.run(Article(text: "\(number)")) } }
            try await group.waitForAll()
        }
    }

    // MARK: Harm

    @Test func anArticleAtWhichACopyDiesIsGivenToAnother() async throws {
        let path = try program(
            """
            if count('tries') == 1: os.kill(os.getpid(), signal.SIGKILL)
            answer({'type': 'changes', 'id': id, 'warnings': ['came through']})
            """
        )
        #expect(try await run(path, "x").warnings.map(\.message) == ["came through"])
    }

    @Test func anArticleAtWhichEveryCopyDiesMayPassLater() async throws {
        let path = try program("sys.exit(3)")
        await #expect {
            _ = try await run(path, "x")
        } throws: { error in
            let error = error as? PipelineError
            return error?.mayPass == true && error?.reason.hasSuffix("it ended with status 3") == true
        }
    }

    private static let hangsAtSlow = """
        if text == 'slow': time.sleep(600)
        answer({'type': 'changes', 'id': id})
        """

    /// A line too many must not be taken for the answer to the next article.
    @Test func anAnswerThatNobodyAskedForCostsNoArticle() async throws {
        let path = try program(
            """
            answer({'type': 'changes', 'id': id, 'warnings': [text]})
            if count('answers') == 1: answer({'type': 'changes', 'id': id, 'warnings': [text]})
            """
        )
        var reference = PluginReference(path: path)
        reference.copies = 1
        let pipeline = try Pipeline(yaml: Array("pipeline: p\nstages: [fake]\n".utf8), registry: try stages(reference))
        var failed = 0
        for number in 0..<6 {
            do {
                let article = try await ArticleInWork.$id.withValue("\(number)") {
                    try await pipeline.run(Article(text: "\(number)")).article
                }
                #expect(article.warnings.map(\.message) == ["\(number)"])
            } catch {
                failed += 1
            }
        }
        // The line may come while the next article is asked, which then cannot tell whose fault it is.
        #expect(failed <= 1)
    }

    @Test func aProgramThatHangsLosesTheArticleAndIsStartedAnew() async throws {
        let path = try program(Self.hangsAtSlow)
        var reference = PluginReference(path: path)
        reference.copies = 1
        reference.timeout = TimeSpan(milliseconds: 100)
        let pipeline = try Pipeline(yaml: Array("pipeline: p\nstages: [fake]\n".utf8), registry: try stages(reference))
        await #expect {
            _ = try await pipeline.run(Article(text: "slow"))
        } throws: { ($0 as? PipelineError)?.reason.hasSuffix("it took longer than 100 ms") == true }
        _ = try await pipeline.run(Article(text: "quick"))
    }

    @Test func theStepsOwnTimeoutEndsTheProgramToo() async throws {
        let path = try program(Self.hangsAtSlow)
        var reference = PluginReference(path: path)
        reference.copies = 1
        let yaml = "pipeline: p\nstages:\n  - fake:\n    timeout: 100ms\n"
        let pipeline = try Pipeline(yaml: Array(yaml.utf8), registry: try stages(reference))
        await #expect {
            _ = try await pipeline.run(Article(text: "slow"))
        } throws: { ($0 as? PipelineError)?.reason.contains("it took longer than 100 ms") == true }
        let patient = try Pipeline(yaml: Array("pipeline: p\nstages: [fake]\n".utf8), registry: try stages(reference))
        _ = try await patient.run(Article(text: "quick"))
    }

    @Test func aProgramThatDoesNotComeUpAgainIsToldOf() async throws {
        let path = try program("sys.exit(0)", start: "if count('starts') > 1: sys.exit(9)")
        await #expect {
            _ = try await run(path, "x")
        } throws: { ($0 as? PipelineError)?.reason.hasSuffix("does not come up: it ended with status 9") == true }
    }

    @Test func aProgramThatIsReplacedUnderTheDaemonIsNotUsed() async throws {
        let path = try program(
            "sys.exit(0)",
            description: "{'version': str(count('starts'))}"
        )
        await #expect {
            _ = try await run(path, "x")
        } throws: { ($0 as? PipelineError)?.reason.contains("says other things of itself") == true }
    }

    @Test(arguments: [
        ("print('no json', flush=True)", "is not as the protocol says"),
        ("answer({'type': 'changes', 'id': 'another'})", "answered for the article 'another'"),
        ("answer({'type': 'ready'})", "answered an article with 'ready'"),
        ("answer({'type': 'error', 'id': id, 'message': 'too wet'})", "too wet"),
        (
            "answer({'type': 'changes', 'id': id, 'edits': [{'start': 0, 'end': 99, 'text': '', 'rule': 'r'}]})",
            "0..<99 does not lie in the text"
        ),
        ("answer({'type': 'changes', 'id': id, 'edits': [{'start': -1, 'end': 0, 'text': '', 'rule': 'r'}]})", "does not lie in the text"),
        (
            "answer({'type': 'changes', 'id': id, 'edits': [{'start': 0, 'end': 1, 'rule': 'r', 'confidence': 2}]})",
            "confidence 2.0"
        ),
        ("answer({'type': 'changes', 'id': id, 'layers': {'secret': []}})", "the layer secret, which its manifest does not name"),
        ("answer({'type': 'changes', 'id': id, 'edits': [{'start': 0}]})", "at edits.[0]: 'end' is missing"),
    ]) func aWrongAnswerFailsTheArticleAlone(body: String, reason: String) async throws {
        let path = try program("if text == 'bad': \(body)\nelse: answer({'type': 'changes', 'id': id})")
        let pipeline = try Pipeline(yaml: Array("pipeline: p\nstages: [fake]\n".utf8), registry: try stages(PluginReference(path: path)))
        await #expect {
            _ = try await pipeline.run(Article(text: "bad"))
        } throws: { ($0 as? PipelineError)?.reason.contains(reason) == true }
        _ = try await pipeline.run(Article(text: "good"))
    }

    @Test func whatItSaysOnStandardErrorIsToldWithTheArticle() async throws {
        let lines = Mutex<[String]>([])
        let path = try program(
            """
            sys.stderr.write('looking at ' + text + '\\n'); sys.stderr.flush()
            while not os.path.exists(os.path.join(here, 'seen')): time.sleep(0.005)
            answer({'type': 'changes', 'id': id})
            """
        )
        let seen = folder.path + "/seen"
        let registry = try stages(PluginReference(path: path)) { plugin, line, article in
            lines.withLock { $0.append("\(plugin == path) \(line) \(article ?? "-")") }
            _ = FileManager.default.createFile(atPath: seen, contents: nil)
        }
        let pipeline = try Pipeline(yaml: Array("pipeline: p\nstages: [fake]\n".utf8), registry: registry)
        _ = try await ArticleInWork.$id.withValue("A1") { try await pipeline.run(Article(text: "x")) }
        #expect(lines.withLock { $0 } == ["true looking at x A1"])
    }

    // MARK: Refusals

    @Test func whatIsNoProgramIsRefused() throws {
        #expect(
            refusal("/no/such/program") == "plugin P is refused: there is no program 'P' that can be run; see that its file is executable"
        )
        #expect(refusal(try folder.program("#!/bin/sh\nexit 5\n")) == "plugin P is refused: it ended with status 5")
        #expect(refusal(try folder.program("#!/bin/sh\necho hello\n")).contains("answer to the handshake is not as the protocol says"))
        let silent = try folder.program("#!/bin/sh\nread -r line\nread -r line\n")
        #expect(refusal(silent, startTimeout: TimeSpan(milliseconds: 50)) == "plugin P is refused: it took longer than 50 ms")
    }

    @Test(arguments: [
        ("{'protocol': 'linecaster.stage/9'}", "it speaks 'linecaster.stage/9', and this program linecaster.stage/1"),
        ("{'name': 'Fake Stage'}", "its name 'Fake Stage' is not lower-case letters, digits and '_'"),
        ("{'name': 'mark'}", "its stage 'mark' has the name of a built-in stage; rename it"),
        (
            "{'options': [{'key': 'a', 'type': 'integer', 'default': 'x', 'summary': 'A.'}]}",
            "its option 'a' has a default that is not a whole number"
        ),
        ("{'options': [{'key': 'a', 'type': 'choice', 'default': 'x', 'summary': 'A.'}]}", "its option 'a' gives no choices"),
    ]) func aDescriptionThatNoStageMayGiveIsRefused(description: String, reason: String) throws {
        #expect(refusal(try program("pass", description: description)) == "plugin P is refused: \(reason)")
    }

    @Test func whatOthersCanWriteIsRefused() throws {
        let path = try program("pass")
        try FileManager.default.setAttributes([.posixPermissions: 0o775], ofItemAtPath: path)
        #expect(refusal(path).hasPrefix("plugin P is refused: the file can be written by others than its owner; run 'chmod go-w "))
        try FileManager.default.setAttributes([.posixPermissions: 0o755], ofItemAtPath: path)
        try FileManager.default.setAttributes([.posixPermissions: 0o777], ofItemAtPath: folder.path)
        #expect(refusal(path).contains("the folder \(folder.path) can be written by others"))
        try FileManager.default.setAttributes([.posixPermissions: 0o1777], ofItemAtPath: folder.path)
        #expect(refusal(path) == "none")
    }
}

/// A stage that marks the last character, for programs that need a layer.
private struct MarkLast: Stage {
    static let manifest = StageManifest(name: "mark", summary: "Marks the last character.", provides: ["marks"])
    struct Depth: Codable, Sendable { let depth: Int }

    init(settings: NoSettings) {}

    func process(_ article: Article) -> Changes {
        var changes = Changes()
        changes.set(Layer<Depth>("marks"), to: [Annotation(TextRange(3..<6), Depth(depth: 3))])
        return changes
    }
}
