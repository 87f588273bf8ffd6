import LinecasterLanguage

/// Measures lines of letters as print sets them where that explains their breaks better than counting does.
///
/// In print an `m` is three times as wide as an `i`. Which measure is right for an article, and which face comes nearest
/// to its own, shows at the lines that surely go on: by the right one, the next word never fits.
func measureInPrint(_ lines: inout [Line], in text: [UInt8]) {
    let sure = sureJoins(lines)
    guard sure.count >= 6 else { return }
    let counted = sure.map { Breaking(width: lines[$0].width, next: lines[$0 + 1].firstToken) }
    let columns = counted.reduce(0) { $0 + $1.width }
    var fewest = violations(counted, space: 1) * 0.95
    // Nothing breaks less than a text whose letters are of one width.
    guard fewest > 0 else { return }
    var best: (setting: Setting, letter: Double)?
    for face in Typeface.known {
        let printed = sure.map { index in
            Breaking(
                width: face.advance(of: lines[index].range, in: text),
                next: face.advance(of: lines[index + 1].start..<lines[index + 1].firstTokenEnd, in: text),
                spaces: text[lines[index].range].count { $0 == 0x20 }
            )
        }
        for share in Setting.spaces {
            let setting = Setting(face: face, space: Int(Double(face.space) * share))
            let spaced = printed.map { Breaking(width: $0.width + setting.stretch * $0.spaces, next: $0.next) }
            let letter = Double(spaced.reduce(0) { $0 + $1.width }) / Double(columns)
            guard letter > 0, case let found = violations(spaced, space: setting.space) / letter, found < fewest else { continue }
            (best, fewest) = ((setting, letter), found)
        }
    }
    guard let best else { return }
    for index in lines.indices where !lines[index].isChinese {
        lines[index].measure(in: best.setting, letter: best.letter, text)
    }
}

/// A face, with spaces as wide as an article may have them.
private struct Setting {
    let face: Typeface
    /// Thousandths of the size that a space takes when a line is at its fullest.
    let space: Int

    /// Shares of the face's own space that are tried.
    static let spaces = [0.8, 1, 1.3, 1.7]

    /// By how much a space is wider than the face's own.
    var stretch: Int { space - face.space }
}

extension Line {
    /// Takes the line's widths as print has them.
    ///
    /// - Parameter letter: Thousandths of the size that count as a column.
    fileprivate mutating func measure(in setting: Setting, letter: Double, _ text: [UInt8]) {
        func tenths(_ thousandths: Int) -> Int { Int((Double(thousandths) / letter * 10).rounded()) }
        let advance = setting.face.advance(of: range, in: text) + setting.stretch * text[range].count { $0 == 0x20 }
        let token = setting.face.advance(of: start..<firstTokenEnd, in: text)
        width = Int((Double(advance) / letter).rounded())
        self.tenths = tenths(advance)
        firstToken = Int((Double(token) / letter).rounded())
        firstTokenTenths = tenths(token)
        spaceTenths = tenths(setting.space)
        isPrinted = true
    }
}

/// Lines of letters that surely go on in the next line; of a long text only some, in runs of neighbours.
private func sureJoins(_ lines: [Line]) -> [Int] {
    let (run, most) = (64, 512)
    // Every so many-th run of lines.
    let stride = max(1, lines.count / (2 * most))
    var sure: [Int] = []
    for index in lines.indices.dropLast() where (index / run).isMultiple(of: stride) {
        if lines[index].gaps == 0, lines[index].surelyGoesOn(in: lines[index + 1], orIsHyphenated: true) { sure.append(index) }
    }
    return sure
}

/// A line that goes on, and the first word of the next.
private struct Breaking {
    let width: Int
    let next: Int
    /// Spaces in the line.
    var spaces = 0
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
