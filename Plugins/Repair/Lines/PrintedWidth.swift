import LinecasterLanguage

/// Measures lines of letters as print sets them where that explains their breaks better than counting does.
///
/// In print an `m` is three times as wide as an `i`. Which of the two measures is right for an article shows at
/// the lines that surely go on: by the right one, the next word never fits.
func measureInPrint(_ lines: inout [Line], in text: [UInt8]) {
    let sure = lines.indices.dropLast().filter { index in
        let line = lines[index]
        let next = lines[index + 1]
        return !line.isChinese && !next.isChinese && line.gaps == 0 && next.beginsLowercase && next.blanksBefore == 0
            && (line.ending == .plain || line.ending == .hyphen || line.ending == .pause)
    }
    guard sure.count >= 6 else { return }
    let counted = sure.map { Breaking(width: lines[$0].width, next: lines[$0 + 1].firstToken) }
    let printed = sure.map { index in
        Breaking(
            width: Typeface.advance(of: lines[index].range, in: text),
            next: Typeface.advance(of: lines[index + 1].start..<lines[index + 1].firstTokenEnd, in: text)
        )
    }
    let columns = counted.reduce(0) { $0 + $1.width }
    let thousandths = printed.reduce(0) { $0 + $1.width }
    guard thousandths > 0 else { return }
    let letter = Double(thousandths) / Double(columns)
    guard violations(printed, space: Int(letter)) * Double(columns) < violations(counted, space: 1) * Double(thousandths) * 0.95 else {
        return
    }
    for index in lines.indices where !lines[index].isChinese {
        let width = Double(Typeface.advance(of: lines[index].range, in: text)) / letter
        lines[index].width = Int(width.rounded())
        lines[index].tenths = Int((width * 10).rounded())
        let token = Typeface.advance(of: lines[index].start..<lines[index].firstTokenEnd, in: text)
        lines[index].firstToken = Int((Double(token) / letter).rounded())
    }
}

/// A line that goes on, and the first word of the next.
private struct Breaking {
    let width: Int
    let next: Int
}

/// By how much next words would have fitted into lines as long as the longest nearby, in all.
private func violations(_ lines: [Breaking], space: Int) -> Double {
    var sum = 0
    for (index, line) in lines.enumerated() {
        let near = lines[max(0, index - 4)...min(lines.count - 1, index + 4)]
        let measure = near.reduce(0) { max($0, $1.width) }
        // A line half as long belongs to another column.
        if line.width * 3 > measure * 2 { sum += max(0, measure - line.width - space - line.next) }
    }
    return Double(sum)
}

/// How wide letters are in a text face.
///
/// Source: Adobe Font Metrics of Times Roman, which other text faces follow closely; in thousandths of the size.
private enum Typeface {
    static func advance(of range: Range<Int>, in text: [UInt8]) -> Int {
        var sum = 0
        var offset = range.lowerBound
        while offset < range.upperBound {
            let byte = text[offset]
            if byte < 0x80 {
                sum += byte < 0x20 ? 0 : advances[Int(byte) - 0x20]
                offset += 1
                continue
            }
            let scalar = text.scalar(at: offset)
            if scalar.value == 0xAD {
                // It shows at the line's end alone.
                sum += scalar.end == range.upperBound ? 333 : 0
                offset = scalar.end
                continue
            }
            sum += columns(scalar.value) == 2 && characterClass(scalar.value).isIdeographic ? 1000 : 480
            offset = scalar.end
        }
        return sum
    }

    /// From the space on, in the order of ASCII.
    private static let advances = [
        250, 333, 408, 500, 500, 833, 778, 180, 333, 333, 500, 564, 250, 333, 250, 278,
        500, 500, 500, 500, 500, 500, 500, 500, 500, 500, 278, 278, 564, 564, 564, 444,
        921, 722, 667, 667, 722, 611, 556, 722, 722, 333, 389, 722, 611, 889, 722, 722,
        556, 722, 667, 556, 611, 722, 722, 944, 722, 722, 611, 333, 278, 333, 469, 500,
        333, 444, 500, 444, 500, 444, 333, 500, 500, 278, 278, 500, 278, 778, 500, 500,
        500, 500, 333, 389, 278, 500, 500, 722, 500, 500, 444, 480, 200, 480, 541, 0,
    ]
}
