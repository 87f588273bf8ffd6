import Foundation
import LinecasterEngine
import LinecasterFormats
import LinecasterKit
import Logging
import ServiceLifecycle

/// Takes one claimed file through everything: read, process, publish, note, archive.
struct Worker: Sendable {
    let spool: Spool
    let ledger: any ArticleLedger
    let pipelines: LivePipelines
    let logger: Logger
    var monitor = Monitor()

    /// Why a file did not come through.
    private struct Trouble: Error {
        let stage: String
        let reason: String
        /// Whether the same may succeed later.
        let mayPass: Bool
        /// Whether the machine is at fault and not the article, which then waits for as long as it takes.
        var isOfMachine = false
    }

    private var configuration: ServiceConfiguration { spool.configuration }

    /// Works on a claim until it is archived or set aside, or until the daemon stops while it waits.
    ///
    /// What is the article's fault sets it aside at once; what may pass is tried `retry.attempts` times; what is the
    /// machine's fault (a full disk) is tried until it is mended, since no article has deserved it.
    func work(on claim: Claim) async {
        monitor.progress.began()
        defer { monitor.progress.ended() }
        // One catalog for the whole of an article, whatever is reloaded meanwhile.
        let catalog = pipelines.current
        let route =
            claim.pipeline.map { catalog.route(toPipeline: $0) }
            ?? catalog.route(for: claim.path, default: configuration.paths.defaultPipeline)
        spool.begin(claim)
        var attempt = 1
        while true {
            let trouble: Trouble
            do throws(Trouble) {
                return try await process(claim, try pipeline(on: route))
            } catch {
                trouble = error
            }
            let isLast = !trouble.mayPass || attempt >= configuration.retry.attempts
            if isLast, !trouble.isOfMachine { return await setAside(claim, trouble, name(of: route), attempt) }
            monitor.metrics.countRetry()
            guard await pause(claim, trouble.reason, after: attempt) else { return }
            attempt += 1
        }
    }

    private func pipeline(on route: PipelineCatalog.Route) throws(Trouble) -> Pipeline {
        switch route {
        case .pipeline(let pipeline): return pipeline
        case .unavailable(let pipeline):
            throw Trouble(stage: "plugin", reason: "pipeline '\(pipeline.name)' cannot run: \(pipeline.reason)", mayPass: false)
        case .none: throw Trouble(stage: "read", reason: "no pipeline takes this file", mayPass: false)
        }
    }

    private func name(of route: PipelineCatalog.Route) -> String {
        switch route {
        case .pipeline(let pipeline): pipeline.name
        case .unavailable(let pipeline): pipeline.name
        case .none: ""
        }
    }

    /// The bytes of a claim's file.
    func size(of claim: Claim) -> Int { spool.files.status(of: spool.source(of: claim))?.size ?? 0 }

    /// Sets aside a claim at which the program died twice.
    func giveUp(_ claim: Claim) async {
        let reason = "the program crashed twice while it worked on this article"
        await setAside(claim, Trouble(stage: "crash", reason: reason, mayPass: false), claim.pipeline ?? "", 2)
    }

    /// Waits before another try; false when the daemon stops meanwhile, and the claim is left to the next start.
    private func pause(_ claim: Claim, _ reason: String, after attempt: Int) async -> Bool {
        let wait = configuration.retry.wait(after: attempt)
        logger.warning("\(claim.path): \(reason); tried again in \(wait.inWords)", metadata: ["article": "\(claim.id)"])
        monitor.progress.paused()
        defer { monitor.progress.resumed() }
        await cancelWhenGracefulShutdown { try? await Task.sleep(for: wait) }
        return !Task.isShuttingDownGracefully && !Task.isCancelled
    }

    private func process(_ claim: Claim, _ pipeline: Pipeline) async throws(Trouble) {
        let start = ContinuousClock.now
        // A crash between noting and archiving: the result is there already.
        if try await noted({ try await ledger.outcome(of: claim.id) }) == .done {
            try archive(claim)
            return logger.info("\(claim.path): done by an earlier run, now archived", metadata: ["article": "\(claim.id)"])
        }
        let before = spool.files.status(of: spool.source(of: claim))
        let bytes = try read(claim)
        let digest = pipeline.identity.digest
        let sha256 = LinecasterFormats.sha256(bytes)
        func entry(_ outcome: LedgerOutcome) -> LedgerEntry {
            LedgerEntry(
                claim: claim,
                outcome: outcome,
                sha256: sha256,
                pipeline: pipeline.name,
                digest: digest,
                bytes: bytes.count,
                milliseconds: (ContinuousClock.now - start).milliseconds
            )
        }
        if configuration.paths.duplicates == .skip, try await noted({ try await ledger.holds(sha256: sha256, digest: digest) }) {
            try await note(entry(.duplicate))
            logger.info("\(claim.path): the same bytes went through \(pipeline.name) before; skipped", metadata: ["article": "\(claim.id)"])
            return try archive(claim)
        }
        monitor.progress.sign()
        let run = try await run(bytes, claim, pipeline)
        // Who had the file open when it was taken can write to it still.
        guard spool.files.status(of: spool.source(of: claim)) == before else {
            throw Trouble(stage: "read", reason: "the file was written while it was worked on", mayPass: true, isOfMachine: true)
        }
        let results = pipeline.output.map { (format: $0, bytes: $0.write(run.article, pipeline: pipeline.identity)) }
        let names = try publish(results, claim, id: LinecasterFormats.sha256(Array((sha256 + digest).utf8)))
        monitor.progress.sign()
        var done = entry(.done)
        done.results = names
        done.timings = Dictionary(run.timings.map { ($0.stage, $0.duration.milliseconds) }) { $0 + $1 }
        try await note(done)
        try archive(claim)
        logger.info(
            "\(claim.path): done in \(Int(done.milliseconds.rounded())) ms",
            metadata: [
                "article": "\(claim.id)", "pipeline": "\(pipeline.name)", "file": "\(claim.path)",
                "duration_ms": "\(Int(done.milliseconds.rounded()))",
            ]
        )
        for warning in run.article.warnings {
            logger.warning(
                "\(claim.path): \(warning.stage): \(warning.message)",
                metadata: ["article": "\(claim.id)", "stage": "\(warning.stage)"]
            )
        }
    }

    private func read(_ claim: Claim) throws(Trouble) -> [UInt8] {
        if let reason = spool.files.status(of: spool.source(of: claim)).flatMap(reasonNotToRead) {
            throw Trouble(stage: "read", reason: reason, mayPass: false)
        }
        do throws(FileError) {
            return try spool.files.read(spool.source(of: claim), limit: configuration.limits.fileSize.bytes)
        } catch {
            let limit = configuration.limits.fileSize.configText
            let reason = error.code == EFBIG ? "the file is larger than limits.file_size, \(limit)" : error.description
            throw Trouble(stage: "read", reason: reason, mayPass: error.mayPass, isOfMachine: error.isOfMachine)
        }
    }

    /// Why a file is not read that is no file of its own.
    private func reasonNotToRead(_ status: FileStatus) -> String? {
        switch status.kind {
        case .link: "this is a symbolic link, and links are not followed; drop the file itself"
        case .folder, .other: "this is a device, a socket or a pipe, not a file"
        case .file where status.links > 1: "this file has another name elsewhere, a hard link; drop a copy of it"
        case .file: nil
        }
    }

    private func run(_ bytes: [UInt8], _ claim: Claim, _ pipeline: Pipeline) async throws(Trouble) -> PipelineRun {
        do {
            let article = try ArticleReader().read(bytes, name: claim.path)
            return try await ArticleInWork.$id.withValue(claim.id) {
                try await pipeline.run(article, stageTimeout: configuration.limits.stageTimeout.duration)
            }
        } catch let error as PipelineError {
            throw Trouble(stage: error.stage, reason: error.reason, mayPass: error.mayPass)
        } catch {
            throw Trouble(stage: "read", reason: "\(error)", mayPass: false)
        }
    }

    private func publish(_ results: [(format: OutputFormat, bytes: [UInt8])], _ claim: Claim, id: String) throws(Trouble) -> [String] {
        do throws(FileError) {
            return try spool.publish(results, of: claim, id: id)
        } catch {
            // Folders are the machine's: one that is read-only or gone for a while is no article's fault.
            throw Trouble(stage: "publish", reason: error.description, mayPass: error.mayPass, isOfMachine: error.mayPass)
        }
    }

    private func archive(_ claim: Claim) throws(Trouble) {
        do throws(FileError) {
            try spool.archive(claim)
        } catch {
            throw Trouble(stage: "archive", reason: error.description, mayPass: error.mayPass, isOfMachine: error.mayPass)
        }
    }

    private func note(_ entry: LedgerEntry) async throws(Trouble) {
        try await noted { try await ledger.record(entry) }
        monitor.count(entry)
    }

    private func noted<Value: Sendable>(_ body: () async throws -> Value) async throws(Trouble) -> Value {
        do {
            return try await body()
        } catch {
            let isOut = (error as? FileError).map { !$0.mayPass } ?? false
            throw Trouble(stage: "ledger", reason: "the ledger cannot be used: \(error)", mayPass: !isOut, isOfMachine: !isOut)
        }
    }

    private func setAside(_ claim: Claim, _ trouble: Trouble, _ pipeline: String, _ attempts: Int) async {
        logger.error(
            "\(claim.path): stage '\(trouble.stage)' failed: \(trouble.reason)",
            metadata: ["article": "\(claim.id)", "stage": "\(trouble.stage)", "file": "\(claim.path)", "error": "\(trouble.reason)"]
        )
        let failure = Failure(
            id: claim.id,
            path: claim.path,
            inbox: claim.inbox,
            pipeline: pipeline,
            stage: trouble.stage,
            reason: trouble.reason,
            advice: Failure.advice(for: trouble.stage),
            attempts: attempts,
            time: Date().ISO8601Format()
        )
        var entry = LedgerEntry(claim: claim, outcome: .failed, sha256: "", pipeline: pipeline, digest: "", bytes: 0, milliseconds: 0)
        entry.stage = trouble.stage
        entry.reason = trouble.reason
        var tries = 1
        while true {
            do {
                try spool.fail(claim, failure)
                try await ledger.record(entry)
                return monitor.count(entry)
            } catch let error as FileError where error.mayPass {
                guard await pause(claim, "it cannot be set aside: \(error)", after: tries) else { return }
                tries += 1
            } catch {
                // The claim stays in work; the next start tries it again.
                return logger.critical("\(claim.path): it cannot be set aside either: \(error); it stays in \(spool.source(of: claim))")
            }
        }
    }
}

extension Duration {
    var milliseconds: Double { Double(components.seconds) * 1000 + Double(components.attoseconds) / 1e15 }
}
