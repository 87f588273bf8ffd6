import LinecasterLanguage

/// What the words on both sides of a boundary say of it.
enum WordsAcross: UInt8 {
    /// Nobody asked, or no Chinese characters stand on both sides.
    case unknown
    /// The boundary cuts a word.
    case cut
    /// A word ends with the line.
    case whole
}

/// Looks whether boundaries between lines of Chinese cut words, where it may decide: behind short lines and at
/// blank lines. Within a full column it is plain that the text goes on, and looking costs more than all else.
func wordsAcross(_ lines: [Line], _ fills: [Fill], in text: [UInt8]) -> [WordsAcross] {
    var result = [WordsAcross](repeating: .unknown, count: lines.count)
    var reader = WordReader(tagger: .words)
    var bytes: [UInt8] = []
    for index in lines.indices.dropLast() {
        let (line, next) = (lines[index], lines[index + 1])
        guard line.isChinese, line.ending == .plain, fills[index].isShort || next.blanksBefore > 0, isHan(line.last), isHan(next.first)
        else {
            continue
        }
        bytes.removeAll(keepingCapacity: true)
        bytes += text[max(line.start, aligned(line.end - reach, in: text))..<line.end]
        let boundary = bytes.count
        bytes += text[next.start..<min(next.end, aligned(next.start + reach, in: text))]
        let isCut = reader.words(in: bytes, range: 0..<bytes.count).contains { $0.lowerBound < boundary && boundary < $0.upperBound }
        result[index] = isCut ? .cut : .whole
    }
    return result
}

/// Eight characters on each side, in bytes.
private let reach = 24

private func isHan(_ value: UInt32) -> Bool { characterClass(value) == .han }

/// The offset of the character that holds a byte.
private func aligned(_ offset: Int, in text: [UInt8]) -> Int {
    guard offset > 0 else { return 0 }
    var offset = min(offset, text.count)
    while offset < text.count, offset > 0, text[offset] & 0xC0 == 0x80 { offset -= 1 }
    return offset
}
