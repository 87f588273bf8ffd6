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
/// - Returns: The lines that stay, and for each of them (and the end) the furniture before it.
func withoutFurniture(_ lines: [Line], in text: [UInt8]) -> (kept: [Line], before: [[FurnitureLine]]) {
    let recognized = lines.map { PageFurniture.recognize(text, line: $0.range) }
    let repeated = repeatedLines(lines, in: text)
    var kept: [Line] = []
    var before: [[FurnitureLine]] = [[]]
    for (index, line) in lines.enumerated() {
        let isDoubled = index > 0 && isDoubled(line, lines[index - 1], in: text)
        let found = isDoubled ? ("drop-doubled-line", 0.9) : verdict(index, lines, recognized, isRepeated: repeated.contains(index))
        guard let verdict = found else {
            var line = line
            // The page's furniture takes its blank lines with it.
            if let last = before[before.count - 1].last { line.blanksBefore += last.line.blanksBefore }
            kept.append(line)
            before.append([])
            continue
        }
        before[before.count - 1].append(FurnitureLine(line: line, rule: verdict.0, confidence: verdict.1))
    }
    return (kept, before)
}

private func verdict(
    _ index: Int,
    _ lines: [Line],
    _ recognized: [PageFurniture?],
    isRepeated: Bool
) -> (rule: String, confidence: Double)? {
    let line = lines[index]
    let isAtEdge =
        index <= 1 || index >= lines.count - 2 || line.followsPageBreak || (index + 1 < lines.count && lines[index + 1].followsPageBreak)
    let hasFurnitureBeside = (index > 0 && recognized[index - 1] != nil) || (index + 1 < lines.count && recognized[index + 1] != nil)
    if index > 0, isStrayHyphen(line, after: lines[index - 1]) { return ("drop-stray-hyphen", 0.95) }
    if line.isRule { return ("drop-column-rule", 0.95) }
    let isIsolated = line.blanksBefore > 0 && index + 1 < lines.count && lines[index + 1].blanksBefore > 0
    switch recognized[index] {
    case .pageNumber: return ("drop-page-number", isAtEdge || hasFurnitureBeside ? 0.99 : 0.9)
    case .runningHead: return ("drop-running-head", 0.98)
    case .nameAlone where isAtEdge || hasFurnitureBeside || isRepeated || isIsolated: return ("drop-running-head", 0.9)
    case .dateAlone where hasFurnitureBeside || isRepeated: return ("drop-running-head", 0.85)
    default: break
    }
    return isRepeated ? ("drop-running-head", 0.8) : nil
}

/// Whether a line is the one before it once more, as where two text layers lie on one another.
private func isDoubled(_ line: Line, _ previous: Line, in text: [UInt8]) -> Bool {
    line.blanksBefore == 0 && line.width >= 16 && line.gaps == 0 && text[line.range].elementsEqual(text[previous.range])
}

/// Whether a hyphen stands alone in a line after one that ends in a soft hyphen: the visible form of the same.
private func isStrayHyphen(_ line: Line, after previous: Line) -> Bool {
    line.width == 1 && characterClass(line.first) == .dash && previous.last == 0xAD && line.blanksBefore == 0
}

/// The indices of short lines that come three times or more, far apart, as running heads do.
private func repeatedLines(_ lines: [Line], in text: [UInt8]) -> Set<Int> {
    var places: [ArraySlice<UInt8>: [Int]] = [:]
    for (index, line) in lines.enumerated() where line.width <= 40 && line.ending == .plain && line.range.count >= 6 {
        places[text[line.range], default: []].append(index)
    }
    var result = Set<Int>()
    for indices in places.values where indices.count >= 3 {
        let gaps = zip(indices, indices.dropFirst()).map { $1 - $0 }
        let isAtPageEdge = indices.allSatisfy {
            lines[$0].followsPageBreak || $0 == 0 || ($0 + 1 < lines.count && lines[$0 + 1].followsPageBreak)
        }
        if isAtPageEdge || gaps.allSatisfy({ $0 >= 20 }) { result.formUnion(indices) }
    }
    return result
}
