import Glibc
public import LinecasterKit

/// A library or program that a service or pipeline file names.
public struct PluginReference: Hashable, Sendable {
    public enum Kind: Hashable, Sendable {
        /// A Swift library, by path.
        case library(String)
        /// A program, by path or name, with its arguments.
        case program([String])
    }

    public var kind: Kind
    /// The most copies of a program that run at once; nil for as many as there are processors.
    public var copies: Int?
    /// How long a program may take for one article.
    public var timeout = TimeSpan.seconds(30)
    /// How long a program may take until it answers the handshake.
    public var startTimeout = TimeSpan.seconds(10)

    public init(_ kind: Kind) { self.kind = kind }

    /// A path: what ends in `.so` is a library, anything else a program.
    public init(path: String) { kind = path.hasSuffix(".so") ? .library(path) : .program([path]) }

    /// The plugin as messages name it: its path, or for a program behind an interpreter the path of its text.
    public var name: String {
        switch kind {
        case .library(let path): path
        case .program(let words): words.dropFirst().first { $0.contains("/") && !$0.hasPrefix("-") } ?? words[0]
        }
    }

    /// The same plugin with paths that begin at the root, links resolved.
    ///
    /// Of a program's words, the first is a path where it holds a slash or such a file exists, any other where such a
    /// file exists.
    ///
    /// - Parameter folder: What relative paths are relative to; empty for the working folder.
    func resolved(below folder: String) -> PluginReference {
        func resolved(_ path: String) -> String? {
            guard let real = realpath(path.hasPrefix("/") || folder.isEmpty ? path : "\(folder)/\(path)", nil) else { return nil }
            defer { free(real) }
            return String(cString: real)
        }
        var reference = self
        switch kind {
        case .library(let path): reference.kind = .library(resolved(path) ?? path)
        case .program(let words): reference.kind = .program(words.map { resolved($0) ?? $0 })
        }
        return reference
    }
}

/// Where a file's `plugins` names a plugin.
public struct PlacedPlugin: Sendable {
    public let reference: PluginReference
    public let position: SourcePosition?

    public init(_ reference: PluginReference, at position: SourcePosition? = nil) {
        self.reference = reference
        self.position = position
    }

    /// Reads the list under `plugins`, noting what does not fit.
    package static func list(_ entry: ConfigNode.Entry, into diagnostics: inout [Diagnostic]) -> [PlacedPlugin] {
        guard case .sequence(let items) = entry.value.content else {
            let message = "plugins must be a list of paths, or of mappings with 'library:' or 'program:', not \(entry.value.kind)"
            diagnostics.append(Diagnostic(message, at: entry.value.position))
            return []
        }
        return items.compactMap { item in
            reference(item, &diagnostics).map { PlacedPlugin($0, at: item.position) }
        }
    }

    private static func reference(_ node: ConfigNode, _ diagnostics: inout [Diagnostic]) -> PluginReference? {
        if case .scalar(let path, _) = node.content, !node.isEmpty { return PluginReference(path: path) }
        guard let settings = PluginSettings.read(from: node, noun: "key", into: &diagnostics) else { return nil }
        let kind: PluginReference.Kind
        switch (settings.library, settings.program.words) {
        case (let path?, []): kind = .library(path)
        case (nil, let words) where !words.isEmpty: kind = .program(words)
        default:
            diagnostics.append(Diagnostic("a plugin has either 'library: PATH' or 'program: [PATH, ARGUMENT, …]'", at: node.position))
            return nil
        }
        var reference = PluginReference(kind)
        reference.copies = settings.copies
        reference.timeout = settings.timeout
        reference.startTimeout = settings.startTimeout
        return reference
    }
}

/// One plugin of a list, with its options.
struct PluginSettings: StageSettings {
    var library: String?
    var program = CommandWords()
    var copies: Int?
    var timeout = TimeSpan.seconds(30)
    var startTimeout = TimeSpan.seconds(10)

    static let fields = [
        Field("library", \Self.library, "The path of a Swift library."),
        Field("program", \Self.program, "The path of a program, or a list of the program and its arguments."),
        Field("copies", \Self.copies, in: 1...256, "The most copies of the program that run at once; as many as there are processors."),
        Field("timeout", \Self.timeout, "How long the program may take for one article."),
        Field("start_timeout", \Self.startTimeout, "How long the program may take until it answers the handshake."),
    ]

    /// A program and its arguments: text, or a list of texts.
    struct CommandWords: ConfigValue {
        var words: [String] = []

        static var form: ConfigForm { .list(.text) }
        init() {}
        init(_ node: ConfigNode) throws(ConfigMismatch) {
            if case .scalar = node.content { words = [try String(node)] } else { words = try [String](node) }
            guard words.first?.isEmpty == false else { throw ConfigMismatch("a program and its arguments", at: node) }
        }
        var configText: String { words.isEmpty ? "none" : words.configText }
    }
}

extension PluginReference {
    /// The keys of one plugin in a list, for the JSON Schema.
    package static var keys: [SettingDescription] { PluginSettings.descriptions }
}
