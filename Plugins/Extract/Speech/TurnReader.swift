import LinecasterKit
import LinecasterLanguage

/// Finds speech that needs no quotation marks, since a name and a colon stand before it: the answers of an interview, and
/// what an expert is given to say, `市规划院高级工程师 祁东来：加装电梯……`.
struct TurnReader {
    private let text: ArticleText
    private let turns: SpeakerTurns
    /// In text order.
    private let people: [Mention]

    init(_ text: ArticleText, people: [Mention]) {
        self.text = text
        self.people = people
        turns = SpeakerTurns(text.utf8, lines: text.blocks.map(\.range.offsets))
    }

    /// The turn that a paragraph is; nil where it is none, or where its words stand in quotation marks.
    func turn(_ block: Range<Int>) -> Annotation<Quote>? {
        let label = turns.label(text.utf8, line: block)
        if let label, SpeakerTurns.isInterviewer(text.utf8, label) { return nil }
        let person = people.within(block.lowerBound..<min(block.upperBound, block.lowerBound + Self.longestLabel)).first
        let isNamed =
            person.map { person in
                label.map { $0.contains(person.range.lowerBound) }
                    ?? (person.range.lowerBound == block.lowerBound || !person.value.roles.isEmpty)
            } ?? false
        guard label != nil || isNamed, let colon = colon(after: isNamed ? person?.range.upperBound : label?.upperBound, block) else {
            return nil
        }
        let said = text.utf8.trimmed(colon..<block.upperBound)
        guard isSpoken(said) else { return nil }
        return Annotation(TextRange(said), Quote(kind: .direct, speaker: isNamed ? person?.value.name : nil, cue: nil))
    }

    private static let longestLabel = 90

    /// Where the text goes on behind a colon that stands at an offset.
    private func colon(after offset: Int?, _ block: Range<Int>) -> Int? {
        guard let offset, let mark = text.scalar(at: offset, before: block.upperBound), mark.value == 0xFF1A || mark.value == 0x3A else {
            return nil
        }
        return mark.end
    }

    /// Whether words end as a sentence does and do not begin with a quotation, which is found by its marks.
    private func isSpoken(_ range: Range<Int>) -> Bool {
        guard range.count >= 24, let last = text.utf8.scalar(before: range.upperBound, from: range.lowerBound) else { return false }
        let first = text.utf8.scalar(at: range.lowerBound).value
        return characterClass(last.value) == .terminal && ![0x201C, 0x300C, 0x22].contains(first)
    }
}
