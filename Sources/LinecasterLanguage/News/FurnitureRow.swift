/// The head of a page set in one row with wide gaps, as American newspapers have it.
extension PageFurniture {
    /// Sections of a newspaper, as its pages are headed.
    private static let englishSections = PhraseSet(constant: [
        "BUSINESS", "SPORTS", "LOCAL", "METRO", "NATION", "WORLD", "OPINION", "EDITORIAL", "NEWS", "FEATURES", "LIFE", "ARTS", "STATE",
        "REGION", "COMMUNITY", "WEATHER", "TRAVEL", "FOOD", "STYLE", "OBITUARIES", "CLASSIFIEDS", "NATIONAL", "INTERNATIONAL", "MONEY",
        "CITY & STATE", "LOCAL NEWS", "WORLD NEWS", "Business", "Sports", "Local", "Metro", "Nation", "World", "Opinion", "News",
        "Features",
    ])
    /// What newspapers are called too, and people and parties as well: names only in a row with a page.
    private static let englishNamesInRows = PhraseSet(
        "Ledger Leader Citizen Democrat Republican Reporter Union Beacon Eagle Enterprise Pioneer LEDGER LEADER CITIZEN DEMOCRAT REPUBLICAN REPORTER UNION"
    )

    /// Whether a line is a row of its own, with wide gaps: a newspaper's name, a page at one end, and what else is in capitals:
    /// `CITY & STATE      The Courier      B4`.
    static func isRow(_ text: [UInt8], _ line: Range<Int>) -> Bool {
        var cells: [Range<Int>] = []
        var start = line.lowerBound
        while start < line.upperBound {
            var end = start
            while end < line.upperBound, !text[end...].starts(with: [0x20, 0x20, 0x20]), text[end] < 0x80 { end += 1 }
            guard end == line.upperBound || text[end] == 0x20 else { return false }
            cells.append(start..<end)
            start = end
            while start < line.upperBound, text[start] == 0x20 { start += 1 }
        }
        guard (2...4).contains(cells.count) else { return false }
        var isPage = cells.map {
            page(text, at: $0.lowerBound, limit: $0.upperBound) == $0.upperBound
                || pageWord(text, at: $0.lowerBound, limit: $0.upperBound) == $0.upperBound
        }
        let isName = cells.map { isRowName(text, $0) }
        // A number alone is one beside the newspaper's name: `WEST MARDEN GAZETTE      5`.
        if isName.contains(true) {
            for index in [0, cells.count - 1]
            where digits(text, at: cells[index].lowerBound, limit: cells[index].upperBound, 1...3) == cells[index].upperBound {
                isPage[index] = true
            }
        }
        let isSection = cells.map { englishSections.contains(text, $0) }
        guard isPage.first == true || isPage.last == true, isName.contains(true) || isSection.contains(true) else { return false }
        return cells.indices.allSatisfy {
            isPage[$0] || isName[$0] || cells[$0].count <= 30 && !text[cells[$0]].contains { $0 &- 0x61 < 26 }
        }
    }

    private static func isRowName(_ text: [UInt8], _ cell: Range<Int>) -> Bool {
        if englishName(text, at: cell.lowerBound, limit: cell.upperBound) == cell.upperBound { return true }
        let words = text[cell].split(separator: 0x20)
        guard (2...5).contains(words.count), let last = words.last else { return false }
        return words.allSatisfy { $0.first.map { $0 &- 0x41 < 26 } ?? false }
            && englishNamesInRows.contains(text, last.startIndex..<last.endIndex)
    }
}
