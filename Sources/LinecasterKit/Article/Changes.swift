/// What a stage proposes to do with an article.
///
/// A stage returns its proposals and changes nothing itself. Every range refers to the text that the
/// stage was given, whatever other edits the same value holds. The engine checks the proposals,
/// stamps the edits with their provenance, and applies all of them or none.
public struct Changes: Sendable {
    /// The replacements proposed so far, in the order in which they were proposed.
    public private(set) var edits: [Edit] = []
    /// What is said to stay as it is.
    public private(set) var confirmations: [Edit] = []
    package private(set) var layers: [any LayerStorage] = []
    public private(set) var warnings: [String] = []

    /// Creates an empty proposal, which leaves the article as it is.
    public init() {}

    /// Makes room for so many edits, for a stage that knows how many it will propose.
    public mutating func reserveCapacity(edits count: Int) { edits.reserveCapacity(count) }

    /// Proposes to replace a range of the text.
    ///
    /// - Parameters:
    ///   - range: The bytes to replace. Edits of one stage must not overlap.
    ///   - replacement: The text to put in their place; empty to delete.
    ///   - rule: The stage's name for the reason, kept in the article's history.
    ///   - confidence: How sure the stage is, from 0 to 1.
    ///   - explanation: Why, in words for a person.
    public mutating func replace(
        _ range: TextRange,
        with replacement: String,
        rule: String,
        confidence: Double = 1,
        explanation: String = ""
    ) {
        edits.append(
            Edit(range: range, replacement: replacement, rule: rule, confidence: confidence, explanation: explanation)
        )
    }

    /// Tells that a range of the text stays as it is, and why, for people who ask.
    public mutating func confirm(_ range: TextRange, rule: String, confidence: Double = 1, explanation: String = "") {
        confirmations.append(Edit(range: range, replacement: "", rule: rule, confidence: confidence, explanation: explanation))
    }

    /// Proposes the annotations of a layer, in place of what the layer held before.
    ///
    /// - Parameters:
    ///   - layer: A layer that the stage's manifest provides.
    ///   - annotations: Ranges of the text that the stage was given, and what is said of each.
    public mutating func set<Item>(_ layer: Layer<Item>, to annotations: [Annotation<Item>]) {
        layers.removeAll { $0.name == layer.name }
        layers.append(TypedLayer(name: layer.name, annotations: annotations))
    }

    /// The annotations proposed for a layer; nil when none were.
    public subscript<Item>(layer: Layer<Item>) -> [Annotation<Item>]? {
        (layers.first { $0.name == layer.name } as? TypedLayer<Item>)?.annotations
    }

    /// The same proposals with only those edits that a condition lets pass.
    package func filteringEdits(_ isAllowed: (Edit) -> Bool) -> Changes {
        var changes = self
        changes.edits = edits.filter(isAllowed)
        changes.confirmations = confirmations.filter(isAllowed)
        return changes
    }

    /// Tells a person about something that did not stop the stage.
    public mutating func warn(_ message: String) { warnings.append(message) }
}
