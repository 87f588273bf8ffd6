import Foundation
import ScriptedServer
import Testing

@Suite struct CommandTests {
    private let folder: Folder

    init() throws { folder = try Folder() }

    @Test func processWritesAResultThatGivesTheSourceBack() throws {
        try folder.write("a.txt", "市图书馆昨天起延长开放时间，每晚十点\r\n闭馆。\r\n")
        let result = try Program.run(["process", "a.txt"], in: folder.path)
        #expect(result.status == 0)
        try folder.write("a.json", result.output)
        let undone = try Program.run(["undo", "a.json"], in: folder.path)
        #expect(undone.output == "市图书馆昨天起延长开放时间，每晚十点\r\n闭馆。\r\n")
    }

    @Test func processReadsStandardInput() throws {
        let result = try Program.run(["process", "-", "--format", "text"], in: folder.path, input: Data("一行\n字太少。\n".utf8))
        #expect(result.status == 0 && !result.output.isEmpty)
    }

    @Test func theSameInputGivesTheSameBytes() throws {
        try folder.write("a.txt", "青浦区委书记徐建表示，今年新增岗位102个。“这很好。”徐建说。\n")
        let first = try Program.run(["process", "a.txt"], in: folder.path)
        let second = try Program.run(["process", "a.txt"], in: folder.path)
        #expect(first.output == second.output)
    }

    @Test func aLanguageModelWritesTheSummaryWhereOneIsNamed() throws {
        let server = try ScriptedServer { number, _ in
            number == 0 ? ScriptedServer.completion("图书馆延长开放时间，十点闭馆。") : ScriptedServer.response("404 Not Found", "no such model")
        }
        defer { server.stop() }
        let model = "model: {url: \"\(server.url)\", name: test, retries: 0}"
        try folder.write("m.yaml", "pipeline: m\nstages: [normalize, repair, segment, extract, summarize: {\(model)}]\n")
        try folder.write("a.txt", "市图书馆昨天起延长开放时间，每晚十点\n闭馆。\n")
        let first = try Program.run(["process", "a.txt", "--pipeline", "m.yaml"], in: folder.path)
        #expect(first.status == 0 && first.output.contains("\"summary\": {\"text\": \"图书馆延长开放时间，十点闭馆。\", \"model\": \"test\""))
        let second = try Program.run(["process", "a.txt", "--pipeline", "m.yaml"], in: folder.path)
        #expect(second.status == 0 && second.output.contains("\"text\": \"市图书馆昨天起延长开放时间，每晚十点闭馆。\", \"method\""))
        #expect(second.errors.contains("warning: summarize: no summary by the language model: the endpoint answered 404: no such model"))
        // Nothing goes anywhere where no model is named.
        _ = try Program.run(["process", "a.txt"], in: folder.path)
        #expect(server.requests.count == 2)
    }

    @Test func explainSaysWhatSpokeForTheSummary() throws {
        try folder.write("a.txt", "大桥通车\n\n青石河大桥昨天正式通车，全长一点八公里。\n")
        let result = try Program.run(["explain", "a.txt", "--stage", "summarize"], in: folder.path)
        #expect(result.output.contains("a.txt:3:1: summarize linecaster (score 100)\n  青石河大桥昨天正式通车，全长一点八公里。\n  because "))
    }

    @Test(arguments: [
        (["process", "none.txt"], 66, "none.txt: No such file"),
        (["process", "a.txt", "--pipeline", "newspapr"], 64, "did you mean 'newspaper'?"),
        (["process", "bin.txt"], 65, "a PDF file"),
        (["process", "a.txt", "--without", "join-wraped-line"], 64, "did you mean 'join-wrapped-line'?"),
        (["process", "a.txt", "a.txt"], 64, "--output"), (["process", "a.txt", "--date", "June"], 64, "YYYY-MM-DD"),
        (["process", "a.txt", "--date", "2024-06-03T25:00"], 64, "HH:MM"),
        (["stages", "repare"], 64, "did you mean 'repair'?"),
        (["undo", "a.txt"], 65, "linecaster.article/1"), (["retry"], 64, "--all"), (["retry", "77"], 66, "77"),
        (["check", "none.yaml"], 66, "none.yaml"),
        (["run", "--config", "bad.yaml"], 78, "did you mean 'inbox'?"), (["check", "bad.yaml"], 78, "bad.yaml:1:1"),
        (["frobnicate"], 64, "frobnicate"),
    ])
    func errorsSayWhatToDo(arguments: [String], status: Int32, message: String) throws {
        try folder.write("a.txt", "文。\n")
        try folder.write("bin.txt", "%PDF-1.4")
        try folder.write("bad.yaml", "inbx: x\noutbox: y\n")
        let result = try Program.run(arguments, in: folder.path)
        #expect(result.status == status, "\(result.errors)")
        #expect(result.errors.contains(message), "\(result.errors)")
    }

    @Test func aRuleThatIsSwitchedOffLeavesItsText() throws {
        try folder.write("a.txt", "市图书馆昨天起延长开放时间，每晚十点\n闭馆。\n")
        let result = try Program.run(["process", "a.txt", "--format", "text", "--without", "join-wrapped-line"], in: folder.path)
        #expect(result.output == "市图书馆昨天起延长开放时间，每晚十点\n闭馆。\n")
    }

    @Test func explainSaysWhereAndWhy() throws {
        try folder.write("a.txt", "市图书馆昨天起延长开放时间，每晚十点\n闭馆。\n")
        let result = try Program.run(["explain", "a.txt", "--rule", "join-wrapped-line"], in: folder.path)
        #expect(result.output.contains("a.txt:1:19: repair join-wrapped-line"))
        #expect(result.output.contains("because the line ends in mid-sentence"))
    }

    @Test func explainTellsOfBoundariesThatStayToo() throws {
        try folder.write("a.txt", "市图书馆昨天起延长开放时间，每晚十点闭馆。\n\n读者可凭身份证入馆。\n")
        let result = try Program.run(["explain", "a.txt", "--stage", "repair"], in: folder.path)
        #expect(result.output.contains("a.txt:1:22: repair separate-block"))
        #expect(result.output.contains("⏎⏎ stays\n  because "))
    }

    @Test func stagesListsAllAndShowsOne() throws {
        #expect(try Program.run(["stages"]).output.split(separator: "\n").count == 5)
        #expect(try Program.run(["stages", "repair"]).output.contains("| `column_breaks` |"))
    }

    @Test(arguments: ["pipeline", "service"]) func schemasAreJSON(kind: String) throws {
        let result = try Program.run(["schema", kind])
        #expect(throws: Never.self) { try JSONSerialization.jsonObject(with: Data(result.output.utf8)) }
    }

    @Test func theReadyPipelinesPassTheirTests() throws {
        let result = try Program.run(["test"], in: Program.root.path)
        #expect(result.status == 0, "\(result.output)")
        #expect(result.output.contains(" 0 failed"))
    }

    @Test func aFailingPipelineTestIsShown() throws {
        try folder.write("p.yaml", "pipeline: p\nstages: [normalize]\ntests:\n  - {name: t, input: 报, expect: {text: 纸}}\n")
        let result = try Program.run(["test", "p.yaml"], in: folder.path)
        #expect(result.status == 65)
        #expect(
            result.output.contains("FAIL  p: t") && result.output.contains("expected: 纸") && result.output.contains("0 passed, 1 failed")
        )
    }

    @Test func theReadyFilesAreCorrect() throws {
        #expect(try Program.run(["check", "Pipelines", "Examples/service/linecaster.yaml"], in: Program.root.path).status == 0)
    }

    /// Broken files, each beside what `linecaster check` must say of it.
    @Test func checkNamesThePlaceOfEveryMistake() throws {
        let cases = Program.root.appending(path: "Tests/EndToEndTests/Cases/check")
        let names = try FileManager.default.contentsOfDirectory(atPath: cases.path).filter { $0.hasSuffix(".yaml") }.sorted()
        #expect(names.count >= 20)
        for name in names {
            let result = try Program.run(["check", name], in: cases.path)
            let expectedFile = cases.appending(path: name.replacing(".yaml", with: ".expected.txt"))
            if ProcessInfo.processInfo.environment["LINECASTER_UPDATE"] != nil { try Data(result.errors.utf8).write(to: expectedFile) }
            #expect(result.errors == (try String(contentsOf: expectedFile, encoding: .utf8)), "\(name)")
            #expect(result.status == 78, "\(name)")
        }
    }

    @Test func aServiceFileIsCheckedWithItsPipelines() throws {
        let folder = try Folder()
        try folder.write("service.yaml", "pipelines: p\ndefault_pipeline: own\n")
        try folder.write("p/own.yaml", "pipeline: own\nstages: [normalise]\n")
        for arguments in [["service.yaml"], ["service.yaml", "p"]] {
            let result = try Program.run(["check"] + arguments, in: folder.path)
            #expect(result.status == 78)
            #expect(result.errors.ranges(of: "p/own.yaml:2:10: error: unknown stage 'normalise'").count == 1, "\(result.errors)")
        }
        try folder.write("p/own.yaml", "pipeline: own\nstages: [normalize]\n")
        #expect(try Program.run(["check", "service.yaml"], in: folder.path).status == 0)
    }

    @Test func helpIsThereForEveryCommand() throws {
        for command in ["run", "process", "undo", "check", "test", "explain", "stages", "schema", "status", "failed", "retry"] {
            let result = try Program.run([command, "--help"])
            #expect(result.status == 0 && result.output.contains("OVERVIEW"), "\(command)")
        }
    }
}
