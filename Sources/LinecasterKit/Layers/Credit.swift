/// What an article says of itself: who wrote and photographed it, where and when it was filed, whose it is.
///
/// The kinds follow the contributor roles of IPTC NewsML-G2.
public enum CreditKind: String, Codable, Hashable, Sendable, CaseIterable {
    case author, correspondent, photographer, editor, translator
    /// A news agency or another publication that the article comes from.
    case source
    /// Where the article was filed, with its day.
    case dateline
    /// The day on which the article was published.
    case published
    /// The section of the newspaper.
    case section
}

/// One statement of an article about itself.
public struct Credit: Codable, Hashable, Sendable {
    public var kind: CreditKind
    /// The person, agency, place or section; for `published` the day as `YYYY-MM-DD`.
    public var name: String
    /// Whom a person works for, where the credit tells.
    public var organization: String?
    /// The day of a dateline as `YYYY-MM-DD`, or in TIMEX3 form with `X` where the year is open.
    public var date: String?

    public init(kind: CreditKind, name: String, organization: String? = nil, date: String? = nil) {
        self.kind = kind
        self.name = name
        self.organization = organization
        self.date = date
    }
}

extension Layer where Item == Credit {
    /// Byline, dateline, photo credits and the rest of what an article says of itself.
    public static var credits: Layer<Credit> { Layer("credits") }
}
