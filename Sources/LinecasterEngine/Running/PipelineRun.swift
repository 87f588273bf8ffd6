public import LinecasterKit

/// An article that went through a pipeline, and how long each stage took.
public struct PipelineRun: Sendable {
    public let article: Article
    /// The stages in order with their durations, without the wait for a thread; zero for one that was skipped after an error.
    public let timings: [(stage: String, duration: Duration)]
}

/// Why an article did not come through a pipeline.
public struct PipelineError: Error, Sendable, CustomStringConvertible {
    /// The stage that failed.
    public let stage: String
    /// What happened, as a sentence's end.
    public let reason: String
    /// Whether something outside of the article was at fault, so that it may come through later.
    public let mayPass: Bool

    public var description: String { "stage '\(stage)' failed: \(reason)" }
}

extension Pipeline {
    /// Runs an article through every stage.
    ///
    /// May be called from several tasks at once.
    ///
    /// - Parameter stageTimeout: How long a stage may take that names no limit of its own.
    /// - Throws: `PipelineError` when a stage fails whose `on_error` is `fail`.
    public func run(_ article: Article, stageTimeout: Duration = .seconds(30)) async throws(PipelineError) -> PipelineRun {
        var article = article
        var timings: [(stage: String, duration: Duration)] = []
        for (index, step) in steps.enumerated() {
            var duration = Duration.zero
            do throws(StageError) {
                let answer = try await runStage(step.stage, on: article, limit: step.limit(stageTimeout))
                let start = ContinuousClock.now
                try article.apply(step.allowed(answer.changes), stage: step.name, step: index)
                duration = answer.duration + (.now - start)
            } catch {
                guard step.onError == .skip else {
                    throw PipelineError(stage: step.name, reason: error.description, mayPass: error.mayPass)
                }
                article.warn("the stage failed and was skipped: \(error.description)", stage: step.name)
            }
            timings.append((step.name, duration))
        }
        return PipelineRun(article: article, timings: timings)
    }
}

extension PipelineStep {
    /// How long the stage may take: what the pipeline says, or the usual time and what the stage waits for others.
    fileprivate func limit(_ usual: Duration) -> Duration { timeout?.duration ?? usual + stage.waitingTime }

    /// A stage's proposals without the edits that the pipeline switched off.
    ///
    /// - Throws: `StageError` when the stage gives a layer that its manifest does not name.
    fileprivate func allowed(_ changes: Changes) throws(StageError) -> Changes {
        for layer in changes.layers where !manifest.provides.contains(layer.name) {
            throw StageError("it gives the layer \(layer.name), which its manifest does not name")
        }
        guard !without.isEmpty || minConfidence > 0 else { return changes }
        return changes.filteringEdits { !without.contains($0.rule) && $0.confidence >= minConfidence }
    }
}
