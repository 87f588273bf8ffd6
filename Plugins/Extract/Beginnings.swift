import LinecasterLanguage

/// Where in a text names, times and quantities may begin, a bit for each byte, so that their finders pass the rest of it
/// sixty-four bytes at a stroke.
///
/// A bit says no more than that something may begin there; the finders look for themselves. All bits are set in one pass
/// over the text, by what its scalars are to the words that finders look for (``Signs``).
struct Beginnings: Sendable {
    /// Where a person's name, or a title before one, may begin.
    private(set) var person: OffsetSet
    /// Where a name may stand before a verb of speech.
    private(set) var speaker: OffsetSet
    /// Where a verb of speech, or a title or an adverb before one, may begin.
    private(set) var speech: OffsetSet
    /// Where an organization known by its name may begin.
    private(set) var organization: OffsetSet
    /// Where the name of a place may begin.
    private(set) var place: OffsetSet
    /// Where a time may begin in Chinese blocks, with every letter, digit and mark of ASCII.
    private(set) var time: OffsetSet
    /// Where a quantity may begin in Chinese blocks, with all that is not of East Asia but spaces.
    private(set) var quantity: OffsetSet

    /// - Parameters:
    ///   - text: Valid UTF-8.
    ///   - blocks: Byte ranges in order; something may begin at the start of each as behind a mark.
    init(_ text: [UInt8], _ blocks: some Sequence<Range<Int>>) {
        let none = OffsetSet(count: text.count)
        (person, speaker, speech, organization, place, time, quantity) = (none, none, none, none, none, none, none)
        Signs.table.withUnsafeBufferPointer { table in
            Signs.pairs.withUnsafeBufferPointer { pairs in
                for block in blocks {
                    if text.isChinese(block) {
                        mark(text, block, table, pairs)
                    } else {
                        for offset in block where text[offset] >= 0x80 || table[Int(text[offset])].mayBegin(.organization) {
                            organization.insert(offset)
                        }
                    }
                }
            }
        }
    }

    private mutating func mark(
        _ text: [UInt8],
        _ block: Range<Int>,
        _ table: UnsafeBufferPointer<Signs>,
        _ pairs: UnsafeBufferPointer<Signs>
    ) {
        var before = (signs: Signs.edge, value: UInt32(0), offset: block.lowerBound)
        var offset = block.lowerBound
        while offset < block.upperBound {
            let scalar = text.scalar(at: offset)
            var signs = scalar.value < 0x10000 ? table[Int(scalar.value)] : Signs.beyond(scalar.value)
            let opened = before.signs.opened
            if !opened.isEmpty {
                let paired = opened.intersection(pairs[Signs.pair(before.value, scalar.value)])
                if !paired.isEmpty { insert(paired, before.offset) }
                // A name may follow 岁的.
                if paired.contains(.description) { signs.formUnion(.describing) }
            }
            let begun = signs.union(before.signs.leads.intersection(signs.allowed)).intersection(.beginnings)
            if !begun.isEmpty { insert(begun, offset) }
            before = (signs, scalar.value, offset)
            offset = scalar.end
        }
    }

    @inline(__always)
    private mutating func insert(_ begun: Signs, _ offset: Int) {
        if begun.contains(.person) { person.insert(offset) }
        if begun.contains(.speaker) { speaker.insert(offset) }
        if begun.contains(.speech) { speech.insert(offset) }
        if begun.contains(.organization) { organization.insert(offset) }
        if begun.contains(.place) { place.insert(offset) }
        if begun.contains(.time) { time.insert(offset) }
        if begun.contains(.quantity) { quantity.insert(offset) }
    }
}

extension [UInt8] {
    /// Whether a block holds ideographs, or marks and digits of their width.
    func isChinese(_ block: Range<Int>) -> Bool { self[block].contains { (0xE3...0xE9).contains($0) || $0 == 0xEF } }
}

/// What a scalar begins, what it begins with the one behind it, and what may begin behind it.
private struct Signs: OptionSet {
    let rawValue: UInt32

    static let person = Signs(rawValue: 1 << 0)
    static let speaker = Signs(rawValue: 1 << 1)
    static let speech = Signs(rawValue: 1 << 2)
    static let organization = Signs(rawValue: 1 << 3)
    static let place = Signs(rawValue: 1 << 4)
    static let time = Signs(rawValue: 1 << 5)
    static let quantity = Signs(rawValue: 1 << 6)
    static let beginnings = Signs(rawValue: 1 << 7 - 1)
    /// What somebody is described by before the name: 岁的.
    static let description = Signs(rawValue: 1 << 7)

    /// The same with the scalar behind it, eight bits above.
    private static func opening(_ signs: Signs) -> Signs { Signs(rawValue: signs.rawValue << 8) }
    var opened: Signs { Signs(rawValue: rawValue >> 8 & 0xFF) }

    func mayBegin(_ signs: Signs) -> Bool { contains(signs) || opened.contains(signs) }

    /// The same behind the scalar, sixteen bits above.
    private static func behind(_ signs: Signs) -> Signs { Signs(rawValue: signs.rawValue << 16) }
    var leads: Signs { Signs(rawValue: rawValue >> 16 & 0xFF) }

    /// A mark, white space, or the start of a text: a clause begins behind it.
    static let edge = behind([.person, .speaker, .place])
    static let describing = behind(.person)

    private static let isWide = Signs(rawValue: 1 << 24)
    private static let isIdeograph = Signs(rawValue: 1 << 25)

    /// What the scalar may begin by what stands before it.
    var allowed: Signs { contains(.isIdeograph) ? [.person, .speaker, .place] : contains(.isWide) ? .person : [] }

    /// The signs of a scalar beyond the Basic Multilingual Plane, with which no word begins that is looked for.
    static func beyond(_ value: UInt32) -> Signs { characterClass(value) == .han ? [.isIdeograph, .isWide] : .isWide }

    /// Words by what they begin.
    private static let words: [(signs: Signs, words: [String])] = [
        (.person, Titles.introducing.words), (.speech, Titles.chinese.words + ChineseName.adverbs.words),
        (.speech, SpeechVerbs.chinese.words + SpeechVerbs.chineseToSomebody.words),
        (.organization, Organizations.chineseNames.words), (.place, Places.chinese.words), (.time, ChineseTimeReader.beginningWords),
        (.description, PeopleFinder.descriptions.words),
    ]

    /// The signs of each scalar of the Basic Multilingual Plane.
    static let table: [Signs] = {
        var table = [Signs](repeating: [], count: 0x10000)
        for value in UInt32(0)..<0x10000 {
            var signs: Signs = value >= 0x2E80 ? isWide : []
            switch characterClass(value) {
            case .pause, .terminal, .closing, .opening, .space, .dash, .neutralQuote: signs.formUnion(edge)
            case .han: signs.insert(isIdeograph)
            default: break
            }
            if value < 0x80, !isSpace(value) { signs.insert(.time) }
            if value < 0x2E80, value != 0x20 { signs.insert(.quantity) }
            if Surnames.mayBegin(with: value) { signs.insert(.person) }
            if ChineseTimeReader.mayBegin(with: value) { signs.insert(.time) }
            if ChineseQuantityReader.beginnings.contains(value) { signs.insert(.quantity) }
            table[Int(value)] = signs
        }
        func insert(_ signs: Signs, _ scalar: Unicode.Scalar?) {
            if let scalar, scalar.value < 0x10000 { table[Int(scalar.value)].formUnion(signs) }
        }
        for (signs, words) in words {
            for word in words.map(\.unicodeScalars) { insert(word.count > 1 ? opening(signs) : signs, word.first) }
        }
        // A name may follow a title.
        for title in Titles.chinese.words { insert(behind(.speaker), title.unicodeScalars.last) }
        for word in ChineseNames.before.words { insert(behind(.place), word.unicodeScalars.last) }
        return table
    }()

    /// What words begin with two scalars, by a hash of them.
    static let pairs: [Signs] = {
        var pairs = [Signs](repeating: [], count: 1 << pairBits)
        for (signs, words) in words {
            for word in words.map({ $0.unicodeScalars.prefix(2).map(\.value) }) where word.count > 1 {
                pairs[pair(word[0], word[1])].formUnion(signs)
            }
        }
        return pairs
    }()

    private static let pairBits: UInt32 = 14

    /// The place of two scalars among the pairs.
    ///
    /// Source: the multipliers of D. E. Knuth (the golden ratio) and of xxHash.
    @inline(__always)
    static func pair(_ first: UInt32, _ second: UInt32) -> Int {
        Int((first &* 0x9E37_79B1 &+ second &* 0x85EB_CA77) >> (32 - pairBits))
    }
}
