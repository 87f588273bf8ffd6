import LinecasterEngine
import LinecasterFormats
public import LinecasterKit

/// Checks of what every stage must satisfy: built in, from a library, or done by a program.
///
/// ```swift
/// @Test func conforms() async {
///     for failure in await StageConformance(StageDescriptor(Shout.self)).failures() { Issue.record("\(failure)") }
/// }
/// ```
public struct StageConformance: Sendable {
    private let stage: StageDescriptor
    private let helpers: [StageDescriptor]

    /// - Parameter helpers: Stages that give the layers that this one needs, in order.
    public init(_ stage: StageDescriptor, after helpers: [StageDescriptor] = []) {
        self.stage = stage
        self.helpers = helpers
    }

    /// Checks a stage behind those of a registry that it needs.
    ///
    /// - Returns: Nil when no stage gives a layer that it needs.
    public init?(_ stage: StageDescriptor, among others: [StageDescriptor]) {
        var helpers: [StageDescriptor] = []
        guard Self.add(needsOf: stage, among: others, to: &helpers, depth: 0) else { return nil }
        self.init(stage, after: helpers)
    }

    private static func add(
        needsOf stage: StageDescriptor,
        among others: [StageDescriptor],
        to helpers: inout [StageDescriptor],
        depth: Int
    )
        -> Bool
    {
        guard depth < 8 else { return false }
        for need in stage.manifest.requires {
            let isMet = helpers.contains { !Set($0.manifest.provides).isDisjoint(with: need.alternatives) }
            if isMet { continue }
            let giver = others.first {
                $0.manifest.name != stage.manifest.name && !Set($0.manifest.provides).isDisjoint(with: need.alternatives)
            }
            guard let giver, add(needsOf: giver, among: others, to: &helpers, depth: depth + 1) else { return false }
            helpers.append(giver)
        }
        return true
    }

    /// What is wrong, one sentence each; empty when all is well.
    public func failures(_ checks: [ConformanceCheck] = ConformanceCheck.allCases) async -> [String] {
        var failures: [String] = []
        for check in checks { failures += await run(check).failures.map { "\(stage.manifest.name): \(check.rawValue): \($0)" } }
        return failures
    }

    /// Runs one check.
    public func run(_ check: ConformanceCheck) async -> ConformanceResult {
        let failures: [String]
        switch check {
        case .description: failures = descriptionFailures()
        case .options: failures = await optionFailures()
        case .examples: failures = await exampleFailures()
        case .layers: failures = await layerFailures()
        case .edits: failures = await editFailures()
        case .repeatability: failures = await repeatabilityFailures()
        case .hostileInput: failures = await hostileFailures()
        case .linearTime: failures = await timeFailures()
        }
        return ConformanceResult(check: check, failures: failures)
    }

    // MARK: Running

    /// A pipeline of the helpers and the stage.
    ///
    /// - Parameter settings: The lines below the stage's name.
    private func pipeline(_ settings: String = "") throws(ConfigurationError) -> Pipeline {
        var lines = ["pipeline: conformance", "stages:"]
        lines += helpers.map { "  - \($0.manifest.name)" }
        lines.append("  - \(stage.manifest.name)\(settings.isEmpty ? "" : ":")")
        lines += settings.split(separator: "\n").map { "      \($0)" }
        return try Pipeline(yaml: Array((lines.joined(separator: "\n") + "\n").utf8), registry: StageRegistry(helpers + [stage]))
    }

    /// Runs the stage on a text and looks at what came out; what keeps it from running is a failure.
    private func run(
        _ title: String,
        on text: String,
        settings: String = "",
        _ look: (Article, Pipeline) -> [String] = { _, _ in [] }
    ) async -> [String] {
        do {
            let pipeline = try pipeline(settings)
            return look(try await pipeline.run(Article(text: text)).article, pipeline).map { "\(title): \($0)" }
        } catch let error as ConfigurationError {
            return ["\(title): \(error.diagnostics.map(\.message).joined(separator: "; "))"]
        } catch {
            return ["\(title): \(error)"]
        }
    }

    // MARK: Checks

    private func descriptionFailures() -> [String] {
        let manifest = stage.manifest
        var failures: [String] = []
        if !isSnakeCase(manifest.name) { failures.append("the name '\(manifest.name)' is not lower-case letters, digits and '_'") }
        if !isSentence(manifest.summary) { failures.append("the summary is no sentence: '\(manifest.summary)'") }
        if manifest.version.isEmpty { failures.append("it gives no version") }
        if manifest.examples.isEmpty { failures.append("it gives no example") }
        for rule in manifest.rules {
            if rule.name.isEmpty || !rule.name.utf8.allSatisfy({ $0 &- 0x61 < 26 || $0 &- 0x30 < 10 || $0 == 0x2D }) {
                failures.append("the rule '\(rule.name)' is not lower-case words with '-' between")
            }
            if !isSentence(rule.summary) { failures.append("what is said of rule '\(rule.name)' is no sentence: '\(rule.summary)'") }
        }
        for option in stage.settings {
            if !isSnakeCase(option.key) { failures.append("the option '\(option.key)' is not lower-case letters, digits and '_'") }
            if !isSentence(option.summary) { failures.append("what is said of option '\(option.key)' is no sentence: '\(option.summary)'") }
        }
        let names = manifest.rules.map(\.name)
        if Set(names).count < names.count { failures.append("it names a rule twice") }
        return failures
    }

    private func optionFailures() async -> [String] {
        var failures: [String] = []
        for trial in OptionTrial.all(of: stage) {
            let title = trial.title
            if trial.isAccepted {
                failures += await run(title, on: sampleArticles[0], settings: trial.settings)
            } else if (try? pipeline(trial.settings)) != nil {
                failures.append("\(title): it is accepted")
            }
        }
        return failures
    }

    private func exampleFailures() async -> [String] {
        var failures: [String] = []
        for example in stage.manifest.examples {
            failures += await run(example.title, on: example.input, settings: example.settings) { article, _ in
                article.text == example.output ? [] : ["it gives '\(article.text)'"]
            }
        }
        return failures
    }

    private func layerFailures() async -> [String] {
        var given = Set<String>()
        var failures: [String] = []
        for (index, text) in samples.enumerated() {
            // The engine itself refuses a layer that the manifest does not name.
            failures += await run("sample \(index + 1)", on: text) { article, _ in
                given.formUnion(article.layerNames)
                return []
            }
        }
        for trial in OptionTrial.all(of: stage) where trial.isAccepted {
            failures += await run(trial.title, on: sampleArticles[0], settings: trial.settings) { article, _ in
                given.formUnion(article.layerNames)
                return []
            }
        }
        // A layer may need an option whose values only its author knows.
        guard failures.isEmpty, !OptionTrial.areIncomplete(of: stage) else { return failures }
        return stage.manifest.provides.filter { !given.contains($0) }.map { "it names the layer '\($0)' and never gives it" }
    }

    private func editFailures() async -> [String] {
        var failures: [String] = []
        for (index, text) in samples.enumerated() {
            failures += await run("sample \(index + 1)", on: text) { article, _ in editFailures(of: article, text) }
        }
        return failures
    }

    private func editFailures(of article: Article, _ text: String) -> [String] {
        var failures: [String] = []
        if article.undone() != Array(text.utf8) { failures.append("the edits cannot be taken back") }
        let declared = Set(stage.manifest.rules.map(\.name))
        let own = article.history.filter { $0.stage == stage.manifest.name }
        let undeclared = Set(own.map(\.rule)).subtracting(declared)
        failures += undeclared.sorted().map { "it makes edits by the rule '\($0)', which it does not name" }
        if let edit = own.first(where: { !(0...1).contains($0.confidence) }) { failures.append("it has the confidence \(edit.confidence)") }
        return failures
    }

    private func repeatabilityFailures() async -> [String] {
        var failures: [String] = []
        for (index, text) in samples.enumerated() {
            var first: [UInt8] = []
            for turn in 1...2 {
                failures += await run("sample \(index + 1)", on: text) { article, pipeline in
                    let result = OutputFormat.json.write(article, pipeline: pipeline.identity)
                    defer { first = result }
                    return turn == 1 || result == first ? [] : ["not the same twice"]
                }
            }
        }
        return failures
    }

    private func hostileFailures() async -> [String] {
        var failures: [String] = []
        for (title, input) in hostileInputs {
            failures += await run(title, on: input) { article, _ in editFailures(of: article, input) }
        }
        return failures
    }

    /// The texts that most checks look at.
    private var samples: [String] { sampleArticles + stage.manifest.examples.map(\.input) }

    /// Looks at a text of 48 KB, and at four times as many where that one looks slow: what a pipe costs a program on a busy
    /// machine once its buffer is full does not grow further, and the square of the length does.
    private func timeFailures() async -> [String] {
        let unit = sampleArticles.joined(separator: "\n\n") + "\n\n"
        var failures: [String] = []
        for bytes in [48_000, 192_000] {
            failures = await timeFailures(over: String(repeating: unit, count: max(1, bytes / unit.utf8.count)))
            if failures.isEmpty { return [] }
        }
        return failures
    }

    /// Compares the stage's own time for four runs over a text and for one over four of it, the best of several rounds. Both
    /// take the same time in a linear stage, so that a busy machine, which parts long runs more often than short ones, does
    /// to both alike.
    private func timeFailures(over small: String) async -> [String] {
        let parts = Article(text: small)
        let whole = Article(text: String(repeating: small, count: 4))
        var best = (parts: Duration.seconds(3600), whole: Duration.seconds(3600))
        do {
            let pipeline = try pipeline()
            for round in 1...12 {
                var sum = Duration.zero
                for _ in 1...4 { sum += try await ownTime(of: pipeline, on: parts) }
                best.parts = min(best.parts, sum)
                best.whole = min(best.whole, try await ownTime(of: pipeline, on: whole))
                if round >= 3, !isMoreThanLinear(parts: best.parts, whole: best.whole) { return [] }
            }
        } catch {
            return ["a text of \(whole.utf8.count) bytes: \(error)"]
        }
        let ratio = Int((best.whole / best.parts).rounded())
        return [
            "four runs over \(small.utf8.count) bytes take \(best.parts), one over four times as many \(best.whole), "
                + "which is \(ratio) times as long"
        ]
    }

    private func ownTime(of pipeline: Pipeline, on article: Article) async throws -> Duration {
        try await pipeline.run(article).timings.last?.duration ?? .zero
    }

    /// One would be linear and four the square; what lies below a moment tells nothing.
    private func isMoreThanLinear(parts: Duration, whole: Duration) -> Bool {
        whole / max(parts, .microseconds(800)) > 2.25 && whole > .milliseconds(50)
    }
}

private func isSnakeCase(_ text: String) -> Bool {
    !text.isEmpty && text.utf8.allSatisfy { $0 &- 0x61 < 26 || $0 &- 0x30 < 10 || $0 == 0x5F }
}

private func isSentence(_ text: String) -> Bool { text.hasSuffix(".") || text.hasSuffix("。") }
