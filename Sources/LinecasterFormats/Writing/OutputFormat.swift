public import LinecasterKit

/// The forms in which a result can be written.
public enum OutputFormat: String, ConfigChoice, Sendable {
    case json, text, markdown

    /// The ending of the result's file name, without a full stop.
    public var fileExtension: String {
        switch self {
        case .json: "json"
        case .text: "txt"
        case .markdown: "md"
        }
    }

    /// Writes an article. The bytes depend on the article and the pipeline alone.
    public func write(_ article: Article, pipeline: PipelineIdentity) -> [UInt8] {
        switch self {
        case .json: JSONResult(article, pipeline).bytes()
        case .text: plainText(article)
        case .markdown: markdownText(article)
        }
    }
}
