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
        text.occurrences(of: names).filter { !isPart($0) }.map { Mention(TextRange($0), Entity(kind: .place, name: text.string($0))) }
    }

    /// 云港体育场, 云港市: a longer name holds it.
    private func isPart(_ range: Range<Int>) -> Bool {
        if Places.chineseSuffixes.match(in: text.utf8, at: range.upperBound, limit: text.utf8.count) != nil { return true }
        return [.place, .organization, .person].contains { text.tagged.covers(range, $0) && !text.tagged.holds(range) }
    }
}
