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

        public init(path: String, contents: [UInt8]) {
            self.path = path
            self.contents = contents
        }
    }

    /// A problem in one of the files.
    public struct Problem: Sendable {
        public let file: File
        public let diagnostic: Diagnostic

        /// The problem as compilers print theirs.
        public var rendered: String { diagnostic.rendered(file: file.path, contents: String(decoding: file.contents, as: UTF8.self)) }
    }

    /// The pipelines, by name, in the order of their files.
    public private(set) var pipelines: [Pipeline] = []
    /// What was wrong with files; a pipeline whose file has an error is not among ``pipelines``.
    public private(set) var problems: [Problem] = []

    /// Reads pipeline files; of several pipelines of one name the first counts.
    public init(_ files: [File], registry: StageRegistry, environment: [String: String]) {
        for file in files {
            do throws(ConfigurationError) {
                let pipeline = try Pipeline(yaml: file.contents, registry: registry, environment: environment)
                guard self[pipeline.name] == nil else { continue }
                pipelines.append(pipeline)
            } catch {
                problems += error.diagnostics.map { Problem(file: file, diagnostic: $0) }
            }
        }
    }

    /// The pipeline of a name.
    public subscript(name: String) -> Pipeline? { pipelines.first { $0.name == name } }

    /// The pipeline for a file by its place in the inbox: a folder on the way that is named as a pipeline
    /// wins, then the first pipeline whose `accept` fits, then the default.
    public func pipeline(for path: String, default fallback: String) -> Pipeline? {
        let components = path.split(separator: "/")
        for folder in components.dropLast() {
            if let pipeline = self[String(folder)] { return pipeline }
        }
        let name = String(components.last ?? "")
        // The default is asked first, so that pipelines that take everything do not compete by their names.
        let ordered = pipelines.filter { $0.name == fallback } + pipelines.filter { $0.name != fallback }
        return ordered.first { pipeline in pipeline.accept.contains { fnmatch($0, name, 0) == 0 } } ?? self[fallback]
    }
}
