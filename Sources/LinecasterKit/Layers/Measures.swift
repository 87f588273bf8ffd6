/// The types of TIMEX3.
///
/// Source: TimeML Annotation Guidelines 1.2.1, section 2.2.
public enum TimeType: String, Codable, Hashable, Sendable, CaseIterable {
    case date, time, datetime, duration, set
}

/// A time, a date, or a length of time.
public struct TimeExpression: Codable, Hashable, Sendable {
    public var type: TimeType
    /// What the text itself says, in TIMEX3 form; `X` stands for what it leaves open.
    public var timex: String
    /// The value with open parts filled in from the article's date; nil where that is unknown.
    public var value: String?

    public init(type: TimeType, timex: String, value: String? = nil) {
        self.type = type
        self.timex = timex
        self.value = value
    }
}

extension Layer where Item == TimeExpression {
    public static var times: Layer<TimeExpression> { Layer("times") }
}

/// What a number measures.
public enum QuantityKind: String, Codable, Hashable, Sendable, CaseIterable {
    case count, ordinal, percent, money, length, area, volume, weight, temperature, age, speed, number
}

/// A number with its unit.
public struct Quantity: Codable, Hashable, Sendable {
    public var kind: QuantityKind
    public var value: Double
    /// The unit as the text writes it; empty for a bare number.
    public var unit: String

    public init(kind: QuantityKind, value: Double, unit: String) {
        self.kind = kind
        self.value = value
        self.unit = unit
    }
}

extension Layer where Item == Quantity {
    public static var quantities: Layer<Quantity> { Layer("quantities") }
}
