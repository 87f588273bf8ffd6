import LinecasterKit
import LinecasterLanguage

/// An article's text with its blocks, as the finders walk over it.
///
/// A class: finders hand it on at every character, and of a structure each array would be counted.
final class ArticleText: Sendable {
    let utf8: [UInt8]
    let blocks: [Annotation<Block>]
    let sentences: [Annotation<Sentence>]
    /// Names that the tagger found.
    let tagged: TaggedNames
    /// Where names, times and quantities may begin.
    let beginnings: Beginnings

    init(_ article: Article) {
        utf8 = article.utf8
        blocks = article[.blocks]
        sentences = article[.sentences]
        tagged = TaggedNames(utf8, blocks)
        beginnings = Beginnings(utf8, blocks.lazy.map(\.range.offsets))
    }

    private init(_ text: ArticleText, tagged: TaggedNames) {
        utf8 = text.utf8
        blocks = text.blocks
        sentences = text.sentences
        beginnings = text.beginnings
        self.tagged = tagged
    }

    /// The same text less the tagger's names that share a byte with ranges of which more is known.
    func withoutNames(overlapping ranges: [Range<Int>]) -> ArticleText {
        var names = tagged
        names.remove(overlapping: ranges)
        return ArticleText(self, tagged: names)
    }

    func string(_ range: Range<Int>) -> String { String(decoding: utf8[range], as: UTF8.self) }

    /// The block that holds an offset.
    func block(holding offset: Int) -> Range<Int>? {
        let index = blocks.partitionPoint { $0.range.upperBound <= offset }
        guard index < blocks.count, blocks[index].range.lowerBound <= offset else { return nil }
        return blocks[index].range.offsets
    }

    /// Where words of a set stand in the blocks, tables aside: of several that begin at one place the longest.
    func occurrences(of words: PhraseSet) -> [Range<Int>] {
        guard !words.isEmpty else { return [] }
        var result: [Range<Int>] = []
        for block in blocks where block.value.kind != .table {
            var offset = block.range.lowerBound
            while offset < block.range.upperBound {
                guard let end = words.match(in: utf8, at: offset, limit: block.range.upperBound) else {
                    offset = utf8.scalar(at: offset).end
                    continue
                }
                result.append(offset..<end)
                offset = end
            }
        }
        return result
    }

    /// The scalar at an offset, unless a limit is reached.
    func scalar(at offset: Int, before limit: Int) -> LocatedScalar? { offset < limit ? utf8.scalar(at: offset) : nil }

    /// Whether a clause begins at an offset: after a mark, at the start of a block, or after white space.
    func beginsClause(_ offset: Int, from start: Int) -> Bool {
        guard let before = utf8.scalar(before: offset, from: start) else { return true }
        switch characterClass(before.value) {
        case .pause, .terminal, .closing, .opening, .space, .dash, .neutralQuote: return true
        default: return false
        }
    }
}
