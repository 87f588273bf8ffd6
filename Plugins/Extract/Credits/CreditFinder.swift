import LinecasterKit
import LinecasterLanguage

/// Finds what an article says of itself: byline, dateline, photo credits, correspondents, agency, day, section.
struct CreditFinder {
    private let text: ArticleText
    private let frame: TimeFrame

    init(_ text: ArticleText, frame: TimeFrame) {
        self.text = text
        self.frame = frame
    }

    func find() -> [Annotation<Credit>] {
        var result: [Annotation<Credit>] = []
        let paragraphs = text.blocks.filter { $0.value.kind == .paragraph }
        var agency: String?
        var seen = 0
        for block in text.blocks {
            let range = block.range.offsets
            for credit in result[seen...] where credit.value.kind == .source { agency = credit.value.name }
            seen = result.count
            switch block.value.kind {
            case .byline where LoneName.isEnglish(text.utf8, line: range): result.append(author(range))
            case .byline where LoneName.isLine(text.utf8, line: named(range)): result.append(author(named(range)))
            case .byline, .dateline, .note, .caption: result += credits(in: range, isCaption: block.value.kind == .caption)
            case .listItem: result += bracketed(range, nil)
            case .paragraph where ChineseCredits.beginsWithLabel(text.utf8, range): result += credits(in: range, isCaption: false)
            case .paragraph:
                // A file may hold several reports, each with a head of its own.
                let head = block.range == paragraphs.first?.range ? lead(range) : dateline(range) ?? []
                result += head
                if let own = head.last(where: { $0.value.kind == .source }) { agency = own.value.name }
                if !head.isEmpty || block.range == paragraphs.first?.range || block.range == paragraphs.last?.range {
                    result += bracketed(range, agency)
                }
            default: break
            }
        }
        var seenPlaces: Set<Place> = []
        return result.sorted { $0.range.lowerBound < $1.range.lowerBound }
            .filter { seenPlaces.insert(Place(start: $0.range.lowerBound, kind: $0.value.kind)).inserted }
    }

    /// A credit is told once; a name may have two, of the text and of the pictures.
    private struct Place: Hashable {
        let start: Int
        let kind: CreditKind
    }

    /// What stands behind the mark, or in the brackets, of a byline that is a name alone.
    private func named(_ range: Range<Int>) -> Range<Int> {
        var inner = range
        if let first = text.scalar(at: inner.lowerBound, before: inner.upperBound), characterClass(first.value) != .han {
            inner = text.utf8.trimmed(first.end..<inner.upperBound)
        }
        if let last = text.utf8.scalar(before: inner.upperBound, from: inner.lowerBound), Self.closings.contains(last.value) {
            inner = text.utf8.trimmed(inner.lowerBound..<last.offset)
        }
        return inner
    }

    private func author(_ name: Range<Int>) -> Annotation<Credit> {
        // Chinese names of two characters are spaced out.
        let bytes = text.utf8[name].filter { $0 != 0x20 || text.utf8[name.lowerBound] < 0x80 }
        return Annotation(TextRange(name), Credit(kind: .author, name: String(decoding: bytes, as: UTF8.self)))
    }

    private func credits(in range: Range<Int>, isCaption: Bool) -> [Annotation<Credit>] {
        let chinese = ChineseCredits(text.utf8, range, isCaption: isCaption).find()
        let english = EnglishCredits(text.utf8, range).find()
        return chinese + english + (isCaption ? [] : published(in: range))
    }

    /// The head of the first paragraph: `新华社上海12月3日电`, `MARLOW BAY, June 3 (Reuters) -`.
    private func lead(_ block: Range<Int>) -> [Annotation<Credit>] {
        dateline(block) ?? EnglishDateline(text.utf8, block, frame).find()
    }

    /// `新华社上海12月3日电`, also in brackets: `【本报杭州12月1日电】`.
    private func dateline(_ block: Range<Int>) -> [Annotation<Credit>]? {
        let first = text.utf8.scalar(at: block.lowerBound)
        let start = Self.openings.contains(first.value) ? first.end : block.lowerBound
        return ChineseDateline(text.utf8, start..<block.upperBound, frame).find()
    }

    private static let openings = ScalarSet("（〔【［(〖")
    private static let closings = ScalarSet("）〕】］)〗")

    /// Credits in brackets at the beginning or the end of a paragraph: `（记者 方雨晴）`.
    private func bracketed(_ block: Range<Int>, _ agency: String?) -> [Annotation<Credit>] {
        var result: [Annotation<Credit>] = []
        let head = block.lowerBound..<min(block.upperBound, block.lowerBound + 120)
        for inner in brackets(in: head, limit: min(block.upperBound, head.upperBound + 150)) {
            result += credits(in: inner, isCaption: false)
        }
        if let last = text.utf8.scalar(before: block.upperBound, from: block.lowerBound), last.value == 0xFF09 {
            var open = last.offset
            while let before = text.utf8.scalar(before: open, from: block.lowerBound), last.offset - open < 150 {
                open = before.offset
                if before.value == 0xFF08 {
                    result += credits(in: before.end..<last.offset, isCaption: false)
                    break
                }
            }
        }
        return result.map { credit in
            guard credit.value.organization == nil, let agency, credit.value.kind == .author else { return credit }
            var value = credit.value
            value.organization = agency
            return Annotation(credit.range, value)
        }
    }

    /// What stands in brackets that open in a range.
    private func brackets(in range: Range<Int>, limit: Int) -> [Range<Int>] {
        var result: [Range<Int>] = []
        var open: Int?
        var offset = range.lowerBound
        while offset < limit {
            let scalar = text.utf8.scalar(at: offset)
            if let start = open, Self.closings.contains(scalar.value) {
                result.append(start..<scalar.offset)
                open = nil
            } else if open == nil, offset < range.upperBound, Self.openings.contains(scalar.value) {
                open = scalar.end
            }
            if open == nil, offset >= range.upperBound { break }
            offset = scalar.end
        }
        return result
    }

    /// A whole day in a line of credits is that of publication.
    private func published(in range: Range<Int>) -> [Annotation<Credit>] {
        WholeDay.find(text.utf8, range).map { [Annotation(TextRange($0.range), Credit(kind: .published, name: $0.day.iso))] } ?? []
    }
}
