import LinecasterKit
import LinecasterLanguage

/// Finds direct quotes with their speakers, and speech that the reporter retells.
///
/// Each block is cut into quotations and the clauses between them. A clause with a verb of speech attributes the
/// quotation before or after it, or what follows it. Quotation marks around terms, titles and slogans are not
/// speech: what they hold is no sentence, and no such clause stands beside it.
struct QuoteFinder {
    private let text: ArticleText
    private let people: [Mention]

    init(_ text: ArticleText, people: [Mention]) {
        self.text = text
        self.people = people
    }

    func find() -> [Annotation<Quote>] {
        var result: [Annotation<Quote>] = []
        var topic = Topic()
        for block in text.blocks {
            let inside = mentions(in: block.range)
            guard [.paragraph, .listItem, .deck].contains(block.value.kind) else {
                topic.isOpen = false
                continue
            }
            var reader = SpeechReader(text, block.range.offsets, people: inside, topic: topic)
            reader.read()
            result += reader.quotes.sorted { $0.range.lowerBound < $1.range.lowerBound }
            topic = reader.topic
        }
        return result
    }

    private func mentions(in range: TextRange) -> ArraySlice<Mention> {
        let first = people.partitionPoint { $0.range.lowerBound < range.lowerBound }
        let end = people.partitionPoint { $0.range.lowerBound < range.upperBound }
        return people[first..<max(first, end)]
    }
}

/// Who the text is speaking of.
struct Topic {
    /// The last speaker, or the last person who was the subject of a sentence.
    var name: String?
    /// The speaker of a quotation that the next paragraph goes on with.
    var continued: String?
    /// Whether the last paragraph left its quotation open.
    var isOpen = false
}
