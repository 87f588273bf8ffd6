/// One sentence, with its closing punctuation.
public struct Sentence: Codable, Hashable, Sendable {
    /// The index of the sentence's block in the layer `blocks`.
    public var block: Int
    public init(block: Int) { self.block = block }
}

extension Layer where Item == Sentence {
    /// The sentences of the text, in order.
    public static var sentences: Layer<Sentence> { Layer("sentences") }
}

/// The language of a range of the text.
public struct Language: Codable, Hashable, Sendable {
    /// A BCP 47 tag, such as `zh-Hans`; `und` where the text does not tell.
    public var tag: String
    /// How sure, from 0 to 1.
    public var confidence: Double

    public init(tag: String, confidence: Double) {
        self.tag = tag
        self.confidence = confidence
    }
}

extension Layer where Item == Language {
    /// The language of the article, whose range is the whole text, and then of each block that differs.
    public static var languages: Layer<Language> { Layer("languages") }
}
