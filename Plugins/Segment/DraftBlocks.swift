import LinecasterKit
import LinecasterLanguage

/// The blocks of a text that no earlier stage has parted: what stands between blank lines.
func draftBlocks(_ text: [UInt8]) -> [Annotation<Block>] {
    var result: [Annotation<Block>] = []
    var start: Int?
    var end = 0
    var offset = 0
    func finish() {
        guard let first = start else { return }
        result.append(Annotation(TextRange(first..<end), Block(draftKind(text, first..<end), confidence: 0.6)))
        start = nil
    }
    while offset < text.count {
        var lineEnd = offset
        while lineEnd < text.count, text[lineEnd] != 0x0A { lineEnd += 1 }
        let line = text.trimmed(offset..<lineEnd)
        if line.isEmpty {
            finish()
        } else {
            if start == nil { start = line.lowerBound }
            end = line.upperBound
        }
        offset = lineEnd + 1
    }
    finish()
    return result
}

/// What a block looks like on its own; a title is called a subhead until its place tells more.
private func draftKind(_ text: [UInt8], _ range: Range<Int>) -> BlockKind {
    switch CreditLine.recognize(text, line: range) {
    case .byline: return .byline
    case .caption: return .caption
    case .jump: return .note
    case nil: break
    }
    guard let last = text.scalar(before: range.upperBound, from: range.lowerBound), range.count <= 120, !text[range].contains(0x0A) else {
        return .paragraph
    }
    let ends = characterClass(last.value)
    return ends == .terminal && last.value != 0xFF01 && last.value != 0xFF1F || ends == .pause ? .paragraph : .subhead
}
