/// A type that a setting can have.
public protocol ConfigValue: Sendable {
    /// What a value looks like, for diagnostics, help, and JSON Schema.
    static var form: ConfigForm { get }
    /// Reads a value.
    ///
    /// - Throws: `ConfigMismatch` at the node that does not fit.
    init(_ node: ConfigNode) throws(ConfigMismatch)
    /// The value as it would stand in a configuration file.
    var configText: String { get }
}

/// A value that is not what its setting asks for.
public struct ConfigMismatch: Error, Sendable {
    /// What was expected, such as "a whole number".
    public let expectation: String
    /// The node that stands there instead.
    public let node: ConfigNode
    /// The nearest valid word, where there is one.
    public let hint: String

    public init(_ expectation: String, at node: ConfigNode, hint: String = "") {
        self.expectation = expectation
        self.node = node
        self.hint = hint
    }
}

/// What the values of a setting look like.
public indirect enum ConfigForm: Hashable, Sendable {
    case text
    case integer(ClosedRange<Int>?)
    case number(ClosedRange<Double>?)
    case boolean
    case choice([String])
    /// Text of a form that has a name, such as a length of time.
    case pattern(String, regex: String)
    case list(ConfigForm)
    /// Settings of their own under one key.
    case group([SettingDescription])

    /// The form in words, such as "a whole number from 1 to 9".
    public var description: String {
        switch self {
        case .text: "text"
        case .integer(nil): "a whole number"
        case .integer(let range?): "a whole number from \(range.lowerBound) to \(range.upperBound)"
        case .number(nil): "a number"
        case .number(let range?): "a number from \(range.lowerBound.configText) to \(range.upperBound.configText)"
        case .boolean: "true or false"
        case .choice(let words): "one of \(words.joined(separator: ", "))"
        case .pattern(let name, _): name
        case .list(.choice(let words)): "a list of \(words.joined(separator: ", "))"
        case .group: "a mapping of options"
        case .list(let element): "a list, each \(element.description)"
        }
    }
}

extension ConfigNode {
    /// The text of a plain scalar, or of any scalar where quotes do not matter.
    fileprivate func text(quotedToo: Bool) -> String? {
        guard case .scalar(let text, let isQuoted) = content, quotedToo || !isQuoted else { return nil }
        return text
    }
}

extension Int: ConfigValue {
    public static var form: ConfigForm { .integer(nil) }
    public init(_ node: ConfigNode) throws(ConfigMismatch) {
        guard let text = node.text(quotedToo: false), let value = Int(text.replacing("_", with: "")) else {
            throw ConfigMismatch(Self.form.description, at: node)
        }
        self = value
    }
    public var configText: String { String(self) }
}

extension Double: ConfigValue {
    public static var form: ConfigForm { .number(nil) }
    public init(_ node: ConfigNode) throws(ConfigMismatch) {
        guard let text = node.text(quotedToo: false), let value = Double(text), value.isFinite else {
            throw ConfigMismatch(Self.form.description, at: node)
        }
        self = value
    }
    public var configText: String { rounded() == self && magnitude < 1e15 ? String(Int(self)) : String(self) }
}

extension Bool: ConfigValue {
    public static var form: ConfigForm { .boolean }
    public init(_ node: ConfigNode) throws(ConfigMismatch) {
        switch node.text(quotedToo: false) {
        case "true": self = true
        case "false": self = false
        case let text?: throw ConfigMismatch(Self.form.description, at: node, hint: Self.hint(for: text))
        case nil: throw ConfigMismatch(Self.form.description, at: node)
        }
    }
    public var configText: String { String(self) }

    private static func hint(for text: String) -> String {
        switch text.lowercased() {
        case "yes", "on", "y", "true": "; write true"
        case "no", "off", "n", "false": "; write false"
        default: advice(for: text, among: ["true", "false"])
        }
    }
}

extension String: ConfigValue {
    public static var form: ConfigForm { .text }
    public init(_ node: ConfigNode) throws(ConfigMismatch) {
        guard let text = node.text(quotedToo: true), !node.isEmpty else {
            throw ConfigMismatch(Self.form.description, at: node)
        }
        self = text
    }
    public var configText: String { self }
}

extension Array: ConfigValue where Element: ConfigValue {
    public static var form: ConfigForm { .list(Element.form) }
    public init(_ node: ConfigNode) throws(ConfigMismatch) {
        guard case .sequence(let nodes) = node.content else { throw ConfigMismatch(Self.form.description, at: node) }
        self = []
        for node in nodes { append(try Element(node)) }
    }
    public var configText: String { "[\(map(\.configText).joined(separator: ", "))]" }
}

extension Optional: ConfigValue where Wrapped: ConfigValue {
    public static var form: ConfigForm { Wrapped.form }
    public init(_ node: ConfigNode) throws(ConfigMismatch) { self = try Wrapped(node) }
    public var configText: String { map(\.configText) ?? "none" }
}

/// An enumeration that a setting can have: each case is written as its raw value.
public protocol ConfigChoice: ConfigValue, CaseIterable, RawRepresentable where RawValue == String {}

extension ConfigChoice {
    public static var form: ConfigForm { .choice(allCases.map(\.rawValue)) }
    public init(_ node: ConfigNode) throws(ConfigMismatch) {
        guard let text = node.text(quotedToo: true) else { throw ConfigMismatch(Self.form.description, at: node) }
        guard let value = Self(rawValue: text) else {
            let near = suggestion(for: text, among: Self.allCases.map(\.rawValue))
            throw ConfigMismatch(Self.form.description, at: node, hint: near.map { "; did you mean '\($0)'?" } ?? "")
        }
        self = value
    }
    public var configText: String { rawValue }
}
