import LinecasterLanguage

/// Finds lines that must stay lines: tables, verse, addresses, scores, programme listings.
///
/// - Parameter isOther: For each line whether it is an item of a list or a credit.
/// - Returns: For each line whether it belongs to such a run.
func listings(_ lines: [Line], fills: [Fill], isOther: [Bool], in text: [UInt8]) -> [Bool] {
    var result = [Bool](repeating: false, count: lines.count)
    mark(&result, lines, atLeast: 2) { lines[$0].gaps >= 1 && !isLetterSpaced(lines[$0], text) }
    mark(&result, lines, atLeast: 3) { isTimed(lines[$0], in: text) }
    mark(&result, lines, atLeast: 2) { labels.match(in: text, at: lines[$0].start, limit: lines[$0].end) != nil }
    markAlike(&result, lines, in: text)
    markVerse(&result, lines, in: text)
    markUnfilled(&result, lines, fills: fills, isOther: isOther)
    markCapitals(&result, lines, isOther: isOther, in: text)
    markRagged(&result, lines, in: text)
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

/// Verse of regular lines: four or more of one width, or of two that alternate, each of which ends in a mark; or two
/// or more whose clauses are all of one length.
private func markVerse(_ result: inout [Bool], _ lines: [Line], in text: [UInt8]) {
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
    markCouplets(&result, lines, in: text)
}

/// Lines whose clauses are all of one length, as `兰叶春葳蕤，桂华秋皎洁。`, two or more, and the short lines beside them.
private func markCouplets(_ result: inout [Bool], _ lines: [Line], in text: [UInt8]) {
    var start = 0
    while start < lines.count {
        var end = start
        while end < lines.count, clauseLength(lines[end], in: text) != nil, end == start || lines[end].blanksBefore == 0 { end += 1 }
        guard end - start >= 2 else {
            start = max(end, start + 1)
            continue
        }
        // A line of another metre belongs to the verse if it is no longer.
        let widest = lines[start..<end].reduce(0) { max($0, $1.width) }
        func belongs(_ line: Line) -> Bool {
            line.isChinese && line.width <= widest && line.width * 3 >= widest && (line.ending == .pause || line.ending == .terminal)
        }
        while start > 0, lines[start].blanksBefore == 0, belongs(lines[start - 1]), !result[start - 1] { start -= 1 }
        while end < lines.count, lines[end].blanksBefore == 0, belongs(lines[end]) { end += 1 }
        for index in start..<end { result[index] = true }
        start = end
    }
}

/// The characters of each clause of a line; nil where they differ, or where the line does not end in a mark.
private func clauseLength(_ line: Line, in text: [UInt8]) -> Int? {
    guard line.isChinese, line.width <= 64, line.pieceCount == 1, line.ending == .pause || line.ending == .terminal else { return nil }
    guard line.innerStops + line.innerPauses >= 1 else { return nil }
    var length: Int?
    var clause = 0
    var offset = line.start
    while offset < line.end {
        let scalar = text.scalar(at: offset)
        offset = scalar.end
        switch characterClass(scalar.value) {
        case .han: clause += 1
        case .pause, .terminal:
            guard clause >= 3, clause <= 9, length == nil || length == clause else { return nil }
            length = clause
            clause = 0
        default: return nil
        }
    }
    return clause == 0 ? length : nil
}

/// Three lines or more that are made alike of names and numbers: scores, rows of a table with single spaces.
private func markAlike(_ result: inout [Bool], _ lines: [Line], in text: [UInt8]) {
    var start = 0
    while start < lines.count {
        var end = start + 1
        if let shape = rowShape(lines[start], in: text) {
            while end < lines.count, lines[end].blanksBefore == 0, rowShape(lines[end], in: text) == shape { end += 1 }
        }
        if end - start >= 3 { for index in start..<end { result[index] = true } }
        start = end
    }
}

/// What a row is made of, runs of one class counted once; nil for a line that is no row: without a number, without a
/// space, or with words and marks as sentences have them.
private func rowShape(_ line: Line, in text: [UInt8]) -> UInt64? {
    guard line.width <= 48, line.innerStops == 0, line.innerPauses <= 1, line.ending == .plain else { return nil }
    var shape: UInt64 = 0
    var parts = 0
    var hasNumber = false
    var hasSpace = false
    var last = CharacterClass.other
    var offset = line.start
    while offset < line.end {
        let scalar = text.scalar(at: offset)
        offset = scalar.end
        let kind = characterClass(scalar.value)
        hasNumber = hasNumber || kind == .digit
        hasSpace = hasSpace || kind == .space
        if kind == last, kind != .other { continue }
        last = kind
        parts += 1
        guard parts <= 12 else { return nil }
        shape = shape << 5 | UInt64(kind.rawValue + 1)
    }
    return hasNumber && hasSpace && parts >= 4 ? shape : nil
}

/// The number below which a share of some small numbers lie, by counting.
private func quantile(_ share: Double, of indices: Range<Int>, _ value: (Int) -> Int) -> Int {
    var counts = [Int](repeating: 0, count: 256)
    for index in indices { counts[max(0, min(255, value(index)))] += 1 }
    var left = Int(Double(indices.count) * share)
    for (number, count) in counts.enumerated() {
        left -= count
        if left < 0 { return number }
    }
    return 0
}

/// English verse whose lines begin with capitals in mid-sentence, as lines of a column do by chance alone.
private func markCapitals(_ result: inout [Bool], _ lines: [Line], isOther: [Bool], in text: [UInt8]) {
    func isCapital(_ index: Int) -> Bool {
        let line = lines[index]
        guard !isOther[index], !line.isChinese, line.pieceCount == 1, line.ending != .hyphen else { return false }
        let offset = characterClass(line.first) == .letter ? line.start : text.scalar(at: line.start).end
        return offset < line.end && text[offset] &- 0x41 < 26
    }
    var start = 0
    while start < lines.count {
        var end = start
        while end < lines.count, isCapital(end), end == start || lines[end].blanksBefore == 0 { end += 1 }
        let open = (start..<end).dropLast().count { lines[$0].ending != .terminal }
        // At the top of an article stand titles.
        if open >= (start == 0 ? 6 : 3), capitalShare(lines[start].start..<lines[end - 1].end, in: text) < 0.35 {
            for index in start..<end { result[index] = true }
        }
        start = max(end, start + 1)
    }
}

/// The share of words that begin with a capital: lists of names have many.
private func capitalShare(_ range: Range<Int>, in text: [UInt8]) -> Double {
    var words = 0
    var capitals = 0
    for offset in range where offset == range.lowerBound || text[offset - 1] <= 0x20 {
        if text[offset] &- 0x41 < 26 { capitals += 1 }
        if (text[offset] | 0x20) &- 0x61 < 26 { words += 1 }
    }
    return Double(capitals) / Double(max(1, words))
}

/// Runs of lines most of which leave room for the next word, as no wrapped text does: verse, addresses, the parts of a
/// form.
private func markUnfilled(_ result: inout [Bool], _ lines: [Line], fills: [Fill], isOther: [Bool]) {
    func mayBelong(_ index: Int) -> Bool {
        let line = lines[index]
        guard line.ending != .hyphen, !line.beginsMidway, line.pieceCount == 1, line.innerStops <= 1, !isOther[index] else { return false }
        return line.isChinese ? line.ending == .pause || line.ending == .terminal : !line.beginsLowercase
    }
    // Within a long poem its own lines are all that is near; the article's other columns tell more.
    let usual = max(quantile(0.9, of: lines.indices) { fills[$0].measure }, quantile(0.75, of: lines.indices) { lines[$0].width })
    func room(_ index: Int) -> Int {
        lines[index].isChinese ? fills[index].spare : fills[index].spare + max(0, usual - fills[index].measure)
    }
    func isUnfilled(_ index: Int) -> Bool { room(index) >= (lines[index].isChinese ? 2 : 3) }
    var start = 0
    while start < lines.count {
        var end = start
        while end < lines.count, mayBelong(end),
            end == start || lines[end].blanksBefore == 0 && !isIndented(lines[end], after: lines[end - 1])
        {
            end += 1
        }
        // Three lines may be unfilled by chance, if not by much. At the top of an article stand titles and credits.
        let isFarUnfilled = (start..<end).dropLast().allSatisfy { room($0) * 4 >= usual }
        let needed = start <= 1 ? 6 : isFarUnfilled ? 3 : 4
        if end - start >= needed {
            let inner = start..<end - 1
            let unfilled = inner.count(where: isUnfilled)
            let open = inner.count { isUnfilled($0) && (lines[$0].isChinese || lines[$0].ending != .terminal) }
            if open >= 2, unfilled * 5 >= inner.count * 3 { for index in start..<end { result[index] = true } }
        }
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
