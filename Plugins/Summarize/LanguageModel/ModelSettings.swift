import Foundation
import LinecasterChat
import LinecasterKit

/// What a pipeline file may tell of a language model that writes the summary.
struct ModelSettings: StageSettings {
    var url = ""
    var name = ""
    var keyVariable: String?
    var keyFile: String?
    var prompt: String?
    var timeout = TimeSpan.seconds(60)
    var retries = 2
    var concurrency = 2
    var answerTokens = 600
    var articleCharacters = 24_000
    var tokensPerDay: Int?

    init() {}

    static let fields = [
        Field("url", \Self.url, "The OpenAI-compatible endpoint, such as http://127.0.0.1:8080/v1."),
        Field("name", \Self.name, "The model's name there."),
        Field("key_variable", \Self.keyVariable, "The environment variable that holds the key."),
        Field(
            "key_file",
            \Self.keyFile,
            "The file that holds the key; a relative name lies in $CREDENTIALS_DIRECTORY where systemd sets that."
        ),
        Field("prompt", \Self.prompt, "What to ask, with {headline}, {text} and {length} in it."),
        Field("timeout", \Self.timeout, "How long one try may take."),
        Field("retries", \Self.retries, in: 0...10, "How many more tries when the endpoint is down, slow or busy."),
        Field("concurrency", \Self.concurrency, in: 1...64, "How many articles are asked about at once."),
        Field("answer_tokens", \Self.answerTokens, in: 50...8_000, "How many tokens an answer may have."),
        Field("article_characters", \Self.articleCharacters, in: 500...1_000_000, "How much of an article is sent, in characters."),
        Field("tokens_per_day", \Self.tokensPerDay, in: 1...1_000_000_000, "How many tokens a day may cost before the model is left out."),
    ]

    /// The key, where one is named.
    ///
    /// - Throws: `StageError` that says which variable or file is missing.
    func key() throws(StageError) -> String? {
        if keyVariable != nil, keyFile != nil { throw StageError("model: give 'key_variable' or 'key_file', not both") }
        if let keyVariable {
            guard let key = ProcessInfo.processInfo.environment[keyVariable], !key.isEmpty else {
                throw StageError("model: the environment has no \(keyVariable)")
            }
            return key
        }
        guard let keyFile else { return nil }
        let folder = ProcessInfo.processInfo.environment["CREDENTIALS_DIRECTORY"]
        let path = keyFile.hasPrefix("/") ? keyFile : folder.map { "\($0)/\(keyFile)" } ?? keyFile
        guard let text = try? String(contentsOf: URL(filePath: path), encoding: .utf8) else {
            throw StageError("model: the key file \(path) cannot be read")
        }
        let key = text.trimmingCharacters(in: .whitespacesAndNewlines)
        guard !key.isEmpty, key.utf8.allSatisfy({ $0 > 0x20 && $0 < 0x7F }) else {
            throw StageError("model: \(path) holds no key: one line of printable ASCII")
        }
        return key
    }
}
