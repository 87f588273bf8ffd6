/// How words are reported.
public enum QuoteKind: String, Codable, Hashable, Sendable, CaseIterable {
    /// Word for word, between quotation marks.
    case direct
    /// In the reporter's words: `表示，…`, `said that …`.
    case reported
}

/// Words that the article reports of somebody.
public struct Quote: Codable, Hashable, Sendable {
    public var kind: QuoteKind
    /// Who spoke, by the fullest name that the article gives; nil where the text does not tell.
    public var speaker: String?
    /// The verb that reports, such as `说` or `said`.
    public var cue: String?

    public init(kind: QuoteKind, speaker: String? = nil, cue: String? = nil) {
        self.kind = kind
        self.speaker = speaker
        self.cue = cue
    }
}

extension Layer where Item == Quote {
    /// Direct quotes, with their quotation marks, and reported speech.
    public static var quotes: Layer<Quote> { Layer("quotes") }
}
