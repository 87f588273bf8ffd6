import LinecasterKit
import LinecasterLanguage

/// The sentences of an article's body, with what each says and whether it may stand in a summary.
struct Body {
    /// A sentence.
    struct Sentence {
        /// Its bytes, without a dateline or credit at its beginning.
        let range: Range<Int>
        /// Its block, as an index into the layer `blocks`.
        let block: Int
        /// Its section: 0 before the first subhead, then one more at each.
        let section: Int
        /// Its distinct terms, as a range of ``Body/terms``.
        let terms: Range<Int>
        let signs: SentenceSigns
    }

    let utf8: [UInt8]
    private(set) var sentences: [Sentence] = []
    /// The terms of all sentences, by number, one sentence after the other; those of the headline stand first.
    let terms: [Int32]
    /// How many terms there are.
    let termCount: Int
    /// The distinct terms of headline and deck, as a range of ``terms``.
    let headline: Range<Int>
    /// The subhead of each section, as an index into the layer `blocks`; nil for the text before the first.
    private(set) var subheads: [Int?] = [nil]
    /// How many characters the sentences hold.
    private(set) var characters = 0

    init(_ article: Article) {
        utf8 = article.utf8
        let blocks = article[.blocks]
        var reader = SentenceReader(article)
        for block in blocks where block.value.kind == .headline || block.value.kind == .deck { reader.addTerms(of: block.range.offsets) }
        headline = 0..<reader.terms.count
        sentences.reserveCapacity(article[.sentences].count)
        var nextBlock = 0
        var distinct = NumberTable(capacity: article[.sentences].count)
        for sentence in article[.sentences] {
            let block = sentence.value.block
            guard blocks.indices.contains(block) else { continue }
            while nextBlock <= block {
                if blocks[nextBlock].value.kind == .subhead { subheads.append(nextBlock) }
                nextBlock += 1
            }
            guard blocks[block].value.kind == .paragraph || blocks[block].value.kind == .listItem else { continue }
            let begin = reader.terms.count
            let opensBlock = sentences.last?.block != block
            let range = opensBlock ? reader.withoutLeadIn(sentence.range.offsets) : sentence.range.offsets
            var signs = reader.read(range, opensBlock: opensBlock)
            // The first of several that are the same says it.
            let count = distinct.count
            if distinct.number(of: Self.digest(utf8, range)) < count { signs.standing = .never }
            characters += signs.characters
            sentences.append(
                Sentence(
                    range: range,
                    block: block,
                    section: subheads.count - 1,
                    terms: begin..<reader.terms.count,
                    signs: signs
                )
            )
        }
        terms = reader.terms
        termCount = reader.termCount
    }

    private static func digest(_ text: [UInt8], _ range: Range<Int>) -> UInt64 {
        var hasher = Hasher()
        text.withUnsafeBytes { hasher.combine(bytes: UnsafeRawBufferPointer(rebasing: $0[range])) }
        return UInt64(bitPattern: Int64(hasher.finalize()))
    }

    /// The distinct terms of a sentence.
    @inline(__always)
    func terms(of index: Int) -> ArraySlice<Int32> { terms[sentences[index].terms] }
}
