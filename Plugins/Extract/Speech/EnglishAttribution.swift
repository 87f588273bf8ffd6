import LinecasterKit
import LinecasterLanguage

/// Finds verbs of speech in English clauses: `said Jane Smith`, `Mayor Tran told reporters that …`, `according to Haddad`.
struct EnglishAttribution {
    private let text: ArticleText
    /// People outside quotations, in text order.
    private let people: [Mention]
    private let organizations: [Mention]
    private let block: Range<Int>

    init(_ text: ArticleText, people: [Mention], organizations: [Mention], block: Range<Int>) {
        self.text = text
        self.people = people
        self.organizations = organizations
        self.block = block
    }

    /// The verb of a clause, and who its subject is.
    func find(in clause: Clause) -> Attribution? {
        let bytes = text.utf8
        if let source = accordingTo(clause) { return source }
        var offset = clause.range.lowerBound
        while offset < clause.range.upperBound {
            let isStart = offset == clause.range.lowerBound || bytes[offset - 1] == 0x20
            if isStart, let end = verb(at: offset, clause), !isRequest(offset..<end), !isPassive(offset),
                let subject = subject(of: offset..<end, clause)
            {
                if subject == .unnamed, Self.ofThings.contains(bytes, offset..<end) { return nil }
                let isInverted = clause.range.lowerBound == offset && (clause.before != nil || clause.range.lowerBound == clause.sentence)
                return Attribution(subject: subject, verb: offset..<end, speech: isInverted ? clause.next : speech(after: end, clause))
            }
            offset = bytes.scalar(at: offset).end
        }
        return nil
    }

    /// Where the verb of speech ends that begins at an offset: one that always is, one with `that` behind it, or one that leads from a
    /// quotation or to one.
    private func verb(at offset: Int, _ clause: Clause) -> Int? {
        let limit = clause.range.upperBound
        if let end = SpeechVerbs.english.match(in: text.utf8, at: offset, limit: limit), isWordEnd(end) {
            guard text.utf8[offset..<end].elementsEqual("pointed".utf8) else { return end }
            // Pointed at the map tells nothing.
            return text.utf8.holds(" out", at: end) && end + 4 <= limit && isWordEnd(end + 4) ? end + 4 : nil
        }
        guard let end = SpeechVerbs.englishBesideQuotes.match(in: text.utf8, at: offset, limit: limit), isWordEnd(end) else { return nil }
        if isBesideQuotation(clause, offset..<end) { return end }
        guard SpeechVerbs.englishWithThat.contains(text.utf8, offset..<end),
            case let rest = text.utf8.trimmed(end..<min(limit, end + Self.furthestThat)),
            let that = word("that", in: rest), isTime(text.utf8.trimmed(rest.lowerBound..<that.lowerBound))
        else { return nil }
        return end
    }

    /// So many bytes at most stand between a verb and its `that`.
    private static let furthestThat = 48
    private static let daysAndHearers = PhraseSet("on last earlier later again also reporters court the")

    /// `agreed on Monday | that`, `testified | that`: but not `decided after a debate | that went on`.
    private func isTime(_ range: Range<Int>) -> Bool {
        let words = text.utf8[range].split(separator: 0x20)
        return words.count <= 3
            && words.allSatisfy {
                let word = $0.startIndex..<$0.endIndex
                return Self.times.contains(text.utf8, word) || Self.daysAndHearers.contains(text.utf8, word)
                    || $0.count > 4 && $0.suffix(2).elementsEqual("ly".utf8)
            }
    }

    /// What things do as well as people: a rise suggests that.
    private static let ofThings = PhraseSet(
        "suggests suggest implies implied assumes assumed hints hinted signalled signaled forecast forecasts"
    )

    /// `"…," she sighed`, `He laughed: "…"`: no other words than the speaker's stand between the verb and the mark.
    private func isBesideQuotation(_ clause: Clause, _ verb: Range<Int>) -> Bool {
        if clause.before != nil, verb.lowerBound - clause.range.lowerBound <= 60, let last = markBefore(clause.range.lowerBound),
            [UInt8(ascii: ","), UInt8(ascii: "?"), UInt8(ascii: "!")].contains(last)
        {
            return true
        }
        return clause.after != nil && verb.upperBound == clause.range.upperBound && (clause.mark == 0x2C || clause.mark == 0x3A)
    }

    /// The byte before the quotation mark with which the quotation before an offset closes.
    private func markBefore(_ offset: Int) -> UInt8? {
        var place = offset
        while place > block.lowerBound, text.utf8[place - 1] == 0x20 { place -= 1 }
        guard let close = text.utf8.scalar(before: place, from: block.lowerBound),
            let last = text.utf8.scalar(before: close.offset, from: block.lowerBound)
        else { return nil }
        return text.utf8[last.offset]
    }

    /// `had asked for home confinement`: nothing is said.
    private func isRequest(_ verb: Range<Int>) -> Bool {
        text.utf8[verb].elementsEqual("asked".utf8) && text.utf8.holds(" for ", at: verb.upperBound)
    }

    private static let auxiliaries = PhraseSet("was were been be is are being")

    /// `was reported missing`, `were told`: who is named does not speak.
    private func isPassive(_ verb: Int) -> Bool {
        guard verb > block.lowerBound + 1, text.utf8[verb - 1] == 0x20 else { return false }
        return Self.auxiliaries.contains(text.utf8, wordStart(before: verb - 1)..<verb - 1)
    }

    private func isWordEnd(_ end: Int) -> Bool { end >= text.utf8.count || (text.utf8[end] | 0x20) &- 0x61 >= 26 }

    /// `according to Tran,` before what is reported; `, according to the Health Department.` behind it.
    private func accordingTo(_ clause: Clause) -> Attribution? {
        let bytes = text.utf8
        let range = clause.range
        guard range.count > 13, bytes.holds("ccording to ", at: range.lowerBound + 1), bytes[range.lowerBound] | 0x20 == UInt8(ascii: "a"),
            clause.mark == 0x2C || clause.range.lowerBound > clause.sentence && (clause.mark == 0x2E || clause.mark == 0)
        else { return nil }
        let source = range.lowerBound + 13..<range.upperBound
        let institution = organizations.within(source).first.map { SpeechSubject.institution($0.value.name) }
        return Attribution(
            subject: people.within(source).first.map { .named($0.value.name) } ?? institution ?? .unnamed,
            verb: range.lowerBound..<range.lowerBound + 12,
            speech: clause.mark == 0x2C ? clause.next : range.upperBound
        )
    }

    // MARK: Subjects

    private func subject(of verb: Range<Int>, _ clause: Clause) -> SpeechSubject? {
        let bytes = text.utf8
        let before = bytes.trimmed(clause.range.lowerBound..<verb.lowerBound)
        let after = bytes.trimmed(verb.upperBound..<clause.range.upperBound)
        // "…," said Jane Smith.
        if before.isEmpty, clause.before != nil || clause.range.lowerBound == clause.sentence {
            if let person = people.within(after).first,
                person.range.lowerBound - after.lowerBound <= 60, isNamePhrase(after.lowerBound..<person.range.lowerBound)
            {
                return .named(person.value.name)
            }
            if let institution = organizations.within(after).first, institution.range.lowerBound - after.lowerBound <= 4,
                isNamePhrase(after.lowerBound..<institution.range.lowerBound)
            {
                return .institution(institution.value.name)
            }
            if beginsWithPronoun(after) { return .pronoun }
            return after.isEmpty ? nil : clause.before == nil ? nil : .unnamed
        }
        if let person = people.within(before).last {
            let between = bytes.trimmed(person.range.upperBound..<verb.lowerBound)
            if between.isEmpty || isAdverb(between) || bytes[between].first == UInt8(ascii: ",")
                || bytes.holds("who", at: between.lowerBound) || isDescription(between)
            {
                return .named(person.value.name)
            }
        }
        if endsWithPronoun(before) { return .pronoun }
        if let institution = organizations.within(before).last,
            case let between = bytes.trimmed(institution.range.upperBound..<verb.lowerBound),
            between.isEmpty || isAdverb(between)
        {
            return .institution(institution.value.name)
        }
        if let subject = sharedSubject(before, sentence: clause.sentence) { return subject }
        // Jane Smith, the city's mayor, said …
        if let appositive = appositive(clause, before) { return appositive }
        guard !before.isEmpty, before.count <= 60, isNounPhrase(before) else { return nil }
        return .unnamed
    }

    /// The person whose comma and description stand before the clause with the verb.
    private func appositive(_ clause: Clause, _ before: Range<Int>) -> SpeechSubject? {
        guard before.isEmpty || before.count <= 12, clause.range.lowerBound > clause.sentence, clause.before == nil else { return nil }
        let window = clause.sentence..<clause.range.lowerBound
        guard let person = people.within(window).first
        else { return nil }
        let next = text.utf8.trimmed(person.range.upperBound..<window.upperBound)
        guard text.utf8[next].first == UInt8(ascii: ",") || next.isEmpty else { return nil }
        return .named(person.value.name)
    }

    /// Small words and roles alone stand between a verb and a name: said ecologist Fiona Gale.
    private func isNamePhrase(_ range: Range<Int>) -> Bool {
        text.utf8[range].split(separator: 0x20).count <= 5 && !text.utf8[range].contains(UInt8(ascii: ","))
    }

    private func isAdverb(_ range: Range<Int>) -> Bool {
        let words = text.utf8[range].split(separator: 0x20)
        return words.count <= 2
            && words.allSatisfy {
                $0.count > 2 && $0.suffix(2).elementsEqual("ly".utf8) || Self.helpers.contains(text.utf8, $0.startIndex..<$0.endIndex)
            }
    }

    /// `The bank cut its rate and said`: the subject of the verb before.
    private func sharedSubject(_ before: Range<Int>, sentence: Int) -> SpeechSubject? {
        guard before.count > 4, text.utf8.holds(" and", at: before.upperBound - 4) else {
            return text.utf8[before].elementsEqual("and".utf8) ? subjectOfSentence(before: before.lowerBound, from: sentence) : nil
        }
        let person = people.within(before).first, institution = organizations.within(before).first
        let first = [person, institution].compactMap { $0?.range.lowerBound }.min()
        guard let first, first - before.lowerBound <= 24, text.utf8[before.lowerBound..<first].split(separator: 0x20).count <= 3 else {
            return nil
        }
        if let person, person.range.lowerBound == first { return .named(person.value.name) }
        return institution.map { .institution($0.value.name) }
    }

    /// `…, Col. Haile Abreha, dismissed the charge as "theater" | and said`: behind a quotation the sentence goes on with its subject.
    private func subjectOfSentence(before offset: Int, from sentence: Int) -> SpeechSubject? {
        guard sentence < offset else { return nil }
        return people.within(sentence..<offset).first.map { .named($0.value.name) }
    }

    private static let ofPlace = PhraseSet("of from at with for in")

    /// `of Springfield`, between a name and its verb.
    private func isDescription(_ range: Range<Int>) -> Bool {
        guard range.count <= 80 else { return false }
        let words = text.utf8[range].split(separator: 0x20)
        guard (2...10).contains(words.count), let first = words.first, let last = words.last else { return false }
        return Self.ofPlace.contains(text.utf8, first.startIndex..<first.endIndex) && text.utf8[last.startIndex] &- 0x41 < 26
            && !text.utf8[range].contains(UInt8(ascii: ","))
    }

    private static let helpers = PhraseSet("has had have also then later once himself herself again still")
    private static let pronouns = PhraseSet("he she they He She They")

    private func beginsWithPronoun(_ range: Range<Int>) -> Bool {
        let first = text.utf8[range].prefix { $0 != 0x20 }
        return Self.pronouns.contains(text.utf8, first.startIndex..<first.endIndex)
    }

    /// Whether a pronoun stands among the last words: she later told.
    private func endsWithPronoun(_ range: Range<Int>) -> Bool {
        var end = range.upperBound
        while end > range.lowerBound {
            let word = text.utf8[range.lowerBound..<end].suffix(Self.nearby + 1).lastIndex(of: 0x20).map { $0 + 1 } ?? range.lowerBound
            guard range.upperBound - word <= Self.nearby else { return false }
            if Self.pronouns.contains(text.utf8, word..<end) { return true }
            end = max(range.lowerBound, word - 1)
        }
        return false
    }

    /// So many bytes at most stand from a pronoun to its verb.
    private static let nearby = 16

    private static let determiners = PhraseSet(
        "a an the one another some many several two three A An The One Another Some Many Several Two Three"
    )
    /// Who speaks in newspapers without a name or an article.
    private static let sources = PhraseSet(
        """
        officials police authorities prosecutors investigators witnesses residents experts analysts critics supporters lawyers doctors scientists \
        researchers economists firefighters organizers organisers lawmakers relatives neighbors neighbours sources aides diplomats traders \
        executives teachers parents workers unions activists opponents rescuers spokespeople forecasters
        """
    )
    private static let notSubjects = PhraseSet("I we you it It We You who that which and but to is was as be been")

    private func isNounPhrase(_ range: Range<Int>) -> Bool {
        let words = text.utf8[range].split(separator: 0x20)
        guard let first = words.first, let last = words.last, words.count <= 8,
            Self.determiners.contains(text.utf8, first.startIndex..<first.endIndex)
                || words.count <= 3 && Self.sources.contains(text.utf8, last.startIndex..<last.endIndex)
        else { return false }
        return !Self.notSubjects.contains(text.utf8, last.startIndex..<last.endIndex)
    }

    // MARK: What is said

    private static let prepositions = PhraseSet(
        "at in on during after before with of by about for as when while from into over under yes no so goodbye"
    )
    private static let hearers = PhraseSet("reporters journalists me us them him her it the a an his their council meeting")

    static let times = PhraseSet(
        "last next this yesterday today tomorrow earlier later Monday Tuesday Wednesday Thursday Friday Saturday Sunday recently there here"
    )

    private static let longestAgo = 36
    private static let amounts = PhraseSet("over some more nearly almost about a an two three four five six seven eight nine ten many")

    /// Where what is said begins after a verb; the end of the clause where nothing is said there.
    private func speech(after verb: Int, _ clause: Clause) -> Int {
        let bytes = text.utf8
        let end = clause.range.upperBound
        guard verb < end else { return clause.next }
        let rest = bytes.trimmed(verb..<end)
        if let that = word("that", in: rest), !bytes.holds("is ", at: that.upperBound + 1), !bytes.holds("was ", at: that.upperBound + 1),
            that.lowerBound - rest.lowerBound <= 50, mayStandBetween(rest.lowerBound..<that.lowerBound, verb)
        {
            return bytes.trimmed(that.upperBound..<end).lowerBound
        }
        let words = bytes[rest].split(separator: 0x20, maxSplits: 1)
        guard let first = words.first else { return clause.next }
        let isTelling = bytes[verb - 4..<verb].elementsEqual("told".utf8) || bytes[verb - 5..<verb].elementsEqual("asked".utf8)
        if Self.times.contains(bytes, first.startIndex..<first.endIndex), bytes[rest].split(separator: 0x20).count <= 3 {
            return clause.next
        }
        // As Mill said over a hundred years ago: when, not what.
        if rest.count <= Self.longestAgo, bytes[rest].suffix(4).elementsEqual(" ago".utf8),
            Self.amounts.contains(bytes, first.startIndex..<first.endIndex) || bytes[first.startIndex] &- 0x30 < 10
        {
            return clause.next
        }
        // Wrote the book: what is written without `that` is a thing.
        if Self.writing.contains(bytes, wordStart(before: verb)..<verb) { return clause.next }
        // Has promised C$13 billion: what is promised is no speech.
        if Self.takesThings.contains(bytes, wordStart(before: verb)..<verb),
            !Self.beginsSentence.contains(bytes, first.startIndex..<first.endIndex),
            bytes[first.startIndex] &- 0x41 >= 26 || first.contains(UInt8(ascii: "$"))
        {
            return clause.next
        }
        if isTelling || Self.prepositions.contains(bytes, first.startIndex..<first.endIndex) { return clause.next }
        return rest.lowerBound
    }

    /// Whether what stands between a verb and `that` is a time, a place or a hearer: said on Monday that, told reporters that;
    /// but not said demand | that day.
    private func mayStandBetween(_ range: Range<Int>, _ verb: Int) -> Bool {
        let words = text.utf8[range].split(separator: 0x20)
        guard let first = words.first else { return true }
        let word = first.startIndex..<first.endIndex
        let start = wordStart(before: verb)
        let isTelling = ["told", "asked", "tells", "warned", "assured", "reminded", "informed"].contains {
            text.utf8[start..<verb].elementsEqual($0.utf8)
        }
        return isTelling || Self.prepositions.contains(text.utf8, word) || Self.times.contains(text.utf8, word)
            || first.count > 4 && first.suffix(2).elementsEqual("ly".utf8)
    }

    /// Verbs that take a thing as well as a sentence.
    static let takesThings = PhraseSet(
        """
        announced promised reported claimed confirmed declared denied predicted warned suggested urged acknowledged admitted disclosed estimated \
        revealed noted stressed emphasized emphasised observed maintained vowed lamented asserted continued asked
        """
    )
    private static let writing = PhraseSet("wrote writes")
    private static let beginsSentence = PhraseSet(
        "the a an he she it they there his her its their this that these those no all some most many"
    )

    private func wordStart(before end: Int) -> Int {
        var start = end
        while start > block.lowerBound, (text.utf8[start - 1] | 0x20) &- 0x61 < 26 { start -= 1 }
        return start
    }

    private func word(_ word: StaticString, in range: Range<Int>) -> Range<Int>? {
        var offset = range.lowerBound
        let length = word.utf8CodeUnitCount
        while offset + length <= range.upperBound {
            if text.utf8.holds(word, at: offset), offset == range.lowerBound || text.utf8[offset - 1] == 0x20,
                offset + length == range.upperBound || text.utf8[offset + length] == 0x20
            {
                return offset..<offset + length
            }
            offset += 1
        }
        return nil
    }
}

extension Array where Element == Mention {
    /// The mentions within a range of bytes, of a list in text order.
    func within(_ range: Range<Int>) -> ArraySlice<Mention> {
        let first = partitionPoint { $0.range.lowerBound < range.lowerBound }
        let end = partitionPoint { $0.range.upperBound <= range.upperBound }
        return self[first..<Swift.max(first, end)]
    }
}
