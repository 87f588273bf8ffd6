import Foundation
import LinecasterFormats
public import LinecasterKit

/// A JSON Schema, for editors that check YAML while it is written.
public struct JSONSchema: Sendable {
    private let root: Value

    /// Just enough of JSON to write a schema down.
    private indirect enum Value: Sendable {
        case string(String)
        case number(Double)
        case bool(Bool)
        case array([Value])
        case object([(String, Value)])
    }

    /// The schema of pipeline files.
    ///
    /// Source: JSON Schema 2020-12.
    public init(pipelinesWith registry: StageRegistry) {
        let stages = registry.stages.map { stage -> Value in
            let options = Self.mapping(stage.settings, description: stage.manifest.summary)
            let control = StepControl.descriptions.map { ($0.key, Self.property($0)) }
            return Self.object([(stage.manifest.name, options)] + control, required: [stage.manifest.name])
        }
        let names = Value.object([("enum", .array(registry.names.map(Value.string)))])
        let aspects = Aspect.allCases.map { aspect -> (String, Value) in
            (aspect.rawValue, .object([("type", .array([.string("array"), .string("string")]))]))
        }
        let test = Self.object(
            [
                ("name", Self.form(.text)), ("input", Self.form(.text)), ("date", Self.form(.text)),
                ("expect", Self.object(aspects, required: [])),
            ],
            required: ["name", "input", "expect"]
        )
        root = Self.document(
            title: "Linecaster pipeline",
            Self.object(
                [
                    ("pipeline", Self.form(.pattern("a name", regex: "^[A-Za-z0-9_-]+$"))),
                    ("description", Self.form(.text)),
                    ("accept", Self.object([("files", Self.form(.list(.text)))], required: [])),
                    ("plugins", .object([("type", .string("array")), ("items", Self.item(PluginReference.keys))])),
                    (
                        "stages",
                        .object([
                            ("type", .string("array")), ("minItems", .number(1)), ("items", .object([("anyOf", .array([names] + stages))])),
                        ])
                    ),
                    ("output", Self.form([OutputFormat].form)),
                    ("tests", .object([("type", .string("array")), ("items", test)])),
                ],
                required: ["pipeline", "stages"]
            )
        )
    }

    /// The schema of a file that is one mapping of settings.
    ///
    /// - Parameters:
    ///   - sections: Keys whose values are mappings of settings themselves.
    ///   - lists: Keys whose values are text, or a list of text or mappings of settings.
    public init(
        title: String,
        settings: [SettingDescription],
        sections: [(key: String, settings: [SettingDescription])],
        lists: [(key: String, settings: [SettingDescription])]
    ) {
        let properties =
            settings.map { ($0.key, Self.property($0)) }
            + sections.map { ($0.key, Self.mapping($0.settings, description: "")) }
            + lists.map { list in
                let all = Value.object([("type", .string("array")), ("items", Self.item(list.settings))])
                return (list.key, .object([("anyOf", .array([Self.form(.text), all]))]))
            }
        root = Self.document(title: title, Self.object(properties, required: []))
    }

    /// The schema as JSON text.
    public var json: String { Self.render(root, indent: "") + "\n" }

    private static func document(title: String, _ body: Value) -> Value {
        guard case .object(let fields) = body else { return body }
        return .object([("$schema", .string("https://json-schema.org/draft/2020-12/schema")), ("title", .string(title))] + fields)
    }

    private static func object(_ properties: [(String, Value)], required: [String]) -> Value {
        var fields: [(String, Value)] = [
            ("type", .string("object")), ("properties", .object(properties)), ("additionalProperties", .bool(false)),
        ]
        if !required.isEmpty { fields.append(("required", .array(required.map(Value.string)))) }
        return .object(fields)
    }

    private static func mapping(_ settings: [SettingDescription], description: String) -> Value {
        guard case .object(var fields) = object(settings.map { ($0.key, property($0)) }, required: []) else { return .bool(true) }
        fields[0].1 = .array([.string("object"), .string("null")])
        if !description.isEmpty { fields.insert(("description", .string(description)), at: 0) }
        return .object(fields)
    }

    /// An element of a list that is text or a mapping of settings.
    private static func item(_ settings: [SettingDescription]) -> Value {
        .object([("anyOf", .array([form(.text), mapping(settings, description: "")]))])
    }

    private static func property(_ setting: SettingDescription) -> Value {
        guard case .object(let fields) = form(setting.form) else { return .bool(true) }
        return .object([("description", .string("\(setting.summary) Default: \(setting.defaultValue)."))] + fields)
    }

    private static func form(_ form: ConfigForm) -> Value {
        switch form {
        case .text: return .object([("type", .string("string"))])
        case .integer(let range):
            return .object([("type", .string("integer"))] + bounds(range.map { (Double($0.lowerBound), Double($0.upperBound)) }))
        case .number(let range): return .object([("type", .string("number"))] + bounds(range.map { ($0.lowerBound, $0.upperBound) }))
        case .boolean: return .object([("type", .string("boolean"))])
        case .choice(let words): return .object([("enum", .array(words.map(Value.string)))])
        case .pattern(_, let regex): return .object([("type", .string("string")), ("pattern", .string(regex))])
        case .group(let settings): return mapping(settings, description: "")
        case .list(let element): return .object([("type", .string("array")), ("items", self.form(element))])
        }
    }

    private static func bounds(_ range: (Double, Double)?) -> [(String, Value)] {
        range.map { [("minimum", .number($0.0)), ("maximum", .number($0.1))] } ?? []
    }

    private static func render(_ value: Value, indent: String) -> String {
        let inner = indent + "  "
        switch value {
        case .string(let text): return quote(text)
        case .number(let number): return number.configText
        case .bool(let flag): return String(flag)
        case .array(let items):
            return items.isEmpty ? "[]" : "[\n" + items.map { inner + render($0, indent: inner) }.joined(separator: ",\n") + "\n\(indent)]"
        case .object(let fields):
            return fields.isEmpty
                ? "{}"
                : "{\n" + fields.map { "\(inner)\(quote($0.0)): \(render($0.1, indent: inner))" }.joined(separator: ",\n") + "\n\(indent)}"
        }
    }

    private static func quote(_ text: String) -> String {
        "\"" + text.replacing("\\", with: "\\\\").replacing("\"", with: "\\\"").replacing("\n", with: "\\n") + "\""
    }
}
