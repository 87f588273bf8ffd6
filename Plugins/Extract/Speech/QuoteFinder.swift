import LinecasterKit
import LinecasterLanguage

/// Finds direct quotes with their speakers, and speech that the reporter retells.
///
/// Quotation marks around terms, titles and slogans are not speech: what they hold has no sentence of its
/// own and no verb of speech beside it.
struct QuoteFinder {
    private let text: ArticleText
    private let people: [Mention]

    init(_ text: ArticleText, people: [Mention]) {
        self.text = text
        self.people = people
    }

    func find() -> [Annotation<Quote>] {
        var result: [Annotation<Quote>] = []
        var lastSpeaker: String?
        for block in text.blocks where [.paragraph, .listItem, .deck].contains(block.value.kind) {
            let range = block.range.offsets
            let inside = people.filter { block.range.contains($0.range) }
            let quotes = directQuotes(in: range, inside, lastSpeaker: lastSpeaker)
            let reported = ReportedSpeech(text, people: inside).find(
                in: range,
                direct: quotes.map(\.range),
                before: lastSpeaker ?? people.last { $0.range.upperBound <= range.lowerBound }?.value.name
            )
            let all = (quotes + reported).sorted { $0.range.lowerBound < $1.range.lowerBound }
            result += all
            lastSpeaker = all.last { $0.value.speaker != nil }?.value.speaker ?? inside.last?.value.name ?? lastSpeaker
        }
        return result
    }

    private func directQuotes(in block: Range<Int>, _ people: [Mention], lastSpeaker: String?) -> [Annotation<Quote>] {
        var result: [Annotation<Quote>] = []
        let spans = QuotationMarks(text.utf8, block).spans
        let cues = SpeechCues(text, people: people)
        for span in spans {
            let inner = QuotationMarks.inner(of: span, in: text.utf8)
            guard !inner.isEmpty else { continue }
            let cue = cues.before(span, in: block) ?? cues.after(span, in: block) ?? continuation(of: result.last, span)
            let isSentence = endsSentence(inner)
            guard cue != nil ? isSpeechLike(inner, isSentence) : isSentence && isLong(inner) else { continue }
            let speaker =
                cue?.speaker
                ?? (cue?.isPronoun == true
                    ? result.last?.value.speaker ?? people.last { $0.range.upperBound <= span.lowerBound }?.value.name ?? lastSpeaker : nil)
            result.append(Annotation(TextRange(span), Quote(kind: .direct, speaker: speaker, cue: cue?.verb)))
        }
        return result
    }

    /// A quote that goes on after its speaker was named: `“…，”张三说，“…。”`
    private func continuation(of last: Annotation<Quote>?, _ span: Range<Int>) -> SpeechCues.Cue? {
        guard let last, span.lowerBound > last.range.upperBound, span.lowerBound - last.range.upperBound <= 60,
            let speaker = last.value.speaker
        else { return nil }
        let between = text.utf8.scalars(in: last.range.upperBound..<span.lowerBound)
        guard let mark = between.last(where: { characterClass($0.value) != .space }) else { return nil }
        // Between the parts stands the attribution alone, which ends in a comma or, in English, in a full stop.
        guard characterClass(mark.value) == .pause || mark.value == 0x2E, !between.contains(where: { $0.value == 0x3002 }) else {
            return nil
        }
        return SpeechCues.Cue(speaker: speaker, verb: last.value.cue ?? "", isPronoun: false)
    }

    private func endsSentence(_ inner: Range<Int>) -> Bool {
        guard let last = text.utf8.scalar(before: inner.upperBound, from: inner.lowerBound) else { return false }
        return characterClass(last.value) == .terminal
    }

    /// Whether a quotation beside a verb of speech is speech: a sentence, or a clause with a pause or of some length.
    private func isSpeechLike(_ inner: Range<Int>, _ isSentence: Bool) -> Bool {
        if isSentence { return true }
        let scalars = text.utf8.scalars(in: inner)
        let hasPause = scalars.contains { characterClass($0.value) == .pause && $0.value != 0x3001 }
        return hasPause || isLong(inner)
    }

    private func isLong(_ inner: Range<Int>) -> Bool {
        let isLatin = text.utf8[inner].count { $0 < 0x80 } * 2 > inner.count
        return isLatin ? text.utf8[inner].count { $0 == 0x20 } >= 3 : inner.count >= 24
    }
}
