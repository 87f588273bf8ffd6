import LinecasterKit
import LinecasterLanguage

/// Names of people, organizations and places in the English blocks of an article.
///
/// Words with capitals that stand together are read from the left: as an organization up to the word that ends its
/// name (`Bank`, `Department of Health`), as a title with the name behind it, as a place of the lists, or as a person,
/// if what stands around them says so.
struct EnglishNames {
    let text: ArticleText
    /// Surnames that stand beside a verb of speech somewhere in the article.
    let surnames: Set<String>
    var people: [Mention] = []
    /// Organizations and places.
    var names: [Mention] = []
    /// Whether the block that is read names who wrote the article.
    var isByline = false
    /// Organizations that the article shortens itself: `World Trade Council (WTC)`.
    var acronyms: [String: String] = [:]
    /// Words that stand alone somewhere and that no dictionary has: surnames, and short forms of organizations.
    var alone: Set<String> = []
    /// Words alone of which nothing is known yet.
    var open: [(range: Range<Int>, isPlace: Bool)] = []

    /// Reads the English blocks of an article.
    ///
    /// - Parameter datelines: Where datelines stand, whose places are written in capitals: `OTTAWA`.
    init(_ text: ArticleText, datelines: [Annotation<Credit>]) {
        self.text = text
        surnames = SpeakingSurnames(text).surnames
        var blocks: [(block: Annotation<Block>, words: [NameWord])] = []
        for block in text.blocks where block.value.kind != .table {
            let range = block.range.offsets
            guard text.utf8[range].contains(where: { $0 &- 0x41 < 26 }) else { continue }
            let words = NameWords(text.utf8, range).all
            guard !words.isEmpty else { continue }
            blocks.append((block, words))
            noteWordsAlone(words)
        }
        for (block, words) in blocks {
            let range = block.range.offsets
            isByline = block.value.kind == .byline
            read(words, in: range, isTitle: Self.titleKinds.contains(block.value.kind) && hasCapitalsThroughout(words))
        }
        nameWordsAlone()
        for dateline in datelines where text.utf8[dateline.range.lowerBound] &- 0x41 < 26 {
            let place = dateline.range.lowerBound..<dateline.range.lowerBound + dateline.value.name.utf8.count
            guard text.utf8[place].elementsEqual(dateline.value.name.utf8), !names.contains(where: { $0.range.offsets.overlaps(place) })
            else {
                continue
            }
            names.append(mention(place, .place))
        }
        people.sort { $0.range.lowerBound < $1.range.lowerBound }
        names.sort { $0.range.lowerBound < $1.range.lowerBound }
    }

    // MARK: Runs of words

    private static let titleKinds: [BlockKind] = [.headline, .deck, .kicker, .subhead]

    /// A headline whose words all have capitals tells no names by them.
    func hasCapitalsThroughout(_ words: [NameWord]) -> Bool {
        let long = words.filter { $0.range.count > 3 }
        return long.count { $0.has(.capital) } * 4 > long.count * 3
    }

    private mutating func read(_ words: [NameWord], in block: Range<Int>, isTitle: Bool) {
        var index = 0
        while index < words.count {
            guard beginsName(words, index) else {
                index += 1
                continue
            }
            let end = runEnd(words, index)
            if isTitle {
                index = place(words, index..<end) ?? wellKnown(words, index..<end) ?? index + 1
            } else {
                index = max(name(words, index..<end, block), index + 1)
            }
        }
    }

    func beginsName(_ words: [NameWord], _ index: Int) -> Bool {
        let word = words[index]
        guard word.has(.capital), !word.has(.time) || isSurnameMonth(words, index) else { return false }
        guard word.has(.function) else { return true }
        // Will Smith is somebody; Will The is not.
        return word.has(.given) && follows(words, index, .capital) && !words[index + 1].has(.function)
    }

    /// `June Adams`: a month that is a name too, with another name behind it.
    private func isSurnameMonth(_ words: [NameWord], _ index: Int) -> Bool {
        words[index].has(.given) && follows(words, index, .capital) && !words[index + 1].has(.common)
    }

    func follows(_ words: [NameWord], _ index: Int, _ trait: NameWord.Traits) -> Bool {
        words[index].has(.joined) && !words[index].has(.genitive) && index + 1 < words.count && words[index + 1].has(trait)
    }

    /// So many words at most are read as one run: no name is longer.
    private static let longest = 24

    /// Where the words with capitals end that stand together from an index on.
    func runEnd(_ words: [NameWord], _ start: Int) -> Int {
        var end = start + 1
        while end < words.count, end - start < Self.longest, words[end - 1].has(.joined), !words[end - 1].has(.genitive),
            !words[end - 1].has(.last)
        {
            let word = words[end]
            if word.has(.capital), !word.has(.time), !word.has(.function) {
                end += 1
            } else if word.has(.particle), particlesLeadOn(words, end) {
                end += 1
            } else if isAmpersand(word), follows(words, end, .capital) {
                end += 1
            } else {
                break
            }
        }
        return end
    }

    func isAmpersand(_ word: NameWord) -> Bool { text.utf8[word.range.lowerBound] == UInt8(ascii: "&") }

    private func particlesLeadOn(_ words: [NameWord], _ index: Int) -> Bool {
        var next = index
        while next < words.count, words[next].has(.particle), words[next].has(.joined), next - index < 3 { next += 1 }
        return next < words.count && words[next].has(.capital) && !words[next].has(.function)
    }

    func range(_ words: [NameWord], _ part: Range<Int>) -> Range<Int> {
        words[part.lowerBound].range.lowerBound..<words[part.upperBound - 1].range.upperBound
    }

    // MARK: What a run names

    /// Adds what a run names from its first word on.
    ///
    /// - Returns: Where reading goes on.
    private mutating func name(_ words: [NameWord], _ run: Range<Int>, _ block: Range<Int>) -> Int {
        // Former Soviet Union
        if run.count > 2, Self.timesOfOffice.contains(text.utf8, words[run.lowerBound].range), !words[run.lowerBound + 1].has(.title) {
            return run.lowerBound + 1
        }
        // Councillors Linda Park and J. T. Moss
        if run.count > 2, Self.titlesOfSeveral.contains(text.utf8, words[run.lowerBound].range),
            words[run.lowerBound + 1].has(.given) || words[run.lowerBound + 1].has(.initial)
        {
            return run.lowerBound + 1
        }
        if let end = wellKnown(words, run) ?? wholePlace(words, run) ?? organization(words, run) {
            return titled(words, end, run, block) ?? end
        }
        if let title = title(in: words, run), let end = person(words, title.upperBound..<run.upperBound, titles: run.lowerBound, block) {
            _ = place(words, run.lowerBound..<title.lowerBound)
            return end
        }
        if let end = place(words, run) ?? person(words, run, titles: nil, block) ?? acronym(words, run) { return end }
        if isCalledOrganization(words, run) {
            names.append(mention(range(words, run), .organization))
        } else if run.count == 1 {
            open.append((words[run.lowerBound].range, isPlace(words, run.lowerBound) && !isOpenToMore(words, run)))
        } else if isSpeaking(range(words, run), block) || isAt(words, run.lowerBound), !words[run].contains(where: { $0.has(.title) }) {
            names.append(mention(range(words, run), .organization))
        }
        return run.upperBound
    }

    /// Analysts at Citi Handlowy: somebody works there.
    func isAt(_ words: [NameWord], _ index: Int) -> Bool {
        index > 0 && words[index - 1].has(.joined) && text.utf8[words[index - 1].range].elementsEqual("at".utf8)
    }

    private static let timesOfOffice = PhraseSet("Former Acting Interim")
    private static let titlesOfSeveral = PhraseSet(
        """
        Councillors Councilors Councilmen Councilwomen Aldermen Senators Sens. Representatives Reps. Congressmen Congresswomen Ministers Governors \
        Mayors Ambassadors Commissioners Deputies Judges Justices Officers Detectives Sergeants Captains Professors Doctors Drs. Messrs. Messrs \
        Directors Reporters Photographers Coaches Presidents Chairmen
        """
    )

    func mention(_ range: Range<Int>, _ kind: EntityKind) -> Mention {
        Mention(TextRange(range), Entity(kind: kind, name: text.string(range)))
    }

    private static let organizationNouns = PhraseSet(
        "union company group bank party agency newspaper magazine website firm charity airline team club chain brand network retailer carmaker"
    )

    /// `the IG Metall union`: what sort of thing it is follows the name.
    private func isCalledOrganization(_ words: [NameWord], _ run: Range<Int>) -> Bool {
        let last = words[run.upperBound - 1]
        guard last.has(.joined), !last.has(.genitive), run.upperBound < words.count, !words[run.lowerBound].has(.common),
            !words[run].contains(where: { $0.has(.title) || $0.has(.adjective) || $0.has(.given) })
        else { return false }
        return Self.organizationNouns.contains(text.utf8, words[run.upperBound].range)
    }

    /// Whether a small word joins a word to a longer name.
    private func isOpenToMore(_ words: [NameWord], _ run: Range<Int>) -> Bool {
        run.upperBound < words.count && words[run.upperBound - 1].has(.joined) && isAmpersand(words[run.upperBound])
    }
}
