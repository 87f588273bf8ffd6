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

/// How the sentences of a summary are chosen.
public enum SummaryMethod: String, Codable, Hashable, CaseIterable, ConfigChoice {
    /// The first sentences.
    case lead
    /// Those nearest to the sum of all sentences (Radev and others 2004).
    case centroid
    /// Those that are like the sentences which are like many others (Erkan and Radev 2004).
    case lexrank
    /// What comes back, what stands first, what the headline says, who and what is new: the best subset of all.
    case linecaster
}

/// What speaks for a sentence of a summary.
public enum SummaryReason: String, Codable, Hashable, Sendable, CaseIterable {
    /// Its words and names come back in other sentences.
    case central
    /// It stands early, in the article or in its section.
    case position
    /// It holds words of the headline.
    case headline
    /// It names people, places or organizations.
    case names
    /// It tells of something new, decided or found.
    case news
}

/// A sentence that was chosen for the summary.
public struct SummarySentence: Codable, Hashable, Sendable {
    /// How much of the article the sentence carries, from 0 to 1, relative to the best that was chosen.
    public var score: Double
    public var method: SummaryMethod
    /// What spoke for it, by share of all that did, from 0 to 1.
    public var reasons: [SummaryReason: Double]

    public init(score: Double, method: SummaryMethod, reasons: [SummaryReason: Double] = [:]) {
        self.score = score
        self.method = method
        self.reasons = reasons
    }

    /// The reasons, the strongest first.
    public var sortedReasons: [(reason: SummaryReason, share: Double)] {
        reasons.map { (reason: $0.key, share: $0.value) }.sorted { ($0.share, $1.reason.rawValue) > ($1.share, $0.reason.rawValue) }
    }
}

extension Layer where Item == SummarySentence {
    /// The sentences of the summary, in source order.
    public static var summary: Layer<SummarySentence> { Layer("summary") }
}

/// A sentence that stands for its section.
public struct SectionSentence: Codable, Hashable, Sendable {
    /// The section's subhead, an index into the layer `blocks`.
    public var subhead: Int
    public init(subhead: Int) { self.subhead = subhead }
}

extension Layer where Item == SectionSentence {
    /// For each section below a subhead the sentences that say most of it, in source order.
    public static var sectionSummaries: Layer<SectionSentence> { Layer("section_summaries") }
}

/// The article in one line.
public struct Gist: Codable, Hashable, Sendable {
    /// Whether it is the headline; otherwise it is the best clause of the body.
    public var isHeadline: Bool
    public init(isHeadline: Bool) { self.isHeadline = isHeadline }
}

extension Layer where Item == Gist {
    /// The article in one line: its headline, or the best clause where it has none.
    public static var gist: Layer<Gist> { Layer("gist") }
}

/// A summary that a language model wrote, every name, number and quotation of which the article holds.
public struct Abstract: Codable, Hashable, Sendable {
    public var text: String
    /// The model's name as the endpoint knows it.
    public var model: String

    public init(text: String, model: String) {
        self.text = text
        self.model = model
    }
}

extension Layer where Item == Abstract {
    /// What a language model made of the whole article, where one was asked and its answer held.
    public static var abstract: Layer<Abstract> { Layer("abstract") }
}
