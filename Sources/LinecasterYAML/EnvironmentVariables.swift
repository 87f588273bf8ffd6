public import LinecasterKit

extension ConfigNode {
    /// The node with `${VAR}` and `${VAR:-default}` replaced from the environment; `$${` stands for `${`.
    ///
    /// - Parameters:
    ///   - environment: The variables by name.
    ///   - untouched: Keys below which nothing is replaced, for text that is no configuration.
    ///   - diagnostics: Gets an error for each variable that is not set and has no default.
    public func expandingVariables(
        from environment: [String: String],
        untouched: Set<String> = [],
        into diagnostics: inout [Diagnostic]
    ) -> ConfigNode {
        switch content {
        case .scalar(let text, let isQuoted):
            guard text.contains("${") else { return self }
            return ConfigNode(.scalar(expand(text, environment, &diagnostics), isQuoted: isQuoted), at: position)
        case .sequence(let items):
            var expanded: [ConfigNode] = []
            for item in items {
                expanded.append(item.expandingVariables(from: environment, untouched: untouched, into: &diagnostics))
            }
            return ConfigNode(.sequence(expanded), at: position)
        case .mapping(let entries):
            var expanded: [Entry] = []
            for entry in entries {
                let value =
                    untouched.contains(entry.key)
                    ? entry.value
                    : entry.value.expandingVariables(from: environment, untouched: untouched, into: &diagnostics)
                expanded.append(Entry(key: entry.key, keyPosition: entry.keyPosition, value: value))
            }
            return ConfigNode(.mapping(expanded), at: position)
        }
    }

    private func expand(_ text: String, _ environment: [String: String], _ diagnostics: inout [Diagnostic]) -> String {
        var result = ""
        var rest = Substring(text)
        while let dollar = rest.range(of: "${") {
            if rest[..<dollar.lowerBound].last == "$" {
                result += rest[..<dollar.lowerBound] + "{"
                rest = rest[dollar.upperBound...]
                continue
            }
            result += rest[..<dollar.lowerBound]
            guard let close = rest[dollar.upperBound...].firstIndex(of: "}") else {
                diagnostics.append(Diagnostic("'${' has no closing '}'; write '$${' for a literal '${'", at: position))
                return text
            }
            let inner = rest[dollar.upperBound..<close]
            let name = inner.range(of: ":-").map { inner[..<$0.lowerBound] } ?? inner
            let fallback = inner.range(of: ":-").map { String(inner[$0.upperBound...]) }
            let value = environment[String(name)].flatMap { $0.isEmpty && fallback != nil ? nil : $0 }
            if let replacement = value ?? fallback {
                result += replacement
            } else {
                let known = environment.keys.sorted()
                let near = suggestion(for: String(name), among: known).map { "; did you mean '\($0)'?" } ?? ""
                let message = "the environment variable \(name) is not set\(near.isEmpty ? "; set it, or write ${\(name):-DEFAULT}" : near)"
                diagnostics.append(Diagnostic(message, at: position))
            }
            rest = rest[rest.index(after: close)...]
        }
        return result + rest
    }
}

extension Substring {
    /// The first place of an ASCII pattern.
    fileprivate func range(of pattern: String) -> Range<Index>? {
        var start = startIndex
        while start < endIndex {
            if self[start...].hasPrefix(pattern) { return start..<index(start, offsetBy: pattern.count) }
            start = index(after: start)
        }
        return nil
    }
}
