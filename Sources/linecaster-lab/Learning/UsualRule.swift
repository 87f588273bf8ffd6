import LinecasterKit

/// What tools do that decide a line at a time: the floor that repair is measured against.
///
/// The same two rules as `blocks.py --baseline`.
enum UsualRule {
    /// A block ends at a blank line.
    case blankLine
    /// A block ends after a short line that ends a sentence, or at a blank line after one.
    case lastCharacter

    /// The blocks that the rule makes of a text's lines.
    func blocks(of lines: [String]) -> FoundBlocks {
        var found = FoundBlocks()
        let widths = lines.map { $0.trimmed.count }.filter { $0 > 0 }.sorted()
        let width = widths.isEmpty ? 0 : widths[widths.count * 3 / 4]
        var previous = ""
        var isAfterBlank = true
        for (index, line) in lines.enumerated() {
            let text = line.trimmed
            guard !text.isEmpty else {
                isAfterBlank = true
                continue
            }
            let endsSentence = previous.last.map { "。！？”…".contains($0) } ?? false
            let begins =
                switch self {
                case .blankLine: isAfterBlank
                case .lastCharacter: endsSentence && (previous.count < width || isAfterBlank)
                }
            if begins || found.blocks.isEmpty { found.blocks.append((kind: .paragraph, text: "")) }
            found.blocks[found.blocks.count - 1].text += text.filter { !$0.isWhitespace }
            found.owner[index + 1] = found.blocks.count - 1
            previous = text
            isAfterBlank = false
        }
        return found
    }
}
