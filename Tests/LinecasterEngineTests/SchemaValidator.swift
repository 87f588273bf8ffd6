import Foundation

/// As much of JSON Schema as the schema of the programs' messages uses.
///
/// Source: JSON Schema 2020-12.
struct SchemaValidator {
    private let root: [String: Any]

    init(_ json: String) throws {
        root = try JSONSerialization.jsonObject(with: Data(json.utf8)) as? [String: Any] ?? [:]
    }

    func accepts(_ line: String) throws -> Bool {
        accepts(try JSONSerialization.jsonObject(with: Data(line.utf8), options: .fragmentsAllowed), root)
    }

    private func accepts(_ value: Any, _ schema: [String: Any]) -> Bool {
        if let reference = schema["$ref"] as? String {
            let name = reference.split(separator: "/").last.map(String.init) ?? ""
            guard let target = (root["$defs"] as? [String: Any])?[name] as? [String: Any] else { return false }
            return accepts(value, target)
        }
        if let options = schema["oneOf"] as? [[String: Any]], options.count(where: { accepts(value, $0) }) != 1 { return false }
        if let options = schema["anyOf"] as? [[String: Any]], !options.contains(where: { accepts(value, $0) }) { return false }
        if let constant = schema["const"] as? String, value as? String != constant { return false }
        if let words = schema["enum"] as? [String], !words.contains(value as? String ?? "") { return false }
        switch schema["type"] as? String {
        case "object": return acceptsObject(value, schema)
        case "array":
            guard let items = value as? [Any] else { return false }
            return (schema["items"] as? [String: Any]).map { item in items.allSatisfy { accepts($0, item) } } ?? true
        case "string":
            guard let text = value as? String else { return false }
            return (schema["pattern"] as? String).map { text.range(of: $0, options: .regularExpression) != nil } ?? true
        case "integer", "number":
            guard let number = value as? NSNumber, !(value is String) else { return false }
            if schema["type"] as? String == "integer", number.doubleValue.rounded() != number.doubleValue { return false }
            let least = (schema["minimum"] as? NSNumber)?.doubleValue ?? -.infinity
            let most = (schema["maximum"] as? NSNumber)?.doubleValue ?? .infinity
            return (least...most).contains(number.doubleValue)
        default: return true
        }
    }

    private func acceptsObject(_ value: Any, _ schema: [String: Any]) -> Bool {
        guard let object = value as? [String: Any] else { return false }
        guard (schema["required"] as? [String] ?? []).allSatisfy({ object[$0] != nil }) else { return false }
        let properties = schema["properties"] as? [String: [String: Any]] ?? [:]
        return object.allSatisfy { key, value in
            if let property = properties[key] { return accepts(value, property) }
            return (schema["additionalProperties"] as? [String: Any]).map { accepts(value, $0) } ?? true
        }
    }
}
