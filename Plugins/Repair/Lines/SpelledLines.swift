import LinecasterLanguage

/// Headings whose letters were set so far apart that each was read as a line: `W`, `A`, `RN`, `I`, `NG`.
enum SpelledLines {
    /// For each line whether it is one of four or more that follow on one another; empty where none is.
    static func marked(_ lines: [Line], in text: [UInt8]) -> [Bool] {
        var marked: [Bool] = []
        forEachRun(of: lines, where: { isSpelled(lines[$0], in: text) }) { run in
            guard areSpelled(lines[run], in: text) else { return }
            if marked.isEmpty { marked = [Bool](repeating: false, count: lines.count) }
            for index in run { marked[index] = true }
        }
        return marked
    }

    /// Whether lines are four or more of capitals alone.
    static func areSpelled(_ lines: ArraySlice<Line>, in text: [UInt8]) -> Bool {
        lines.count >= 4 && lines.allSatisfy { isSpelled($0, in: text) }
    }

    private static func isSpelled(_ line: Line, in text: [UInt8]) -> Bool {
        line.range.count <= 2 && text[line.range].allSatisfy { $0 &- 0x41 < 26 }
    }
}
