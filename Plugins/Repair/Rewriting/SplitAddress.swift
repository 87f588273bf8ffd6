/// Whether an address of the web or of mail goes on in the next line: it ends in one of its own marks, or the
/// next line begins with one.
func isSplitAddress(_ line: Line, _ next: Line, in text: [UInt8]) -> Bool {
    guard isGraphic(text[line.end - 1]), isGraphic(text[next.start]) else { return false }
    var start = line.end
    while start > line.start, isGraphic(text[start - 1]), line.end - start < 120 { start -= 1 }
    let word = text[start..<line.end]
    guard word.count >= 4, word.starts(with: "http".utf8) || word.starts(with: "www.".utf8) || word.contains(UInt8(ascii: "@")) else {
        return false
    }
    let marks: [UInt8] = [UInt8(ascii: "/"), UInt8(ascii: "."), UInt8(ascii: "-"), UInt8(ascii: "_"), UInt8(ascii: "@"), UInt8(ascii: "=")]
    // A capital begins a sentence after an address rather than its next part.
    return marks.contains(text[next.start]) || (marks.contains(text[line.end - 1]) && text[next.start] &- 0x41 >= 26)
}

private func isGraphic(_ byte: UInt8) -> Bool { byte > 0x20 && byte < 0x7F }
