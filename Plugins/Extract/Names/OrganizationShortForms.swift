import LinecasterKit
import LinecasterLanguage

/// Organizations without the place before their name: `园林局` for `东岸区园林局`.
struct OrganizationShortForms {
    private let text: ArticleText
    private var mentions: [Mention]
    /// Short forms, and the long name that each stands for; nil where it may stand for several.
    private var names: [String: String?] = [:]

    init(_ text: ArticleText, _ mentions: [Mention]) {
        self.text = text
        self.mentions = mentions
        for mention in mentions where mention.value.kind == .organization { learn(mention) }
    }

    private mutating func learn(_ mention: Mention) {
        let range = mention.range.offsets
        guard let start = Self.end(ofPlace: range, text.utf8) else { return }
        let short = text.string(start..<range.upperBound)
        if let known = names[short], known != mention.value.name { names[short] = .some(nil) } else { names[short] = mention.value.name }
    }

    private static let shortest = 3 * 3
    private static let levels = PhraseSet("省 市 区 县 州 盟 旗 镇 乡 新区 自治区 自治州 自治县 區 縣 鎮 鄉")

    /// Where the place ends that a name of an organization begins with, when enough is left to know the organization by.
    private static func end(ofPlace range: Range<Int>, _ utf8: [UInt8]) -> Int? {
        guard Organizations.chineseSuffixes.match(in: utf8, endingAt: range.upperBound, from: range.lowerBound) != nil else { return nil }
        var end: Int?
        var offset = range.lowerBound
        // 上海市浦东新区教育局: the last place counts.
        while offset < range.upperBound - shortest {
            if let level = levels.match(in: utf8, at: offset, limit: range.upperBound), offset > range.lowerBound {
                end = level
                offset = level
            } else if let place = Places.chinese.match(in: utf8, at: offset, limit: range.upperBound), offset == (end ?? range.lowerBound) {
                end = place
                offset = place
            } else {
                offset = utf8.scalar(at: offset).end
            }
        }
        return end.flatMap { range.upperBound - $0 >= shortest ? $0 : nil }
    }

    /// The mentions with long names for short ones, and the short ones that nothing else found.
    mutating func linked() -> [Mention] {
        nameWellKnown()
        nameUniversities()
        let missed = missed()
        let places = Dictionary(
            mentions.filter { $0.value.kind == .place }.map { ($0.range.upperBound, $0.range) }
        ) { first, _ in first }
        // Behind another place it is another office: 秋叶市|公安局.
        let others = missed.compactMap { range in places[range.lowerBound].map { $0.lowerBound..<range.upperBound } }
        let starts = Set(others.map(\.lowerBound))
        mentions.removeAll { starts.contains($0.range.lowerBound) }
        for range in others {
            mentions.append(organization(range, text.string(range)))
            learn(organization(range, text.string(range)))
        }
        mentions += missed.filter { places[$0.lowerBound] == nil }.map { organization($0, text.string($0)) }
        return mentions.map { mention in
            guard mention.value.kind == .organization, case let long?? = names[mention.value.name] else { return mention }
            return organization(mention.range.offsets, long)
        }
    }

    /// 浙大 of an article that has 浙江大学, 港大 of one that has 香港大學.
    private mutating func nameUniversities() {
        var full: [Unicode.Scalar: String?] = [:]
        for mention in mentions where mention.value.kind == .organization {
            let name = mention.value.name
            guard name.hasSuffix("大学") || name.hasSuffix("大學"), name.unicodeScalars.count <= 6 else { continue }
            for scalar in name.unicodeScalars.prefix(2) {
                if let known = full[scalar], known != name { full[scalar] = .some(nil) } else { full[scalar] = name }
            }
        }
        guard !full.isEmpty else { return }
        for index in mentions.indices where mentions[index].value.kind == .organization {
            let short = mentions[index].value.name.unicodeScalars
            guard short.count == 2, short.last == "大", let first = short.first, case let name?? = full[first] else { continue }
            mentions[index] = organization(mentions[index].range.offsets, name)
        }
    }

    /// 阿里 is no place where the article has 阿里巴巴.
    private mutating func nameWellKnown() {
        let known = Set(mentions.map(\.value.name).filter { Organizations.chineseNames.contains(Array($0.utf8), 0..<$0.utf8.count) })
        guard !known.isEmpty else { return }
        for index in mentions.indices where mentions[index].value.kind == .place {
            let short = mentions[index].value.name
            guard short.utf8.count >= 6, !Places.chinese.contains(Array(short.utf8), 0..<short.utf8.count),
                let long = known.first(where: { $0.hasPrefix(short) && $0 != short })
            else { continue }
            mentions[index] = organization(mentions[index].range.offsets, long)
        }
    }

    private func organization(_ range: Range<Int>, _ name: String) -> Mention {
        Mention(TextRange(range), Entity(kind: .organization, name: name))
    }

    /// Where short forms stand in which no name was found.
    private func missed() -> [Range<Int>] {
        let taken = Ranges(mentions.map(\.range.offsets))
        return text.occurrences(of: PhraseSet(words: Array(names.keys))).filter { !taken.overlaps($0) }
    }
}
