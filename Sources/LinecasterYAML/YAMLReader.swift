import CLibYAML
public import LinecasterKit

/// Reads a YAML document, keeping the position of every value.
///
/// Aliases are followed; a value that is reached through one keeps the position of its anchor.
///
/// - Parameter bytes: The file's contents.
/// - Throws: `ConfigurationError` with the place at which the text stops being one YAML document
///   within the limits, in UTF-8, without duplicate keys.
public func readYAML(_ bytes: [UInt8], limits: YAMLLimits = YAMLLimits()) throws(ConfigurationError) -> ConfigNode {
    guard bytes.count <= limits.bytes else {
        throw ConfigurationError(
            "the file holds \(bytes.count) bytes; at most \(limits.bytes) are read",
            at: SourcePosition(line: 1, column: 1)
        )
    }
    if let offset = firstMalformedByte(bytes) {
        throw ConfigurationError("this byte is not UTF-8; save the file as UTF-8", at: position(of: offset, in: bytes))
    }
    let parser = EventParser(bytes)
    var builder = NodeBuilder(parser: parser, limits: limits)
    return try builder.document()
}

/// Reads a YAML document from a string.
public func readYAML(_ text: String, limits: YAMLLimits = YAMLLimits()) throws(ConfigurationError) -> ConfigNode {
    try readYAML(Array(text.utf8), limits: limits)
}

extension ConfigurationError {
    init(_ message: String, at position: SourcePosition?) { self.init([Diagnostic(message, at: position)]) }
}

private func firstMalformedByte(_ bytes: [UInt8]) -> Int? {
    do {
        _ = try UTF8Span(validating: bytes.span)
        return nil
    } catch {
        return error.byteOffsets.lowerBound
    }
}

private func position(of offset: Int, in bytes: [UInt8]) -> SourcePosition {
    let before = bytes[..<offset]
    let line = before.count { $0 == 0x0A } + 1
    let start = before.lastIndex(of: 0x0A).map { $0 + 1 } ?? 0
    return SourcePosition(line: line, column: bytes[start..<offset].count { $0 & 0xC0 != 0x80 } + 1)
}

/// Builds nodes from events, counting what it builds.
private struct NodeBuilder {
    let parser: EventParser
    let limits: YAMLLimits
    private var count = 0
    private var anchors: [String: (node: ConfigNode, size: Int)] = [:]

    init(parser: EventParser, limits: YAMLLimits) {
        self.parser = parser
        self.limits = limits
    }

    mutating func document() throws(ConfigurationError) -> ConfigNode {
        let first = try parser.next()
        if case .end = first.kind { throw ConfigurationError("the file is empty", at: first.position) }
        let node = try self.node(from: first, depth: 1)
        let next = try parser.next()
        guard case .end = next.kind else {
            throw ConfigurationError("a second document begins here; a configuration file holds one", at: next.position)
        }
        return node
    }

    private mutating func node(from event: Event, depth: Int) throws(ConfigurationError) -> ConfigNode {
        guard depth <= limits.depth else {
            throw ConfigurationError("nested more than \(limits.depth) deep", at: event.position)
        }
        let before = count
        try count(1, at: event.position)
        let content: ConfigNode.Content
        switch event.kind {
        case .scalar(let text, let isQuoted):
            content = .scalar(text, isQuoted: isQuoted)
        case .sequenceStart:
            content = .sequence(try items(depth: depth))
        case .mappingStart:
            content = .mapping(try entries(depth: depth))
        case .alias(let name):
            guard let anchor = anchors[name] else {
                throw ConfigurationError("no value before this place is anchored as '&\(name)'", at: event.position)
            }
            try count(anchor.size, at: event.position)
            return anchor.node
        case .collectionEnd, .nextDocument, .end:
            throw ConfigurationError("a value is missing here", at: event.position)
        }
        let node = ConfigNode(content, at: event.position)
        if let anchor = event.anchor { anchors[anchor] = (node, count - before) }
        return node
    }

    private mutating func items(depth: Int) throws(ConfigurationError) -> [ConfigNode] {
        var items: [ConfigNode] = []
        while true {
            let event = try parser.next()
            if case .collectionEnd = event.kind { return items }
            items.append(try node(from: event, depth: depth + 1))
        }
    }

    private mutating func entries(depth: Int) throws(ConfigurationError) -> [ConfigNode.Entry] {
        var entries: [ConfigNode.Entry] = []
        var lines: [String: Int] = [:]
        while true {
            let event = try parser.next()
            if case .collectionEnd = event.kind { return entries }
            guard case .scalar(let key, _) = event.kind else {
                throw ConfigurationError("a key must be plain text", at: event.position)
            }
            if let line = lines.updateValue(event.position.line, forKey: key) {
                throw ConfigurationError("'\(key)' is given twice; the first is in line \(line)", at: event.position)
            }
            let value = try node(from: try parser.next(), depth: depth + 1)
            entries.append(ConfigNode.Entry(key: key, keyPosition: event.position, value: value))
        }
    }

    private mutating func count(_ added: Int, at position: SourcePosition) throws(ConfigurationError) {
        count += added
        guard count <= limits.nodes else {
            throw ConfigurationError("the file grows to more than \(limits.nodes) values here", at: position)
        }
    }
}
