import LinecasterKit
import LinecasterLanguage

/// A mention of a name, before entities are put in order.
typealias Mention = Annotation<Entity>

/// Finds the people of an article with their roles, and every place where they are named.
struct PeopleFinder {
    private let text: ArticleText
    /// People in English text.
    private let english: [Mention]
    /// Who made the article, as its credits say.
    private let credited: [Annotation<Credit>]
    /// Names of three characters and more that the tagger found anywhere.
    private let tagged: PhraseSet

    init(_ text: ArticleText, english: [Mention], credited: [Annotation<Credit>]) {
        self.text = text
        self.english = english
        self.credited = credited
        let long = text.tagged.names.filter { $0.kind == .person && $0.range.count >= 9 }
        tagged = PhraseSet(words: Array(Set(long.map { text.string($0.range) })))
    }

    /// The people that were found.
    struct Found {
        let mentions: [Mention]
        /// Full names in order of appearance.
        let names: [String]
        /// The organizations that roles begin with, in order.
        let offices: [Range<Int>]

        /// The people with their mentions' places in a list of all entities.
        func people(indexedIn entities: [Mention]) -> [Annotation<Person>] {
            let places = Dictionary(grouping: entities.indices.filter { entities[$0].value.kind == .person }) { entities[$0].value.name }
            return names.compactMap { name in
                guard let indices = places[name], let first = indices.first else { return nil }
                var roles: [String] = []
                for index in indices { for role in entities[index].value.roles where !roles.contains(role) { roles.append(role) } }
                // 习近平总书记 adds nothing to 中共中央总书记.
                let distinct = roles.filter { role in !roles.contains { $0 != role && $0.hasSuffix(role) } }
                return Annotation(entities[first].range, Person(name: name, roles: distinct, mentions: indices))
            }
        }
    }

    func find() -> Found {
        var mentions = english
        let taught = TaughtNames(text)
        for block in text.blocks { mentions += chinese(in: block.range.offsets, taught) }
        mentions = withoutOverlaps(mentions)
        let known = Ranges(mentions.map(\.range.offsets))
        mentions += credited.filter { !known.overlaps($0.range.offsets) && isName($0) }.map(credited)
        mentions += NameLists(text, mentions).find()
        mentions += LaterMentions(text).find(of: mentions)
        mentions = NameLinks(text, mentions.sorted { $0.range.lowerBound < $1.range.lowerBound }).linked()
        var seen: Set<String> = []
        let names = mentions.map(\.value.name).filter { seen.insert($0).inserted }
        return Found(mentions: mentions, names: names, offices: offices(of: mentions))
    }

    /// Who is named in a credit, with the role before the name: 通讯员 黄河清.
    private func credited(_ credit: Annotation<Credit>) -> Mention {
        let range = credit.range.offsets
        let end = range.lowerBound > 0 && text.utf8[range.lowerBound - 1] == 0x20 ? range.lowerBound - 1 : range.lowerBound
        var mention = Mention(credit.range, Entity(kind: .person, name: credit.value.name))
        guard text.utf8[range.lowerBound] >= 0x80, let block = text.block(holding: range.lowerBound) else { return mention }
        mention.value.roles = roles(endingAt: end, from: block.lowerBound).map(text.string)
        return mention
    }

    /// Whether what stands in a credit is somebody's name as the text has it: 作者系教授 names nobody.
    private func isName(_ credit: Annotation<Credit>) -> Bool {
        let range = credit.range.offsets
        guard text.utf8[range].elementsEqual(credit.value.name.utf8) else { return false }
        if text.utf8[range.lowerBound] < 0x80 { return true }
        let isWord = Lexicon.standard[text.utf8[range]].map { !$0.flags.contains(.person) } ?? false
        // 图/丰泽市文物考古研究院
        if range.count > 12, Organizations.chineseSuffixes.match(in: text.utf8, endingAt: range.upperBound, from: range.lowerBound) != nil {
            return false
        }
        return !isWord && Surnames.match(in: text.utf8, at: range.lowerBound, limit: range.upperBound) != nil
    }

    private static let former = PhraseSet("原 前 时任 現任 现任 该 本")
    private static let reports = PhraseSet("讯 電 电 訊")

    /// Whether a range is a name rather than one with the end of a dateline before it, or with the first
    /// character of a title behind it: 国家林业局|局长.
    private func isOffice(_ range: Range<Int>) -> Bool {
        if text.tagged.names(.organization, in: range).contains(where: { $0.lowerBound == range.lowerBound }) { return false }
        var offset = range.lowerBound
        while offset < range.upperBound {
            if Self.reports.match(in: text.utf8, at: offset, limit: range.upperBound) != nil { return false }
            offset = text.utf8.scalar(at: offset).end
        }
        return true
    }

    /// Where the organizations stand that the roles before names begin with.
    private func offices(of mentions: [Mention]) -> [Range<Int>] {
        var result: [Range<Int>] = []
        for mention in mentions where mention.value.organization != nil {
            guard let block = text.block(holding: mention.range.lowerBound) else { continue }
            var end = mention.range.lowerBound
            if end > block.lowerBound, text.utf8[end - 1] == 0x20 { end -= 1 }
            for role in roles(endingAt: end, from: block.lowerBound) {
                guard let name = organization(in: role), name.unicodeScalars.first.map({ $0.value >= 0x2E80 }) == true else { continue }
                let end = role.lowerBound + name.utf8.count
                let start = Self.former.match(in: text.utf8, at: role.lowerBound, limit: end) ?? role.lowerBound
                let range = start..<end
                guard isOffice(range) else { continue }
                if result.last.map({ $0.upperBound <= range.lowerBound }) ?? true { result.append(range) }
            }
        }
        return result
    }

    private func chinese(in block: Range<Int>, _ taught: TaughtNames) -> [Mention] {
        var mentions = text.tagged.names(.person, in: block).map { tagged($0, in: block) }
        var from = block.lowerBound
        while case let offset = taught.beginnings.next(from: from, to: block.upperBound), offset < block.upperBound {
            from = offset + 1
            let scalar = text.utf8.scalar(at: offset)
            guard scalar.value >= 0x2E80 else { continue }
            if let mention = self.taught(taught, at: offset, in: block) {
                // The article knows its people better than the tagger does.
                mentions.append(mention)
                from = mention.range.upperBound
            } else if Surnames.mayBegin(with: scalar.value), let mention = courtesy(at: offset, in: block) {
                mentions.append(mention)
                from = mention.range.upperBound
            } else if let mention = titled(at: offset, in: block) ?? described(at: offset, in: block) ?? reporting(at: offset, in: block) {
                let isSpeaking = ChineseName.speechVerb(in: text.utf8, after: mention.range.upperBound, limit: block.upperBound) != nil
                // A title before it and a verb of speech behind make a person of what was taken for a place.
                let isPerson = isSpeaking && !mention.value.roles.isEmpty && text.tagged.holds(mention.range.offsets)
                if isPerson || !text.tagged.overlaps(mention.range.offsets)
                    || text.tagged.isPerson(startingAt: mention.range.lowerBound, shorterThan: mention.range.offsets.count)
                {
                    mentions.append(mention)
                }
                from = mention.range.upperBound
            }
        }
        return mentions
    }

    /// A name that the article teaches, at the beginning of a clause or behind a title.
    private func taught(_ names: TaughtNames, at offset: Int, in block: Range<Int>) -> Mention? {
        guard let end = names.match(in: text.utf8, at: offset, limit: block.upperBound) else { return nil }
        let before = offset > block.lowerBound && text.utf8[offset - 1] == 0x20 ? offset - 1 : offset
        if endsInTitle(block.lowerBound..<before) {
            return mention(offset..<end, rolesEndingAt: before, in: block)
        }
        let isSpeaking = ChineseName.speechVerb(in: text.utf8, after: end, limit: block.upperBound)?.lowerBound == end
        guard isSpeaking || text.beginsClause(offset, from: block.lowerBound) || Lexicon.standard[text.utf8[offset..<end]] == nil else {
            return nil
        }
        return Mention(TextRange(offset..<end), Entity(kind: .person, name: text.string(offset..<end)))
    }

    /// A name that the tagger found, with the roles before it and the title behind it.
    private func tagged(_ found: Range<Int>, in block: Range<Int>) -> Mention {
        if let named = courtesy(at: found.lowerBound, in: block), named.range.upperBound >= found.upperBound { return named }
        let name = withoutTitle(found, in: block)
        let before = name.lowerBound > block.lowerBound && text.utf8[name.lowerBound - 1] == 0x20 ? name.lowerBound - 1 : name.lowerBound
        if endsInTitle(block.lowerBound..<before) {
            return mention(name, rolesEndingAt: before, in: block)
        }
        var roles: [String] = []
        if let title = Titles.chinese.match(in: text.utf8, at: name.upperBound, limit: block.upperBound) {
            roles = [text.string(name.upperBound..<title)]
        }
        return Mention(TextRange(name), Entity(kind: .person, name: text.string(name), roles: roles))
    }

    /// 孙副, of 孙副局长: the title begins behind the surname.
    private func withoutTitle(_ name: Range<Int>, in block: Range<Int>) -> Range<Int> {
        guard let surname = Surnames.match(in: text.utf8, at: name.lowerBound, limit: name.upperBound), surname < name.upperBound,
            let title = Titles.chinese.match(in: text.utf8, at: surname, limit: block.upperBound), title >= name.upperBound
        else { return name }
        return name.lowerBound..<surname
    }

    /// `吴女士`: a surname and what people are called whose given name is not told.
    private func courtesy(at offset: Int, in block: Range<Int>) -> Mention? {
        guard let surname = Surnames.match(in: text.utf8, at: offset, limit: block.upperBound, commonOnly: true),
            let end = Titles.courtesies.match(in: text.utf8, at: surname, limit: block.upperBound)
        else { return nil }
        // 对|方女士
        if let before = text.utf8.scalar(before: offset, from: block.lowerBound), characterClass(before.value) == .han,
            Lexicon.standard[text.utf8[before.offset..<surname]] != nil
        {
            return nil
        }
        let role = roles(endingAt: offset, from: block.lowerBound)
        return Mention(
            TextRange(offset..<end),
            Entity(
                kind: .person,
                name: text.string(offset..<end),
                roles: role.map(text.string),
                organization: role.last.flatMap(organization)
            )
        )
    }

    private func endsInTitle(_ range: Range<Int>) -> Bool {
        let end = RolePhrase.roleEnd(in: text.utf8, before: range.upperBound, from: range.lowerBound)
        return Titles.beforeNames.match(in: text.utf8, endingAt: end, from: range.lowerBound) != nil
    }

    /// The roles that end at an offset, none of which holds a person's name.
    private func roles(endingAt end: Int, from start: Int) -> [Range<Int>] {
        var roles = RolePhrase.roles(in: text.utf8, endingAt: end, from: text.tagged.personEnd(before: end, from: start))
        // 还将与|巴勒斯坦自治政府主席: words of a sentence before an organization or a place are no part of the first role.
        if let first = roles.first {
            let names = text.tagged.names(.organization, in: first) + text.tagged.names(.place, in: first)
            let name = names.map(\.lowerBound).filter { $0 > first.lowerBound }.min()
            if let name, text.utf8.scalars(in: first.lowerBound..<name).contains(where: { Self.sentenceWords.contains($0.value) }) {
                roles[0] = name..<first.upperBound
            }
        }
        return roles
    }

    private static let sentenceWords = ScalarSet("由有到与與和对對将將还還在向是让讓给給又再")

    /// A name with the roles that end before it.
    private func mention(_ name: Range<Int>, rolesEndingAt end: Int, in block: Range<Int>) -> Mention {
        // 女士, 先生 and their like follow a name; before one they belong to somebody else.
        let roles = roles(endingAt: end, from: block.lowerBound)
        let organization = roles.last.flatMap { self.organization(in: $0) }
        return Mention(
            TextRange(name),
            Entity(kind: .person, name: text.string(name), roles: roles.map(text.string), organization: organization)
        )
    }

    /// A title and the name that follows it.
    private func titled(at offset: Int, in block: Range<Int>) -> Mention? {
        guard let titleEnd = Titles.introducing.match(in: text.utf8, at: offset, limit: block.upperBound) else { return nil }
        var start = titleEnd
        if start < block.upperBound, text.utf8[start] == 0x20 { start += 1 }
        // 袁晓龙先生|解读: of a name before it, whoever comes behind.
        if NameLinks.politeWords.contains(text.utf8, offset..<titleEnd) { return nil }
        // 老师|傅
        if text.utf8.holds("师傅", at: start - 3) || text.utf8.holds("師傅", at: start - 3) { return nil }
        if isSplit(offset..<titleEnd, start, in: block) { return nil }
        guard
            let end = tagged.match(in: text.utf8, at: start, limit: block.upperBound)
                ?? ChineseName.match(in: text.utf8, at: start, limit: block.upperBound, needsVerb: false)
                ?? ChineseName.beforeWord(in: text.utf8, at: start, limit: block.upperBound)
        else { return nil }
        // 庞朴|买了: what the tagger leaves out says what somebody does.
        if let name = text.tagged.personEnd(at: start), name + 3 == end, TaggedNames.afterNames.contains(text.utf8.scalar(at: name).value) {
            return mention(start..<name, rolesEndingAt: titleEnd, in: block)
        }
        if isDoubtful(start..<end, behind: offset..<titleEnd) { return nil }
        return mention(start..<end, rolesEndingAt: titleEnd, in: block)
    }

    /// 专家|顾问组, 业|主管|部门, 学生|易学: behind a word for many people a word of the lexicon begins, or goes across the end of
    /// that word; 镇|长江|中.
    private func isDoubtful(_ name: Range<Int>, behind title: Range<Int>) -> Bool {
        guard name.lowerBound == title.upperBound, !text.tagged.holds(name),
            let last = text.utf8.scalar(before: title.upperBound, from: title.lowerBound)
        else { return false }
        let across = Lexicon.standard[text.utf8[last.offset..<text.utf8.scalar(at: name.lowerBound).end]]
        if across?.flags.contains(.place) == true,
            name.count == 6 || NotPeople.positions.contains(text.utf8.scalar(at: name.lowerBound + 3).value)
        {
            return true
        }
        // 水电|工程|之最
        if last.value != 0x957F, last.value != 0x9577, let across, across.cost < ChineseName.commonCost { return true }
        guard Titles.groups.match(in: text.utf8, endingAt: title.upperBound, from: title.lowerBound) != nil else { return false }
        let word = Lexicon.standard[text.utf8[name.lowerBound..<min(name.upperBound, name.lowerBound + 6)]]
        return across != nil || word.map { !$0.flags.contains(.person) } ?? false
    }

    static let descriptions = PhraseSet("岁的 歲的 队的 隊的")

    /// 22岁的|卜凡成, 四川队的|单子豪: a name behind what tells of nobody but a person.
    private func described(at offset: Int, in block: Range<Int>) -> Mention? {
        guard text.utf8.holds("的", at: offset - 3),
            Self.descriptions.match(in: text.utf8, endingAt: offset, from: block.lowerBound) != nil,
            let end = ChineseName.beforeWord(in: text.utf8, at: offset, limit: block.upperBound, isSure: true)
        else { return nil }
        return Mention(TextRange(offset..<end), Entity(kind: .person, name: text.string(offset..<end)))
    }

    /// 主人|翁精神, 确|保安|全度汛: a word goes across the end of what looks like a title.
    private func isSplit(_ title: Range<Int>, _ start: Int, in block: Range<Int>) -> Bool {
        guard start < block.upperBound, let last = text.utf8.scalar(before: title.upperBound, from: title.lowerBound) else { return false }
        let next = text.utf8.scalar(at: start).end
        if start == title.upperBound, Lexicon.standard[text.utf8[title.lowerBound..<next]] != nil { return true }
        let isOffice = Titles.chinese.match(in: text.utf8, at: title.lowerBound, limit: block.upperBound) == title.upperBound
        return !isOffice && Lexicon.standard[text.utf8[last.offset..<next]] != nil
    }

    /// The organization that a role names: what stands before its title, up to a word that ends such names.
    private func organization(in role: Range<Int>) -> String? {
        // The title's own first character may end such names too: 局 of 园林局局长.
        var end = Titles.beforeNames.match(in: text.utf8, endingAt: role.upperBound, from: role.lowerBound) ?? role.upperBound
        while end > role.lowerBound {
            if let start = Organizations.chineseSuffixes.match(in: text.utf8, endingAt: end, from: role.lowerBound) {
                let isWhole = start > role.lowerBound || Organizations.chineseNames.contains(text.utf8, role.lowerBound..<end)
                return isWhole ? text.string(role.lowerBound..<end) : nil
            }
            guard let before = text.utf8.scalar(before: end, from: role.lowerBound) else { break }
            end = before.offset
        }
        return knownOrganization(in: role)
    }

    /// 台积电 of 台积电董事长: an organization with which a role begins, by a list or by the tagger.
    private func knownOrganization(in role: Range<Int>) -> String? {
        if let end = Organizations.chineseNames.match(in: text.utf8, at: role.lowerBound, limit: role.upperBound) {
            return text.string(role.lowerBound..<end)
        }
        let tagged = text.tagged.names(.organization, in: role).first {
            $0.lowerBound == role.lowerBound && $0.upperBound < role.upperBound
        }
        return tagged.map(text.string)
    }

    /// A name that begins a clause and is followed by a verb of speech, or by a title.
    private func reporting(at offset: Int, in block: Range<Int>) -> Mention? {
        guard text.beginsClause(offset, from: block.lowerBound) else { return nil }
        guard
            let end = ChineseName.match(in: text.utf8, at: offset, limit: block.upperBound, needsVerb: true)
                ?? nameBeforeTitle(offset, block)
        else { return nil }
        // 欧元, 荣誉: a word of the lexicon is a name only where the tagger or the article says so.
        if let word = Lexicon.standard[text.utf8[offset..<end]], !word.flags.contains(.person) { return nil }
        var roles: [String] = []
        if let title = Titles.chinese.match(in: text.utf8, at: end, limit: block.upperBound) { roles = [text.string(end..<title)] }
        return Mention(TextRange(offset..<end), Entity(kind: .person, name: text.string(offset..<end), roles: roles))
    }

    /// `王小明教授`, `习近平总书记`: two characters or three, and a title of two or more.
    private func nameBeforeTitle(_ offset: Int, _ block: Range<Int>) -> Int? {
        guard let surname = Surnames.match(in: text.utf8, at: offset, limit: block.upperBound, commonOnly: true) else { return nil }
        var end = surname
        for _ in 0..<2 {
            guard let next = text.scalar(at: end, before: block.upperBound), characterClass(next.value) == .han else { return nil }
            end = next.end
            guard let title = Titles.chinese.match(in: text.utf8, at: end, limit: block.upperBound), title - end >= 6 else { continue }
            guard ChineseName.match(in: text.utf8, at: offset, limit: block.upperBound, needsVerb: false) == end else { continue }
            return end
        }
        return nil
    }

    private func withoutOverlaps(_ mentions: [Mention]) -> [Mention] {
        var result: [Mention] = []
        for mention in mentions.sorted(by: { ($0.range.lowerBound, -$0.range.count) < ($1.range.lowerBound, -$1.range.count) }) {
            if let last = result.last, last.range.overlaps(mention.range) { continue }
            result.append(mention)
        }
        return result
    }
}
