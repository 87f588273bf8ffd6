import LinecasterKit
import LinecasterLanguage

/// Reads sentences one after the other: their terms, and the signs of how they can stand.
struct SentenceReader {
    private let text: [UInt8]
    private let entities: [Annotation<Entity>]
    private var nextEntity = 0
    private let credits: [Range<Int>]
    private var reader: TermReader

    init(_ article: Article) {
        text = article.utf8
        entities = article[.entities]
        credits = article[.credits].filter { [.dateline, .source, .author, .correspondent].contains($0.value.kind) }.map(\.range.offsets)
        reader = TermReader(bytes: article.utf8.count)
    }

    var terms: [Int32] { reader.terms }
    var termCount: Int { reader.count }

    /// A sentence without the dateline or credit that it begins with.
    func withoutLeadIn(_ range: Range<Int>) -> Range<Int> { LeadIn.end(in: text, range, credits: credits)..<range.upperBound }

    /// Reads the terms of a headline.
    mutating func addTerms(of range: Range<Int>) {
        reader.begin()
        _ = scan(range)
    }

    /// Reads a sentence.
    ///
    /// - Parameter opensBlock: Whether it is the first of its block.
    mutating func read(_ range: Range<Int>, opensBlock: Bool) -> SentenceSigns {
        reader.begin()
        let shape = scan(range)
        let names = addNames(in: range)
        var signs = SentenceSigns(
            standing: .alone,
            characters: shape.characters,
            quoted: shape.quoted,
            names: names.count,
            cues: reader.cues
        )
        signs.standing = standing(of: range, shape, opensBlock: opensBlock, firstPerson: names.firstPerson)
        return signs
    }

    // MARK: Names

    private mutating func addNames(in range: Range<Int>) -> (count: Int, firstPerson: Int?) {
        while nextEntity < entities.count, entities[nextEntity].range.lowerBound < range.lowerBound { nextEntity += 1 }
        var count = 0
        var firstPerson: Int?
        while nextEntity < entities.count, entities[nextEntity].range.lowerBound < range.upperBound {
            let entity = entities[nextEntity]
            reader.add(name: entity.value.name)
            count += 1
            if firstPerson == nil, entity.value.kind == .person { firstPerson = entity.range.lowerBound }
            nextEntity += 1
        }
        return (count, firstPerson)
    }

    // MARK: Standing

    private func standing(of range: Range<Int>, _ shape: Shape, opensBlock: Bool, firstPerson: Int?) -> SentenceSigns.Standing {
        guard shape.isBalanced, shape.characters > 0, !shape.beginsClosed else { return .never }
        if shape.isWhollyQuoted { return opensBlock ? .never : .behind }
        guard shape.endsSentence, !shape.isQuestion, !Interview.asks(text, range) else { return .atNeed }
        guard (shape.isLatin ? 30...600 : 10...280).contains(shape.characters) else { return .atNeed }
        return Opening.leans(text, range, firstPerson: firstPerson) ? .behind : .alone
    }

    // MARK: Shape

    /// What one pass over a sentence's scalars shows.
    private struct Shape {
        var characters = 0
        var quoted = 0
        var latin = 0
        /// Whether every quotation mark and bracket is closed within the sentence.
        var isBalanced = true
        /// Whether a mark that closes or parts stands first.
        var beginsClosed = false
        var endsSentence = false
        var isQuestion = false
        /// Whether one quotation is all there is.
        var isWhollyQuoted = false

        var isLatin: Bool { latin * 2 > characters }
    }

    private mutating func scan(_ range: Range<Int>) -> Shape {
        var shape = Shape()
        var quotes = 0
        var brackets = 0
        var straight = 0
        var outside = 0
        var previous: UInt32 = 0
        var last: UInt32 = 0
        var offset = range.lowerBound
        while offset < range.upperBound {
            let scalar = text.scalar(at: offset)
            let value = scalar.value
            if value | 0x20 &- 0x61 < 26, value < 0x80 {
                let end = endOfWord(offset, range.upperBound)
                reader.add(word: offset..<end, of: text)
                shape.characters += end - offset
                shape.latin += end - offset
                if quotes > 0 || straight & 1 == 1 { shape.quoted += end - offset } else { outside += 1 }
                (previous, last) = (0, value)
                offset = end
                continue
            }
            shape.characters += 1
            offset = scalar.end
            // Most scalars of Chinese are of one block.
            if value &- 0x4E00 < 0x5200 {
                if previous != 0 { reader.add(pair: previous, value) }
                (previous, last) = (value, value)
                if quotes > 0 { shape.quoted += 1 } else { outside += 1 }
                continue
            }
            let kind = characterClass(value)
            switch kind {
            case .han, .kana:
                if previous != 0 { reader.add(pair: previous, value) }
                previous = value
            case .space:
                shape.latin += 1
                previous = 0
                continue
            case .opening, .closing, .neutralQuote:
                previous = 0
                switch value {
                case 0x201C, 0x300C, 0x300E: quotes += 1
                case 0x201D, 0x300D, 0x300F: quotes -= 1
                case 0x22: straight += 1
                case 0xFF08, 0x28, 0x300A, 0x3010, 0x3014: brackets += 1
                case 0xFF09, 0x29, 0x300B, 0x3011, 0x3015: brackets -= 1
                default: break
                }
                if quotes < 0 || brackets < 0 { shape.isBalanced = false }
                last = value
                continue
            default: previous = 0
            }
            last = value
            if quotes > 0 || straight & 1 == 1 {
                shape.quoted += 1
            } else if kind != .terminal {
                outside += 1
            }
        }
        if quotes != 0 || brackets != 0 || straight & 1 == 1 { shape.isBalanced = false }
        if !range.isEmpty {
            let first = text.scalar(at: range.lowerBound).value
            shape.beginsClosed = [.closing, .pause, .terminal].contains(characterClass(first))
        }
        let lastClass = characterClass(last)
        shape.endsSentence = lastClass == .terminal || lastClass == .closing || lastClass == .neutralQuote
        shape.isQuestion = last == 0x3F || last == 0xFF1F
        shape.isWhollyQuoted = outside == 0 && shape.quoted > 0
        return shape
    }

    private func endOfWord(_ start: Int, _ limit: Int) -> Int {
        var end = start + 1
        while end < limit, (text[end] | 0x20) &- 0x61 < 26 { end += 1 }
        return end
    }
}
