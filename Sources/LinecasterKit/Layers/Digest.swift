/// A word or phrase that tells what the article is about.
public struct Keyword: Codable, Hashable, Sendable {
    /// How much it tells, from 0 to 1, relative to the article's best.
    public var score: Double
    public init(score: Double) { self.score = score }
}

extension Layer where Item == Keyword {
    /// The keywords, best first; each range is the first occurrence.
    public static var keywords: Layer<Keyword> { Layer("keywords") }
}

/// A sentence that was chosen for the summary.
public struct SummarySentence: Codable, Hashable, Sendable {
    /// How much of the article the sentence carries, from 0 to 1.
    public var score: Double
    public init(score: Double) { self.score = score }
}

extension Layer where Item == SummarySentence {
    /// The sentences of the summary, in source order.
    public static var summary: Layer<SummarySentence> { Layer("summary") }
}
