import LinecasterFormats
public import LinecasterKit
import LinecasterYAML

extension Pipeline {
    /// Reads a pipeline file.
    ///
    /// - Parameters:
    ///   - bytes: The contents of the file.
    ///   - registry: The stages that the file may name; the plugins that the file names are added.
    ///   - environment: For `${VAR}` in the file.
    ///   - folder: The file's folder, below which it names plugins; empty for the working folder.
    /// - Throws: `ConfigurationError` with every problem found.
    public init(
        yaml bytes: [UInt8],
        registry: StageRegistry,
        environment: [String: String] = [:],
        folder: String = ""
    ) throws(ConfigurationError) {
        self = try PipelineFile(yaml: bytes, registry: registry, environment: environment, folder: folder).result.get()
    }
}

/// A pipeline file, read as far as it can be.
struct PipelineFile {
    let result: Result<Pipeline, ConfigurationError>
    let name: String?
    let accept: [String]
    /// The first plugin that the pipeline needs and that was refused.
    let missing: PluginRefusal?

    /// - Throws: `ConfigurationError` when the file is no YAML.
    init(yaml bytes: [UInt8], registry: StageRegistry, environment: [String: String], folder: String) throws(ConfigurationError) {
        var diagnostics: [Diagnostic] = []
        let root = try readYAML(bytes).expandingVariables(from: environment, untouched: ["tests"], into: &diagnostics)
        var reader = PipelineReader(registry: registry, folder: folder, diagnostics: diagnostics)
        let pipeline = reader.read(root)
        let isRight = !reader.diagnostics.contains { $0.severity == .error }
        if let pipeline, isRight { result = .success(pipeline) } else { result = .failure(ConfigurationError(reader.diagnostics)) }
        name = reader.name
        accept = reader.accept
        missing = reader.missing
    }
}

/// Reads the parts of a pipeline file, noting every problem.
private struct PipelineReader {
    private(set) var registry: StageRegistry
    private let folder: String
    private(set) var diagnostics: [Diagnostic]
    private(set) var name: String?
    private(set) var accept: [String] = []
    private(set) var missing: PluginRefusal?

    private static let keys = ["pipeline", "description", "accept", "plugins", "stages", "output", "tests"]

    init(registry: StageRegistry, folder: String, diagnostics: [Diagnostic]) {
        self.registry = registry
        self.folder = folder
        self.diagnostics = diagnostics
    }

    mutating func read(_ root: ConfigNode) -> Pipeline? {
        guard let entries = root.entries else {
            note("a pipeline file begins with 'pipeline: NAME' and 'stages:'; this is \(root.kind)", at: root.position)
            return nil
        }
        // They bring stages, wherever in the file they stand.
        for entry in entries.prefix(40) where entry.key == "plugins" { addPlugins(entry) }
        var description = ""
        var output = [OutputFormat.json]
        var steps: [PipelineStep]?
        var canonical = ""
        var tests: [PipelineTest] = []
        for entry in entries where diagnostics.count < ConfigurationError.enough {
            switch entry.key {
            case "pipeline": name = pipelineName(entry)
            case "description": description = value(entry) ?? ""
            case "accept": accept = patterns(entry)
            case "output": output = outputs(entry)
            case "stages":
                steps = self.steps(entry)
                canonical = entry.value.canonical
            case "tests": tests = self.tests(entry)
            case "plugins": break
            default: note("unknown key '\(entry.key)'\(advice(for: entry.key, among: Self.keys))", at: entry.keyPosition)
            }
        }
        for key in ["pipeline", "stages"] where !entries.prefix(40).contains(where: { Self.means($0.key, key) }) {
            note("'\(key):' is missing", at: root.position)
        }
        guard let name, let steps else { return nil }
        let versions = steps.map { "\($0.name) \($0.manifest.version)" }.joined(separator: ",")
        let digest = sha256(Array("\(versions)\n\(canonical)".utf8))
        return Pipeline(name: name, description: description, accept: accept, output: output, tests: tests, digest: digest, steps: steps)
    }

    private mutating func addPlugins(_ entry: ConfigNode.Entry) {
        for plugin in PlacedPlugin.list(entry, into: &diagnostics) {
            do throws(PluginRefusal) {
                try registry.add(plugin.reference, below: folder)
            } catch {
                missing = missing ?? error
                note(error.description, at: plugin.position)
            }
        }
    }

    /// Whether a key is another, or a misspelling of it.
    private static func means(_ key: String, _ wanted: String) -> Bool {
        key == wanted || (!keys.contains(key) && suggestion(for: key, among: keys) == wanted)
    }

    private mutating func pipelineName(_ entry: ConfigNode.Entry) -> String? {
        guard let name: String = value(entry) else { return nil }
        let isName = !name.isEmpty && name.utf8.allSatisfy { ($0 | 0x20) &- 0x61 < 26 || $0 &- 0x30 < 10 || $0 == 0x2D || $0 == 0x5F }
        if !isName { note("'\(name)' cannot name a pipeline; use letters, digits, '-' and '_'", at: entry.value.position) }
        return isName ? name : nil
    }

    private mutating func patterns(_ entry: ConfigNode.Entry) -> [String] {
        guard let entries = entry.value.entries else {
            note("accept must be 'files: [PATTERN, …]', not \(entry.value.kind)", at: entry.value.position)
            return []
        }
        var patterns: [String] = []
        for part in entries {
            guard part.key == "files" else {
                note("unknown key '\(part.key)'\(advice(for: part.key, among: ["files"]))", at: part.keyPosition)
                continue
            }
            patterns = value(part) ?? []
        }
        return patterns
    }

    private mutating func outputs(_ entry: ConfigNode.Entry) -> [OutputFormat] {
        guard let formats: [OutputFormat] = value(entry) else { return [] }
        if formats.isEmpty {
            note(
                "output names no format; at least one of \(OutputFormat.allCases.map(\.rawValue).joined(separator: ", "))",
                at: entry.value.position
            )
        }
        if Set(formats).count < formats.count { note("output names a format twice", at: entry.value.position) }
        return formats
    }

    private mutating func steps(_ entry: ConfigNode.Entry) -> [PipelineStep]? {
        guard case .sequence(let items) = entry.value.content else {
            note(
                "stages must be a list, each '- NAME' or '- NAME:' with options below; this is \(entry.value.kind)",
                at: entry.value.position
            )
            return nil
        }
        if items.isEmpty { note("stages is empty; there is \(registry.names.joined(separator: ", "))", at: entry.value.position) }
        var reader = StepReader(registry: registry)
        let before = diagnostics.count
        let steps = items.compactMap { reader.read($0, &diagnostics) }
        if reader.metUnknownStage { missing = missing ?? registry.refused.first }
        return diagnostics.count == before ? steps : nil
    }

    private mutating func tests(_ entry: ConfigNode.Entry) -> [PipelineTest] {
        guard case .sequence(let items) = entry.value.content else {
            note("tests must be a list, not \(entry.value.kind)", at: entry.value.position)
            return []
        }
        return items.compactMap { PipelineTest(reading: $0, into: &diagnostics) }
    }

    private mutating func value<Value: ConfigValue>(_ entry: ConfigNode.Entry) -> Value? {
        readValue(entry, into: &diagnostics)
    }

    private mutating func note(_ message: String, at position: SourcePosition?) {
        diagnostics.append(Diagnostic(message, at: position))
    }
}

/// Reads an entry's value, noting what does not fit.
package func readValue<Value: ConfigValue>(_ entry: ConfigNode.Entry, into diagnostics: inout [Diagnostic]) -> Value? {
    do throws(ConfigMismatch) {
        return try Value(entry.value)
    } catch {
        diagnostics.append(
            Diagnostic("\(entry.key) must be \(error.expectation), not \(error.node.kind)\(error.hint)", at: error.node.position)
        )
        return nil
    }
}

extension ConfigNode {
    /// The node in one form, whatever its layout in the file: what a digest is made of.
    package var canonical: String {
        switch content {
        case .scalar(let text, let isQuoted): isQuoted ? "\"\(text)\"" : text
        case .sequence(let items): "[\(items.map(\.canonical).joined(separator: ","))]"
        case .mapping(let entries): "{\(entries.map { "\($0.key):\($0.value.canonical)" }.joined(separator: ","))}"
        }
    }
}
