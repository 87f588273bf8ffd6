import LinecasterKit
import LinecasterLanguage

/// Names blocks by their place among the others: which title is the headline, which a kicker, a deck or
/// a subhead; which paragraphs are items of a list.
struct BlockNaming {
    private let text: [UInt8]
    private var blocks: [Annotation<Block>]

    init(_ text: [UInt8], _ drafts: [Annotation<Block>]) {
        self.text = text
        blocks = drafts
    }

    /// The blocks with their final kinds.
    func named() -> [Annotation<Block>] {
        var naming = self
        naming.nameSpecialParagraphs()
        naming.namePullQuotes()
        naming.nameListItems()
        naming.nameNotes()
        naming.nameUnendedParagraphs()
        naming.nameTitles()
        return naming.blocks
    }

    private func kind(_ index: Int) -> BlockKind { blocks[index].value.kind }

    private mutating func set(_ index: Int, _ kind: BlockKind) { blocks[index].value.kind = kind }

    // MARK: Paragraphs that are something else

    private static let noteStarts = PhraseSet(
        "（作者系 （作者为 （作者单位 （作者是 作者系 作者为 作者单位 编者按 编者的话 【编者按】 编后 （完） 更正 本文系 (完) 注： 附： 延伸阅读 相关链接 地址： 地址: 电话： 电话: 传真： 邮编： 邮箱： 联系人： 联系电话： 网址："
    )

    private mutating func nameSpecialParagraphs() {
        let turns = SpeakerTurns(text, lines: blocks.map(\.range.offsets))
        for index in blocks.indices where kind(index) == .paragraph || kind(index) == .subhead {
            let range = blocks[index].range.offsets
            if turns.label(text, line: range) != nil {
                set(index, .paragraph)
            } else if isDateline(range) {
                set(index, .dateline)
            } else if kind(index) == .subhead, index > 0, kind(index - 1) == .subhead, ReporterAtPlace.nameEnd(text, line: range) != nil {
                set(index, .byline)
            } else if kind(index) == .subhead, index > 0, isWriterAbovePublication(index) {
                set(index, .byline)
            } else if Self.noteStarts.match(in: text, at: range.lowerBound, limit: range.upperBound) != nil {
                set(index, .note)
            } else if endsInPhotoCredit(range) {
                set(index, .caption)
            }
        }
    }

    /// `Jane Ashby` between the headline and `4 June 2024 • 6:00am`.
    private func isWriterAbovePublication(_ index: Int) -> Bool {
        index + 1 < blocks.count && PublicationLine.isLine(text, line: blocks[index + 1].range.offsets)
            && LoneName.isEnglish(text, line: blocks[index].range.offsets)
    }

    /// `■ 新桥通车 本报记者 周晓峰 摄`, `The ferry at noon. RUTH MARLOW / STAFF`: what ends so is no title.
    private func endsInPhotoCredit(_ range: Range<Int>) -> Bool {
        guard range.count <= 240, let last = text.scalar(before: range.upperBound, from: range.lowerBound) else { return false }
        guard characterClass(last.value) == .han else { return CreditLine.captionSigns(text, line: range).contains(.end) }
        // White space stands before 摄, or before whom it credits.
        return (last.value == 0x6444 || last.value == 0x651D)
            && text[max(range.lowerBound, last.offset - 13)..<last.offset].contains(0x20)
    }

    private mutating func namePullQuotes() {
        let quotes = PullQuotes(text, blocks)
        for index in blocks.indices where (kind(index) == .paragraph || kind(index) == .subhead) && quotes.isQuote(index) {
            set(index, .note)
        }
    }

    /// `新华社北京1月2日电`, `LONDON, Jan. 5`, alone in a block.
    private func isDateline(_ range: Range<Int>) -> Bool {
        guard range.count <= 75 else { return false }
        let scalars = text.scalars(in: range)
        guard scalars.contains(where: { characterClass($0.value) == .digit }) else { return false }
        return text.holds("电", at: range.upperBound - 3)
            || (text.holds("讯", at: range.upperBound - 3) && text.holds("本报", at: range.lowerBound))
    }

    // MARK: Lists

    private mutating func nameListItems() {
        var start = 0
        while start < blocks.count {
            var end = start
            while end < blocks.count, isItem(end, first: start) { end += 1 }
            if end - start >= 2 { for index in start..<end { set(index, .listItem) } }
            start = max(end, start + 1)
        }
    }

    /// A short paragraph behind a bullet, or a number like that of its neighbours.
    private func isItem(_ index: Int, first: Int) -> Bool {
        guard kind(index) == .paragraph || kind(index) == .subhead else { return false }
        let range = blocks[index].range.offsets
        guard Enumerator.match(in: text, line: range) != nil || isLettered(index) else { return false }
        let mark = text.scalar(at: range.lowerBound).value
        let isBullet =
            ChineseNumeral.digit(mark) == nil && ![.digit, .letter, .opening, .han].contains(characterClass(mark))
        // A numbered paragraph of several sentences is a paragraph.
        return isBullet || (range.count <= 120 && SentenceBoundaries().sentences(in: text, range: range).count <= 2)
    }

    /// Whether a letter numbers a block, and the next or the one before its neighbour: `a)`, `iv)`.
    private func isLettered(_ index: Int) -> Bool {
        guard let mark = Enumerator.mark(in: text, line: blocks[index].range.offsets) else { return false }
        func neighbour(_ other: Int) -> Enumerator.Mark? {
            blocks.indices.contains(other) ? Enumerator.mark(in: text, line: blocks[other].range.offsets) : nil
        }
        return neighbour(index + 1).map(mark.isFollowed) ?? false || neighbour(index - 1)?.isFollowed(by: mark) ?? false
    }

    /// What a star or a dagger begins, and no list, is a note to the text.
    private mutating func nameNotes() {
        for index in blocks.indices.dropFirst() where kind(index) == .paragraph || kind(index) == .subhead {
            if NoteMark.begins(text, line: blocks[index].range.offsets) { set(index, .note) }
        }
    }

    // MARK: Titles

    /// A short block that ends no sentence is a title, whatever its lines looked like.
    private mutating func nameUnendedParagraphs() {
        for index in blocks.indices where kind(index) == .paragraph && blocks.count > 1 {
            let range = blocks[index].range.offsets
            guard range.count <= 75, !text[range].contains(0x0A), let last = text.scalar(before: range.upperBound, from: range.lowerBound)
            else { continue }
            let ends = characterClass(last.value)
            if ends.isIdeographic || ends == .letter || ends == .digit { set(index, .subhead) }
        }
    }

    private mutating func nameTitles() {
        let titles = blocks.indices.filter { kind($0) == .subhead }
        guard !titles.isEmpty else { return }
        let bodies = blocks.indices.filter { [.paragraph, .listItem, .table].contains(kind($0)) }
        guard let firstBody = bodies.first, let lastBody = bodies.last else { return nameTop(titles) }
        let byline = blocks.indices.first { kind($0) == .byline && $0 < firstBody } ?? firstBody
        nameTop(titles.filter { $0 < min(byline, firstBody) })
        nameBottom(titles.filter { $0 > lastBody })
    }

    /// The titles above the article: a kicker and the headline, or the headline and a deck.
    private mutating func nameTop(_ titles: [Int]) {
        switch titles.count {
        case 0: return
        case 1: set(titles[0], .headline)
        case 2 where isDeck(titles[1], below: titles[0]):
            set(titles[0], .headline)
            set(titles[1], .deck)
        default:
            // What a dash begins is a deck, and the title above it the headline.
            let dashed = titles.count <= 4 ? titles.indices.dropFirst().first { beginsWithDash(titles[$0]) } : nil
            let headline = dashed.map { $0 - 1 } ?? 1
            for index in titles[..<headline] { set(index, .kicker) }
            set(titles[headline], .headline)
            for index in titles[(headline + 1)...] { set(index, .deck) }
        }
    }

    /// Titles that extraction moved behind the article.
    private mutating func nameBottom(_ titles: [Int]) {
        guard let last = titles.last else { return }
        set(last, .headline)
        for index in titles.dropLast() { set(index, .kicker) }
    }

    private func beginsWithDash(_ index: Int) -> Bool {
        characterClass(text.scalar(at: blocks[index].range.lowerBound).value) == .dash
    }

    private static let longestKicker = 40

    /// A deck begins with a dash, or says far more than the headline.
    private func isDeck(_ index: Int, below headline: Int) -> Bool {
        let range = blocks[index].range
        // English kickers are a few words; a line or two is a headline already.
        if blocks[headline].range.count >= Self.longestKicker, text[blocks[headline].range.offsets].allSatisfy({ $0 < 0x80 }) {
            return true
        }
        if SpeakerTitle.opens(text, line: range.offsets), !SpeakerTitle.opens(text, line: blocks[headline].range.offsets) { return true }
        if PairedTitle.tellsDuties(text, line: range.offsets) { return true }
        // In bytes: 22 Chinese characters, or some sixty letters.
        return beginsWithDash(index) || (range.count >= 66 && range.count * 5 > blocks[headline].range.count * 9)
    }
}
