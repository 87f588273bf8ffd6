import ArgumentParser
import Foundation
import LinecasterEngine
import LinecasterKit
import LinecasterService
import ReadyPipelines

/// Where a service's configuration comes from.
struct ConfigurationOptions: ParsableArguments {
    @Option(name: [.short, .long], help: "The service file. Without it: linecaster.yaml where there is one, else the defaults.") var config:
        String?

    private static let usual = "linecaster.yaml"

    /// The configuration of the working folder, for commands that are about something else; nil where there is none or
    /// it is wrong.
    static func quietly() -> ServiceConfiguration? {
        guard let bytes = try? Data(contentsOf: URL(filePath: usual)) else { return nil }
        return try? ServiceConfiguration(yaml: Array(bytes), environment: ProcessInfo.processInfo.environment)
    }

    /// Reads the configuration.
    ///
    /// - Throws: `ExitCode` after the diagnostics were printed.
    func read() throws(ExitCode) -> ServiceConfiguration {
        guard let file = config ?? (FileManager.default.fileExists(atPath: Self.usual) ? Self.usual : nil) else {
            return ServiceConfiguration()
        }
        let bytes = try readFile(file)
        do throws(PipelineProblems) {
            return try read(bytes, of: file)
        } catch {
            for line in error.lines { complain(line) }
            throw .configuration
        }
    }

    /// Reads the configuration once more, for a daemon that runs.
    func reread() throws(PipelineProblems) -> ServiceConfiguration {
        guard let file = config ?? (FileManager.default.fileExists(atPath: Self.usual) ? Self.usual : nil) else {
            return ServiceConfiguration()
        }
        let bytes: Data
        do { bytes = try Data(contentsOf: URL(filePath: file)) } catch { throw PipelineProblems(["\(file): \(reason(error))"]) }
        return try read(Array(bytes), of: file)
    }

    private func read(_ bytes: [UInt8], of file: String) throws(PipelineProblems) -> ServiceConfiguration {
        do throws(ConfigurationError) {
            return try ServiceConfiguration(yaml: bytes, environment: ProcessInfo.processInfo.environment)
        } catch {
            throw PipelineProblems(error.diagnostics.map { $0.rendered(file: file, contents: String(decoding: bytes, as: UTF8.self)) })
        }
    }
}

/// Reads the pipelines of a service: those of its folder, then the ready ones that the folder does not replace.
///
/// Pipelines that need a plugin which is refused are not among them; all else that is wrong is a problem.
func readCatalog(_ configuration: ServiceConfiguration, _ registry: StageRegistry) throws(PipelineProblems) -> PipelineCatalog {
    let files: [PipelineCatalog.File]
    do throws(ExitCode) { files = try catalogFiles(configuration) } catch { throw PipelineProblems(["a pipeline file cannot be read"]) }
    let catalog = PipelineCatalog(files, registry: registry, environment: ProcessInfo.processInfo.environment)
    guard catalog.problems.isEmpty else { throw PipelineProblems(catalog.problems.map(\.rendered)) }
    let names = catalog.pipelines.map(\.name)
    let wanted = [configuration.paths.defaultPipeline] + configuration.inboxes.compactMap(\.pipeline)
    for name in wanted where catalog[name] == nil {
        if let missing = catalog.unavailable.first(where: { $0.name == name }) {
            throw PipelineProblems(["linecaster: pipeline '\(name)' cannot run: \(missing.reason)"])
        }
        throw PipelineProblems(["linecaster: no pipeline is called '\(name)'\(advice(for: name, among: names))"])
    }
    return catalog
}

/// The pipeline files of a service, the ready ones last.
func catalogFiles(_ configuration: ServiceConfiguration) throws(ExitCode) -> [PipelineCatalog.File] {
    var files: [PipelineCatalog.File] = []
    for path in yamlFiles(in: configuration.paths.pipelines) {
        files.append(PipelineCatalog.File(path: path, contents: try readFile(path)))
    }
    return files + ReadyPipelines.files.map { PipelineCatalog.File(path: $0.name, contents: $0.contents, isReady: true) }
}
