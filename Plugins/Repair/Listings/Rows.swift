import LinecasterLanguage

/// Marks rows that their cells, times, labels or shape show.
func markRows(_ marks: inout LineMarks, _ lines: [Line], in text: [UInt8]) {
    func mark(atLeast length: Int, where belongs: (Int) -> Bool) {
        forEachRun(of: lines, where: belongs) { run in
            // Kicker, headline and byline are short lines too; only a longer run is a listing at the top.
            if run.count >= (run.lowerBound == 0 ? length + 2 : length) { marks.mark(run) }
        }
    }
    // A bar parts writer and paper too: `By JANE ASHBY | Marlow Gazette`.
    mark(atLeast: 2) {
        lines[$0].gaps >= 1 && !isLetterSpaced(lines[$0], text) && CreditLine.recognize(text, line: lines[$0].range) != .byline
    }
    mark(atLeast: 3) { isTimed(lines[$0], in: text) }
    mark(atLeast: 2) { labels.match(in: text, at: lines[$0].start, limit: lines[$0].end) != nil }
    markAlike(&marks, lines, in: text)
}

/// Three lines or more that are made alike of names and numbers: scores, rows of a table with single spaces.
private func markAlike(_ marks: inout LineMarks, _ lines: [Line], in text: [UInt8]) {
    let shapes = lines.map { rowShape($0, in: text) }
    forEachRun(of: lines, where: { shapes[$0] != nil }, goesOn: { lines[$1].blanksBefore == 0 && shapes[$0] == shapes[$1] }) { run in
        if run.count >= 3 { marks.mark(run) }
    }
}

/// What a row is made of, runs of one class counted once; nil for a line that is no row: without a number, without a
/// space, or with words and marks as sentences have them.
private func rowShape(_ line: Line, in text: [UInt8]) -> UInt64? {
    guard line.hasSpace, line.hasDigit, line.width <= 48, line.innerStops == 0, line.innerPauses <= 1, line.ending == .plain else {
        return nil
    }
    var shape: UInt64 = 0
    var parts = 0
    var last = CharacterClass.other
    var offset = line.start
    while offset < line.end {
        let scalar = text.scalar(at: offset)
        offset = scalar.end
        let kind = characterClass(scalar.value)
        if kind == last, kind != .other { continue }
        last = kind
        parts += 1
        guard parts <= 12 else { return nil }
        shape = shape << 5 | UInt64(kind.rawValue + 1)
    }
    return parts >= 4 ? shape : nil
}

private func isLetterSpaced(_ line: Line, _ text: [UInt8]) -> Bool {
    let words = text[line.range].split { $0 == 0x20 || $0 == 0x09 }
    return words.count > 2 && words.allSatisfy { $0.count <= 3 }
}

/// Whether a line begins with a time of day, as programme listings do.
private func isTimed(_ line: Line, in text: [UInt8]) -> Bool {
    guard isDigit(line.first), line.range.count >= 4 else { return false }
    let colon = line.start + (isDigit(UInt32(text[line.start + 1])) ? 2 : 1)
    let minutes = text[colon] == UInt8(ascii: ":") ? colon + 1 : colon + 3
    guard minutes < line.end, isDigit(UInt32(text[minutes])) else { return false }
    return minutes == colon + 1 || text.holds("：", at: colon)
}

private func isDigit(_ value: UInt32) -> Bool { value &- 0x30 < 10 }

/// Words before a colon that begin the lines of a notice.
private let labels = PhraseSet(
    """
    地址： 地址: 电话： 电话: 传真： 传真: 邮编： 邮编: 邮箱： 邮箱: 联系人： 联系电话： 网址： 网址: 时间： 地点： 票价： 主办： 承办： 协办： 主讲： 报名： 热线： \
    Address: Tel: Telephone: Phone: Fax: E-mail: Email: Website: Time: Date: Place: Venue: Admission:
    """
)
