import ArgumentParser
import Foundation
import LinecasterEngine
import LinecasterKit
import ReadyPipelines

/// Finds a pipeline by name or path: a file, then `Pipelines/NAME.yaml`, then the ready ones.
///
/// - Throws: `ExitCode` after the diagnostics were printed.
func findPipeline(_ name: String, _ registry: StageRegistry) throws(ExitCode) -> Pipeline {
    if name.hasSuffix(".yaml") || name.hasSuffix(".yml") || name.contains("/") {
        return try read(PipelineCatalog.File(path: name, contents: try readFile(name)), registry)
    }
    let local = "Pipelines/\(name).yaml"
    if FileManager.default.fileExists(atPath: local) {
        return try read(PipelineCatalog.File(path: local, contents: try readFile(local)), registry)
    }
    if let ready = ReadyPipelines.files.first(where: { $0.name == "\(name).yaml" }) {
        return try read(PipelineCatalog.File(path: ready.name, contents: ready.contents), registry)
    }
    let known =
        yamlFiles(in: "Pipelines").map { String($0.dropFirst(10).dropLast(5)) } + ReadyPipelines.files.map { String($0.name.dropLast(5)) }
    throw fail("no pipeline is called '\(name)'\(advice(for: name, among: Array(Set(known)).sorted()))", .usage)
}

private func read(_ file: PipelineCatalog.File, _ registry: StageRegistry) throws(ExitCode) -> Pipeline {
    do throws(ConfigurationError) {
        let environment = ProcessInfo.processInfo.environment
        return try Pipeline(yaml: file.contents, registry: registry, environment: environment, folder: file.folder)
    } catch {
        for diagnostic in error.diagnostics {
            complain(diagnostic.rendered(file: file.path, contents: String(decoding: file.contents, as: UTF8.self)))
        }
        throw .configuration
    }
}
