import LinecasterKit
import LinecasterLanguage

/// People, by a title, a given name, and what stands around the name.
extension EnglishNames {
    /// The titles of a run that a name follows: `Finance Minister`, `Fire Chief`.
    func title(in words: [NameWord], _ run: Range<Int>) -> Range<Int>? {
        // Driver Amina Yusuf: a role at the beginning of a sentence.
        if words[run.lowerBound].has(.role), !words[run].contains(where: { $0.has(.title) }), run.count >= 3 {
            return run.lowerBound..<run.lowerBound + 1
        }
        guard let first = run.first(where: { words[$0].has(.title) }) else { return nil }
        var end = first
        while end < run.upperBound,
            words[end].has(.title) || end + 1 < run.upperBound && words[end + 1].has(.title) && words[end].has(.common)
        {
            end += 1
        }
        guard end < run.upperBound, first - run.lowerBound <= 4 else { return nil }
        return first..<end
    }

    /// The person with a title whose organization stands before it: `Harvard University President Claudine Gay`.
    mutating func titled(_ words: [NameWord], _ start: Int, _ run: Range<Int>, _ block: Range<Int>) -> Int? {
        guard start < words.count, start > run.lowerBound, words[start - 1].has(.joined), words[start].has(.title) else { return nil }
        let rest = start..<max(run.upperBound, runEnd(words, start))
        guard let title = title(in: words, rest), title.lowerBound == start else { return nil }
        let organization = names.last?.value.kind == .organization ? names.last?.value.name : nil
        return person(words, title.upperBound..<rest.upperBound, titles: run.lowerBound, block, organization: organization)
    }

    private static let honorifics = PhraseSet("Mr. Mrs. Ms. Miss Sir Lady Lord Dr. Dame Mr Mrs Ms Dr")

    /// Adds the person whom a run of words names.
    ///
    /// - Parameter titles: Where the titles begin that stand directly before the name.
    mutating func person(
        _ words: [NameWord],
        _ run: Range<Int>,
        titles: Int?,
        _ block: Range<Int>,
        organization: String? = nil
    ) -> Int? {
        // The Marlow Tigers said: nobody has an article.
        if titles == nil, run.lowerBound > 0, run.count > 1, joins(words[run.lowerBound - 1], ["the", "The"]) { return nil }
        guard let part = personPart(words, run, hasTitle: titles != nil) else { return nil }
        let name = range(words, part)
        let context = EnglishPersonContext(text, name, block)
        let isLowRole = roleBefore(words, titles: titles, name, block)
        let after = part.upperBound == run.upperBound && !words[part.upperBound - 1].has(.genitive) ? context.appositive : nil
        let evidence =
            titles != nil || isLowRole != nil || after != nil || isByline && !words[part].allSatisfy({ $0.has(.common) && !$0.has(.given) })
            || context.isByline || context.isDescribed
        let isGiven = part.count >= 2 && (words[part.lowerBound].has(.given) || isAfterInitials(words, part))
        if titles != nil, part.lowerBound > 0, isOnlyWords(words, part) { return nil }
        // His sister Martha.
        let isKin = part.count == 1 && words[part.lowerBound].has(.given) && !words[part.lowerBound].has(.common) && context.isKin
        guard evidence || isGiven || isKin || part.count >= 2 && isNamed(words, part, context) else { return nil }
        if titles == nil, part.count < 2, !isKin { return nil }
        // Grace Period, Hope Street: both are words.
        if !evidence, isGiven, words[part].allSatisfy({ $0.has(.common) && !$0.has(.initial) }), !context.isSpeaking,
            !isSurname(words[part.upperBound - 1])
        {
            return nil
        }
        var roles: [String] = []
        if let titles, case let role = withoutHonorific(text.utf8.trimmed(words[titles].range.lowerBound..<name.lowerBound)),
            !Self.honorifics.contains(text.utf8, role)
        {
            roles.append(text.string(role))
        } else if let role = isLowRole {
            roles.append(text.string(role))
        }
        if let after { roles.append(text.string(after)) }
        let organization = organization ?? isLowRole.flatMap(organization(before:))
        people.append(Mention(TextRange(name), Entity(kind: .person, name: text.string(name), roles: roles, organization: organization)))
        return part.upperBound
    }

    /// Superintendent | Dr.
    private func withoutHonorific(_ role: Range<Int>) -> Range<Int> {
        guard let start = Self.honorifics.match(in: text.utf8, endingAt: role.upperBound, from: role.lowerBound), start > role.lowerBound,
            text.utf8[start - 1] == 0x20
        else { return role }
        // Consider Mr. Araskog: what stands before is no office.
        let isTitle = Titles.english.match(in: text.utf8, endingAt: start - 1, from: role.lowerBound) != nil
        return isTitle ? role.lowerBound..<start - 1 : start..<role.upperBound
    }

    /// A role in small letters before a name, or before the honorific that it bears: `the Northfield coach, Sir Alan Whitcombe,`.
    private func roleBefore(_ words: [NameWord], titles: Int?, _ name: Range<Int>, _ block: Range<Int>) -> Range<Int>? {
        guard let titles else { return EnglishPersonContext(text, name, block).roleBefore }
        let start = words[titles].range.lowerBound
        guard Self.honorifics.contains(text.utf8, text.utf8.trimmed(start..<name.lowerBound)) else { return nil }
        return EnglishPersonContext(text, start..<name.upperBound, block).roleBefore
    }

    /// The organization that a role is said to be of: `Valley Electric Co. spokeswoman`, `the bank's director`.
    private func organization(before role: Range<Int>) -> String? {
        guard let last = names.last, last.value.kind == .organization, last.range.upperBound < role.lowerBound else { return nil }
        let between = text.utf8[last.range.upperBound..<role.lowerBound]
        return between.elementsEqual(" ".utf8) || between.elementsEqual("'s ".utf8) || between.elementsEqual("’s ".utf8)
            ? last.value.name : nil
    }

    /// `J. T. Moss`, `A. Kowalski`: initials and a surname. One letter says little before a word of every day:
    /// `Plan B. Moss grew.`
    private func isAfterInitials(_ words: [NameWord], _ part: Range<Int>) -> Bool {
        let last = words[part.upperBound - 1]
        let initials = words[part.dropLast()]
        guard initials.allSatisfy({ $0.has(.initial) }), !last.has(.initial), last.range.count >= 3 else { return false }
        guard [.function, .time, .acronym, .adjective].allSatisfy({ !last.has($0) }) else { return false }
        // U. S. Steel
        return initials.count == 1 ? !last.has(.common) : !text.utf8.holds("U. S.", at: words[part.lowerBound].range.lowerBound)
    }

    /// Whether what stands behind a title is words of every day, and the title one that more than people have:
    /// `Executive Order`, `General Election`.
    private func isOnlyWords(_ words: [NameWord], _ part: Range<Int>) -> Bool {
        words[part].allSatisfy { $0.has(.common) && !$0.has(.given) } && !isSurname(words[part.upperBound - 1])
            && !Titles.englishBeforeSurnames.contains(text.utf8, words[part.lowerBound - 1].range)
    }

    /// The words of a run that may be a person's name.
    func personPart(_ words: [NameWord], _ run: Range<Int>, hasTitle: Bool) -> Range<Int>? {
        guard !run.isEmpty, words[run.lowerBound].has(.capital) else { return nil }
        let lasts = run.first { words[$0].has(.last) }
        let part = run.lowerBound..<(lasts.map { $0 + 1 } ?? run.upperBound)
        let count = words[part].count { !$0.has(.particle) && !$0.has(.initial) && !$0.has(.last) }
        guard (1...4).contains(count), !words[part].contains(where: { isAmpersand($0) || $0.has(.adjective) }) else { return nil }
        if Places.english.contains(text.utf8, range(words, part)) { return nil }
        // In capitals alone stand organizations and headlines: but WU and LI are written so too.
        if words[part].allSatisfy({ $0.has(.acronym) || $0.has(.initial) }), !hasTitle, !words[part.lowerBound].has(.given) { return nil }
        let last = words[part.upperBound - 1]
        let isSurnameToo = Self.surnamesToo.contains(text.utf8, last.range)
        if last.has(.organization), !isSurnameToo { return nil }
        if last.has(.place), !(isSurnameToo && words[part.lowerBound].has(.given)), !surnames.contains(text.string(last.range)) {
            return nil
        }
        if last.has(.title), !hasTitle { return nil }
        return part
    }

    /// Whether a verb of speech or a surname that the article has elsewhere makes a person of words that may be one.
    func isNamed(_ words: [NameWord], _ part: Range<Int>, _ context: EnglishPersonContext) -> Bool {
        if isAt(words, part.lowerBound) { return false }
        let last = words[part.upperBound - 1]
        guard !words[part].contains(where: { Places.english.contains(text.utf8, $0.range) }) else { return false }
        guard !words[part.lowerBound].has(.common), !words[part.lowerBound].has(.acronym) else { return false }
        return context.isSpeaking || isSurname(last)
            || !last.has(.common) && alone.contains(text.string(last.range))
                && !alone.contains(text.string(words[part.lowerBound].range))
    }

    func isSurname(_ word: NameWord) -> Bool { surnames.contains(text.string(word.range)) }

    func isSpeaking(_ range: Range<Int>, _ block: Range<Int>) -> Bool { EnglishPersonContext(text, range, block).isSpeaking }
}
