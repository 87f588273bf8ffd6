internal import CLanguageData

/// The words of Chinese, simplified and traditional, and the word forms of English, with the cost of each.
///
/// A lexicon is one file of bytes that is mapped, not read: a table of character codes and a double-array
/// trie. Looking up a word allocates nothing.
public struct Lexicon: Sendable {
    /// The lexicon that is part of the program.
    public static let standard: Lexicon = {
        let bytes = MappedBytes(linecaster_lexicon())
        // The tests open it; were it damaged, the program would still find no words instead of wrong ones.
        return (try? Lexicon(bytes, path: "the built-in lexicon")) ?? .empty
    }()

    /// A lexicon without words.
    public static let empty = Lexicon.compile([], forms: [:])

    private let bytes: MappedBytes
    nonisolated(unsafe) let characters: CharacterCodes
    nonisolated(unsafe) let trie: DoubleArray
    /// How many words it holds.
    public let count: Int

    /// Steps of a cost in one nat of probability.
    public static let costsPerNat = 12.0

    /// Maps a lexicon file.
    ///
    /// - Throws: `LanguageDataError` when the file cannot be read or is no lexicon of this version.
    public init(path: String) throws(LanguageDataError) {
        self = try Lexicon(MappedBytes(path: path), path: path)
    }

    init(_ bytes: MappedBytes, path: String) throws(LanguageDataError) {
        let format = LexiconFormat(bytes)
        guard format.isLexicon else {
            throw LanguageDataError(path: path, reason: "it is no lexicon of this version; compile it again")
        }
        guard let tables = format.tables else { throw LanguageDataError(path: path, reason: "it is cut off; compile it again") }
        self.bytes = bytes
        characters = tables.characters
        trie = tables.trie
        count = format.wordCount
    }

    /// A word that begins where the search did.
    public struct Match: Sendable {
        /// How many scalars it has.
        public let length: Int
        /// How improbable it is: the negative logarithm of its probability, in steps of 1/12 nat; 0 to 254.
        public let cost: UInt8
        public let flags: WordFlags
    }

    /// The number of a scalar, which other forms of the same character share; 0 when no word holds it.
    @inline(__always)
    public func code(of value: UInt32) -> UInt16 { characters[value] }

    /// Calls `body` with each word that begins at an offset of a text of codes, the shortest first.
    @inline(__always)
    func forEachWord(in codes: UnsafePointer<UInt16>, count: Int, _ body: (_ length: Int, _ unit: DoubleArray.Unit) -> Void) {
        var unit = trie.root
        var length = 0
        while length < count, let child = trie.child(of: unit, codes[length]) {
            length += 1
            unit = child
            if DoubleArray.cost(unit) != DoubleArray.noWord { body(length, unit) }
        }
    }

    /// What is known of the word that some characters make; nil when it is not in the lexicon.
    func flags(of characters: Characters, _ places: Range<Int>) -> WordFlags? {
        var unit = trie.root
        for place in places {
            guard let child = trie.child(of: unit, characters.codes[place]) else { return nil }
            unit = child
        }
        return DoubleArray.cost(unit) == DoubleArray.noWord ? nil : DoubleArray.flags(unit)
    }

    /// The entry of a word; nil when it is not in the lexicon.
    public subscript(word: String) -> Match? { self[Array(word.utf8)[...]] }

    /// The entry of the word that a range of UTF-8 spells; nil when it is not in the lexicon.
    public subscript(word: ArraySlice<UInt8>) -> Match? {
        var unit = trie.root
        var length = 0
        var offset = word.startIndex
        while offset < word.endIndex {
            let first = word[offset]
            let size = first < 0x80 ? 1 : first < 0xE0 ? 2 : first < 0xF0 ? 3 : 4
            guard offset + size <= word.endIndex else { return nil }
            var value = size == 1 ? UInt32(first) : UInt32(first) & (0x7F >> UInt32(size))
            for byte in word[(offset + 1)..<(offset + size)] { value = value << 6 | UInt32(byte & 0x3F) }
            guard let child = trie.child(of: unit, characters[value]) else { return nil }
            unit = child
            length += 1
            offset += size
        }
        guard length > 0, DoubleArray.cost(unit) != DoubleArray.noWord else { return nil }
        return Match(length: length, cost: DoubleArray.cost(unit), flags: DoubleArray.flags(unit))
    }
}
