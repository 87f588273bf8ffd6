/// Whether an address of the web or of mail goes on in the next line: it ends in one of its own marks, or the
/// next line begins with one.
func isSplitAddress(_ line: Line, _ next: Line, in text: [UInt8]) -> Bool {
    // A capital begins a sentence after an address rather than its next part.
    let mayGoOn = isAddressMark(text[next.start]) || isAddressMark(text[line.end - 1]) && text[next.start] &- 0x41 >= 26
    guard mayGoOn, isGraphic(text[line.end - 1]), isGraphic(text[next.start]) else { return false }
    var start = line.end
    while start > line.start, isGraphic(text[start - 1]), line.end - start < 120 { start -= 1 }
    let word = text[start..<line.end]
    return word.count >= 4 && (word.starts(with: "http".utf8) || word.starts(with: "www.".utf8) || word.contains(UInt8(ascii: "@")))
}

private func isAddressMark(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "/"), UInt8(ascii: "."), UInt8(ascii: "-"), UInt8(ascii: "_"), UInt8(ascii: "@"), UInt8(ascii: "="): true
    default: false
    }
}

private func isGraphic(_ byte: UInt8) -> Bool { byte > 0x20 && byte < 0x7F }
