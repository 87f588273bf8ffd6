import LinecasterKit
import LinecasterLanguage

/// Names that the article itself teaches: what stands where a speaker stands, and comes back.
///
/// Taggers miss names with rare surnames and those that are words as well, 宝音 and 安然. An article that lets
/// somebody speak names them twice or more, and at the beginning of a clause before a verb of speech.
struct TaughtNames {
    private let names: PhraseSet
    /// Where a person's name may begin, be it one of these or another.
    let beginnings: OffsetSet

    private static let stops = PhraseSet(
        """
        大家 他们 她们 我们 人们 有人 记者 专家 网友 村民 居民 市民 业内 双方 各方 对方 对此 有的 同时 其中 此外 不过 但是 因此 所以 如果 目前 今年 去年 昨天 今天 明天 公告 报告 消息 文章 报道 通知 会议 会上 \
        他还 她还 他也 她也 自己 谁也 没人 老人 男子 女子 孩子 家长 学生 老师 医生 警方 官方 法院 校方 院方 店方 厂方 公司 政府 上级 领导 主持人 发言人 负责人 另外 最后 随后 于是 然后 接着 还有 一位 一名 有关 相关 本报 据悉 作者 读者 观众 两人 三人 她又 他又 众人 他曾 她曾 如何 什么 怎么 为何 文件 规定 方案 法律 数据 结果 研究 调查 统计
        """
    )

    /// The cost of words that come once in a million or less; see ``Lexicon/costsPerNat``.
    private static let rare: UInt8 = 160

    /// How a string was seen: before verbs of speech, at the beginning of a clause, before verbs that people alone do.
    private struct Sightings {
        var count = 0
        var clauses = 0
        var personal = 0
    }

    /// Verbs that documents and offices do not do.
    private static let personalVerbs = PhraseSet("说 告诉 坦言 回忆 笑 感慨 喊 问 答 写道 直言 感叹 說 告訴 回憶 叹 打趣 调侃 抱怨 哭着 笑着")

    init(_ text: ArticleText) {
        var seen: [ArraySlice<UInt8>: Sightings] = [:]
        for block in text.blocks where text.utf8.holdsIdeographs(block.range.offsets) { Self.collect(text, block.range.offsets, &seen) }
        names = PhraseSet(words: seen.filter { Self.isName($0.key, $0.value, text) }.map { String(decoding: $0.key, as: UTF8.self) })
        var beginnings = text.beginnings.person
        if !names.isEmpty {
            var offset = 0
            while offset < text.utf8.count {
                if names.match(in: text.utf8, at: offset, limit: text.utf8.count) != nil { beginnings.insert(offset) }
                offset = text.utf8.scalar(at: offset).end
            }
        }
        self.beginnings = beginnings
    }

    private static func collect(_ text: ArticleText, _ block: Range<Int>, _ seen: inout [ArraySlice<UInt8>: Sightings]) {
        var from = block.lowerBound
        while case let offset = text.beginnings.speaker.next(from: from, to: block.upperBound), offset < block.upperBound {
            let scalar = text.utf8.scalar(at: offset)
            from = scalar.end
            guard characterClass(scalar.value) == .han else { continue }
            let isClause = text.beginsClause(scalar.offset, from: block.lowerBound)
            guard isClause || Titles.chinese.match(in: text.utf8, endingAt: scalar.offset, from: block.lowerBound) != nil,
                stops.match(in: text.utf8, at: scalar.offset, limit: block.upperBound) == nil,
                Titles.chinese.match(in: text.utf8, at: scalar.offset, limit: block.upperBound) == nil,
                let name = name(text, at: scalar.offset, block)
            else { continue }
            let isPersonal = personalVerbs.match(in: text.utf8, at: name, limit: block.upperBound) != nil
            seen[text.utf8[scalar.offset..<name], default: Sightings()].count += 1
            if isClause { seen[text.utf8[scalar.offset..<name], default: Sightings()].clauses += 1 }
            if isPersonal { seen[text.utf8[scalar.offset..<name], default: Sightings()].personal += 1 }
        }
    }

    /// Two to four characters directly before a verb of speech; the shortest such.
    private static func name(_ text: ArticleText, at offset: Int, _ block: Range<Int>) -> Int? {
        var end = offset
        for length in 1...4 {
            guard let next = text.scalar(at: end, before: block.upperBound), characterClass(next.value) == .han else { return nil }
            end = next.end
            // 张全景在|讲话中
            if length >= 3, ChineseName.grammar.contains(next.value) { continue }
            if length >= 2, text.beginnings.speech.contains(end),
                let verb = ChineseName.speechVerb(in: text.utf8, after: end, limit: block.upperBound),
                verb.lowerBound == end || isAdverb(text, end..<verb.lowerBound)
            {
                return end
            }
        }
        return nil
    }

    private static func isAdverb(_ text: ArticleText, _ range: Range<Int>) -> Bool {
        Titles.chinese.match(in: text.utf8, at: range.lowerBound, limit: range.upperBound) == nil
    }

    private static func isName(_ name: ArraySlice<UInt8>, _ seen: Sightings, _ text: ArticleText) -> Bool {
        let range = name.indices
        if Titles.chinese.match(in: text.utf8, endingAt: range.upperBound, from: range.lowerBound) != nil { return false }
        if Organizations.chineseSuffixes.match(in: text.utf8, endingAt: range.upperBound, from: range.lowerBound) != nil { return false }
        let hasSurname = Surnames.match(in: text.utf8, at: range.lowerBound, limit: range.upperBound).map { $0 < range.upperBound } ?? false
        let entry = Lexicon.standard[name]
        let isWord = entry.map { !$0.flags.contains(.person) } ?? false
        // A rare word without a surname that speaks twice or more: 宝音.
        if isWord, !hasSurname { return seen.personal >= 2 && (seen.count >= 3 || (entry?.cost ?? 0) >= Self.rare) }
        if isWord { return seen.count >= 2 && seen.clauses > 0 && seen.personal > 0 }
        if seen.count >= 2 { return seen.clauses > 0 && (hasSurname || seen.personal > 0) }
        // Seen once before a verb: it has to stand elsewhere too.
        return hasSurname && text.occurrences(of: name, atMost: 2) >= 2
    }

    /// The end of the taught name that begins at an offset.
    func match(in text: [UInt8], at offset: Int, limit: Int) -> Int? { names.match(in: text, at: offset, limit: limit) }

    var isEmpty: Bool { names.isEmpty }
}

extension ArticleText {
    /// How often some bytes stand in the text, counted up to a limit.
    func occurrences(of piece: ArraySlice<UInt8>, atMost limit: Int) -> Int {
        guard let first = piece.first else { return 0 }
        var count = 0
        var offset = 0
        while count < limit, let place = utf8.firstIndex(of: first, from: offset), place + piece.count <= utf8.count {
            if utf8[place..<place + piece.count].elementsEqual(piece) { count += 1 }
            offset = place + 1
        }
        return count
    }
}
