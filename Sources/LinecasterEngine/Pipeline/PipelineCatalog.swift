import Foundation
import Glibc
public import LinecasterKit

/// The pipelines that a service or a command knows, by name.
public struct PipelineCatalog: Sendable {
    /// A pipeline file that was read.
    public struct File: Sendable {
        /// The path as the person gave it.
        public let path: String
        public let contents: [UInt8]
        /// Whether the file is part of the program rather than of a service.
        public let isReady: Bool

        /// The folder of the file; empty for the working folder.
        public var folder: String { path.lastIndex(of: "/").map { String(path[..<$0]) } ?? "" }

        public init(path: String, contents: [UInt8], isReady: Bool = false) {
            self.path = path
            self.contents = contents
            self.isReady = isReady
        }
    }

    /// A problem in one of the files.
    public struct Problem: Sendable {
        public let file: File
        public let diagnostic: Diagnostic

        /// The problem as compilers print theirs.
        public var rendered: String { diagnostic.rendered(file: file.path, contents: String(decoding: file.contents, as: UTF8.self)) }
    }

    /// A pipeline that needs a plugin which was refused. Its files are not given to another pipeline, which would not do
    /// what this one does.
    public struct Unavailable: Sendable {
        public let name: String
        /// Why, as a sentence.
        public let reason: String
    }

    /// What takes a file.
    public enum Route: Sendable {
        case pipeline(Pipeline)
        case unavailable(Unavailable)
        case none
    }

    /// The pipelines, by name, in the order of their files.
    public private(set) var pipelines: [Pipeline] = []
    /// The pipelines that cannot run for want of a plugin.
    public private(set) var unavailable: [Unavailable] = []
    /// What was wrong with files; a pipeline whose file has an error is not among ``pipelines``.
    public private(set) var problems: [Problem] = []
    /// Those of the problems that come from a plugin which was refused.
    public private(set) var pluginProblems: [Problem] = []
    /// The patterns of both kinds of pipelines, in the order of their files.
    private var patterns: [(pipeline: String, accept: [String], isReady: Bool)] = []

    /// Reads pipeline files; of several pipelines of one name the first counts.
    public init(_ files: [File], registry: StageRegistry, environment: [String: String]) {
        for file in files { add(file, registry, environment) }
    }

    private mutating func add(_ file: File, _ registry: StageRegistry, _ environment: [String: String]) {
        do throws(ConfigurationError) {
            let read = try PipelineFile(yaml: file.contents, registry: registry, environment: environment, folder: file.folder)
            switch (read.result, read.name, read.missing) {
            case (.success(let pipeline), _, _):
                guard !holds(pipeline.name) else { return }
                pipelines.append(pipeline)
                patterns.append((pipeline.name, pipeline.accept, file.isReady))
            case (.failure(let error), let name?, let missing?):
                guard !holds(name) else { return }
                unavailable.append(Unavailable(name: name, reason: missing.description))
                patterns.append((name, read.accept, file.isReady))
                pluginProblems += error.diagnostics.map { Problem(file: file, diagnostic: $0) }
            case (.failure(let error), _, _): throw error
            }
        } catch {
            problems += error.diagnostics.map { Problem(file: file, diagnostic: $0) }
        }
    }

    private func holds(_ name: String) -> Bool { patterns.contains { $0.pipeline == name } }

    /// The pipeline of a name.
    public subscript(name: String) -> Pipeline? { pipelines.first { $0.name == name } }

    /// The pipeline of a name, or why it cannot run.
    public func route(toPipeline name: String) -> Route {
        if let pipeline = self[name] { return .pipeline(pipeline) }
        return unavailable.first { $0.name == name }.map(Route.unavailable) ?? .none
    }

    /// What takes a file by its place in the inbox: a folder on the way that is named as a pipeline wins, then the
    /// first pipeline whose `accept` fits, then the default. A ready pipeline takes files by its `accept` only where it is
    /// the default.
    public func route(for path: String, default fallback: String) -> Route {
        let components = path.split(separator: "/")
        for folder in components.dropLast() where holds(String(folder)) { return route(toPipeline: String(folder)) }
        let file = String(components.last ?? "")
        // The default is asked first, so that pipelines that take everything do not compete by their names.
        let ordered = patterns.filter { $0.pipeline == fallback } + patterns.filter { $0.pipeline != fallback && !$0.isReady }
        let taker = ordered.first { $0.accept.contains { fnmatch($0, file, 0) == 0 } }
        return route(toPipeline: taker?.pipeline ?? fallback)
    }
}
