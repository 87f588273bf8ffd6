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
    var best = (face: Typeface?.none, space: 0, letter: 1.0, violations: violations(counted, space: 1) * 0.95)
    // Nothing breaks less than a text whose letters are of one width.
    guard best.violations > 0 else { return }
    for face in Typeface.known {
        let printed = sure.map { index in
            Breaking(
                width: face.advance(of: lines[index].range, in: text),
                next: face.advance(of: lines[index + 1].start..<lines[index + 1].firstTokenEnd, in: text),
                spaces: text[lines[index].range].count { $0 == 0x20 }
            )
        }
        for share in [0.8, 1, 1.3, 1.7] {
            let space = Int(Double(face.space) * share)
            let spaced = printed.map { Breaking(width: $0.width + (space - face.space) * $0.spaces, next: $0.next) }
            let letter = Double(spaced.reduce(0) { $0 + $1.width }) / Double(columns)
            guard letter > 0 else { continue }
            let found = violations(spaced, space: space) / letter
            if found < best.violations { best = (face, space, letter, found) }
        }
    }
    guard let face = best.face else { return }
    for index in lines.indices where !lines[index].isChinese {
        let spaces = text[lines[index].range].count { $0 == 0x20 }
        let width = Double(face.advance(of: lines[index].range, in: text) + (best.space - face.space) * spaces) / best.letter
        lines[index].width = Int(width.rounded())
        lines[index].tenths = Int((width * 10).rounded())
        let token = face.advance(of: lines[index].start..<lines[index].firstTokenEnd, in: text)
        lines[index].isPrinted = true
        lines[index].spaceTenths = Int((Double(best.space) / best.letter * 10).rounded())
        lines[index].firstTokenTenths = Int((Double(token) / best.letter * 10).rounded())
        lines[index].firstToken = Int((Double(token) / best.letter).rounded())
    }
}

/// Lines of letters that surely go on in the next line; of a long text only some, in runs of neighbours.
private func sureJoins(_ lines: [Line]) -> [Int] {
    let (run, most) = (64, 512)
    // Every so many-th run of lines.
    let stride = max(1, lines.count / (2 * most))
    var sure: [Int] = []
    for index in lines.indices.dropLast() where (index / run).isMultiple(of: stride) {
        let line = lines[index]
        let next = lines[index + 1]
        guard !line.isChinese, !next.isChinese, line.gaps == 0, next.beginsLowercase, next.blanksBefore == 0 else { continue }
        if line.ending == .plain || line.ending == .hyphen || line.ending == .pause { sure.append(index) }
    }
    return sure
}

/// A line that goes on, and the first word of the next.
private struct Breaking {
    let width: Int
    let next: Int
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
