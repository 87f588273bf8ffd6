#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#endif

/// A word to be compiled into a lexicon.
public struct LexiconWord: Sendable {
    public let text: String
    /// How often it was seen in some large text; at least 1.
    public let frequency: Double
    public let flags: WordFlags

    public init(_ text: String, frequency: Double, flags: WordFlags = []) {
        self.text = text
        self.frequency = frequency
        self.flags = flags
    }
}

extension Lexicon {
    /// Compiles words to a lexicon in memory.
    ///
    /// - Parameters:
    ///   - words: A word that comes several times counts once, with the sum of frequencies and all flags.
    ///   - forms: Scalars that are another form of a scalar of the words: 國 of 国.
    public static func compile(_ words: [LexiconWord], forms: [UInt32: UInt32]) -> Lexicon {
        let bytes = MappedBytes(copying: LexiconCompiler(words, forms: forms).file)
        guard let lexicon = try? Lexicon(bytes, path: "the lexicon just compiled") else {
            preconditionFailure("the compiler writes what the reader reads")
        }
        return lexicon
    }

    /// Compiles words to the bytes of a lexicon file.
    public static func file(_ words: [LexiconWord], forms: [UInt32: UInt32]) -> [UInt8] {
        LexiconCompiler(words, forms: forms).file
    }
}

extension Lexicon {
    /// The bytes of this lexicon's file in which some words have one flag more.
    ///
    /// Words, costs and codes stay as they are, and with them whatever was learned with this lexicon.
    ///
    /// - Parameters:
    ///   - file: The bytes that this lexicon was read from.
    ///   - flag: The flag.
    ///   - words: Which words get it; words that the lexicon lacks are passed over.
    public func file(_ file: [UInt8], adding flag: WordFlags, to words: [String]) -> [UInt8] {
        var file = file
        let first = file.count - trie.count * MemoryLayout<DoubleArray.Unit>.size
        for word in words {
            guard let unit = trie.index(of: word.unicodeScalars.map { characters[$0.value] }) else { continue }
            // The flags are the upper sixteen bits of a unit, its lowest byte first.
            let place = first + unit * MemoryLayout<DoubleArray.Unit>.size + 6
            file[place] |= UInt8(truncatingIfNeeded: flag.rawValue)
            file[place + 1] |= UInt8(truncatingIfNeeded: flag.rawValue >> 8)
        }
        return file
    }
}

/// Numbers characters by how often words hold them, and lays the words out as a trie.
private struct LexiconCompiler {
    private let words: [LexiconWord]
    private let forms: [UInt32: UInt32]

    init(_ words: [LexiconWord], forms: [UInt32: UInt32]) {
        self.words = words
        self.forms = forms
    }

    /// The form of a character that stands for all of its forms: simplified, half-width, lowercase.
    private func plain(_ value: UInt32) -> UInt32 {
        var value = forms[value] ?? value
        if (0xFF01...0xFF5E).contains(value) { value -= 0xFEE0 }
        if (0x41...0x5A).contains(value) { value += 0x20 }
        return value
    }

    var file: [UInt8] {
        let spelled = words.map { $0.text.unicodeScalars.map { plain($0.value) } }
        var uses: [UInt32: Int] = [:]
        for word in spelled { for value in word { uses[value, default: 0] += 1 } }
        let order = uses.sorted { $0.value != $1.value ? $0.value > $1.value : $0.key < $1.key }.prefix(0xFFFE)
        let codes = Dictionary(uniqueKeysWithValues: order.enumerated().map { ($1.key, UInt16($0 + 1)) })
        let entries = entries(spelled, codes)
        var builder = DoubleArrayBuilder(entries)
        let units = builder.build() ?? []
        let table = table(codes)
        return LexiconFormat.file(wordCount: units.isEmpty ? 0 : entries.count, pages: table.pages, codes: table.codes, units: units)
    }

    /// The words as codes, sorted, each once, with its cost.
    private func entries(_ spelled: [[UInt32]], _ codes: [UInt32: UInt16]) -> [DoubleArrayBuilder.Word] {
        var merged: [[UInt16]: (frequency: Double, flags: WordFlags)] = [:]
        var total = 0.0
        for (word, values) in zip(words, spelled) where !values.isEmpty {
            let key = values.compactMap { codes[$0] }
            guard key.count == values.count else { continue }
            merged[key, default: (0, [])].frequency += word.frequency
            merged[key, default: (0, [])].flags.formUnion(word.flags)
            total += word.frequency
        }
        return merged.map { key, entry in
            let nats = -log(max(entry.frequency, 1) / max(total, 1))
            return DoubleArrayBuilder.Word(
                codes: key,
                cost: UInt8(min(254, max(0, (nats * Lexicon.costsPerNat).rounded()))),
                flags: entry.flags
            )
        }
        .sorted { $0.codes.lexicographicallyPrecedes($1.codes) }
    }

    /// Pages of codes for all forms of all characters.
    private func table(_ codes: [UInt32: UInt16]) -> (pages: [UInt16], codes: [UInt16]) {
        var pages = [UInt16](repeating: 0, count: CharacterCodes.pageCount)
        var filled = [UInt16](repeating: 0, count: 256)
        func set(_ value: UInt32, _ code: UInt16) {
            let page = Int(value >> 8)
            if pages[page] == 0 {
                pages[page] = UInt16(filled.count / 256)
                filled += [UInt16](repeating: 0, count: 256)
            }
            filled[Int(pages[page]) << 8 | Int(value & 0xFF)] = code
        }
        for (value, code) in codes {
            set(value, code)
            if (0x61...0x7A).contains(value) { set(value - 0x20, code) }
            if (0x21...0x7E).contains(value) { set(value + 0xFEE0, code) }
            if (0x61...0x7A).contains(value) { set(value - 0x20 + 0xFEE0, code) }
        }
        for (form, value) in forms {
            guard let code = codes[plain(value)] else { continue }
            set(form, code)
        }
        return (pages, filled)
    }
}
