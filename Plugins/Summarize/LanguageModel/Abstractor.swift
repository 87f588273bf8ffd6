import LinecasterChat
import LinecasterKit
import LinecasterLanguage

/// Has a language model write the summary, and believes nothing that the article does not say.
struct Abstractor: Sendable {
    private let client: ChatClient
    private let prompt: String?
    private let articleCharacters: Int
    private let sentences: Int
    private let mostCharacters: Int?

    /// - Throws: `StageError` where the settings cannot be honoured.
    init(_ settings: ModelSettings, summary: SummarizeSettings) throws(StageError) {
        guard !settings.url.isEmpty, !settings.name.isEmpty else { throw StageError("model: give 'url' and 'name'") }
        if let prompt = settings.prompt, !prompt.contains("{text}") {
            throw StageError("model: the prompt has no {text}, so nothing would be asked")
        }
        let key = try settings.key()
        let endpoint: ChatEndpoint
        do throws(ChatEndpointError) {
            endpoint = try ChatEndpoint(
                url: settings.url,
                model: settings.name,
                key: key,
                timeout: settings.timeout.duration,
                retries: settings.retries,
                answerTokens: settings.answerTokens
            )
        } catch {
            throw StageError("model: \(error)")
        }
        client = ChatClient(endpoint, gate: ChatGate(mostAtOnce: settings.concurrency, tokensPerDay: settings.tokensPerDay))
        prompt = settings.prompt
        articleCharacters = settings.articleCharacters
        sentences = summary.sentences
        mostCharacters = summary.characters
    }

    /// How long an article may wait for the model.
    var longestTime: Duration { client.longestTime }

    /// What became of a question.
    enum Outcome {
        case accepted(Abstract)
        /// Why the extractive summary stands.
        case refused(String)
    }

    func ask(about article: Article, _ body: Body) async -> Outcome {
        guard !body.sentences.isEmpty else { return .refused("the article has no text to ask about") }
        let answer: ChatAnswer
        do throws(ChatError) {
            answer = try await client.answer(to: [ChatMessage(.user, question(article, body))])
        } catch {
            return .refused(error.description)
        }
        let text = ModelAnswer.text(of: answer.text)
        let objections = AnswerCheck(article).objections(to: text) + size(text)
        guard objections.isEmpty else { return .refused("its answer is not borne out: \(objections.prefix(3).joined(separator: "; "))") }
        return .accepted(Abstract(text: text, model: client.endpoint.model))
    }

    private func size(_ text: String) -> [String] {
        guard let mostCharacters, text.unicodeScalars.count > mostCharacters + mostCharacters / 3 else { return [] }
        return ["it has \(text.unicodeScalars.count) characters, asked were \(mostCharacters)"]
    }

    private func question(_ article: Article, _ body: Body) -> String {
        let headline = article[.blocks].first { $0.value.kind == .headline }.map { article[$0.range] } ?? ""
        let isChinese = article[.languages].first?.value.tag.hasPrefix("zh") ?? article.utf8.holdsIdeographs(0..<article.utf8.count)
        let template = prompt ?? (isChinese ? Self.chinese : Self.english)
        let chineseLength = mostCharacters.map { "\($0)个字" } ?? "\(sentences)句话"
        let englishLength = mostCharacters.map { "\($0) characters" } ?? (sentences == 1 ? "one sentence" : "\(sentences) sentences")
        let length = isChinese ? chineseLength : englishLength
        // The text last, so that nothing in it is taken for a place to fill.
        return template.replacing("{length}", with: length).replacing("{headline}", with: headline).replacing("{text}", with: text(body))
    }

    /// The body's sentences up to the most characters, a line for each block.
    private func text(_ body: Body) -> String {
        var result = ""
        var characters = 0
        var block: Int?
        for sentence in body.sentences {
            characters += sentence.signs.characters
            guard characters <= articleCharacters else { break }
            if let block, block != sentence.block { result += "\n" }
            block = sentence.block
            result += String(decoding: body.utf8[sentence.range], as: UTF8.self)
            if result.utf8.last.map({ $0 < 0x80 }) ?? false { result += " " }
        }
        return result
    }

    private static let chinese = """
        请为下面的报道写一段摘要，长度约{length}。只写报道里说到的事；人名、地名、机构名和数字照原文写，不要改写或推算；\
        不要引用原话，不要评论，只给出摘要本身。

        标题：{headline}

        {text}
        """
    private static let english = """
        Write a summary of the article below in about {length}. State only what the article says. Copy names and numbers as they stand \
        and do not work out new ones. Do not quote, do not comment; give nothing but the summary.

        Headline: {headline}

        {text}
        """
}
