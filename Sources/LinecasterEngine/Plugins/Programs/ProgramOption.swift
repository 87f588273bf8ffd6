import LinecasterKit

/// An option of a program's stage.
struct ProgramOption: Codable, Hashable {
    enum Form: String, Codable { case text, integer, number, boolean, choice, list }

    let key: String
    let type: Form
    let `default`: JSONValue
    let summary: String
    var minimum: Double?
    var maximum: Double?
    /// The words of a choice.
    var choices: [String]?

    var form: ConfigForm {
        switch type {
        case .text: .text
        case .integer: .integer(bounds.map { Int($0.lowerBound)...Int($0.upperBound) })
        case .number: .number(bounds)
        case .boolean: .boolean
        case .choice: .choice(choices ?? [])
        case .list: .list(.text)
        }
    }

    /// The range of a number, where the program gives one; a bound that it leaves open is a number that JSON can tell exactly.
    private var bounds: ClosedRange<Double>? {
        guard minimum != nil || maximum != nil else { return nil }
        let limit = 0x1p53
        let lower = max(minimum ?? -limit, -limit)
        return lower...max(lower, min(maximum ?? limit, limit))
    }

    /// What is wrong with the option, as a sentence's end.
    var objection: String? {
        if !isName(key) { return "is not lower-case letters, digits and '_'" }
        if type == .choice, (choices ?? []).isEmpty { return "gives no choices" }
        if let minimum, let maximum, minimum > maximum { return "has a minimum above its maximum" }
        return accepts(`default`) ? nil : "has a default that is not \(form.description)"
    }

    var description: SettingDescription {
        SettingDescription(key: key, form: form, defaultValue: Self.configText(`default`), summary: summary)
    }

    /// Reads the option's value in a pipeline file.
    func value(_ node: ConfigNode) throws(ConfigMismatch) -> JSONValue {
        let value: JSONValue =
            switch type {
            case .text: .string(try String(node))
            case .integer: .number(Double(try Int(node)))
            case .number: .number(try Double(node))
            case .boolean: .boolean(try Bool(node))
            case .choice: .string(try String(node))
            case .list: .array(try [String](node).map(JSONValue.string))
            }
        guard accepts(value) else {
            let near = if case .string(let word) = value { suggestion(for: word, among: choices ?? []) } else { String?.none }
            throw ConfigMismatch(form.description, at: node, hint: near.map { "; did you mean '\($0)'?" } ?? "")
        }
        return value
    }

    private func accepts(_ value: JSONValue) -> Bool {
        switch (type, value) {
        case (.text, .string), (.boolean, .boolean): true
        case (.integer, .number(let number)): number.rounded() == number && bounds?.contains(number) ?? (number.magnitude <= 0x1p53)
        case (.number, .number(let number)): bounds?.contains(number) ?? true
        case (.choice, .string(let word)): choices?.contains(word) ?? false
        case (.list, .array(let items)): items.allSatisfy { if case .string = $0 { true } else { false } }
        default: false
        }
    }

    private static func configText(_ value: JSONValue) -> String {
        switch value {
        case .null: "none"
        case .boolean(let flag): flag.configText
        case .number(let number): number.configText
        case .string(let text): text
        case .array(let items): "[\(items.map(configText).joined(separator: ", "))]"
        case .object: "{}"
        }
    }
}

extension [ProgramOption] {
    /// Reads the options below a stage's name in a pipeline file, with the defaults of those that are left out.
    ///
    /// - Returns: Nil when something was wrong; `diagnostics` then says what and where.
    func read(from node: ConfigNode?, into diagnostics: inout [Diagnostic]) -> [String: JSONValue]? {
        var values = Dictionary(map { ($0.key, $0.default) }) { first, _ in first }
        guard let node, !node.isEmpty else { return values }
        guard let entries = node.entries else {
            diagnostics.append(Diagnostic("expected options as 'key: value', found \(node.kind)", at: node.position))
            return nil
        }
        let before = diagnostics.count
        for entry in entries {
            guard let option = first(where: { $0.key == entry.key }) else {
                let help = isEmpty ? "; it takes none" : advice(for: entry.key, among: map(\.key))
                diagnostics.append(Diagnostic("unknown option '\(entry.key)'\(help)", at: entry.keyPosition))
                continue
            }
            do throws(ConfigMismatch) {
                values[entry.key] = try option.value(entry.value)
            } catch {
                diagnostics.append(
                    Diagnostic("\(option.key) must be \(error.expectation), not \(error.node.kind)\(error.hint)", at: error.node.position)
                )
            }
        }
        return diagnostics.count == before ? values : nil
    }
}
