import Foundation

/// The body of a question.
///
/// Source: the chat completions interface that OpenAI published, which llama.cpp, vLLM, Ollama and others speak.
struct ChatRequest: Encodable {
    let model: String
    let messages: [ChatMessage]
    let maxTokens: Int
    /// The likeliest words, so that the same question has the same answer as far as the model allows.
    let temperature = 0.0
    let stream = false

    private enum CodingKeys: String, CodingKey {
        case model, messages, temperature, stream
        case maxTokens = "max_tokens"
    }

    func bytes() throws(ChatError) -> [UInt8] {
        do {
            let encoder = JSONEncoder()
            encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
            return Array(try encoder.encode(self))
        } catch {
            throw .malformed("the question cannot be written as JSON")
        }
    }
}

/// The body of an answer.
struct ChatResponse: Decodable {
    struct Choice: Decodable {
        struct Message: Decodable { let content: String? }
        let message: Message?
        let finishReason: String?

        private enum CodingKeys: String, CodingKey {
            case message
            case finishReason = "finish_reason"
        }
    }

    struct Usage: Decodable {
        let totalTokens: Int?
        private enum CodingKeys: String, CodingKey { case totalTokens = "total_tokens" }
    }

    let choices: [Choice]?
    let usage: Usage?

    /// Reads an answer.
    ///
    /// - Parameter asked: The bytes of the question, for an estimate of tokens where the endpoint does not count.
    static func answer(in bytes: [UInt8], asked: Int) throws(ChatError) -> ChatAnswer {
        let response: ChatResponse
        do {
            response = try JSONDecoder().decode(ChatResponse.self, from: Data(bytes))
        } catch {
            throw .malformed("it is no JSON of a chat completion")
        }
        guard let choice = response.choices?.first, let text = choice.message?.content else { throw .malformed("it holds no message") }
        if choice.finishReason == "length" { throw .cutShort }
        return ChatAnswer(text: text, tokens: response.usage?.totalTokens.map { max(0, $0) } ?? (asked + text.utf8.count) / 3)
    }

    /// What an endpoint says of its refusal: `{"error": {"message": …}}`, or the beginning of its text.
    static func refusal(in bytes: [UInt8]) -> String {
        struct Refusal: Decodable {
            struct Reason: Decodable { let message: String? }
            let error: Reason?
        }
        let message = try? JSONDecoder().decode(Refusal.self, from: Data(bytes)).error?.message
        let text = message ?? String(decoding: bytes.prefix(200), as: UTF8.self)
        return String(text.unicodeScalars.filter { $0.value >= 0x20 && $0.value != 0x7F }.map(Character.init).prefix(160))
    }
}
