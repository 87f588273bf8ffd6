import LinecasterKit
import LinecasterLanguage

/// Surnames with the full names that they stand for.
struct SurnameForms {
    private let surnames: PhraseSet
    private let names: [String: String]

    /// Surnames by which people with a first name are named later, where only one bears it.
    ///
    /// A word that the text has in small letters too stands for nobody: park, beside Linda Park. Without a text all surnames
    /// count: behind an honorific a word is a name.
    init(of mentions: [Mention], in text: [UInt8] = []) {
        var byName: [String: Set<String>] = [:]
        for name in Set(mentions.map(\.value.name)) {
            let words = name.split { $0 == " " || $0 == "·" }.filter { !Self.suffixes.contains(String($0)) }
            guard words.count >= 2, let last = words.last, last.utf8.count > 2, last.count > 1 else { continue }
            byName[String(last), default: []].insert(name)
        }
        let words = Self.wordsInSmallLetters(Array(byName.keys), text)
        let companies = Self.companies(Array(byName.keys), text)
        self.init(
            byName.filter { !words.contains($0.key) && !companies.contains($0.key) }.compactMapValues { $0.count == 1 ? $0.first : nil }
        )
    }

    /// Which surnames a text has as words in small letters.
    private static func wordsInSmallLetters(_ surnames: [String], _ text: [UInt8]) -> Set<String> {
        let small = Dictionary(
            surnames.compactMap { name -> (String, String)? in
                let lower = name.lowercased()
                return Lexicon.standard[lower]?.flags.contains(.smallLetters) == true ? (lower, name) : nil
            }
        ) { first, _ in first }
        guard !small.isEmpty else { return [] }
        let words = PhraseSet(words: Array(small.keys))
        var found: Set<String> = []
        var offset = 0
        while offset < text.count {
            if let end = words.match(in: text, at: offset, limit: text.count), end >= text.count || (text[end] | 0x20) &- 0x61 >= 26,
                let name = small[String(decoding: text[offset..<end], as: UTF8.self)]
            {
                found.insert(name)
            }
            // On to the next word.
            while offset < text.count, (text[offset] | 0x20) &- 0x61 < 26 { offset += 1 }
            while offset < text.count, (text[offset] | 0x20) &- 0x61 >= 26 { offset += 1 }
        }
        return found
    }

    /// Which surnames a company is called by: beside Halden Corp., Halden alone may be either.
    private static func companies(_ surnames: [String], _ text: [UInt8]) -> Set<String> {
        let words = PhraseSet(words: surnames.filter { $0.utf8.allSatisfy { $0 < 0x80 } })
        guard !words.isEmpty else { return [] }
        var found: Set<String> = []
        var offset = 0
        while offset < text.count {
            if text[offset] &- 0x41 < 26, let end = words.match(in: text, at: offset, limit: text.count), end + 1 < text.count,
                text[end] == 0x20, let suffix = Organizations.englishSuffixes.match(in: text, at: end + 1, limit: text.count),
                suffix >= text.count || (text[suffix] | 0x20) &- 0x61 >= 26
            {
                found.insert(String(decoding: text[offset..<end], as: UTF8.self))
            }
            while offset < text.count, (text[offset] | 0x20) &- 0x61 < 26 { offset += 1 }
            while offset < text.count, (text[offset] | 0x20) &- 0x61 >= 26 { offset += 1 }
        }
        return found
    }

    private static let suffixes: Set<String> = ["Jr.", "Sr.", "Jr", "Sr"]

    private init(_ names: [String: String]) {
        self.names = names
        surnames = PhraseSet(words: Array(names.keys))
    }

    /// The surnames.
    var words: [String] { Array(names.keys) }

    /// The full name that a surname stands for.
    subscript(surname: String) -> String? { names[surname] }

    func match(_ text: [UInt8], at offset: Int, limit: Int) -> (end: Int, name: String)? {
        guard offset == 0 || (text[offset - 1] | 0x20) &- 0x61 >= 26, let end = surnames.match(in: text, at: offset, limit: limit) else {
            return nil
        }
        guard end >= limit || (text[end] | 0x20) &- 0x61 >= 26 else { return nil }
        return names[String(decoding: text[offset..<end], as: UTF8.self)].map { (end, $0) }
    }
}
