/// Finds names of people, places and organizations in Chinese text.
///
/// It reads words first, and then tags each character with what it sees of characters, words, and what the
/// lexicon knows of the words.
public struct NameReader: Sendable {
    /// What a name names.
    public enum Kind: String, Sendable, CaseIterable {
        case person = "PER"
        case place = "LOC"
        case organization = "ORG"
    }

    /// A name in the text.
    public struct Name: Hashable, Sendable {
        public let kind: Kind
        /// Bytes, half-open.
        public let range: Range<Int>

        public init(kind: Kind, range: Range<Int>) {
            self.kind = kind
            self.range = range
        }
    }

    /// Numbers in a row of observations.
    package static let columns = 14
    /// What the small numbers of a row are smaller than; no text is read by another convention.
    static let limits: [Int?] = {
        let (position, wordClass) = (WordSpan.positionLimit, WordClass.allCases.count + 1)
        return [
            nil, CharacterKind.limit, position, wordClass, nil, nil, nil, wordClass, wordClass, WordSpan.sortLimit, nil, 8, 7, 1,
        ]
    }()

    private let lexicon: Lexicon
    private let tagger: SequenceTagger
    private var words: WordReader
    private var classes: WordClassReader
    private var spans: [WordSpan] = []
    private var wordEnds: [Bool] = []
    private var ahead: [UInt8] = []
    private var observations = Observations(columns: NameReader.columns)
    private var scores = TagScores()
    private var tags: [UInt8] = []
    /// The tag of what is no name.
    private let outside: UInt8
    /// The names of the passage that was read last.
    private var found: [Found] = []

    /// A name among the characters of a passage.
    private struct Found {
        let kind: Kind
        /// Indices of its characters.
        let places: Range<Int>
    }

    public init(lexicon: Lexicon = .standard, words: SequenceTagger, classes: SequenceTagger, names: SequenceTagger) {
        self.lexicon = lexicon
        self.words = WordReader(lexicon: lexicon, tagger: words)
        self.classes = WordClassReader(lexicon: lexicon, tagger: classes)
        tagger = names
        outside = names.scheme.positions.firstIndex(of: .outside).map { UInt8($0) } ?? .max
    }

    /// The words of a passage, with names whole, and the names.
    public struct Reading: Sendable {
        /// Byte ranges in order, without gaps; white space stands alone.
        public var words: [Range<Int>] = []
        /// Names in order; they do not overlap.
        public var names: [Name] = []

        public init(words: [Range<Int>] = [], names: [Name] = []) {
            self.words = words
            self.names = names
        }
    }

    /// Finds the words and names in a range of UTF-8.
    public mutating func read(_ text: [UInt8], range: Range<Int>) -> Reading {
        var reading = Reading()
        for passage in Passages.passages(of: text, in: range) {
            find(in: text, passage)
            appendNames(to: &reading.names)
            appendWords(to: &reading)
        }
        return reading
    }

    /// The names in a range of UTF-8, in order.
    public mutating func names(in text: [UInt8], range: Range<Int>) -> [Name] {
        var names: [Name] = []
        for passage in Passages.passages(of: text, in: range) {
            find(in: text, passage)
            appendNames(to: &names)
        }
        return names
    }

    private func appendNames(to names: inout [Name]) {
        let offsets = words.characters.offsets
        for name in found { names.append(Name(kind: name.kind, range: offsets[name.places.lowerBound]..<offsets[name.places.upperBound])) }
    }

    private mutating func find(in text: [UInt8], _ passage: Range<Int>) {
        observe(text, passage)
        tagger.tag(observations, scores: &scores, into: &tags)
        found.removeAll(keepingCapacity: true)
        var start = 0
        for (place, tag) in tags.enumerated() where tag != outside {
            let position = tagger.scheme.positions[Int(tag)]
            if position == .begin || position == .single { start = place }
            guard position == .end || position == .single, let kind = Kind(rawValue: tagger.scheme.kinds[Int(tag)]) else { continue }
            found.append(Found(kind: kind, places: start..<(place + 1)))
        }
    }

    /// The words of the passage that was read last, with its names whole.
    private mutating func appendWords(to reading: inout Reading) {
        markWordEnds()
        for places in found.map(\.places) {
            if places.lowerBound > 0 { wordEnds[places.lowerBound - 1] = true }
            for inner in places.dropLast() { wordEnds[inner] = false }
            wordEnds[places.upperBound - 1] = true
        }
        var start = 0
        for place in wordEnds.indices where wordEnds[place] {
            reading.words.append(words.characters.offsets[start]..<words.characters.offsets[place + 1])
            start = place + 1
        }
    }

    /// Marks where words end: dates stay whole, as `1995年10月` and `去年6月`.
    private mutating func markWordEnds() {
        let characters = words.characters
        wordEnds.removeAll(keepingCapacity: true)
        wordEnds.append(contentsOf: repeatElement(false, count: characters.count))
        for (index, span) in spans.enumerated() {
            let next = index + 1 < spans.count ? spans[index + 1] : nil
            let joins = isTime(index) && next.map { isTime(index + 1) && beginsWithNumber($0, characters) } ?? false
            wordEnds[span.places.upperBound - 1] = !joins
        }
    }

    private func isTime(_ index: Int) -> Bool { classes.classes[index] == WordClass.time.rawValue }

    private func beginsWithNumber(_ span: WordSpan, _ characters: Characters) -> Bool {
        let kind = characters.kinds[span.places.lowerBound]
        return (kind == CharacterKind.digit.rawValue || kind == CharacterKind.numeral.rawValue)
            && characters.kinds[span.places.upperBound - 1] == CharacterKind.timeUnit.rawValue
    }

    /// What the tagger sees of a character: itself and its kind, its place in its word, the word's class, the
    /// word, the words before and after and their classes, and what the lexicon knows of the three.
    private mutating func observe(_ text: [UInt8], _ range: Range<Int>, convention: UInt32 = 0) {
        words.read(text, range)
        let characters = words.characters
        spans.removeAll(keepingCapacity: true)
        var start = 0
        for place in 0..<characters.count where words.endsWord(place) {
            spans.append(WordSpan(characters, start..<(place + 1), lexicon))
            start = place + 1
        }
        classes.read(spans, characters)
        lookAhead()
        observations.reset(count: characters.count)
        observations.write { row in
            var behind: UInt32 = 0
            for (index, span) in spans.enumerated() {
                behind = Self.behind(behind, classes.classes[index])
                let before = index > 0 ? spans[index - 1] : nil
                let after = index + 1 < spans.count ? spans[index + 1] : nil
                let classBefore = index > 0 ? UInt32(classes.classes[index - 1]) + 1 : 0
                let classAfter = index + 1 < spans.count ? UInt32(classes.classes[index + 1]) + 1 : 0
                for place in span.places {
                    let numbers = row + place * Self.columns
                    numbers[0] = characters.observed(place)
                    numbers[1] = UInt32(characters.kinds[place])
                    numbers[2] = span.position(of: place)
                    numbers[3] = UInt32(classes.classes[index]) + 1
                    numbers[4] = span.hash
                    numbers[5] = before?.hash ?? 0
                    numbers[6] = after?.hash ?? 0
                    numbers[7] = classBefore
                    numbers[8] = classAfter
                    numbers[9] = span.sort
                    numbers[10] = (before?.sort ?? 0) << 8 | (after?.sort ?? 0)
                    numbers[11] = UInt32(ahead[index])
                    numbers[12] = behind
                    numbers[13] = convention
                }
            }
        }
    }

    /// For each word how many words behind it the next one ends an organization's name, when nothing between them
    /// breaks a name: 1 for the word itself, 0 for none within six.
    private mutating func lookAhead() {
        ahead.removeAll(keepingCapacity: true)
        ahead.append(contentsOf: repeatElement(0, count: spans.count))
        var distance: UInt8 = 0
        for index in stride(from: spans.count - 1, through: 0, by: -1) {
            let isEnd = spans[index].sort == WordSpan.organizationEnd
            if isEnd {
                // The last of several ends counts.
                distance = distance == 0 || distance > 2 ? 1 : distance + 1
            } else if distance > 0, distance < 7, Self.isPartOfName(classes.classes[index]) {
                distance += 1
            } else {
                distance = 0
            }
            ahead[index] = min(distance, 7)
        }
    }

    /// Words since a name of a place or of something else, when nothing between breaks a name.
    private static func behind(_ count: UInt32, _ wordClass: UInt8) -> UInt32 {
        let names: [WordClass] = [.place, .organization, .otherName, .abbreviation]
        if names.contains(where: { $0.rawValue == wordClass }) { return 1 }
        return count > 0 && count < 6 && isPartOfName(wordClass) ? count + 1 : 0
    }

    private static func isPartOfName(_ wordClass: UInt8) -> Bool {
        switch WordClass(rawValue: wordClass) {
        case .noun, .place, .organization, .otherName, .abbreviation, .verbalNoun, .adjective, .person, .number: true
        default: false
        }
    }

    /// What the tagger would see of a passage, for learning.
    ///
    /// - Parameter convention: A number for corpora that mark names by another convention than the one wanted.
    package mutating func observations(of text: [UInt8], convention: UInt32) -> Observations {
        observe(text, 0..<text.count, convention: convention)
        return observations
    }
}
