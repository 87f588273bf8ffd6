/// A place in a configuration file; lines and columns count from 1, columns in Unicode scalars.
public struct SourcePosition: Hashable, Sendable {
    public let line: Int
    public let column: Int

    public init(line: Int, column: Int) {
        self.line = line
        self.column = column
    }
}

/// A value read from a configuration file, with the place it was read from.
public struct ConfigNode: Sendable {
    public enum Content: Sendable {
        /// Text, and whether quotation marks or block style say that it is meant as text.
        case scalar(String, isQuoted: Bool)
        case sequence([ConfigNode])
        case mapping([Entry])
    }

    /// A key of a mapping and its value.
    public struct Entry: Sendable {
        public let key: String
        public let keyPosition: SourcePosition
        public let value: ConfigNode

        public init(key: String, keyPosition: SourcePosition, value: ConfigNode) {
            self.key = key
            self.keyPosition = keyPosition
            self.value = value
        }
    }

    public let content: Content
    public let position: SourcePosition

    public init(_ content: Content, at position: SourcePosition) {
        self.content = content
        self.position = position
    }

    /// The entries of a mapping; nil for anything else.
    public var entries: [Entry]? {
        guard case .mapping(let entries) = content else { return nil }
        return entries
    }

    /// Whether nothing was written where a value could stand.
    public var isEmpty: Bool {
        guard case .scalar(let text, isQuoted: false) = content else { return false }
        return ["", "~", "null"].contains(text)
    }

    /// What the node is, in words for a diagnostic.
    public var kind: String {
        switch content {
        case .scalar("", isQuoted: false): "nothing"
        case .scalar(let text, _): text.count > 40 ? "a text of \(text.count) characters" : "'\(text)'"
        case .sequence: "a list"
        case .mapping: "a mapping"
        }
    }
}
