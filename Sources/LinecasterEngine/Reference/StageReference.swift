public import LinecasterKit

/// The reference page of a stage, made from its manifest and settings: Markdown.
public func referencePage(for stage: StageDescriptor) -> String {
    let manifest = stage.manifest
    var lines = ["# \(manifest.name)", "", manifest.summary, ""]
    if !manifest.requires.isEmpty {
        lines.append("Needs layers: \(manifest.requires.map { $0.alternatives.joined(separator: " or ") }.joined(separator: ", ")).  ")
    }
    if !manifest.provides.isEmpty { lines.append("Gives layers: \(manifest.provides.joined(separator: ", ")).") }
    if lines.last != "" { lines.append("") }
    lines += optionTable(stage)
    if !manifest.rules.isEmpty {
        lines += ["## Rules", "", "| rule | what it does |", "| --- | --- |"]
        lines += manifest.rules.map { "| `\($0.name)` | \($0.summary) |" } + [""]
    }
    for example in manifest.examples {
        lines += ["## Example: \(example.title)", ""]
        if !example.settings.isEmpty { lines += ["```yaml", example.settings, "```", ""] }
        lines += [
            "```text", example.input.trimmingLineEnds, "```", "", "becomes", "", "```text", example.output.trimmingLineEnds, "```", "",
        ]
    }
    return lines.joined(separator: "\n")
}

/// A stage in one line: its name and what it does.
public func referenceLine(for stage: StageDescriptor) -> String {
    stage.manifest.name.padding(to: 12) + stage.manifest.summary
}

private func optionTable(_ stage: StageDescriptor) -> [String] {
    guard !stage.settings.isEmpty else { return ["It takes no options.", ""] }
    var lines = ["## Options", "", "| option | value | default | meaning |", "| --- | --- | --- | --- |"]
    lines += optionRows(stage.settings, below: "")
    return lines + [""]
}

/// A row for each option; those of a group stand below it.
private func optionRows(_ settings: [SettingDescription], below group: String) -> [String] {
    settings.flatMap { setting -> [String] in
        let key = group + setting.key
        // A bar would end the cell, a line end the row.
        let value = setting.defaultValue.replacing("|", with: "\\|").replacing("\n", with: " ")
        let row = "| `\(key)` | \(setting.form.description) | \(value.isEmpty ? "" : "`\(value)`") | \(setting.summary) |"
        guard case .group(let inner) = setting.form else { return [row] }
        return [row] + optionRows(inner, below: key + ": ")
    }
}

extension String {
    fileprivate var trimmingLineEnds: String { String(reversed().drop { $0 == "\n" }.reversed()) }
    fileprivate func padding(to width: Int) -> String { self + String(repeating: " ", count: max(1, width - count)) }
}
