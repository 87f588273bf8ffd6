public import LinecasterKit

/// A test that a pipeline carries: an input, and what must come out.
public struct PipelineTest: Sendable {
    public let name: String
    let input: String
    let metadata: [String: String]
    let expectations: [Expectation]
    /// Where the test stands in its file.
    public let position: SourcePosition

    /// Something that a result must hold.
    struct Expectation: Sendable {
        let aspect: Aspect
        let values: [String]
        let position: SourcePosition
    }

    private static let keys = ["name", "input", "date", "expect"]

    /// Reads a test, noting every problem.
    init?(reading node: ConfigNode, into diagnostics: inout [Diagnostic]) {
        guard let entries = node.entries else {
            diagnostics.append(Diagnostic("a test must have 'name:', 'input:' and 'expect:'; this is \(node.kind)", at: node.position))
            return nil
        }
        var name: String?
        var input: String?
        var metadata: [String: String] = [:]
        var expectations: [Expectation] = []
        for entry in entries {
            switch entry.key {
            case "name": name = readValue(entry, into: &diagnostics)
            case "input": input = readValue(entry, into: &diagnostics)
            case "date": metadata["date"] = readValue(entry, into: &diagnostics)
            case "expect": expectations = Self.expectations(entry.value, &diagnostics)
            default:
                diagnostics.append(
                    Diagnostic("unknown key '\(entry.key)'\(advice(for: entry.key, among: Self.keys))", at: entry.keyPosition)
                )
            }
        }
        for key in ["name", "input", "expect"] where !entries.contains(where: { $0.key == key }) {
            diagnostics.append(Diagnostic("'\(key):' is missing in this test", at: node.position))
        }
        guard let name, let input else { return nil }
        if expectations.isEmpty, let expect = entries.first(where: { $0.key == "expect" }), expect.value.entries?.isEmpty ?? false {
            diagnostics.append(Diagnostic("the test expects nothing, so it cannot fail", at: expect.keyPosition))
        }
        self.name = name
        self.input = input
        self.metadata = metadata
        self.expectations = expectations
        position = node.position
    }

    private static func expectations(_ node: ConfigNode, _ diagnostics: inout [Diagnostic]) -> [Expectation] {
        guard let entries = node.entries else {
            diagnostics.append(Diagnostic("expect must be 'ASPECT: VALUE' lines, not \(node.kind)", at: node.position))
            return []
        }
        return entries.compactMap { entry in
            guard let aspect = Aspect(rawValue: entry.key) else {
                let help = advice(for: entry.key, among: Aspect.allCases.map(\.rawValue))
                diagnostics.append(Diagnostic("unknown expectation '\(entry.key)'\(help)", at: entry.keyPosition))
                return nil
            }
            let isList = if case .sequence = entry.value.content { true } else { false }
            let values: [String]? =
                isList ? readValue(entry, into: &diagnostics) : (readValue(entry, into: &diagnostics) as String?).map { [$0] }
            return values.map { Expectation(aspect: aspect, values: $0, position: entry.keyPosition) }
        }
    }
}
