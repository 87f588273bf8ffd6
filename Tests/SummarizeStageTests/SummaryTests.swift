import BuiltinStages
import Foundation
import LinecasterEngine
import LinecasterFormats
import LinecasterKit
import LinecasterTesting
import LinecasterYAML
import ScriptedServer
import Testing

/// The stage behind the others, on whole articles.
@Suite struct SummaryTests {
    private func summarized(_ text: String, _ options: String) async throws -> Article {
        let yaml = "pipeline: s\nstages: [normalize, repair, segment, extract, summarize: {\(options)}]\n"
        let pipeline = try Pipeline(yaml: Array(yaml.utf8), registry: StageRegistry(builtinStages))
        return try await pipeline.run(ArticleReader().read(Array(text.utf8), name: "a.txt")).article
    }

    private func sentences(_ article: Article) -> [String] { article[.summary].map { article[$0.range] } }

    private static let folder = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent().appending(
        path: "Summaries"
    )

    private static func articles() throws -> [String] {
        try FileManager.default.contentsOfDirectory(atPath: folder.path).filter { $0.hasSuffix(".txt") && !$0.hasSuffix(".summary.txt") }
            .sorted()
    }

    private func stage(_ options: String) throws -> any ArticleProcessor {
        var diagnostics: [Diagnostic] = []
        let descriptor = try #require(builtinStages.first { $0.manifest.name == "summarize" })
        return try #require(descriptor.build(from: try readYAML("{\(options)}"), into: &diagnostics), "\(diagnostics)")
    }

    private static let lengths = ["sentences: 1", "sentences: 3", "sentences: 40", "characters: 90", "ratio: 0.4"]

    @Test func whateverTheMethodAndLengthASummaryHolds() async throws {
        let stages = try SummaryMethod.allCases.flatMap { method in
            try Self.lengths.map { (length: $0, stage: try stage("method: \(method.rawValue), \($0)")) }
        }
        let yaml = "pipeline: s\nstages: [normalize, repair, segment, extract]\n"
        let reading = try Pipeline(yaml: Array(yaml.utf8), registry: StageRegistry(builtinStages))
        for name in try Self.articles() {
            let bytes = Array(try Data(contentsOf: Self.folder.appending(path: name)))
            let read = try await reading.run(ArticleReader().read(bytes, name: name)).article
            for (length, stage) in stages {
                var article = read
                try article.apply(try await stage.process(read), stage: "summarize", step: 4)
                #expect(summaryFaults(of: article) == [], "\(name), \(length)")
                #expect(!article[.summary].isEmpty, "\(name), \(length)")
                let most = Int(length.split(separator: " ").last ?? "") ?? .max
                if length.hasPrefix("sentences") { #expect(article[.summary].count <= most, "\(name), \(length)") }
                if length.hasPrefix("characters"), article[.summary].count > 1 {
                    #expect(sentences(article).reduce(0) { $0 + $1.unicodeScalars.count } <= most, "\(name), \(length)")
                }
            }
        }
    }

    @Test func aSentenceThatLeansComesWithTheOneBefore() async throws {
        let text = """
            码头改建完工

            村支书赵大林昨天宣布，码头的改建工程全部完工。他宣布，码头改建工程完工以后，码头的货运将在明年恢复，码头的工程款已经付清。

            天气很好，江上有不少游船来来往往，好不热闹。
            """
        let chosen = sentences(try await summarized(text, "sentences: 2"))
        let leaning = try #require(chosen.firstIndex { $0.hasPrefix("他") })
        #expect(leaning > 0 && chosen[leaning - 1].hasPrefix("村支书"))
        #expect(!sentences(try await summarized(text, "sentences: 1")).contains { $0.hasPrefix("他") })
    }

    @Test func captionsCreditsAndHeadlinesAreNeverChosen() async throws {
        let text = """
            青石河大桥通车

            本报记者 韩立

            青石河大桥昨天正式通车，河东区到市中心只要十分钟。

            图为昨天通车的青石河大桥。 新华社记者 罗卫 摄
            """
        #expect(sentences(try await summarized(text, "sentences: 9")) == ["青石河大桥昨天正式通车，河东区到市中心只要十分钟。"])
    }

    @Test func theSameIsSaidOnce() async throws {
        let text = "青石河大桥昨天正式通车，全长一点八公里。\n\n很多市民来到桥上参观，拍照留念。\n\n青石河大桥昨天正式通车，全长一点八公里。\n"
        let chosen = sentences(try await summarized(text, "sentences: 3"))
        #expect(Set(chosen).count == chosen.count)
    }

    @Test func questionsAndEndlessSentencesAreBetterThanNothing() async throws {
        #expect(
            !sentences(try await summarized("青石河上的桥\n\n谁来修青石河上的这座老桥？修桥的钱由谁来付，大家真的都已经想好了吗？如果桥修不好，河东的人怎么去上班，孩子们怎么去上学？", "sentences: 3"))
                .isEmpty
        )
        #expect(!sentences(try await summarized(String(repeating: "桥，", count: 400) + "桥。", "sentences: 3")).isEmpty)
        #expect(sentences(try await summarized("“桥修好了。", "sentences: 3")).isEmpty)
    }

    @Test func everySectionHasItsSentence() async throws {
        let name = "zh-a-wetland.txt"
        let article = try await summarized(try String(contentsOf: Self.folder.appending(path: name), encoding: .utf8), "sections: 1")
        let subheads = article[.sectionSummaries].map { article[article[.blocks][$0.value.subhead].range] }
        #expect(subheads == ["米草挤占滩涂", "养殖塘切断水道", "修复已经开始"])
        for sentence in article[.sectionSummaries] {
            #expect(article[.blocks][sentence.value.subhead].range.upperBound <= sentence.range.lowerBound)
        }
        let none = try await summarized(try String(contentsOf: Self.folder.appending(path: name), encoding: .utf8), "sections: 0")
        #expect(none[.sectionSummaries].isEmpty)
    }

    @Test func theGistIsTheHeadlineOrTheBestClause() async throws {
        let headed = try await summarized("青石河大桥通车\n\n青石河大桥昨天正式通车，河东区到市中心只要十分钟。", "sentences: 1")
        #expect(headed[.gist].map { headed[$0.range] } == ["青石河大桥通车"])
        let bare = try await summarized("青石河大桥昨天正式通车，河东区到市中心只要十分钟。很多人来看大桥，大桥很长。", "sentences: 1")
        #expect(bare[.gist].first?.value.isHeadline == false)
        #expect(bare[.gist].map { bare[$0.range] } == ["青石河大桥昨天正式通车，河东区到市中心只要十分钟"])
    }

    @Test func reasonsAreSharesOfOne() async throws {
        let name = "en-a-ferry.txt"
        let article = try await summarized(try String(contentsOf: Self.folder.appending(path: name), encoding: .utf8), "sentences: 3")
        for sentence in article[.summary] {
            #expect(abs(sentence.value.reasons.values.reduce(0, +) - 1) < 0.02)
            #expect((0...1).contains(sentence.value.score))
        }
        #expect(article[.summary].contains { $0.value.score == 1 })
    }

    // MARK: Language models

    private static let news = "青石河大桥通车\n\n青石河大桥昨天正式通车，投资6.2亿元。项目负责人罗卫东介绍，工期提前了两个月。\n"

    private func model(_ server: ScriptedServer, _ more: String = "retries: 0, timeout: 120s") -> String {
        "sentences: 1, model: {url: \"\(server.url)\", name: test, \(more)}"
    }

    @Test func anAnswerThatHoldsIsTheSummary() async throws {
        let server = try ScriptedServer { _, _ in ScriptedServer.completion("投资6.2亿元的青石河大桥提前两个月通车。") }
        defer { server.stop() }
        let article = try await summarized(Self.news, model(server))
        #expect(summaryText(article) == "投资6.2亿元的青石河大桥提前两个月通车。")
        #expect(article[.abstract].first?.value.model == "test")
        #expect(article[.summary].count == 1)
        #expect(article.warnings.isEmpty)
        let request = try #require(server.requests.first)
        #expect(request.contains("标题：青石河大桥通车") && request.contains("项目负责人罗卫东介绍") && request.contains("长度约1句话"))
    }

    @Test(arguments: [
        ("投资7.2亿元的青石河大桥通车。", "7.2亿"), ("市长李建国宣布青石河大桥通车。", "李建国"), ("罗卫东说：“我们很骄傲。”", "我们很骄傲"),
        ("", "empty"), ("The bridge opened.", "another language"),
    ])
    func anAnswerThatSaysMoreIsRefused(_ answer: String, _ reason: String) async throws {
        let server = try ScriptedServer { _, _ in ScriptedServer.completion(answer) }
        defer { server.stop() }
        let article = try await summarized(Self.news, model(server))
        #expect(article[.abstract].isEmpty)
        #expect(!summaryText(article).isEmpty)
        #expect(article.warnings.contains { $0.stage == "summarize" && $0.message.contains(reason) })
    }

    @Test(arguments: [
        [ScriptedServer.Step.hang], [.reset], [], [.send(Array("HTTP/1.1 200 OK\r\n".utf8)), .hang],
        ScriptedServer.response("500 Internal Server Error", "<html>"),
    ])
    func whateverTheServerDoesTheArticleComesOut(_ steps: [ScriptedServer.Step]) async throws {
        let server = try ScriptedServer { _, _ in steps }
        defer { server.stop() }
        let article = try await summarized(Self.news, model(server, "retries: 1, timeout: 300ms"))
        #expect(article[.abstract].isEmpty && article[.summary].count == 1)
        #expect(article.warnings.contains { $0.message.hasPrefix("no summary by the language model") })
    }

    @Test(arguments: [
        ("model: {name: m}", "'url' and 'name'"), ("model: {url: \"x\", name: m}", "no address"),
        ("model: {url: \"http://127.0.0.1:1\", name: m, prompt: hello}", "{text}"),
        ("model: {url: \"http://127.0.0.1:1\", name: m, key_file: /none/key}", "/none/key"),
        ("model: {url: \"http://127.0.0.1:1\", name: m, key_variable: NO_SUCH_KEY_HERE}", "NO_SUCH_KEY_HERE"),
        ("model: {url: \"http://127.0.0.1:1\", name: m, retrys: 3}", "did you mean 'retries'"), ("model: 7", "expected option of models"),
        ("model: {url: \"http://127.0.0.1:1\", name: m}, ratio: 0.2", "not 'ratio'"),
    ])
    func wrongSettingsSayWhatToDo(_ options: String, _ reason: String) {
        let yaml = "pipeline: s\nstages: [normalize, repair, segment, summarize: {\(options)}]\n"
        #expect {
            _ = try Pipeline(yaml: Array(yaml.utf8), registry: StageRegistry(builtinStages))
        } throws: {
            ($0 as? ConfigurationError)?.diagnostics.contains { $0.message.contains(reason) } ?? false
        }
    }
}
