/// A step of a pipeline: reads an article and proposes changes to it.
///
/// A stage is a value without side effects. It may be run on many articles at once, is never told
/// which stages surround it, and finds what earlier stages said in the article's layers.
///
/// ```swift
/// struct Shout: Stage {
///     static let manifest = StageManifest(name: "shout", summary: "Ends every article with an exclamation mark.")
///     init(settings: NoSettings) {}
///     func process(_ article: Article) -> Changes {
///         var changes = Changes()
///         let end = article.utf8.count
///         changes.replace(TextRange(end..<end), with: "!", rule: "shout")
///         return changes
///     }
/// }
/// ```
public protocol Stage: ArticleProcessor {
    /// What the stage can be told in a pipeline file.
    associatedtype Settings: StageSettings = NoSettings

    /// The stage's name, description and examples.
    static var manifest: StageManifest { get }

    /// Creates the stage; the place for work that is done once, such as loading a dictionary.
    ///
    /// - Throws: `StageError` when the settings are well-formed but cannot be honoured.
    init(settings: Settings) throws(StageError)
}

/// What is done with one article after the other.
public protocol ArticleProcessor: Sendable {
    /// Proposes changes to one article.
    ///
    /// - Throws: `StageError` when the article cannot be processed. The article then keeps the state
    ///   that it had before the stage.
    func process(_ article: Article) async throws(StageError) -> Changes

    /// How long an article may wait in the stage for something outside of the program, such as an endpoint; the
    /// engine's limit of time begins after so much. Zero unless a stage says otherwise.
    var waitingTime: Duration { get }
}

extension ArticleProcessor {
    public var waitingTime: Duration { .zero }
}

/// Why a stage could not do its work, in words for the person who runs the pipeline.
public struct StageError: Error, Hashable, Sendable, CustomStringConvertible {
    public let description: String
    /// Whether the article may well come through later, since something outside of it was at fault. The daemon tries
    /// it again then.
    public let mayPass: Bool

    public init(_ description: String, mayPass: Bool = false) {
        self.description = description
        self.mayPass = mayPass
    }
}
