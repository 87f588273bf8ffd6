import LinecasterKit
import LinecasterLanguage

/// Places that the article's datelines name, wherever else they stand: 云港, of `本报云港7月2日电`, in which the tagger may see
/// but a harbour.
struct TaughtPlaces {
    private let text: ArticleText
    private let names: PhraseSet

    init(_ text: ArticleText, _ datelines: [Annotation<Credit>]) {
        self.text = text
        names = PhraseSet(words: datelines.map(\.value.name).filter { $0.utf8.count >= 6 && $0.utf8.allSatisfy { $0 >= 0x80 } })
    }

    func find() -> [Mention] {
        guard !names.isEmpty else { return [] }
        var result: [Mention] = []
        for block in text.blocks where block.value.kind != .table {
            var offset = block.range.lowerBound
            while offset < block.range.upperBound {
                guard let end = names.match(in: text.utf8, at: offset, limit: block.range.upperBound) else {
                    offset = text.utf8.scalar(at: offset).end
                    continue
                }
                if !isPart(offset..<end) {
                    result.append(Mention(TextRange(offset..<end), Entity(kind: .place, name: text.string(offset..<end))))
                }
                offset = end
            }
        }
        return result
    }

    /// 云港体育场, 云港市: a longer name holds it.
    private func isPart(_ range: Range<Int>) -> Bool {
        if Places.chineseSuffixes.match(in: text.utf8, at: range.upperBound, limit: text.utf8.count) != nil { return true }
        return [.place, .organization, .person].contains { text.tagged.covers(range, $0) && !text.tagged.holds(range) }
    }
}
