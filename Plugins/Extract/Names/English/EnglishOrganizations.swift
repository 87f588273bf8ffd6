import LinecasterKit
import LinecasterLanguage

/// Organizations, by the word that ends their name, by its head with `of`, and by the lists.
extension EnglishNames {
    /// An organization that a list knows, and where it ends.
    mutating func wellKnown(_ words: [NameWord], _ run: Range<Int>) -> Int? {
        let longest = min(run.upperBound + 3, words.count, run.lowerBound + 5)
        var end = longest
        while end > run.lowerBound {
            let range = range(words, run.lowerBound..<end)
            if Organizations.englishNames.contains(text.utf8, range), end > run.upperBound || !isOrganization(words, run, from: end) {
                names.append(mention(range, .organization))
                return end
            }
            end -= 1
        }
        return nil
    }

    /// Whether a longer name goes on behind a word: `Google Ventures`.
    func isOrganization(_ words: [NameWord], _ run: Range<Int>, from index: Int) -> Bool {
        index < run.upperBound && words[index..<run.upperBound].contains { $0.has(.organization) }
    }

    /// An organization by the word that ends its name, or by the head that goes on with `of`.
    mutating func organization(_ words: [NameWord], _ run: Range<Int>) -> Int? {
        var last: Int?
        for index in run where words[index].has(.organization) && index > run.lowerBound {
            // Police Chief Bill Evans: a title and a name behind it are no part of an organization.
            if words[run.lowerBound..<index].contains(where: { $0.has(.title) && !$0.has(.organization) }) && last != nil { break }
            // Marlow Chief Financial | Officer
            if index + 1 < run.upperBound, words[index + 1].has(.title), words[run.lowerBound..<index].contains(where: { $0.has(.title) }) {
                break
            }
            last = index
        }
        // Marlow School | District
        if let school = last, school + 1 < run.upperBound, words[school].has(.joined), !words[school].has(.genitive),
            text.utf8[words[school].range].elementsEqual("School".utf8), text.utf8[words[school + 1].range].elementsEqual("District".utf8)
        {
            last = school + 1
        }
        if let last, isPersonByGivenName(words, run.lowerBound..<last + 1) { return nil }
        // Behind the last word `of` may go on, and behind a head that stands alone too.
        let head = last ?? run.upperBound - 1
        if head == run.upperBound - 1, words[head].has(.head), let end = extended(words, head) {
            return add(organization: words, run.lowerBound..<end)
        }
        if let last {
            if last == run.lowerBound + 1, words[run.lowerBound].has(.title), !words[last].has(.last), !words[run.lowerBound].has(.common) {
                return nil
            }
            return add(organization: words, run.lowerBound..<last + 1)
        }
        return possessive(words, run)
    }

    mutating func add(organization words: [NameWord], _ part: Range<Int>) -> Int {
        let range = range(words, fireAndRescue(words, part))
        names.append(mention(range, .organization))
        // World Trade Council (WTC)
        let open = range.upperBound + 1
        if part.upperBound < words.count, words[part.upperBound].has(.acronym), words[part.upperBound].range.lowerBound == open + 1,
            text.utf8[open] == UInt8(ascii: "(")
        {
            acronyms[text.string(words[part.upperBound].range)] = text.string(range)
        }
        return part.upperBound
    }

    /// `Marlow Fire and | Rescue Service`: with what stands before the `and` of the same name.
    private func fireAndRescue(_ words: [NameWord], _ part: Range<Int>) -> Range<Int> {
        let first = part.lowerBound
        guard first >= 2, joins(words[first - 1], ["and", "&"]), joins(words[first - 2], ["Fire", "Health", "Research", "Arts", "Sports"]),
            joins(words[first], ["Rescue", "Safety", "Social", "Development", "Humanities", "Leisure"])
        else { return part }
        var start = first - 2
        while start > 0, words[start - 1].has(.joined), !words[start - 1].has(.genitive), words[start - 1].has(.capital),
            !words[start - 1].has(.function), !words[start - 1].has(.time), !words[start - 1].has(.title)
        { start -= 1 }
        return start..<part.upperBound
    }

    /// `Jane Church`: a given name and one word behind it.
    func isPersonByGivenName(_ words: [NameWord], _ part: Range<Int>) -> Bool {
        let first = words[part.lowerBound]
        // C. Wright Mills
        let isAfterInitial = part.count == 3 && first.has(.initial)
        guard isAfterInitial || part.count == 2 && first.has(.given) && !first.has(.common) else { return false }
        return Self.surnamesToo.contains(text.utf8, words[part.upperBound - 1].range)
    }

    /// Words that end names of organizations and places, and are surnames too.
    static let surnamesToo = PhraseSet(
        "Mills Power Knights Royals Saints Force Band Players Villa Church Post Banks Brothers Press Court Chambers Park Hill Lake Rivers Bridges Street Lane Forest Beach Wells Bay Drive Point"
    )

    /// `St. Mary's Hospital`, `King's College`: a genitive within a name.
    mutating func possessive(_ words: [NameWord], _ run: Range<Int>) -> Int? {
        let last = run.upperBound - 1
        guard words[last].has(.genitive), words[last].has(.joined), run.count <= 3, run.upperBound < words.count,
            words[run.upperBound].has(.capital), !words[run.upperBound].has(.function),
            !Places.english.contains(text.utf8, range(words, run)),
            !surnames.contains(text.string(words[last].range))
        else { return nil }
        let next = run.upperBound..<runEnd(words, run.upperBound)
        guard let end = next.last(where: { words[$0].has(.organization) }), !words[next].contains(where: { $0.has(.title) }) else {
            return nil
        }
        if end == next.upperBound - 1, words[end].has(.head), let further = extended(words, end) {
            return add(organization: words, run.lowerBound..<further)
        }
        return add(organization: words, run.lowerBound..<end + 1)
    }

    /// Where a name ends that goes on with `of` or `for` behind its head: `Department of Health and Human Services`.
    func extended(_ words: [NameWord], _ head: Int) -> Int? {
        guard words[head].has(.joined), !words[head].has(.genitive), head + 2 < words.count, joins(words[head + 1], ["of", "for"]) else {
            return nil
        }
        var next = head + 2
        if joins(words[next], ["the"]) { next += 1 }
        guard next < words.count, words[next].has(.capital), !words[next].has(.function), !words[next].has(.time) else { return nil }
        var end = withoutTitle(words, next..<runEnd(words, next))
        guard end > next else { return nil }
        // … Health and Human Services; but not … of Justice and Mayor Reed.
        while end + 1 < words.count, words[end - 1].has(.joined), !words[end - 1].has(.genitive), joins(words[end], ["and", "for", "of"]),
            words[end + 1].has(.capital), !words[end + 1].has(.function), !words[end + 1].has(.title), !words[end + 1].has(.given),
            !words[end + 1].has(.time), words[end + 1].has(.common)
        {
            let more = runEnd(words, end + 1)
            guard !words[end + 1..<more].contains(where: { $0.has(.organization) || $0.has(.title) }) else { break }
            end = more
        }
        return end
    }

    func joins(_ word: NameWord, _ small: [String]) -> Bool {
        word.has(.joined) && small.contains { text.utf8[word.range].elementsEqual($0.utf8) }
    }

    /// Where the words end before a title that a name follows: `Canada | Governor Tiff Macklem`.
    func withoutTitle(_ words: [NameWord], _ run: Range<Int>) -> Int {
        guard let title = run.dropFirst().first(where: { words[$0].has(.title) }), title + 1 < run.upperBound else { return run.upperBound }
        return title
    }

    /// A short form of an organization.
    mutating func acronym(_ words: [NameWord], _ run: Range<Int>) -> Int? {
        guard words[run.lowerBound].has(.acronym), let full = acronyms[text.string(words[run.lowerBound].range)] else { return nil }
        names.append(Mention(TextRange(words[run.lowerBound].range), Entity(kind: .organization, name: full)))
        return run.lowerBound + 1
    }
}
