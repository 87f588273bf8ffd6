/// How long a period of the calendar is.
enum Grain: Int, Comparable {
    case day, week, month, quarter, year, decade

    static func < (left: Grain, right: Grain) -> Bool { left.rawValue < right.rawValue }
}

/// A day, or a stretch of days, as the text tells it.
struct Period {
    /// TIMEX3 value; `X` stands for what the text leaves open.
    var timex: String
    /// How an interval names its first day, where that differs from `timex`.
    var first: String?
    /// How an interval names the day after its last.
    var next: String?
    var grain: Grain
    /// The days meant, half-open; nil where the article's date would be needed and is not known, or no such day exists.
    var days: Range<CivilDay>?
    /// TIMEX3 `mod`.
    var modifier: TimeModifier?
    /// Whether the article's date was needed.
    var isAnchored = false

    var start: String { first ?? timex }
}

/// The values of TIMEX3's attribute `mod` that are read.
///
/// Source: TimeML Annotation Guidelines 1.2.1, section 2.2.
enum TimeModifier: String {
    case before = "BEFORE"
    case after = "AFTER"
    case onOrBefore = "ON_OR_BEFORE"
    case onOrAfter = "ON_OR_AFTER"
    case start = "START"
    case mid = "MID"
    case end = "END"
    case approximately = "APPROX"
    case lessThan = "LESS_THAN"
    case moreThan = "MORE_THAN"
}
