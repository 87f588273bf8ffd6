/// How much a configuration file may hold; more is an error with a place.
public struct YAMLLimits: Sendable {
    /// The size of the text in bytes.
    public var bytes = 1 << 20
    /// How deep lists and mappings may nest.
    public var depth = 32
    /// How many values the file may hold, those that aliases repeat counted each time.
    public var nodes = 10_000

    public init() {}
}
