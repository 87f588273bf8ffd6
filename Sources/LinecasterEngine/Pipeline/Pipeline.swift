public import LinecasterFormats
public import LinecasterKit

/// A pipeline, read from its file and checked: stages in order, built once and run on any number of
/// articles, several at a time.
public struct Pipeline: Sendable {
    /// The name by which commands, folders and results know it.
    public let name: String
    /// One sentence for people.
    public let description: String
    /// Patterns of file names that take this pipeline, as in a shell.
    public let accept: [String]
    /// The forms in which results are written.
    public let output: [OutputFormat]
    /// The tests that the pipeline carries.
    public let tests: [PipelineTest]
    /// What results tell of the pipeline.
    public let identity: PipelineIdentity
    let steps: [PipelineStep]

    init(
        name: String,
        description: String,
        accept: [String],
        output: [OutputFormat],
        tests: [PipelineTest],
        digest: String,
        steps: [PipelineStep]
    ) {
        self.name = name
        self.description = description
        self.accept = accept
        self.output = output
        self.tests = tests
        self.steps = steps
        let stages = steps.map { PipelineIdentity.Stage(name: $0.name, version: $0.manifest.version) }
        identity = PipelineIdentity(name: name, digest: digest, stages: stages)
    }

    /// The same pipeline without the edits of some rules.
    ///
    /// - Throws: `ConfigurationError` when no stage of the pipeline has a rule of such a name.
    public func without(rules: [String]) throws(ConfigurationError) -> Pipeline {
        let known = steps.flatMap { $0.manifest.rules.map(\.name) }
        for rule in rules where !known.contains(rule) {
            throw ConfigurationError([
                Diagnostic("no stage of pipeline '\(name)' has a rule '\(rule)'\(advice(for: rule, among: known))", at: nil)
            ])
        }
        guard !rules.isEmpty else { return self }
        let suffix = "-" + sha256(Array(rules.sorted().joined(separator: " ").utf8)).prefix(8)
        let steps = steps.map { $0.without(rules) }
        return Pipeline(
            name: name,
            description: description,
            accept: accept,
            output: output,
            tests: tests,
            digest: identity.digest + suffix,
            steps: steps
        )
    }
}

/// A stage in its place in a pipeline.
struct PipelineStep: Sendable {
    let manifest: StageManifest
    let stage: any ArticleProcessor
    let onError: OnError
    /// How long it may take for one article; nil for the service's limit.
    let timeout: TimeSpan?
    let without: Set<String>
    let minConfidence: Double

    var name: String { manifest.name }

    func without(_ rules: [String]) -> PipelineStep {
        PipelineStep(
            manifest: manifest,
            stage: stage,
            onError: onError,
            timeout: timeout,
            without: without.union(rules),
            minConfidence: minConfidence
        )
    }
}
