import ArgumentParser
import BuiltinStages
import Foundation
import LinecasterEngine
import LinecasterKit
import LinecasterService
import LinecasterYAML

/// `linecaster check`: whether configuration files are right.
struct Check: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "check",
        abstract: "Check service and pipeline files.",
        discussion:
            "Without a name: linecaster.yaml where there is one, and every file of its folder of pipelines. Ends with 78 when something is wrong."
    )

    @Argument(help: "The files; a folder stands for the YAML files in it.") var files: [String] = []
    @OptionGroup var stages: StageOptions

    func run() throws {
        let files = try expanded()
        let registry = try stages.registry()
        var wrong = 0
        for file in files where try !check(file, registry, among: files) { wrong += 1 }
        guard wrong == 0 else { throw ExitCode.configuration }
        print(files.count == 1 ? "\(files[0]): correct" : "\(files.count) files, all correct")
    }

    private func expanded() throws(ExitCode) -> [String] {
        var result: [String] = []
        for file in self.files {
            var isFolder: ObjCBool = false
            let exists = FileManager.default.fileExists(atPath: file, isDirectory: &isFolder)
            if exists, isFolder.boolValue { result += yamlFiles(in: file) } else { result.append(file) }
        }
        if self.files.isEmpty {
            if FileManager.default.fileExists(atPath: "linecaster.yaml") { result.append("linecaster.yaml") }
            let service = ConfigurationOptions.quietly() ?? ServiceConfiguration()
            result += yamlFiles(in: service.paths.pipelines)
        }
        guard !result.isEmpty else { throw fail("there is nothing to check here; name a file", .noInput) }
        return result
    }

    /// Prints what is wrong with a file; tells whether it is right.
    private func check(_ file: String, _ registry: StageRegistry, among files: [String]) throws(ExitCode) -> Bool {
        let bytes = try readFile(file)
        let environment = ProcessInfo.processInfo.environment
        do throws(ConfigurationError) {
            switch try kind(of: bytes) {
            case .pipeline:
                let file = PipelineCatalog.File(path: file, contents: bytes)
                _ = try Pipeline(yaml: bytes, registry: registry, environment: environment, folder: file.folder)
            case .service: return try checkService(ServiceConfiguration(yaml: bytes, environment: environment), bytes, among: files)
            }
            return true
        } catch {
            for diagnostic in error.diagnostics {
                complain(diagnostic.rendered(file: file, contents: String(decoding: bytes, as: UTF8.self)))
            }
            return false
        }
    }

    private enum Kind { case pipeline, service }

    /// A file that names a pipeline or stages, or most of whose keys a pipeline file has, is one.
    private func kind(of bytes: [UInt8]) throws(ConfigurationError) -> Kind {
        let root = try readYAML(bytes)
        guard let entries = root.entries?.prefix(40) else { return .pipeline }
        let service = Set(ServiceConfiguration.keys)
        let pipeline: Set = ["pipeline", "description", "accept", "stages", "output", "tests"]
        let forService = entries.count { entry in service.contains(entry.key) || suggestion(for: entry.key, among: service.sorted()) != nil
        }
        let forPipeline = entries.count { entry in
            pipeline.contains(entry.key) || suggestion(for: entry.key, among: pipeline.sorted()) != nil
        }
        return forService > forPipeline ? .service : .pipeline
    }

    /// What a service file refers to must be there, and its pipelines must be right; those that are named themselves
    /// are checked by themselves.
    private func checkService(
        _ service: ServiceConfiguration,
        _ bytes: [UInt8],
        among files: [String]
    ) throws(ConfigurationError) -> Bool {
        var registry = StageRegistry(builtinStages, host: PluginHost { _, _, _ in })
        var refusals: [Diagnostic] = []
        for plugin in service.plugins {
            do throws(PluginRefusal) {
                try registry.add(plugin.reference)
            } catch {
                refusals.append(Diagnostic(error.description, at: plugin.position))
            }
        }
        guard refusals.isEmpty else { throw ConfigurationError(refusals) }
        let catalog = try? readCatalogQuietly(service, registry)
        let problems = (catalog?.problems ?? []).filter { !files.contains($0.file.path) }
        for problem in problems { complain(problem.rendered) }
        guard let catalog, problems.isEmpty else { return problems.isEmpty }
        guard catalog[service.paths.defaultPipeline] == nil else { return true }
        let entry = try readYAML(bytes).entries?.first { $0.key == "default_pipeline" }
        let names = catalog.pipelines.map(\.name)
        throw ConfigurationError([
            Diagnostic(
                "no pipeline is called '\(service.paths.defaultPipeline)'\(advice(for: service.paths.defaultPipeline, among: names))",
                at: entry?.value.position
            )
        ])
    }

    private func readCatalogQuietly(_ service: ServiceConfiguration, _ registry: StageRegistry) throws(ExitCode) -> PipelineCatalog {
        PipelineCatalog(try catalogFiles(service), registry: registry, environment: ProcessInfo.processInfo.environment)
    }
}
