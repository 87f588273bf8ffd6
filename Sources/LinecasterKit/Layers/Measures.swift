/// The types of TIMEX3.
///
/// Source: TimeML Annotation Guidelines 1.2.1, section 2.2.
public enum TimeType: String, Codable, Hashable, Sendable, CaseIterable {
    case date, time, datetime, duration, set
}

/// A time, a date, or a length of time.
public struct TimeExpression: Codable, Hashable, Sendable {
    public var type: TimeType
    /// The TIMEX3 value of what the text says; `X` stands for what it leaves open. An interval is written
    /// `(from,to,length)`.
    public var timex: String
    /// The value with open parts filled in from the article's date, in ISO 8601 form; nil where that is unknown.
    public var value: String?
    /// TIMEX3 `mod`: `BEFORE`, `AFTER`, `ON_OR_BEFORE`, `ON_OR_AFTER`, `START`, `MID`, `END`, `APPROX`, `LESS_THAN`, `MORE_THAN`.
    public var modifier: String?
    /// The first day or moment of a period; nil where it has none, and for a single day or time.
    public var from: String?
    /// The day or moment just after a period.
    public var to: String?
    /// The article's date, where it was needed to find the value: the text itself does not tell it.
    public var anchor: String?

    public init(type: TimeType, timex: String, value: String? = nil, modifier: String? = nil, anchor: String? = nil) {
        self.type = type
        self.timex = timex
        self.value = value
        self.modifier = modifier
        self.anchor = anchor
    }
}

extension Layer where Item == TimeExpression {
    public static var times: Layer<TimeExpression> { Layer("times") }
}

/// What a number measures.
public enum QuantityKind: String, Codable, Hashable, Sendable, CaseIterable {
    case count, ordinal, percent, money, length, area, volume, weight, temperature, age, speed, energy, power, information, angle, number
}

/// A number with its unit.
public struct Quantity: Codable, Hashable, Sendable {
    public var kind: QuantityKind
    public var value: Double
    /// The end of a range of values, `3至5人`, `七八个`; nil for a single value.
    public var upper: Double?
    /// The unit as the text writes it; empty for a bare number.
    public var unit: String
    /// The unit by its code: ISO 4217 for money, UCUM for measures; nil where it has none.
    public var code: String?

    public init(kind: QuantityKind, value: Double, upper: Double? = nil, unit: String, code: String? = nil) {
        self.kind = kind
        self.value = value
        self.upper = upper
        self.unit = unit
        self.code = code
    }
}

extension Layer where Item == Quantity {
    public static var quantities: Layer<Quantity> { Layer("quantities") }
}
