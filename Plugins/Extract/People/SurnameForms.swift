import LinecasterKit
import LinecasterLanguage

/// Surnames with the full names that they stand for.
struct SurnameForms {
    private let words: PhraseSet
    private let names: [String: String]

    /// Surnames by which people with a first name are named later, where only one bears it.
    init(of mentions: [Mention]) {
        var byName: [String: Set<String>] = [:]
        for name in Set(mentions.map(\.value.name)) {
            let words = name.split { $0 == " " || $0 == "·" }.filter { !Self.suffixes.contains(String($0)) }
            guard words.count >= 2, let last = words.last, last.utf8.count > 2, last.count > 1 else { continue }
            byName[String(last), default: []].insert(name)
        }
        self.init(byName.compactMapValues { $0.count == 1 ? $0.first : nil })
    }

    private static let suffixes: Set<String> = ["Jr.", "Sr.", "Jr", "Sr"]

    private init(_ names: [String: String]) {
        self.names = names
        words = PhraseSet(words: Array(names.keys))
    }

    func match(_ text: [UInt8], at offset: Int, limit: Int) -> (end: Int, name: String)? {
        guard offset == 0 || (text[offset - 1] | 0x20) &- 0x61 >= 26, let end = words.match(in: text, at: offset, limit: limit) else {
            return nil
        }
        guard end >= limit || (text[end] | 0x20) &- 0x61 >= 26 else { return nil }
        return names[String(decoding: text[offset..<end], as: UTF8.self)].map { (end, $0) }
    }
}
