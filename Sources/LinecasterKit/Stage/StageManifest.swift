/// What a stage tells about itself; the source of `linecaster stages`, of the reference pages and of
/// the tests that run every example.
public struct StageManifest: Sendable {
    /// The stage's name in pipeline files: a verb in lower case.
    public let name: String
    /// One sentence that completes "This stage …".
    public let summary: String
    /// The version of what the stage does: it changes whenever the same input may give other output.
    public let version: String
    /// The layers that an earlier stage must have provided.
    public let requires: [LayerNeed]
    /// The names of the layers that this stage provides.
    public let provides: [String]
    /// The reasons that the stage may give for an edit, in kebab case, each with one sentence.
    public let rules: [Rule]
    /// What the stage does, shown to readers and checked by the tests.
    public let examples: [StageExample]

    public init(
        name: String,
        summary: String,
        version: String = "1.0",
        requires: [LayerNeed] = [],
        provides: [String] = [],
        rules: [Rule] = [],
        examples: [StageExample] = []
    ) {
        self.name = name
        self.summary = summary
        self.version = version
        self.requires = requires
        self.provides = provides
        self.rules = rules
        self.examples = examples
    }
}

/// A reason for an edit.
public struct Rule: Hashable, Sendable {
    /// A kebab-case phrase that tells the reason, such as `join-wrapped-line`.
    public let name: String
    /// One sentence for the person who reads the edit.
    public let summary: String

    public init(_ name: String, _ summary: String) {
        self.name = name
        self.summary = summary
    }
}

/// A layer that a stage needs, or several of which any one will do.
public struct LayerNeed: Hashable, Sendable, ExpressibleByStringLiteral {
    public let alternatives: [String]

    public init(stringLiteral name: String) { alternatives = [name] }

    package init(_ alternatives: [String]) { self.alternatives = alternatives }

    /// Any one of several layers.
    public static func any(of names: String...) -> LayerNeed { LayerNeed(names) }
}

/// An input, and what a stage makes of it.
public struct StageExample: Sendable {
    public let title: String
    /// The stage's settings as they would stand in a pipeline file.
    public let settings: String
    public let input: String
    /// The text after the stage.
    public let output: String

    public init(_ title: String, settings: String = "", input: String, output: String) {
        self.title = title
        self.settings = settings
        self.input = input
        self.output = output
    }
}
