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
    private let organizations: [Mention]

    /// Creates a finder.
    ///
    /// - Parameters:
    ///   - people: Where people are named, in text order.
    ///   - organizations: Where organizations are, in text order.
    init(_ text: ArticleText, people: [Mention], organizations: [Mention]) {
        self.text = text
        self.people = people
        self.organizations = organizations
    }

    func find() -> [Annotation<Quote>] {
        var result: [Annotation<Quote>] = []
        var topic = Topic()
        let turns = TurnReader(text, people: people)
        let roles = RoleHolders(people)
        for block in text.blocks {
            guard [.paragraph, .listItem, .deck].contains(block.value.kind) else {
                topic.isOpen = false
                continue
            }
            if let turn = turns.turn(block.range.offsets) {
                result.append(turn)
                topic.name = turn.value.speaker
                topic.speaker = turn.value.speaker
                topic.isOpen = false
                continue
            }
            var reader = SpeechReader(
                text,
                block.range.offsets,
                people: mentions(people, block.range),
                organizations: mentions(organizations, block.range),
                roles: roles,
                topic: topic
            )
            reader.read()
            result += reader.quotes.sorted { $0.range.lowerBound < $1.range.lowerBound }
            topic = reader.topic
        }
        return result
    }

    private func mentions(_ all: [Mention], _ range: TextRange) -> ArraySlice<Mention> {
        let first = all.partitionPoint { $0.range.lowerBound < range.lowerBound }
        let end = all.partitionPoint { $0.range.lowerBound < range.upperBound }
        return all[first..<max(first, end)]
    }
}

/// Who the text is speaking of.
struct Topic {
    /// The last speaker, or the last person who was the subject of a sentence.
    var name: String?
    /// The last speaker, an organization too: whoever goes on speaking where a clause has no subject.
    var speaker: String?
    /// The speaker of a quotation that the next paragraph goes on with.
    var continued: String?
    /// Whether the last paragraph left its quotation open.
    var isOpen = false
}
