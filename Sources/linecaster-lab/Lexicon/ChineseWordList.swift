import Foundation
import LinecasterLanguage

/// A list of Chinese words with frequencies and parts of speech.
struct ChineseWordList {
    let words: [LexiconWord]

    /// Parts of speech as the Peking University tag set names them.
    private static let flags: [Substring: WordFlags] = [
        "nr": .person, "nrt": .person, "nrfg": .person, "ns": .place, "nt": .organization, "t": .time, "tg": .time,
        "v": .common, "vd": .common, "vn": .common, "a": .common, "ad": .common, "an": .common, "d": .common, "c": .common, "p": .common,
        "u": .common, "r": .common, "i": .common, "l": .common, "y": .common, "uj": .common, "ul": .common, "z": .common,
    ]

    init(path: String) throws {
        words = try String(contentsOfFile: path, encoding: .utf8).split(separator: "\n").compactMap { line in
            let columns = line.split(separator: " ")
            guard columns.count >= 2, let frequency = Double(columns[1]) else { return nil }
            return LexiconWord(String(columns[0]), frequency: frequency, flags: columns.count > 2 ? Self.flags[columns[2]] ?? [] : [])
        }
    }
}
