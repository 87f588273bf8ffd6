import LinecasterLanguage

/// Where in a text names, times and quantities may begin, a bit for each byte, so that their finders pass the rest of it
/// sixty-four bytes at a stroke.
///
/// A bit says no more than that something may begin there; the finders look for themselves. All bits are set in one pass
/// over the text, by what its scalars are to the words that finders look for (``Signs``).
struct Beginnings: Sendable {
    /// Where a person's name, or a title before one, may begin.
    let person: OffsetSet
    /// Where a name may stand before a verb of speech.
    let speaker: OffsetSet
    /// Where an organization known by its name may begin.
    let organization: OffsetSet
    /// Where the name of a place may begin.
    let place: OffsetSet
    /// Where a time may begin in Chinese blocks, with every letter, digit and mark of ASCII.
    let time: OffsetSet
    /// Where a quantity may begin in Chinese blocks, with all that is not of East Asia but spaces.
    let quantity: OffsetSet

    /// - Parameters:
    ///   - text: Valid UTF-8.
    ///   - blocks: Byte ranges in order; something may begin at the start of each as behind a mark.
    init(_ text: [UInt8], _ blocks: some Sequence<Range<Int>>) {
        var (person, speaker, organization) = (OffsetSet(count: text.count), OffsetSet(count: text.count), OffsetSet(count: text.count))
        var (place, time, quantity) = (OffsetSet(count: text.count), OffsetSet(count: text.count), OffsetSet(count: text.count))
        Signs.table.withUnsafeBufferPointer { table in
            for block in blocks {
                guard text.isChinese(block) else {
                    for offset in block where text[offset] >= 0x80 || table[Int(text[offset])].contains(.organization) {
                        organization.insert(offset)
                    }
                    continue
                }
                var before = Signs.edge
                var offset = block.lowerBound
                while offset < block.upperBound {
                    let scalar = text.scalar(at: offset)
                    let signs = scalar.value < 0x10000 ? table[Int(scalar.value)] : Signs.beyond(scalar.value)
                    let begun = signs.union(before.leads).intersection(.beginnings)
                    if !begun.isEmpty {
                        if begun.contains(.person), scalar.value >= 0x2E80 { person.insert(offset) }
                        if begun.contains(.speaker), signs.contains(.ideograph) { speaker.insert(offset) }
                        if begun.contains(.organization) { organization.insert(offset) }
                        if begun.contains(.place), scalar.value >= 0x4E00 { place.insert(offset) }
                        if begun.contains(.time) { time.insert(offset) }
                        if begun.contains(.quantity) { quantity.insert(offset) }
                    }
                    before = signs
                    offset = scalar.end
                }
            }
        }
        (self.person, self.speaker, self.organization) = (person, speaker, organization)
        (self.place, self.time, self.quantity) = (place, time, quantity)
    }
}

extension [UInt8] {
    /// Whether a block holds ideographs, or marks and digits of their width.
    func isChinese(_ block: Range<Int>) -> Bool { self[block].contains { (0xE3...0xE9).contains($0) || $0 == 0xEF } }
}

/// Offsets in a text, a bit for each.
struct OffsetSet: Sendable {
    private var words: [UInt64]

    init(count: Int) { words = [UInt64](repeating: 0, count: (count + 63) / 64) }

    @inline(__always)
    mutating func insert(_ offset: Int) { words[offset >> 6] |= 1 << UInt64(offset & 63) }

    func contains(_ offset: Int) -> Bool { words[offset >> 6] >> UInt64(offset & 63) & 1 == 1 }

    /// The first member from an offset on; the limit where none is before it.
    ///
    /// - Parameter limit: At most the length of the text.
    func next(from offset: Int, to limit: Int) -> Int {
        guard offset < limit else { return limit }
        var index = offset >> 6
        var word = words[index] & (~0 << UInt64(offset & 63))
        while word == 0 {
            index += 1
            guard index << 6 < limit else { return limit }
            word = words[index]
        }
        return min(limit, index << 6 | word.trailingZeroBitCount)
    }

    mutating func formUnion(_ other: OffsetSet) {
        for index in words.indices { words[index] |= other.words[index] }
    }
}

/// What a scalar may begin, and what may begin behind it.
private struct Signs: OptionSet {
    let rawValue: UInt16

    static let person = Signs(rawValue: 1 << 0)
    static let speaker = Signs(rawValue: 1 << 1)
    static let organization = Signs(rawValue: 1 << 2)
    static let place = Signs(rawValue: 1 << 3)
    static let time = Signs(rawValue: 1 << 4)
    static let quantity = Signs(rawValue: 1 << 5)
    static let beginnings: Signs = [.person, .speaker, .organization, .place, .time, .quantity]

    static let ideograph = Signs(rawValue: 1 << 7)

    /// The same for the scalar behind, eight bits above.
    private static func behind(_ signs: Signs) -> Signs { Signs(rawValue: signs.rawValue << 8) }

    /// What may begin behind the scalar.
    var leads: Signs { Signs(rawValue: rawValue >> 8) }

    /// A mark, white space, or the start of a text: a clause begins behind it.
    static let edge = behind([.person, .speaker, .place])

    /// The signs of a scalar beyond the Basic Multilingual Plane, with which no word begins that is looked for.
    static func beyond(_ value: UInt32) -> Signs { characterClass(value) == .han ? ideograph : [] }

    /// The signs of each scalar of the Basic Multilingual Plane.
    static let table: [Signs] = {
        var table = [Signs](repeating: [], count: 0x10000)
        for value in UInt32(0)..<0x10000 {
            var signs: Signs = []
            switch characterClass(value) {
            case .pause, .terminal, .closing, .opening, .space, .dash, .neutralQuote: signs = edge
            case .han: signs = ideograph
            default: break
            }
            if value < 0x80, !isSpace(value) { signs.insert(.time) }
            if value < 0x2E80, value != 0x20 { signs.insert(.quantity) }
            if Surnames.mayBegin(with: value) { signs.insert(.person) }
            if ChineseTimeReader.mayBegin(with: value) { signs.insert(.time) }
            if ChineseQuantityReader.beginnings.contains(value) { signs.insert(.quantity) }
            table[Int(value)] = signs
        }
        func insert(_ signs: Signs, _ scalars: [Unicode.Scalar?]) {
            for scalar in scalars { if let scalar, scalar.value < 0x10000 { table[Int(scalar.value)].insert(signs) } }
        }
        insert(.person, Titles.introducing.words.map(\.unicodeScalars.first))
        insert(.organization, Organizations.chineseNames.words.map(\.unicodeScalars.first))
        insert(.place, Places.chinese.words.map(\.unicodeScalars.first))
        // A name may follow a title, and 的 of 22岁的.
        insert(behind(.speaker), Titles.chinese.words.map(\.unicodeScalars.last))
        insert(behind(.person), PeopleFinder.descriptions.words.map(\.unicodeScalars.last))
        insert(behind(.place), ChineseNames.before.words.map(\.unicodeScalars.last))
        return table
    }()
}
