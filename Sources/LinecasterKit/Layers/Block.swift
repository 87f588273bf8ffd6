/// What a block of an article is.
public enum BlockKind: String, Codable, Hashable, Sendable, CaseIterable {
    /// The article's title.
    case headline
    /// The short line above a headline.
    case kicker
    /// The line below a headline that says more.
    case deck
    /// Who wrote the article.
    case byline
    /// Where and when the article was written, on a line of its own.
    case dateline
    /// What is said of a picture, with its credit.
    case caption
    /// The title of a section within the article.
    case subhead
    /// A run of text that its author set as one paragraph.
    case paragraph
    /// One item of a list.
    case listItem = "list_item"
    /// Rows and columns, kept line by line.
    case table
    /// What belongs to the article and is none of the above: `(Continued on A5)`, an editor's note.
    case note
}

/// A block of the text: a paragraph, a title, a caption.
public struct Block: Codable, Hashable, Sendable {
    public var kind: BlockKind
    /// How sure the stage is of the kind, from 0 to 1.
    public var confidence: Double

    public init(_ kind: BlockKind, confidence: Double = 1) {
        self.kind = kind
        self.confidence = confidence
    }
}

extension Layer where Item == Block {
    /// The blocks of the text, in order; they do not overlap.
    public static var blocks: Layer<Block> { Layer("blocks") }
}
