import LinecasterLanguage

/// A line that belongs to the page and not to the article.
struct FurnitureLine {
    let line: Line
    let rule: String
    let confidence: Double
}

/// Takes the page's furniture out of the lines: page numbers, running heads, and lines that repeat on
/// every page.
///
/// - Returns: The lines that stay, with the furniture before each.
func withoutFurniture(_ lines: [Line], of section: Section, in text: [UInt8]) -> FurnishedLines {
    let recognized = lines.map { PageFurniture.recognize(text, line: $0.range) }
    let repeated = repeatedLines(lines, in: text)
    var verdicts: [(line: Int, verdict: Verdict)] = []
    for index in lines.indices {
        if index > 0, isDoubled(lines[index], lines[index - 1], in: text) {
            verdicts.append((index, Verdict(rule: "drop-doubled-line", confidence: 0.9)))
        } else if let verdict = verdict(index, lines, of: section, recognized, isRepeated: !repeated.isEmpty && repeated[index]) {
            verdicts.append((index, verdict))
        }
    }
    guard !verdicts.isEmpty else {
        return FurnishedLines(lines: lines, furniture: [[FurnitureLine]](repeating: [], count: lines.count + 1))
    }
    var kept: [Line] = []
    kept.reserveCapacity(lines.count)
    var before: [[FurnitureLine]] = [[]]
    before.reserveCapacity(lines.count + 1)
    var next = 0
    for (index, var line) in lines.enumerated() {
        guard next < verdicts.count, verdicts[next].line == index else {
            // The page's furniture takes its blank lines with it.
            if let last = before[before.count - 1].last { line.blanksBefore += last.line.blanksBefore }
            kept.append(line)
            before.append([])
            continue
        }
        let verdict = verdicts[next].verdict
        next += 1
        before[before.count - 1].append(FurnitureLine(line: line, rule: verdict.rule, confidence: verdict.confidence))
    }
    return FurnishedLines(lines: kept, furniture: before)
}

/// That a line is furniture, and how sure it is.
private struct Verdict {
    let rule: String
    let confidence: Double
}

private func verdict(
    _ index: Int,
    _ lines: [Line],
    of section: Section,
    _ recognized: [PageFurniture?],
    isRepeated: Bool
) -> Verdict? {
    let line = lines[index]
    if index > 0, isStrayHyphen(line, after: lines[index - 1]) { return Verdict(rule: "drop-stray-hyphen", confidence: 0.95) }
    if line.isRule { return Verdict(rule: "drop-column-rule", confidence: 0.95) }
    guard let kind = recognized[index] else { return isRepeated ? Verdict(rule: "drop-running-head", confidence: 0.8) : nil }
    let isAtEdge =
        section.isFirst && index <= 1 || section.isLast && index >= lines.count - 2 || line.followsPageBreak
        || (index + 1 < lines.count && lines[index + 1].followsPageBreak)
    let before = index > 0 ? recognized[index - 1] : nil
    let after = index + 1 < lines.count ? recognized[index + 1] : nil
    let hasFurnitureBeside = [before, after].contains { $0 != nil && $0 != .sectionAlone }
    let isIsolated = line.blanksBefore > 0 && index + 1 < lines.count && lines[index + 1].blanksBefore > 0
    switch kind {
    case .pageNumber: return Verdict(rule: "drop-page-number", confidence: isAtEdge || hasFurnitureBeside ? 0.99 : 0.9)
    case .runningHead: return Verdict(rule: "drop-running-head", confidence: 0.98)
    case .nameAlone where isAtEdge || hasFurnitureBeside || isRepeated || isIsolated || isInterruption(index, lines):
        return Verdict(rule: "drop-running-head", confidence: 0.9)
    case .dateAlone where hasFurnitureBeside || isRepeated: return Verdict(rule: "drop-running-head", confidence: 0.85)
    case .sectionAlone where before == .runningHead || after == .runningHead:
        return Verdict(rule: "drop-running-head", confidence: 0.85)
    default: break
    }
    return isRepeated ? Verdict(rule: "drop-running-head", confidence: 0.8) : nil
}

/// Whether a line stands behind white space in the midst of a sentence.
private func isInterruption(_ index: Int, _ lines: [Line]) -> Bool {
    guard index > 0, lines[index].blanksBefore > 0 || index + 1 < lines.count && lines[index + 1].blanksBefore > 0 else { return false }
    return lines[index - 1].ending != .terminal || index + 1 < lines.count && lines[index + 1].beginsLowercase
}

/// Whether a line is the one before it once more, as where two text layers lie on one another.
private func isDoubled(_ line: Line, _ previous: Line, in text: [UInt8]) -> Bool {
    line.blanksBefore == 0 && line.width >= 16 && line.gaps == 0 && text[line.range].elementsEqual(text[previous.range])
}

/// Whether a hyphen stands alone in a line after one that ends in a soft hyphen: the visible form of the same.
private func isStrayHyphen(_ line: Line, after previous: Line) -> Bool {
    line.width == 1 && characterClass(line.first) == .dash && previous.last == 0xAD && line.blanksBefore == 0
}

/// For each line whether it is short, comes three times or more, and stands as running heads do: at the edges of pages,
/// or once a page. Empty where there is none.
private func repeatedLines(_ lines: [Line], in text: [UInt8]) -> [Bool] {
    guard lines.count > 40 || lines.contains(where: \.followsPageBreak) else { return [] }
    func mayRepeat(_ index: Int) -> Bool {
        let line = lines[index]
        guard line.width <= 40, line.ending == .plain, line.range.count >= 6 else { return false }
        // White space stands beside what does not belong to the text.
        if index == 0 || line.blanksBefore > 0 || line.followsPageBreak || index + 1 == lines.count { return true }
        return lines[index + 1].blanksBefore > 0 || lines[index + 1].followsPageBreak
    }
    var texts = NumberTable(capacity: 64)
    var numbers = [Int32](repeating: -1, count: lines.count)
    var repeats: [Repeats] = []
    for index in lines.indices where mayRepeat(index) {
        let number = texts.number(of: digest(of: lines[index].range, in: text))
        let isAtEdge =
            index == 0 || lines[index].followsPageBreak || (index + 1 < lines.count && lines[index + 1].followsPageBreak)
        if number == repeats.count { repeats.append(Repeats()) }
        repeats[number].see(index, isAtEdge: isAtEdge)
        numbers[index] = Int32(number)
    }
    guard repeats.contains(where: \.areHeads) else { return [] }
    return numbers.map { $0 >= 0 && repeats[Int($0)].areHeads }
}

private func digest(of range: Range<Int>, in text: [UInt8]) -> UInt64 {
    var digest = ByteDigest()
    for offset in range { digest.add(text[offset]) }
    return digest.value
}

/// Where a text comes again.
private struct Repeats {
    private var count = 0
    private var last = 0
    private var shortest = Int.max
    private var longest = 0
    private var areAtEdges = true

    mutating func see(_ line: Int, isAtEdge: Bool) {
        if count > 0 {
            shortest = min(shortest, line - last)
            longest = max(longest, line - last)
        }
        count += 1
        last = line
        areAtEdges = areAtEdges && isAtEdge
    }

    /// Pages are of about one length; what repeats as chapters do is the text's own.
    var areHeads: Bool { count >= 3 && (areAtEdges || shortest >= 20 && longest * 5 <= shortest * 8) }
}
