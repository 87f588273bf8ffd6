/// A problem in a configuration file, in words for the person who wrote the file.
public struct Diagnostic: Hashable, Sendable {
    public enum Severity: String, Hashable, Sendable { case error, warning }

    public let severity: Severity
    public let message: String
    public let position: SourcePosition?

    public init(_ message: String, at position: SourcePosition?, severity: Severity = .error) {
        self.message = message
        self.position = position
        self.severity = severity
    }

    /// The diagnostic as compilers print theirs, with the offending line and a caret below it.
    ///
    /// - Parameters:
    ///   - file: The file's name as the person gave it.
    ///   - contents: The file's text, for the line to show.
    public func rendered(file: String, contents: String) -> String {
        guard let position else { return "\(file): \(severity.rawValue): \(message)" }
        let head = "\(file):\(position.line):\(position.column): \(severity.rawValue): \(message)"
        guard let line = line(position.line, of: contents) else { return head }
        let scalars = line.unicodeScalars.map(printable)
        let before = scalars.prefix(position.column - 1)
        let start = max(0, before.count - 100)
        let shown = scalars.dropFirst(start).prefix(160)
        let width = before.dropFirst(start).reduce(0) { $0 + displayWidth($1) }
        var visible = String.UnicodeScalarView()
        visible.append(contentsOf: shown)
        return "\(head)\n  \(String(visible))\n  \(String(repeating: " ", count: width))^"
    }
}

/// A line of a text, counted from 1; nil where the text has fewer.
private func line(_ number: Int, of text: String) -> Substring? {
    var rest = text[...].utf8
    for _ in 1..<max(1, number) {
        guard let end = rest.firstIndex(of: UInt8(ascii: "\n")) else { return nil }
        rest = rest[rest.index(after: end)...]
    }
    return Substring(rest.prefix { $0 != UInt8(ascii: "\n") && $0 != UInt8(ascii: "\r") })
}

/// A scalar that moves the caret by its width and does nothing else to a terminal.
private func printable(_ scalar: Unicode.Scalar) -> Unicode.Scalar {
    switch scalar.properties.generalCategory {
    case .control: scalar == "\t" ? " " : "\u{FFFD}"
    case .format, .lineSeparator, .paragraphSeparator: "\u{FFFD}"
    default: scalar
    }
}

/// The number of terminal columns a scalar takes: two for East Asian wide ones.
///
/// Source: Unicode Standard Annex #11, ranges that are W or F throughout.
package func displayWidth(_ scalar: Unicode.Scalar) -> Int {
    switch scalar.value {
    case 0x1100...0x115F, 0x2E80...0xA4CF, 0xAC00...0xD7A3, 0xF900...0xFAFF, 0xFE30...0xFE6F,
        0xFF00...0xFF60, 0xFFE0...0xFFE6, 0x1F300...0x1F64F, 0x20000...0x3FFFD:
        2
    default: 1
    }
}

/// One or more problems that keep a configuration file from being used.
public struct ConfigurationError: Error, Sendable {
    /// The problems, in file order; after as many as a person can use the last says how many more there are.
    public let diagnostics: [Diagnostic]

    private static let most = 20

    /// After so many problems a reader need not look for more.
    package static let enough = 200

    public init(_ diagnostics: [Diagnostic]) {
        var sorted = diagnostics.sorted {
            ($0.position?.line ?? 0, $0.position?.column ?? 0) < ($1.position?.line ?? 0, $1.position?.column ?? 0)
        }
        if sorted.count > Self.most {
            sorted.removeLast(sorted.count - Self.most)
            sorted.append(Diagnostic("there are more problems; mend these first", at: nil))
        }
        self.diagnostics = sorted
    }
}
