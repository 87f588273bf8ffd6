import LinecasterLanguage

/// Breaks a paragraph into the lines of a column.
struct ColumnSetter {
    let layout: Layout

    /// The lines of a paragraph, without the indent that extraction lost.
    func lines(_ paragraph: String, isChinese: Bool, using generator: inout SeededGenerator) -> [String] {
        let indent = layout.indent == .none ? 0 : (isChinese ? 4 : 3)
        var lines =
            isChinese ? chinese(paragraph, indent: indent, using: &generator) : english(paragraph, indent: indent, using: &generator)
        switch layout.indent {
        case .lost, .none: break
        case .spaces: lines[0] = String(repeating: " ", count: isChinese ? 4 : 3) + lines[0]
        case .otherSpaces: lines[0] = layout.otherIndent + lines[0]
        }
        return lines
    }

    // MARK: Chinese

    /// Source: W3C, Requirements for Chinese Text Layout: marks that may not begin or end a line go with their
    /// neighbour; one closing mark may hang outside the measure.
    private func chinese(_ text: String, indent: Int, using generator: inout SeededGenerator) -> [String] {
        var lines: [String] = []
        var measure = looseMeasure(&generator)
        var line: [String] = []
        var width = indent
        for token in tokens(text) {
            let size = columns(of: token)
            if width + size <= measure || line.isEmpty {
                line.append(token)
                width += size
                continue
            }
            let isClosing = mayNotBegin(token)
            if isClosing, layout.hangs, width <= measure {
                line.append(token)
                width += size
                continue
            }
            var carried = [token]
            while line.count > 1, mayNotBegin(carried[0]) || mayNotEnd(line[line.count - 1]) { carried.insert(line.removeLast(), at: 0) }
            lines.append(line.joined())
            measure = looseMeasure(&generator)
            line = carried
            width = carried.reduce(0) { $0 + columns(of: $1) }
        }
        return line.isEmpty ? lines : lines + [line.joined()]
    }

    /// The measure for one line, which may take a character more or less.
    private func looseMeasure(_ generator: inout SeededGenerator) -> Int {
        guard layout.looseLines > 0, generator.happens(layout.looseLines) else { return layout.measure }
        return layout.measure + generator.pick([-2, 2])
    }

    private func tokens(_ text: String) -> [String] {
        var result: [String] = []
        var word = ""
        for scalar in text.unicodeScalars {
            let kind = characterClass(scalar.value)
            if kind == .letter || kind == .digit || (scalar == "." || scalar == "%") && !word.isEmpty {
                word.unicodeScalars.append(scalar)
                continue
            }
            if !word.isEmpty { result.append(word) }
            word = ""
            result.append(String(scalar))
        }
        if !word.isEmpty { result.append(word) }
        return result
    }

    private func columns(of token: String) -> Int { token.unicodeScalars.reduce(0) { $0 + LinecasterLanguage.columns($1.value) } }

    private func mayNotBegin(_ token: String) -> Bool { token.unicodeScalars.first.map { mayNotBeginLine($0.value) } ?? false }

    private func mayNotEnd(_ token: String) -> Bool { token.unicodeScalars.first.map { characterClass($0.value) == .opening } ?? false }

    // MARK: English

    private func english(_ text: String, indent: Int, using generator: inout SeededGenerator) -> [String] {
        var lines: [String] = []
        var line = ""
        var width = Double(indent)
        let space = layout.face?.space ?? 1
        for word in text.split(separator: " ") {
            let size = printed(String(word))
            if line.isEmpty || width + space + size <= Double(layout.measure) {
                line += line.isEmpty ? String(word) : " \(word)"
                width += size + (line.count == word.count ? 0 : space)
                continue
            }
            if layout.hyphenates, let cut = hyphenation(String(word), room: Double(layout.measure) - width - space - printed(layout.hyphen))
            {
                lines.append("\(line) \(word.prefix(cut))\(layout.hyphen)")
                line = String(word.dropFirst(cut))
            } else {
                lines.append(line)
                line = String(word)
            }
            width = printed(line)
        }
        return line.isEmpty ? lines : lines + [line]
    }

    /// The width of a word in average letters.
    private func printed(_ word: String) -> Double { layout.face?.width(word) ?? Double(word.count) }

    /// Where a long word may be parted: between a vowel and a consonant, three letters from each end.
    private func hyphenation(_ word: String, room: Double) -> Int? {
        let letters = Array(word)
        guard letters.count >= 7, letters.allSatisfy({ $0.isLetter && $0.isASCII }) else { return nil }
        return (3...(letters.count - 3)).last { cut in
            let before = "aeiouy".contains(letters[cut - 1].lowercased())
            let after = "aeiouy".contains(letters[cut].lowercased())
            return printed(String(letters[..<cut])) <= room && (before && !after || !before && !after && cut > 3)
        }
    }
}
