import LinecasterLanguage

/// Finds lines that must stay lines: tables, verse, addresses, programme listings.
///
/// - Returns: For each line whether it belongs to such a run.
func listings(_ lines: [Line], fills: [Fill], in text: [UInt8]) -> [Bool] {
    var result = [Bool](repeating: false, count: lines.count)
    mark(&result, lines, atLeast: 2) { lines[$0].gaps >= 1 && !isLetterSpaced(lines[$0], text) }
    mark(&result, lines, atLeast: 3) { isTimed(lines[$0], in: text) && fills[$0].isShort }
    mark(&result, lines, atLeast: 2) { labels.match(in: text, at: lines[$0].start, limit: lines[$0].end) != nil }
    markVerse(&result, lines)
    markRagged(&result, lines, in: text)
    mark(&result, lines, atLeast: 4) { index in
        let line = lines[index]
        guard fills[index].isShort, line.ending != .terminal, !line.beginsMidway, line.ending != .hyphen else { return false }
        guard CreditLine.recognize(text, line: line.range) == nil else { return false }
        return line.width * 4 <= fills[index].measure * 3
    }
    return result
}

private func isLetterSpaced(_ line: Line, _ text: [UInt8]) -> Bool {
    let words = text[line.range].split { $0 == 0x20 || $0 == 0x09 }
    return words.count > 2 && words.allSatisfy { $0.count <= 3 }
}

private func mark(_ result: inout [Bool], _ lines: [Line], atLeast length: Int, where belongs: (Int) -> Bool) {
    var start = 0
    while start < lines.count {
        var end = start
        while end < lines.count, belongs(end), end == start || lines[end].blanksBefore == 0 { end += 1 }
        // Kicker, headline and byline are short lines too; only a longer run is a listing at the top.
        let needed = start == 0 ? length + 2 : length
        if end - start >= needed { for index in start..<end { result[index] = true } }
        start = max(end, start + 1)
    }
}

/// Verse: at least four lines of one width, or of two that alternate, each of which ends in punctuation.
private func markVerse(_ result: inout [Bool], _ lines: [Line]) {
    func isVerse(_ index: Int) -> Bool {
        let line = lines[index]
        guard line.isChinese, line.width <= 34, line.pieceCount == 1 else { return false }
        return line.ending == .pause || line.ending == .terminal
    }
    var start = 0
    while start < lines.count {
        var end = start
        while end < lines.count, isVerse(end),
            end == start || lines[end].width == lines[start].width || end - start >= 2 && lines[end].width == lines[end - 2].width
        {
            end += 1
        }
        if end - start >= 4 { for index in start..<end { result[index] = true } }
        start = max(end, start + 1)
    }
}

/// Short lines of no common width, without a mark at any end: an address, the parts of a form.
private func markRagged(_ result: inout [Bool], _ lines: [Line], in text: [UInt8]) {
    func isShort(_ index: Int) -> Bool {
        let line = lines[index]
        guard line.isChinese, line.width <= 28, line.ending == .plain, line.pieceCount == 1, !line.beginsMidway else { return false }
        return line.innerStops == 0 && line.innerPauses == 0 && CreditLine.recognize(text, line: line.range) == nil
    }
    var start = 0
    while start < lines.count {
        var end = start
        while end < lines.count, isShort(end), end == start || lines[end].blanksBefore == 0 { end += 1 }
        let widest = lines[start..<end].map(\.width).max() ?? 0
        // Lines after which the next word would have fitted: a column has none within a paragraph.
        let ended = (start..<end).dropLast().count { widest - lines[$0].width - lines[$0 + 1].firstToken >= 4 }
        // At the top of an article stand titles and credits.
        if end - start >= (start == 0 ? 7 : 4), ended >= 2, ended * 3 >= end - start {
            for index in start..<end { result[index] = true }
        }
        start = max(end, start + 1)
    }
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
