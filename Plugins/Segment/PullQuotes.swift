import LinecasterKit
import LinecasterLanguage

/// Finds pull quotes: sentences of the article that stand a second time, by themselves, in larger type.
struct PullQuotes {
    private let text: [UInt8]
    private let blocks: [Annotation<Block>]

    init(_ text: [UInt8], _ blocks: [Annotation<Block>]) {
        self.text = text
        self.blocks = blocks
    }

    /// No pull quote is longer, in bytes.
    private static let longest = 240
    /// How far from its sentence a pull quote stands, in blocks.
    private static let reach = 8
    /// Characters that are looked for together; a misread one spoils no other piece.
    private static let piece = 6

    /// Whether a block repeats a sentence of a paragraph near it.
    func isQuote(_ index: Int) -> Bool {
        let range = blocks[index].range.offsets
        // A headline shares its words with the text, and ends no sentence.
        guard range.count <= Self.longest, range.count >= 24, let last = text.scalar(before: range.upperBound, from: range.lowerBound),
            [.terminal, .closing].contains(characterClass(last.value))
        else { return false }
        let pieces = pieces(of: range)
        guard pieces.count >= 2 else { return false }
        return neighbours(of: index).contains { other in
            let paragraph = blocks[other].range.offsets
            guard blocks[other].value.kind == .paragraph, paragraph.count * 4 > range.count * 5 else { return false }
            return pieces.count { text.contains($0, in: paragraph) } * 3 >= pieces.count * 2
        }
    }

    /// The blocks within reach.
    private func neighbours(of index: Int) -> [Int] {
        (max(0, index - Self.reach)...min(blocks.count - 1, index + Self.reach)).filter { $0 != index }
    }

    /// Pieces of the block, one after the other, without what its lines' ends left.
    private func pieces(of range: Range<Int>) -> [Range<Int>] {
        let scalars = text.scalars(in: range)
        let size = scalars.contains { characterClass($0.value).isIdeographic } ? Self.piece : Self.piece * 2
        return stride(from: 0, to: scalars.count - size + 1, by: size).map { scalars[$0].offset..<scalars[$0 + size - 1].end }
    }
}
