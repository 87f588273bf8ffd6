import LinecasterKit

/// The blocks that a program found.
struct FoundBlocks {
    /// Kind and text without white space, in order.
    var blocks: [(kind: BlockKind, text: String)] = []
    /// The block of each source line, from 1.
    var owner: [Int: Int] = [:]
    /// The source lines that were taken out, from 1.
    var dropped: Set<Int> = []

    init() {}

    /// The blocks of a repaired article.
    init(_ article: Article) {
        for (index, block) in article[.blocks].enumerated() {
            blocks.append((block.value.kind, squeezed(article[block.range])))
            for line in article.lines(of: block.range) where owner[line] == nil { owner[line] = index }
        }
        for edit in article.history where edit.rule.hasPrefix("drop-") && edit.rule != "drop-blank-line" {
            dropped.insert(article.source.line(ofByte: edit.source.lowerBound))
        }
    }
}
