/// One word of the text.
public struct Word: Codable, Hashable, Sendable {
    /// What the word names, where it is the name of a person, a place, or an organization.
    public var name: EntityKind?

    public init(name: EntityKind? = nil) { self.name = name }
}

extension Layer where Item == Word {
    /// The words of the text, in order; names are whole words, and white space is none.
    public static var words: Layer<Word> { Layer("words") }
}
