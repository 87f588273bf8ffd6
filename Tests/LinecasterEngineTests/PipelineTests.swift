import Foundation
import LinecasterEngine
import LinecasterFormats
import LinecasterKit
import Testing

@Suite struct PipelineTests {
    private func pipeline(_ yaml: String) throws -> Pipeline {
        try Pipeline(yaml: Array(yaml.utf8), registry: StageRegistry(sampleStages), environment: ["N": "3"])
    }

    private func problems(_ yaml: String) -> [String] {
        do throws(ConfigurationError) {
            _ = try Pipeline(yaml: Array(yaml.utf8), registry: StageRegistry(sampleStages))
            return []
        } catch {
            return error.diagnostics.map { "\($0.position?.line ?? 0):\($0.position?.column ?? 0) \($0.message)" }
        }
    }

    @Test func stagesRunInOrderWithTheirSettings() async throws {
        let pipeline = try pipeline("pipeline: p\nstages:\n  - mark\n  - double:\n      times: ${N}\n")
        let run = try await pipeline.run(Article(text: "a."))
        #expect(run.article.text == "a...~")
        #expect(run.timings.map(\.stage) == ["mark", "double"])
        #expect(run.article.history.map(\.step) == [1, 1])
    }

    @Test func everyMistakeIsReported() {
        let found = problems("pipelin: p\nstages:\n  - marc\n  - double:\n      tims: 3\n    on_eror: skip\nouput: [json]\n")
        #expect(
            found == [
                "1:1 unknown key 'pipelin'; did you mean 'pipeline'?",
                "3:5 unknown stage 'marc'; did you mean 'mark'?",
                "4:5 'double' needs the layer marks, which no earlier stage gives; put 'mark' before it",
                "5:7 unknown option 'tims'; did you mean 'times'?",
                "6:5 unknown key 'on_eror' beside stage 'double'; did you mean 'on_error'?",
                "7:1 unknown key 'ouput'; did you mean 'output'?",
            ]
        )
    }

    @Test func anOptionBesideItsStageIsExplained() {
        let found = problems("pipeline: p\nstages:\n  - mark\n  - double:\n    times: 3\n")
        #expect(found == ["5:5 'times' is an option of double; indent it below 'double:'"])
    }

    @Test func rulesCanBeSwitchedOff() async throws {
        let article = Article(text: "a.")
        #expect(try await pipeline("pipeline: p\nstages:\n  - mark\n  - double:\n    without: [sigh]\n").run(article).article.text == "a..")
        #expect(
            try await pipeline("pipeline: p\nstages:\n  - mark\n  - double:\n    min_confidence: 0.9\n").run(article).article.text == "a.~"
        )
        let all = try pipeline("pipeline: p\nstages: [mark, double]\n")
        #expect(try await all.without(rules: ["double-stop"]).run(article).article.text == "a.~")
        #expect(throws: ConfigurationError.self) { try all.without(rules: ["dubble-stop"]) }
        #expect(
            problems("pipeline: p\nstages:\n  - mark\n  - double:\n    without: [sih]\n") == [
                "5:15 'double' has no rule 'sih'; did you mean 'sigh'?"
            ]
        )
    }

    @Test func aStageThatFailsFailsTheArticle() async throws {
        let pipeline = try pipeline("pipeline: p\nstages: [trouble]\n")
        let error = await #expect(throws: PipelineError.self) { try await pipeline.run(Article(text: "a")) }
        #expect(error?.stage == "trouble" && error?.reason == "it rained")
    }

    @Test func aStageThatFailsCanBeSkipped() async throws {
        let pipeline = try pipeline("pipeline: p\nstages:\n  - mark\n  - trouble:\n    on_error: skip\n  - double\n")
        let article = try await pipeline.run(Article(text: "a.")).article
        #expect(article.text == "a..~")
        #expect(article.warnings.map(\.message) == ["the stage failed and was skipped: it rained"])
    }

    @Test func aStageThatHangsIsGivenUp() async throws {
        let pipeline = try pipeline("pipeline: p\nstages:\n  - trouble:\n      hangs: true\n    timeout: 30ms\n")
        // More than there are threads: each lost one is replaced.
        for _ in 0..<6 {
            let error = await #expect(throws: PipelineError.self) { try await pipeline.run(Article(text: "a")) }
            #expect(error?.reason.contains("longer than 30 ms") == true)
        }
    }

    /// Waiting for a thread costs an article nothing of the stage's time.
    @Test func theTimeOfAStageBeginsWhenItHasAThread() async throws {
        let pipeline = try pipeline("pipeline: p\nstages:\n  - pause:\n    timeout: 1s\n")
        // Together they take longer than each of them may.
        let count = 60 * ProcessInfo.processInfo.activeProcessorCount
        let done = await withTaskGroup(of: Bool.self) { group in
            for _ in 0..<count { group.addTask { (try? await pipeline.run(Article(text: "a"))) != nil } }
            return await group.reduce(into: 0) { $0 += $1 ? 1 : 0 }
        }
        #expect(done == count)
    }

    @Test func aLayerThatTheManifestDoesNotNameIsRefused() async throws {
        let pipeline = try pipeline("pipeline: p\nstages: [secretive]\n")
        let error = await #expect(throws: PipelineError.self) { try await pipeline.run(Article(text: "a")) }
        #expect(error?.reason.contains("hidden") == true)
    }

    @Test func manyArticlesRunAtOnce() async throws {
        let pipeline = try pipeline("pipeline: p\nstages: [mark, double]\n")
        let texts = await withTaskGroup(of: String?.self) { group in
            for index in 0..<200 { group.addTask { try? await pipeline.run(Article(text: "\(index).")).article.text } }
            return await group.reduce(into: Set<String?>()) { $0.insert($1) }
        }
        #expect(texts.count == 200 && texts.contains("199..~"))
    }

    @Test func theDigestChangesWithTheStagesAlone() throws {
        let one = try pipeline("pipeline: p\nstages: [mark, {double: {times: 3}}]\n")
        let same = try pipeline("# a comment\npipeline: p\nstages:\n  - mark\n  - double:\n      times: 3\noutput: [text]\n")
        let other = try pipeline("pipeline: p\nstages: [mark, {double: {times: 4}}]\n")
        #expect(one.identity.digest == same.identity.digest)
        #expect(one.identity.digest != other.identity.digest)
    }

    @Test func testsInsideAPipelineRun() async throws {
        let results = try await pipeline(
            """
            pipeline: p
            stages: [mark, double]
            tests:
              - {name: good, input: "a.", expect: {text: "a..~"}}
              - {name: bad, input: "a.", expect: {text: "b"}}
            """
        ).runTests()
        #expect(results.map(\.passed) == [true, false])
        #expect(results[1].failures.first?.message.contains("expected: b") == true)
    }

    @Test func aTestThatExpectsNothingIsAnError() {
        #expect(
            problems("pipeline: p\nstages: [mark]\ntests:\n  - {name: t, input: x, expect: {}}\n").contains { $0.contains("cannot fail") }
        )
        #expect(
            problems("pipeline: p\nstages: [mark]\ntests:\n  - {name: t, input: x, expect: {txt: y}}\n").contains {
                $0.contains("did you mean 'text'?")
            }
        )
    }
}

@Suite struct CatalogTests {
    private func catalog(_ files: [(String, String)]) -> PipelineCatalog {
        PipelineCatalog(
            files.map { PipelineCatalog.File(path: $0.0, contents: Array($0.1.utf8)) },
            registry: StageRegistry(sampleStages),
            environment: [:]
        )
    }

    @Test(arguments: [
        ("a.txt", "main"), ("x.en", "english"), ("english/a.txt", "english"), ("sub/deep/b.unknown", "main"),
        ("odd/english/c.bin", "english"),
    ])
    func theFolderWinsThenThePatternThenTheDefault(path: String, expected: String) {
        let catalog = catalog([
            ("main.yaml", "pipeline: main\naccept: {files: ['*.txt']}\nstages: [mark]\n"),
            ("english.yaml", "pipeline: english\naccept: {files: ['*.en']}\nstages: [mark]\n"),
        ])
        guard case .pipeline(let taker) = catalog.route(for: path, default: "main") else {
            Issue.record("no pipeline takes \(path)")
            return
        }
        #expect(taker.name == expected)
    }

    @Test(arguments: [("own", "own"), ("ready", "ready")])
    func aReadyPipelineTakesFilesByNameOnlyWhereItIsTheDefault(fallback: String, expected: String) {
        let catalog = PipelineCatalog(
            [
                PipelineCatalog.File(path: "own.yaml", contents: Array("pipeline: own\nstages: [mark]\n".utf8)),
                PipelineCatalog.File(
                    path: "ready.yaml",
                    contents: Array("pipeline: ready\naccept: {files: ['*.txt']}\nstages: [mark]\n".utf8),
                    isReady: true
                ),
            ],
            registry: StageRegistry(sampleStages),
            environment: [:]
        )
        guard case .pipeline(let taker) = catalog.route(for: "a.txt", default: fallback) else {
            Issue.record("no pipeline takes it")
            return
        }
        #expect(taker.name == expected)
    }

    @Test func aBrokenFileIsAProblemWithItsPlace() {
        let catalog = catalog([("p/x.yaml", "pipeline: x\nstages: [marc]\n")])
        #expect(catalog.pipelines.isEmpty)
        #expect(
            catalog.problems.map(\.rendered) == [
                "p/x.yaml:2:10: error: unknown stage 'marc'; did you mean 'mark'?\n  stages: [marc]\n           ^"
            ]
        )
    }
}

@Suite struct ReferenceTests {
    @Test func theSchemaIsJSONAndNamesEveryStage() throws {
        let schema = JSONSchema(pipelinesWith: StageRegistry(sampleStages)).json
        #expect(throws: Never.self) { try JSONSerialization.jsonObject(with: Data(schema.utf8)) }
        for stage in sampleStages { #expect(schema.contains("\"\(stage.manifest.name)\"")) }
    }

    @Test func thePageOfAStageShowsItsOptionsAndRules() {
        let page = referencePage(for: sampleStages[1])
        #expect(page.contains("| `times` | a whole number from 1 to 5 | `2` | How many. |"))
        #expect(page.contains("| `sigh` | A sigh comes last. |"))
        #expect(page.contains("Needs layers: marks."))
    }
}

@Suite struct HostileFileTests {
    /// A file of nothing but mistakes ends in a few messages, whatever its length.
    @Test func thousandsOfMistakesGiveAFewMessages() {
        let yaml = (0..<9_000).map { "k\($0): x" }.joined(separator: "\n")
        let error = #expect(throws: ConfigurationError.self) {
            try Pipeline(yaml: Array(yaml.utf8), registry: StageRegistry(sampleStages))
        }
        #expect(error?.diagnostics.count == 21)
        #expect(error?.diagnostics.last?.message.contains("more problems") == true)
        #expect(
            error?.diagnostics.first { $0.position?.line == 4 }?.rendered(file: "a", contents: yaml).hasSuffix("\n  k3: x\n  ^") == true
        )
    }
}
