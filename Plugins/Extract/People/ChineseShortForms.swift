import LinecasterKit
import LinecasterLanguage

/// People by their surname and a title: `周校长` for 周慧敏, `孙副局长` for 孙继武.
struct ChineseShortForms {
    private let surnames: PhraseSet
    /// Full names by surname, in order of appearance.
    private var names: [String: [Mention]] = [:]
    private let cache = Cache()

    init(_ mentions: [Mention]) {
        for mention in mentions.sorted(by: { $0.range.lowerBound < $1.range.lowerBound }) {
            guard let surname = Self.surname(of: mention.value.name) else { continue }
            names[surname, default: []].append(mention)
        }
        surnames = PhraseSet(words: Array(names.keys))
    }

    /// The surnames.
    var words: [String] { Array(names.keys) }

    /// The surname of a full name; nil for a name that is no more than one, and for foreign names.
    private static func surname(of name: String) -> String? {
        let bytes = Array(name.utf8)
        guard bytes.count >= 6, bytes.count <= 12, let end = Surnames.match(in: bytes, at: 0, limit: bytes.count), end < bytes.count,
            !Titles.courtesies.contains(bytes, end..<bytes.count)
        else {
            return nil
        }
        return String(decoding: bytes[..<end], as: UTF8.self)
    }

    /// The person whom a surname at an offset means: the last one before it with that surname, best one with that title.
    func person(surname: String, title: String, before offset: Int) -> String? {
        guard let all = names[surname], let first = all.first else { return nil }
        let titled = cache.mentions(surname, title) {
            let holders = Set(all.filter { $0.value.roles.contains { $0.hasSuffix(title) } }.map(\.value.name))
            return holders.isEmpty ? [] : all.filter { holders.contains($0.value.name) }
        }
        let limit = first.range.lowerBound < offset ? offset : Int.max
        return (last(of: titled, before: limit) ?? last(of: all, before: limit))?.value.name
    }

    /// The last of some mentions in text order that begins before an offset.
    private func last(of mentions: [Mention], before offset: Int) -> Mention? {
        let end = mentions.partitionPoint { $0.range.lowerBound < offset }
        return end > 0 ? mentions[end - 1] : nil
    }

    /// Mentions of those who bear a title, by surname and title: an article that speaks of one officer a thousand times looks them up
    /// once.
    private final class Cache {
        private var mentions: [String: [Mention]] = [:]

        func mentions(_ surname: String, _ title: String, _ find: () -> [Mention]) -> [Mention] {
            let key = surname + " " + title
            if let known = mentions[key] { return known }
            let found = find()
            mentions[key] = found
            return found
        }
    }

    /// A surname with a title behind it at an offset.
    func match(in text: [UInt8], at offset: Int, limit: Int) -> (end: Int, title: Range<Int>, name: String)? {
        guard let end = surnames.match(in: text, at: offset, limit: limit),
            let title = Titles.chinese.match(in: text, at: end, limit: limit), title - end >= 6
        else { return nil }
        // 高校长 stands within 提高校长; a name begins a word.
        if offset >= 6, let before = text.scalar(before: offset), characterClass(before.value) == .han,
            Lexicon.standard[text[before.offset..<end]] != nil
        {
            return nil
        }
        // 施工|人员: words lie across both edges of the title.
        if title < limit, let last = text.scalar(before: title, from: end),
            Lexicon.standard[text[offset..<text.scalar(at: end).end]] != nil,
            Lexicon.standard[text[last.offset..<text.scalar(at: title).end]] != nil
        {
            return nil
        }
        guard
            let name = person(
                surname: String(decoding: text[offset..<end], as: UTF8.self),
                title: String(decoding: text[end..<title], as: UTF8.self),
                before: offset
            )
        else { return nil }
        return (end, end..<title, name)
    }
}
