import LinecasterKit

/// A program's answer to the handshake: what a Swift stage says in its manifest and settings.
struct ProgramDescription: Codable, Hashable {
    let `protocol`: String
    let name: String
    let version: String
    let summary: String
    var requires: [Need]?
    var provides: [String]?
    var options: [ProgramOption]?
    var rules: [RuleText]?
    var examples: [Example]?

    struct RuleText: Codable, Hashable {
        let name: String
        let summary: String
    }

    struct Example: Codable, Hashable {
        let title: String
        var settings: String?
        let input: String
        let output: String
    }

    /// The name of a layer, or several of which any one will do.
    enum Need: Codable, Hashable {
        case layer(String)
        case any([String])

        init(from decoder: any Decoder) throws {
            let container = try decoder.singleValueContainer()
            if let name = try? container.decode(String.self) {
                self = .layer(name)
            } else {
                self = .any(try container.decode([String].self))
            }
        }

        func encode(to encoder: any Encoder) throws {
            var container = encoder.singleValueContainer()
            switch self {
            case .layer(let name): try container.encode(name)
            case .any(let names): try container.encode(names)
            }
        }

        var names: [String] {
            switch self {
            case .layer(let name): [name]
            case .any(let names): names
            }
        }
    }

    var manifest: StageManifest {
        StageManifest(
            name: name,
            summary: summary,
            version: version,
            requires: (requires ?? []).map { LayerNeed($0.names) },
            provides: provides ?? [],
            rules: (rules ?? []).map { Rule($0.name, $0.summary) },
            examples: (examples ?? []).map { StageExample($0.title, settings: $0.settings ?? "", input: $0.input, output: $0.output) }
        )
    }

    /// What of the description no stage may say, as a sentence's end; nil when all is well.
    var objection: String? {
        if `protocol` != ProgramMessage.protocolName {
            return "it speaks '\(`protocol`)', and this program \(ProgramMessage.protocolName)"
        }
        if !isName(name) { return "its name '\(name)' is not lower-case letters, digits and '_'" }
        if version.isEmpty { return "it gives no version" }
        if summary.isEmpty { return "it gives no summary" }
        for layer in (provides ?? []) + (requires ?? []).flatMap(\.names) where !isName(layer) {
            return "its layer '\(layer)' is not lower-case letters, digits and '_'"
        }
        for option in options ?? [] {
            if let objection = option.objection { return "its option '\(option.key)' \(objection)" }
        }
        let keys = (options ?? []).map(\.key)
        return Set(keys).count < keys.count ? "it names an option twice" : nil
    }
}

/// Whether a text can name a stage, a layer or an option: lower-case letters, digits and `_`, a letter first.
func isName(_ text: String) -> Bool {
    guard let first = text.utf8.first, first &- 0x61 < 26 else { return false }
    return text.utf8.allSatisfy { $0 &- 0x61 < 26 || $0 &- 0x30 < 10 || $0 == 0x5F }
}
