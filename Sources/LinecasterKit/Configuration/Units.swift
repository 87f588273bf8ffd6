/// A length of time in a configuration file: `300ms`, `10s`, `5m`, `1h`.
public struct TimeSpan: ConfigValue, Hashable, Comparable {
    public let milliseconds: Int

    public init(milliseconds: Int) { self.milliseconds = milliseconds }
    public static func seconds(_ seconds: Int) -> TimeSpan { TimeSpan(milliseconds: seconds * 1000) }

    public var duration: Duration { .milliseconds(milliseconds) }

    public static var form: ConfigForm { .pattern("a length of time such as 300ms, 10s, 5m or 1h", regex: "^[0-9]+(ms|s|m|h)$") }

    public init(_ node: ConfigNode) throws(ConfigMismatch) {
        guard let value = quantity(node, units: ["ms": 1, "s": 1000, "m": 60_000, "h": 3_600_000]) else {
            throw ConfigMismatch(Self.form.description, at: node)
        }
        milliseconds = value
    }

    public var configText: String {
        for (unit, size) in [("h", 3_600_000), ("m", 60_000), ("s", 1000)] where milliseconds >= size && milliseconds % size == 0 {
            return "\(milliseconds / size)\(unit)"
        }
        return "\(milliseconds)ms"
    }

    public static func < (a: TimeSpan, b: TimeSpan) -> Bool { a.milliseconds < b.milliseconds }
}

/// A number of bytes in a configuration file: `512KiB`, `32MiB`, `1GiB`.
public struct ByteCount: ConfigValue, Hashable, Comparable {
    public let bytes: Int

    public init(bytes: Int) { self.bytes = bytes }

    public static var form: ConfigForm { .pattern("a size such as 512KiB, 32MiB or 1GiB", regex: "^[0-9]+(B|KB|MB|GB|KiB|MiB|GiB)$") }

    public init(_ node: ConfigNode) throws(ConfigMismatch) {
        let units = ["B": 1, "KB": 1000, "MB": 1_000_000, "GB": 1_000_000_000, "KiB": 1 << 10, "MiB": 1 << 20, "GiB": 1 << 30]
        guard let value = quantity(node, units: units) else { throw ConfigMismatch(Self.form.description, at: node) }
        bytes = value
    }

    public var configText: String {
        for (unit, size) in [("GiB", 1 << 30), ("MiB", 1 << 20), ("KiB", 1 << 10)] where bytes >= size && bytes % size == 0 {
            return "\(bytes / size)\(unit)"
        }
        return "\(bytes)B"
    }

    public static func < (a: ByteCount, b: ByteCount) -> Bool { a.bytes < b.bytes }
}

/// A whole number directly followed by a unit, in the smallest unit; nil when it is not that or too large.
private func quantity(_ node: ConfigNode, units: [String: Int]) -> Int? {
    guard case .scalar(let text, _) = node.content else { return nil }
    let digits = text.prefix { $0.isASCII && $0.isNumber }
    guard let number = Int(digits), let unit = units[text.dropFirst(digits.count).drop { $0 == " " }.description] else { return nil }
    let (product, overflows) = number.multipliedReportingOverflow(by: unit)
    return overflows ? nil : product
}
