/// The settings of a stage: a struct with a default for every property, and one field for each.
///
/// The checking of YAML, the help of `linecaster stages`, the reference pages and the JSON Schema all
/// come from these fields.
///
/// ```swift
/// struct WrapSettings: StageSettings {
///     var longestLine = 24
///     static let fields = [
///         Field("longest_line", \Self.longestLine, in: 8...200, "Longest line that may be a wrap, in characters.")
///     ]
/// }
/// ```
public protocol StageSettings: Sendable {
    /// Creates the settings with their defaults.
    init()
    /// Every setting that a configuration file may give.
    static var fields: [Field<Self>] { get }
}

/// The settings of a stage that has none.
public struct NoSettings: StageSettings {
    public init() {}
    public static var fields: [Field<Self>] { [] }
}

/// One setting: its key in configuration files, the property that holds it, and what it means.
public struct Field<Root>: Sendable {
    package let key: String
    package let summary: String
    package let form: ConfigForm
    private let defaultText: @Sendable (Root) -> String
    private let decode: @Sendable (ConfigNode, inout Root) throws(ConfigMismatch) -> Void
    /// Reads a group of settings, which reports its own problems.
    private let readGroup: (@Sendable (ConfigNode, inout Root, inout [Diagnostic]) -> Void)?

    /// Declares a setting.
    ///
    /// - Parameters:
    ///   - key: The key in configuration files, in snake case.
    ///   - property: The property that holds the value; its initial value is the default.
    ///   - summary: One sentence for the reference page.
    public init<Value: ConfigValue>(
        _ key: String,
        _ property: any WritableKeyPath<Root, Value> & Sendable,
        _ summary: String
    ) {
        self.init(key: key, summary: summary, form: Value.form, property: property) { _ in true }
    }

    /// Declares a setting whose value must lie in a range, bounds included.
    public init(
        _ key: String,
        _ property: any WritableKeyPath<Root, Int> & Sendable,
        in range: ClosedRange<Int>,
        _ summary: String
    ) {
        self.init(key: key, summary: summary, form: .integer(range), property: property) { range.contains($0) }
    }

    /// Declares a setting that may be left open, and must lie in a range otherwise.
    public init(
        _ key: String,
        _ property: any WritableKeyPath<Root, Int?> & Sendable,
        in range: ClosedRange<Int>,
        _ summary: String
    ) {
        self.init(key: key, summary: summary, form: .integer(range), property: property) { $0.map(range.contains) ?? true }
    }

    /// Declares a setting whose value must lie in a range, bounds included.
    public init(
        _ key: String,
        _ property: any WritableKeyPath<Root, Double> & Sendable,
        in range: ClosedRange<Double>,
        _ summary: String
    ) {
        self.init(key: key, summary: summary, form: .number(range), property: property) { range.contains($0) }
    }

    /// Declares a setting that may be left open, and must lie in a range otherwise.
    public init(
        _ key: String,
        _ property: any WritableKeyPath<Root, Double?> & Sendable,
        in range: ClosedRange<Double>,
        _ summary: String
    ) {
        self.init(key: key, summary: summary, form: .number(range), property: property) { $0.map(range.contains) ?? true }
    }

    /// Declares a group of settings under one key, which may be left out.
    public init<Group: StageSettings>(
        _ key: String,
        _ property: any WritableKeyPath<Root, Group?> & Sendable,
        _ summary: String
    ) {
        self.key = key
        self.summary = summary
        form = .group(Group.descriptions)
        defaultText = { $0[keyPath: property] == nil ? "none" : "given" }
        decode = { (_, _) throws(ConfigMismatch) in }
        readGroup = { node, root, diagnostics in
            guard let group = Group.read(from: node, noun: "option of \(key)", into: &diagnostics) else { return }
            root[keyPath: property] = group
        }
    }

    private init<Value: ConfigValue>(
        key: String,
        summary: String,
        form: ConfigForm,
        property: any WritableKeyPath<Root, Value> & Sendable,
        accepts: @escaping @Sendable (Value) -> Bool
    ) {
        self.key = key
        self.summary = summary
        self.form = form
        defaultText = { $0[keyPath: property].configText }
        readGroup = nil
        decode = { (node, root) throws(ConfigMismatch) in
            let value = try Value(node)
            guard accepts(value) else { throw ConfigMismatch(form.description, at: node) }
            root[keyPath: property] = value
        }
    }

    func description(defaults: Root) -> SettingDescription {
        SettingDescription(key: key, form: form, defaultValue: defaultText(defaults), summary: summary)
    }

    /// Whether the form is a list, whose elements have a form of their own.
    private var isList: Bool {
        if case .list = form { true } else { false }
    }

    fileprivate func read(_ node: ConfigNode, into root: inout Root, _ diagnostics: inout [Diagnostic]) {
        if let readGroup { return readGroup(node, &root, &diagnostics) }
        do throws(ConfigMismatch) {
            try decode(node, &root)
        } catch {
            diagnostics.append(
                Diagnostic(
                    "\(key) must be \(isList ? error.expectation : form.description), not \(error.node.kind)\(error.hint)",
                    at: error.node.position
                )
            )
        }
    }
}

/// A setting, described for the reference page and the JSON Schema.
public struct SettingDescription: Hashable, Sendable {
    public let key: String
    public let form: ConfigForm
    public let defaultValue: String
    public let summary: String

    package init(key: String, form: ConfigForm, defaultValue: String, summary: String) {
        self.key = key
        self.form = form
        self.defaultValue = defaultValue
        self.summary = summary
    }
}

extension StageSettings {
    /// The settings described, with their defaults.
    package static var descriptions: [SettingDescription] { fields.map { $0.description(defaults: Self()) } }

    /// Reads settings, reporting every problem rather than the first.
    ///
    /// - Parameters:
    ///   - node: A mapping, or nothing for the defaults.
    ///   - noun: What an entry is called in a diagnostic, such as "option".
    /// - Returns: Nil when something was wrong.
    package static func read(from node: ConfigNode?, noun: String = "option", into diagnostics: inout [Diagnostic]) -> Self? {
        var settings = Self()
        guard let node, !node.isEmpty else { return settings }
        guard let entries = node.entries else {
            diagnostics.append(Diagnostic("expected \(noun)s as 'key: value', found \(node.kind)", at: node.position))
            return nil
        }
        let before = diagnostics.count
        let fields = fields
        for entry in entries where diagnostics.count < ConfigurationError.enough {
            guard let field = fields.first(where: { $0.key == entry.key }) else {
                let help = fields.isEmpty ? "; it takes none" : advice(for: entry.key, among: fields.map(\.key))
                diagnostics.append(Diagnostic("unknown \(noun) '\(entry.key)'\(help)", at: entry.keyPosition))
                continue
            }
            field.read(entry.value, into: &settings, &diagnostics)
        }
        return diagnostics.count == before ? settings : nil
    }
}
