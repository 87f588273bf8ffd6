public import LinecasterKit
import LinecasterEngine
import LinecasterYAML

extension ServiceConfiguration {
    /// Reads a service file.
    ///
    /// - Parameter environment: For `${VAR}` in the file.
    /// - Throws: `ConfigurationError` with every problem found.
    public init(yaml bytes: [UInt8], environment: [String: String]) throws(ConfigurationError) {
        var diagnostics: [Diagnostic] = []
        let root = try readYAML(bytes).expandingVariables(from: environment, into: &diagnostics)
        guard let entries = root.entries else {
            throw ConfigurationError([Diagnostic("a service file is 'key: value' lines; this is \(root.kind)", at: root.position)])
        }
        self.init()
        var first: [ConfigNode.Entry] = []
        for entry in entries {
            switch entry.key {
            case "inbox": inboxes = readInboxes(entry, &diagnostics)
            case "plugins": plugins = PlacedPlugin.list(entry, into: &diagnostics)
            case "watch": watch = Watch.read(from: entry.value, noun: "key", into: &diagnostics) ?? watch
            case "limits": limits = Limits.read(from: entry.value, noun: "key", into: &diagnostics) ?? limits
            case "retry": retry = Retry.read(from: entry.value, noun: "key", into: &diagnostics) ?? retry
            case "status": status = StatusServer.read(from: entry.value, noun: "key", into: &diagnostics) ?? status
            case "log": log = Log.read(from: entry.value, noun: "key", into: &diagnostics) ?? log
            default: first.append(entry)
            }
        }
        readFirstLevel(first, at: root.position, &diagnostics)
        guard diagnostics.isEmpty else { throw ConfigurationError(diagnostics) }
    }

    private mutating func readFirstLevel(_ entries: [ConfigNode.Entry], at position: SourcePosition, _ diagnostics: inout [Diagnostic]) {
        let known = Paths.fields.map(\.key)
        let sections = ["inbox", "plugins"] + Self.sections.map(\.key)
        for entry in entries where !known.contains(entry.key) && diagnostics.count < ConfigurationError.enough {
            diagnostics.append(
                Diagnostic("unknown key '\(entry.key)'\(advice(for: entry.key, among: sections + known))", at: entry.keyPosition)
            )
        }
        let node = ConfigNode(.mapping(entries.filter { known.contains($0.key) }), at: position)
        guard let paths = Paths.read(from: node, noun: "key", into: &diagnostics) else { return }
        self.paths = paths
    }

    private func readInboxes(_ entry: ConfigNode.Entry, _ diagnostics: inout [Diagnostic]) -> [InboxFolder] {
        guard case .sequence(let items) = entry.value.content else {
            let path: String? = readValue(entry, into: &diagnostics)
            return path.map { [InboxFolder(path: $0)] } ?? []
        }
        if items.isEmpty { diagnostics.append(Diagnostic("inbox names no folder", at: entry.value.position)) }
        return items.compactMap { readInbox($0, &diagnostics) }
    }

    private func readInbox(_ node: ConfigNode, _ diagnostics: inout [Diagnostic]) -> InboxFolder? {
        if case .scalar(let path, _) = node.content, !node.isEmpty { return InboxFolder(path: path) }
        guard let settings = InboxSettings.read(from: node, noun: "key", into: &diagnostics) else { return nil }
        guard !settings.path.isEmpty else {
            diagnostics.append(Diagnostic("'path:' is missing", at: node.position))
            return nil
        }
        var folder = InboxFolder(path: settings.path)
        folder.pipeline = settings.pipeline
        folder.include = settings.include
        folder.exclude = settings.exclude
        return folder
    }
}

/// One folder of a list of inboxes.
struct InboxSettings: StageSettings {
    var path = ""
    var pipeline: String?
    var include: [String] = []
    var exclude: [String] = []

    static let fields = [
        Field("path", \Self.path, "The folder."),
        Field("pipeline", \Self.pipeline, "The pipeline that its files take."),
        Field("include", \Self.include, "Patterns of names of which one must fit."),
        Field("exclude", \Self.exclude, "Patterns of names that are left alone."),
    ]
}
