import LinecasterKit
import LinecasterLanguage

/// Finds where people who are known stand again.
struct LaterMentions {
    private let text: ArticleText

    init(_ text: ArticleText) { self.text = text }

    /// Their places, in full or by surname and title.
    func find(of mentions: [Mention]) -> [Mention] {
        guard !mentions.isEmpty else { return [] }
        // A surname alone, of `程先生`, stands inside too many words.
        let full = PhraseSet(words: mentions.map(\.value.name).filter { $0.unicodeScalars.count > 1 })
        let shortForms = SurnameForms(of: mentions, in: text.utf8)
        let titled = ChineseShortForms(mentions)
        // Most places are done with at one look.
        let beginnings = ScalarSet((full.words + shortForms.words + titled.words).compactMap { $0.unicodeScalars.first?.value })
        var taken = mentions.map(\.range.offsets).sorted { $0.lowerBound < $1.lowerBound }[...]
        var result: [Mention] = []
        for block in text.blocks {
            var offset = block.range.lowerBound
            while offset < block.range.upperBound {
                while let first = taken.first, first.upperBound <= offset { taken = taken.dropFirst() }
                if let first = taken.first, first.contains(offset) {
                    offset = first.upperBound
                    continue
                }
                let scalar = text.utf8.scalar(at: offset)
                guard beginnings.contains(scalar.value) else {
                    offset = scalar.end
                    continue
                }
                if let end = full.match(in: text.utf8, at: offset, limit: block.range.upperBound) {
                    result.append(Mention(TextRange(offset..<end), Entity(kind: .person, name: text.string(offset..<end))))
                    offset = end
                } else if let form = titled.match(in: text.utf8, at: offset, limit: block.range.upperBound) {
                    let entity = Entity(kind: .person, name: form.name, roles: [text.string(form.title)])
                    result.append(Mention(TextRange(offset..<form.end), entity))
                    offset = form.end
                } else if let (end, name) = shortForms.match(text.utf8, at: offset, limit: block.range.upperBound),
                    !isPartOfWord(offset..<end)
                {
                    result.append(Mention(TextRange(offset..<end), Entity(kind: .person, name: name)))
                    offset = end
                } else {
                    offset = scalar.end
                }
            }
        }
        return result
    }

    /// 罗斯 within 俄罗斯: a word of the lexicon holds the characters and one more.
    private func isPartOfWord(_ range: Range<Int>) -> Bool {
        guard text.utf8[range.lowerBound] >= 0x80 else { return false }
        if let before = text.utf8.scalar(before: range.lowerBound), Lexicon.standard[text.utf8[before.offset..<range.upperBound]] != nil {
            return true
        }
        guard range.upperBound < text.utf8.count else { return false }
        return Lexicon.standard[text.utf8[range.lowerBound..<text.utf8.scalar(at: range.upperBound).end]] != nil
    }
}
