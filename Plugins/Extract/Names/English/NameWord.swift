import LinecasterKit
import LinecasterLanguage

/// A word of English text, as names are built of words.
struct NameWord {
    /// Its bytes, without `'s`.
    let range: Range<Int>
    let traits: Traits

    /// What a word is to a name. Several may hold.
    struct Traits: OptionSet {
        let rawValue: UInt32
        /// Begins with a capital.
        static let capital = Traits(rawValue: 1 << 0)
        /// In capitals alone, two letters or more.
        static let acronym = Traits(rawValue: 1 << 1)
        /// One white space parts it from the next word.
        static let joined = Traits(rawValue: 1 << 2)
        /// `'s` follows it.
        static let genitive = Traits(rawValue: 1 << 3)
        /// A word of grammar.
        static let function = Traits(rawValue: 1 << 4)
        /// A weekday or a month.
        static let time = Traits(rawValue: 1 << 5)
        /// An office or a rank, as it stands before a name.
        static let title = Traits(rawValue: 1 << 6)
        /// The last word of an organization's name.
        static let organization = Traits(rawValue: 1 << 7)
        /// `of` or `for` goes on with an organization's name behind it.
        static let head = Traits(rawValue: 1 << 8)
        /// The last word of a place's name.
        static let place = Traits(rawValue: 1 << 9)
        /// A name that people are given.
        static let given = Traits(rawValue: 1 << 10)
        /// `Inc.`, `Jr.`: nothing of a name stands behind it.
        static let last = Traits(rawValue: 1 << 11)
        /// `J.`
        static let initial = Traits(rawValue: 1 << 12)
        /// `van`, `de`: within a person's name in small letters.
        static let particle = Traits(rawValue: 1 << 13)
        /// A word that the lexicon has in small letters.
        static let common = Traits(rawValue: 1 << 14)
        /// A nationality, a religion, a party: part of names of organizations, not of people.
        static let adjective = Traits(rawValue: 1 << 15)
        /// A role in small letters: `farmer`. With a capital at the beginning of a sentence it stands before a name.
        static let role = Traits(rawValue: 1 << 16)
    }

    func has(_ trait: Traits) -> Bool { traits.contains(trait) }
}

/// The words of a block.
struct NameWords {
    private(set) var all: [NameWord] = []
    private let text: [UInt8]
    private let limit: Int

    init(_ text: [UInt8], _ block: Range<Int>) {
        self.text = text
        limit = block.upperBound
        all.reserveCapacity(block.count / 5)
        var offset = block.lowerBound
        while offset < limit {
            let end = wordEnd(from: offset)
            if end > offset {
                offset = append(offset..<end)
            } else if text[offset] == UInt8(ascii: "&"), offset + 1 < limit, text[offset + 1] == 0x20 {
                all.append(NameWord(range: offset..<offset + 1, traits: .joined))
                offset += 1
            } else {
                offset += 1
            }
        }
    }

    /// Words with which sentences begin, and no names.
    private static let openers = PhraseSet(
        """
        Besides Unlike Despite Meanwhile Perhaps Nevertheless Instead Nearly Everyone Nobody Somebody Including Across Along Outside Inside Behind \
        Beside Beyond Throughout Amid According Yesterday Today Tomorrow Tonight Whatever Whoever Another Asked Citing Speaking Regarding Among \
        Alongside Accompanied Joined Born Married Following Thanks Moreover Furthermore Likewise Otherwise Earlier Later Soon Recently
        """
    )
    private static let times = PhraseSet(
        """
        Monday Tuesday Wednesday Thursday Friday Saturday Sunday January February March April May June July August September October November \
        December Jan. Feb. Mar. Apr. Jun. Jul. Aug. Sept. Sep. Oct. Nov. Dec. Mon. Tues. Wed. Thurs. Fri. Sat. Sun. Christmas Easter Thanksgiving
        """
    )
    private static let particles = PhraseSet("de van von der den la le du di da bin al ibn el dos das ter ten")
    private static let lasts = PhraseSet("Inc Inc. Corp. Ltd Ltd. Co. Jr. Sr. Jr Sr PLC plc LLC LLP GmbH")
    private static let nationalities = PhraseSet(
        """
        American British English Scottish Welsh Irish French German Italian Spanish Portuguese Russian Ukrainian Polish Chinese Japanese Korean Indian \
        Pakistani Iranian Iraqi Israeli Palestinian Turkish Greek Dutch Belgian Swiss Austrian Swedish Norwegian Danish Finnish Canadian Mexican \
        Brazilian Argentine Australian African European Asian Arab Syrian Saudi Egyptian Nigerian Kenyan Vietnamese Thai Indonesian Filipino Cuban \
        Democratic Republican Conservative Liberal Labour Catholic Christian Muslim Jewish Protestant Islamic Western Eastern Northern Southern
        """
    )

    private mutating func append(_ range: Range<Int>) -> Int {
        var next = range.upperBound
        var traits: NameWord.Traits = []
        if let end = genitive(at: next) {
            traits.insert(.genitive)
            next = end
        }
        if next + 1 < limit, text[next] == 0x20 || text[next] == 0x0A,
            isLetter(text[next + 1]) || isAccented(next + 1) || text[next + 1] == UInt8(ascii: "&")
        {
            traits.insert(.joined)
        }
        if text[range.lowerBound] &- 0x41 < 26 || text[range.lowerBound] >= 0x80 {
            traits.formUnion(capitalTraits(range))
        } else if Self.particles.contains(text, range) {
            traits.insert(.particle)
        }
        all.append(NameWord(range: range, traits: traits))
        return next
    }

    private func capitalTraits(_ range: Range<Int>) -> NameWord.Traits {
        var traits: NameWord.Traits = .capital
        let lower = text[range].map { $0 &- 0x41 < 26 ? $0 | 0x20 : $0 }
        let whole = 0..<lower.count
        if FunctionWords.english.contains(lower, whole) || Self.openers.contains(text, range) { traits.insert(.function) }
        if Self.times.contains(text, range) { traits.insert(.time) }
        if Titles.english.contains(text, range) { traits.insert(.title) }
        if Organizations.englishSuffixes.contains(text, range) { traits.insert(.organization) }
        if Organizations.englishHeads.contains(text, range) { traits.insert(.head) }
        if Places.englishEndings.contains(text, range) { traits.insert(.place) }
        if GivenNames.english.contains(text, range) { traits.insert(.given) }
        if Self.lasts.contains(text, range) { traits.insert(.last) }
        if Self.nationalities.contains(text, range) { traits.insert(.adjective) }
        if range.count >= 2, text[range].allSatisfy({ $0 &- 0x41 < 26 || $0 == UInt8(ascii: "&") }) { traits.insert(.acronym) }
        if range.count == 2, text[range.lowerBound + 1] == UInt8(ascii: ".") { traits.insert(.initial) }
        if EnglishOccupations.contains(lower, whole) { traits.insert(.role) }
        if Lexicon.standard[lower[...]]?.flags.contains(.smallLetters) == true { traits.insert(.common) }
        return traits
    }

    // MARK: Where words end

    private static let abbreviations = PhraseSet(
        """
        St. Mt. Ft. Sens. Reps. Drs. Messrs. Jr. Sr. Inc. Corp. Co. Ltd. Bros. No. Jan. Feb. Mar. Apr. Jun. Jul. Aug. Sept. Sep. Oct. Nov. Dec.
        """
    )

    private func wordEnd(from start: Int) -> Int {
        var end = start
        while end < limit {
            let byte = text[end]
            if isLetter(byte) || isAccented(end) || end > start && byte &- 0x30 < 10 {
                end += 1
            } else if end > start, byte == UInt8(ascii: "-"), end + 1 < limit, isLetter(text[end + 1]) || isAccented(end + 1) {
                end += 1
            } else if end > start, byte == UInt8(ascii: "&"), end + 1 < limit, isCapital(text[end - 1]), isCapital(text[end + 1]) {
                end += 1
            } else if end > start, let next = apostrophe(at: end), next + 1 < limit, isCapital(text[next]), isCapital(text[end - 1]),
                end - start == 1
            {
                // O'Brien, D'Angelo
                end = next
            } else if byte == 0x2E, end > start, stopBelongs(start..<end) {
                end += 1
            } else {
                break
            }
        }
        return end
    }

    /// Whether the full stop behind letters is part of the word: an initial, `U.S.`, `Gov.`
    private func stopBelongs(_ word: Range<Int>) -> Bool {
        let end = word.upperBound
        if isCapital(text[end - 1]), word.count == 1 || text[end - 2] == 0x2E {
            // U.S. goes on, or a name behind an initial does.
            if end + 1 < limit, isCapital(text[end + 1]), end + 2 < limit, text[end + 2] == 0x2E { return true }
            return word.count > 1 || end + 1 < limit && (text[end + 1] == 0x20 || isCapital(text[end + 1]))
        }
        guard word.count < 7, text[word.lowerBound] &- 0x41 < 26 else { return false }
        let dotted = word.lowerBound..<end + 1
        if Titles.english.contains(text, dotted) { return true }
        guard Self.abbreviations.contains(text, dotted) else { return false }
        // What may end a sentence keeps its stop where the sentence goes on.
        guard end + 2 < limit, NameWords.lasts.contains(text, dotted) else { return true }
        return text[end + 1] == UInt8(ascii: ",") || text[end + 1] == 0x20 && !isCapital(text[end + 2])
    }

    private func apostrophe(at offset: Int) -> Int? {
        if text[offset] == UInt8(ascii: "'") { return offset + 1 }
        return text[offset] == 0xE2 && text.holds("’", at: offset) ? offset + 3 : nil
    }

    /// The end of `'s` at an offset.
    private func genitive(at offset: Int) -> Int? {
        guard offset < limit, let letter = apostrophe(at: offset) else { return nil }
        if letter < limit, text[letter] == UInt8(ascii: "s"), letter + 1 >= limit || !isLetter(text[letter + 1]) { return letter + 1 }
        return text[offset - 1] == UInt8(ascii: "s") && letter < limit && text[letter] == 0x20 ? letter : nil
    }

    private func isLetter(_ byte: UInt8) -> Bool { (byte | 0x20) &- 0x61 < 26 }
    private func isCapital(_ byte: UInt8) -> Bool { byte &- 0x41 < 26 }

    /// A byte of a Latin letter with an accent.
    private func isAccented(_ offset: Int) -> Bool {
        let lead: ClosedRange<UInt8> = 0xC3...0xC9
        if lead.contains(text[offset]) { return true }
        return text[offset] & 0xC0 == 0x80 && offset > 0 && lead.contains(text[offset - 1])
    }
}
