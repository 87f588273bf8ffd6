import LinecasterKit
import LinecasterLanguage

/// Reads the speech of one block.
struct SpeechReader {
    private let text: ArticleText
    private let block: Range<Int>
    private let quotations: [Quotation]
    private let clauses: [Clause]
    /// People outside quotations.
    private let people: [Mention]
    /// Organizations outside quotations.
    private let organizations: [Mention]
    private let isLatin: Bool
    private let roles: RoleHolders
    private(set) var topic: Topic
    private(set) var quotes: [Annotation<Quote>] = []
    /// The quotations that a clause attributed.
    private var attributed: Set<Int> = []

    init(
        _ text: ArticleText,
        _ block: Range<Int>,
        people: ArraySlice<Mention>,
        organizations: ArraySlice<Mention>,
        roles: RoleHolders,
        topic: Topic
    ) {
        self.text = text
        self.roles = roles
        self.block = block
        self.topic = topic
        quotations = Quotations(text.utf8, block).all
        clauses = Clauses(text.utf8, block, quotations).all
        self.people = Self.outside(quotations, people)
        self.organizations = Self.outside(quotations, organizations)
        isLatin = !text.utf8.holdsIdeographs(block)
    }

    private static func outside(_ quotations: [Quotation], _ mentions: ArraySlice<Mention>) -> [Mention] {
        var left = quotations[...]
        return mentions.filter { mention in
            while let first = left.first, first.range.upperBound <= mention.range.lowerBound { left = left.dropFirst() }
            return left.first.map { !$0.range.contains(mention.range.lowerBound) } ?? true
        }
    }

    mutating func read() {
        let chinese = ChineseAttribution(text, people: people, organizations: organizations)
        let english = EnglishAttribution(text, people: people, organizations: organizations, block: block)
        var waiting = 0
        var reportedEnd = block.lowerBound
        continueOpenQuotation()
        for (index, clause) in clauses.enumerated() {
            // Quotations without a clause of their own before this one.
            while waiting < quotations.count, quotations[waiting].range.upperBound <= clause.range.lowerBound {
                if clause.before != waiting { takeAlone(waiting) }
                waiting += 1
            }
            let attribution = clause.range.lowerBound < reportedEnd ? nil : isLatin ? english.find(in: clause) : chinese.find(in: clause)
            guard let attribution else {
                if let before = clause.before {
                    if !isLatin, let told = toldLater(index, chinese), isSpeech(quotations[before]), !attributed.contains(before) {
                        add(quotations[before], speaker(told.subject), text.string(told.verb))
                        attributed.insert(before)
                    } else {
                        takeAlone(before)
                    }
                }
                noteSubject(clause)
                takeIntroduced(clause)
                continue
            }
            reportedEnd = max(reportedEnd, take(clause, attribution))
        }
        for index in waiting..<max(waiting, quotations.count) { takeAlone(index) }
        if let last = quotations.last, last.isOpen {
            (topic.isOpen, topic.continued) = (
                true, quotes.last { $0.range.lowerBound <= last.range.lowerBound }?.value.speaker ?? topic.continued
            )
        } else {
            topic.isOpen = false
        }
    }

    /// `“…。”5月6日，石盘村村民乔大有边接水边说。`: who spoke the quotation before a clause, when a later clause of the sentence ends
    /// it with a verb of speech and nothing is left to be said.
    private func toldLater(_ index: Int, _ chinese: ChineseAttribution) -> Attribution? {
        var next = index
        while next + 1 < clauses.count, next - index < 3, clauses[next].mark == 0xFF0C, clauses[next].after == nil {
            next += 1
            guard let found = chinese.find(in: clauses[next]) else { continue }
            return clauses[next].mark == 0x3002 && clauses[next].after == nil ? found : nil
        }
        return nil
    }

    // MARK: Speakers

    private mutating func speaker(_ subject: SpeechSubject) -> String? {
        switch subject {
        case .named(let name):
            topic.name = name
            topic.speaker = name
            return name
        case .institution(let name):
            topic.speaker = name
            return name
        case .pronoun: return topic.name
        case .omitted: return topic.speaker ?? topic.name
        case .titled(let title): return roles.holder(of: title, last: topic.name)
        case .unnamed:
            return nil
        }
    }

    /// `Miss `, `Mrs. ` before a name.
    private static let longestCourtesy = 5

    /// The subject of a sentence that reports nothing is who the next pronoun means.
    private mutating func noteSubject(_ clause: Clause) {
        let first = people.partitionPoint { $0.range.lowerBound < clause.range.lowerBound }
        var place = first
        while place < people.count, people[place].range.upperBound <= clause.range.upperBound {
            let person = people[place]
            place += 1
            if text.utf8.holds("的", at: person.range.upperBound) || person.value.roles.last?.hasSuffix("记者") == true { continue }
            if text.utf8.holds("'s", at: person.range.upperBound) || text.utf8.holds("’s", at: person.range.upperBound) {
                // Mrs Oakshott's husband died: who owns what the paragraph begins with is whom its pronouns mean.
                if person.range.lowerBound - block.lowerBound <= Self.longestCourtesy { topic.name = person.value.name }
                continue
            }
            topic.name = person.value.name
            topic.speaker = person.value.name
            return
        }
    }

    // MARK: Quotations

    /// A paragraph that begins with a mark goes on with a quotation that was left open.
    private mutating func continueOpenQuotation() {
        guard topic.isOpen, let first = quotations.first, first.range.lowerBound == block.lowerBound else { return }
        add(first, topic.continued, nil)
        attributed.insert(0)
    }

    private mutating func add(_ quotation: Quotation, _ speaker: String?, _ cue: String?) {
        quotes.append(Annotation(TextRange(quotation.range), Quote(kind: .direct, speaker: speaker, cue: cue)))
    }

    /// A clause with a verb of speech: the quotation before it, the one after it, or what it reports.
    ///
    /// - Returns: Where what it reports ends.
    private mutating func take(_ clause: Clause, _ attribution: Attribution) -> Int {
        let cue = text.string(attribution.verb)
        let name = speaker(attribution.subject)
        var isUsed = false
        // "…" and said: the verb tells what comes, not what was quoted.
        let goesOn = isLatin && text.utf8.holds("and ", at: clause.range.lowerBound)
        if let before = clause.before, !attributed.contains(before), isSpeech(quotations[before]) {
            // What somebody else is reported to have said ends with the quotation.
            let reported =
                isLatin
                ? nil : quotes.suffix(4).last { $0.value.kind == .reported && $0.range.upperBound >= quotations[before].range.upperBound }
            add(quotations[before], reported.map(\.value.speaker) ?? name, reported == nil && !goesOn ? cue : nil)
            attributed.insert(before)
            isUsed = true
        }
        if let after = clause.after, attribution.speech >= clause.range.upperBound, isSpeech(quotations[after]),
            isUsed || clause.before == nil || clause.mark != 0
        {
            add(quotations[after], name, cue)
            attributed.insert(after)
            return clause.range.upperBound
        }
        return report(clause, attribution, name, cue, isUsed: isUsed) ?? clause.range.upperBound
    }

    /// What stands alone is speech when it is a sentence; who speaks it, the sentence before tells.
    private mutating func takeAlone(_ index: Int) {
        guard !attributed.contains(index), index < quotations.count else { return }
        let quotation = quotations[index]
        guard quotation.isOpen || isSentence(quotation.inner) && isLong(quotation.inner), !isPartOfSentence(quotation) else { return }
        attributed.insert(index)
        let previous = quotes.last { $0.value.kind == .direct && $0.range.upperBound <= quotation.range.lowerBound }
        // After `…,” she said.` the same speaker goes on.
        if let previous, isContinuation(previous.range.upperBound..<quotation.range.lowerBound) {
            add(quotation, previous.value.speaker, previous.value.cue)
        } else {
            add(quotation, quotation.range.lowerBound > block.lowerBound ? topic.name : nil, nil)
        }
    }

    /// `22岁的卜凡成难掩激动：“…”`: a colon leads from somebody to what he says, whoever speaks in the sentence behind it.
    private mutating func takeIntroduced(_ clause: Clause) {
        guard !isLatin, clause.mark == 0xFF1A, let after = clause.after, !attributed.contains(after), isSentence(quotations[after].inner)
        else { return }
        attributed.insert(after)
        add(quotations[after], isNamed(clause.sentence..<clause.range.upperBound) ? topic.name : nil, nil)
    }

    private static let writings = PhraseSet(
        "写着 写有 贴着 贴出 挂着 挂出 刻着 刻有 印着 印有 题着 寫著 寫着 貼著 掛著 横幅 标语 牌子 告示 招牌 标牌 规定 约定 条款 条例 法律 合同 短信 字条 纸条 公示 橫額 標語"
    )

    /// Whether a stretch that leads to a quotation may be of whom the text speaks.
    private func isNamed(_ range: Range<Int>) -> Bool {
        !isWritten(range)
            && (people.within(range).last != nil
                || !ChineseAttribution(text, people: people, organizations: organizations).isOfOthers(range))
    }

    /// 墙上写着：“…”, 合同约定：“…”: words that nobody speaks.
    private func isWritten(_ range: Range<Int>) -> Bool {
        var offset = range.lowerBound
        while offset < range.upperBound {
            if Self.writings.match(in: text.utf8, at: offset, limit: range.upperBound) != nil { return true }
            offset = text.utf8.scalar(at: offset).end
        }
        return false
    }

    /// A quotation in the middle of a sentence that no verb of speech leads to is a title or a slogan.
    private func isPartOfSentence(_ quotation: Quotation) -> Bool {
        guard let after = text.scalar(at: quotation.range.upperBound, before: block.upperBound), characterClass(after.value) == .han else {
            return false
        }
        let last = text.utf8.scalar(before: quotation.inner.upperBound, from: quotation.inner.lowerBound)
        return last.map { characterClass($0.value) != .terminal } ?? true
    }

    private func isContinuation(_ between: Range<Int>) -> Bool {
        between.count <= 90 && text.utf8.scalars(in: between).count { characterClass($0.value) == .terminal || $0.value == 0x2E } <= 1
    }

    private func isSentence(_ inner: Range<Int>) -> Bool {
        guard let last = text.utf8.scalar(before: inner.upperBound, from: inner.lowerBound) else { return false }
        return characterClass(last.value) == .terminal || last.value == 0x2014 || last.value == 0x2026
    }

    /// Whether a quotation beside a verb of speech is speech: a sentence, or a clause with a pause or of some length.
    private func isSpeech(_ quotation: Quotation) -> Bool {
        let inner = quotation.inner
        guard !inner.isEmpty else { return false }
        if isSentence(inner) || quotation.isOpen { return true }
        if let last = text.utf8.scalar(before: inner.upperBound, from: inner.lowerBound), characterClass(last.value) == .pause {
            return true
        }
        // “松风”的音色: a term with which a sentence begins.
        if let after = text.scalar(at: quotation.range.upperBound, before: block.upperBound), characterClass(after.value) == .han,
            !isLong(inner)
        {
            return false
        }
        return text.utf8.scalars(in: inner).contains { characterClass($0.value) == .pause && $0.value != 0x3001 } || isLong(inner)
    }

    private func isLong(_ inner: Range<Int>) -> Bool {
        let isLatin = text.utf8[inner].count { $0 < 0x80 } * 2 > inner.count
        return isLatin ? text.utf8[inner].count { $0 == 0x20 } >= 3 : inner.count >= 24
    }

    // MARK: Reported speech

    private mutating func report(_ clause: Clause, _ attribution: Attribution, _ name: String?, _ cue: String, isUsed: Bool) -> Int? {
        let start = attribution.speech
        if SpeechVerbs.chineseBehindSpeech.contains(text.utf8, attribution.verb) { return nil }
        if isLatin {
            if let said = saidBefore(clause, attribution) {
                quotes.append(Annotation(TextRange(said), Quote(kind: .reported, speaker: name, cue: cue)))
                return nil
            }
            guard
                start < clause.range.upperBound
                    || clause.mark == 0x2C && text.utf8[attribution.verb.lowerBound] | 0x20 == UInt8(ascii: "a") && start == clause.next
            else { return nil }
        } else if start >= clause.range.upperBound, clause.mark != 0xFF0C, clause.mark != 0xFF1A, clause.mark != 0x2C, clause.mark != 0x3A {
            // At its end the sentence has nothing to report; a quotation beside it was taken, or is a term.
            return nil
        }
        guard start < block.upperBound else { return nil }
        if clause.after != nil, start >= clause.range.upperBound, let after = clause.after, attributed.contains(after) { return nil }
        let isColon = clause.mark == 0xFF1A || clause.mark == 0x3A
        let end = isColon ? statementEnd(from: start) : sentenceEnd(from: start)
        let range = text.utf8.trimmed(start..<max(start, end))
        guard range.count >= 6 else { return nil }
        quotes.append(Annotation(TextRange(range), Quote(kind: .reported, speaker: name, cue: cue)))
        return range.upperBound
    }

    private static let turns = PhraseSet("据 另据 此外 另外 记者 記者 目前 此前 近日 截至 与此同时 同时 值得")

    /// Where what a colon leads to ends: with the block, or where another sentence begins with somebody else.
    private func statementEnd(from offset: Int) -> Int {
        var end = sentenceEnd(from: offset)
        while end < block.upperBound {
            let next = text.utf8.trimmed(end..<block.upperBound).lowerBound
            guard next < block.upperBound, Self.turns.match(in: text.utf8, at: next, limit: block.upperBound) == nil,
                !begins(people, next), !begins(organizations, next)
            else { return end }
            let further = sentenceEnd(from: next)
            guard further > end else { return block.upperBound }
            end = further
        }
        return end
    }

    private func begins(_ mentions: [Mention], _ offset: Int) -> Bool {
        let index = mentions.partitionPoint { $0.range.lowerBound < offset }
        return index < mentions.count && mentions[index].range.lowerBound == offset
    }

    /// Where the sentence that holds an offset ends.
    private func sentenceEnd(from offset: Int) -> Int {
        let index = text.sentences.partitionPoint { $0.range.upperBound <= offset }
        guard index < text.sentences.count, text.sentences[index].range.lowerBound <= offset else { return block.upperBound }
        return min(text.sentences[index].range.upperBound, block.upperBound)
    }

    /// Whether something is urged or reported in the clause itself; `reported Friday` is not of that sort.
    private func takesThing(_ verb: Range<Int>, _ clause: Clause) -> Bool {
        guard EnglishAttribution.takesThings.contains(text.utf8, verb) else { return false }
        let rest = text.utf8.trimmed(verb.upperBound..<clause.range.upperBound)
        let first = text.utf8[rest].prefix { $0 != 0x20 }
        return !EnglishAttribution.times.contains(text.utf8, first.startIndex..<first.endIndex)
    }

    /// What is reported before its speaker: `Children go first, Ellison said.`
    private func saidBefore(_ clause: Clause, _ attribution: Attribution) -> Range<Int>? {
        guard clause.before == nil, clause.mark == 0x2E || clause.mark == 0, clause.range.lowerBound > clause.sentence,
            attribution.verb.upperBound >= clause.range.upperBound
                || attribution.speech >= clause.range.upperBound && !takesThing(attribution.verb, clause)
        else { return nil }
        let body = clause.sentence == block.lowerBound ? EnglishDateline(text.utf8, block, TimeFrame()).bodyStart : clause.sentence
        let before = text.utf8.trimmed(min(body, clause.range.lowerBound)..<clause.range.lowerBound)
        guard before.count > 12, text.utf8[before.upperBound - 1] == UInt8(ascii: ","),
            !quotations.contains(where: { $0.range.overlaps(before) })
        else { return nil }
        // Jane Smith, the mayor, said: the description is no statement.
        if let person = people.within(before).first, person.range.lowerBound <= before.lowerBound + 12 {
            return nil
        }
        return before.lowerBound..<before.upperBound - 1
    }
}
