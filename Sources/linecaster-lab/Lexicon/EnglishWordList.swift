import Foundation
import LinecasterLanguage

/// The word forms of English, from the lists of SCOWL, whose number says how rare their words are.
struct EnglishWordList {
    let words: [LexiconWord]

    private static let frequencies: [Int: Double] = [10: 2000, 20: 500, 35: 100, 40: 50, 50: 20, 55: 10, 60: 5]

    init(folder: String) throws {
        var words: [LexiconWord] = []
        for name in try FileManager.default.contentsOfDirectory(atPath: folder).sorted() {
            let parts = name.split(separator: ".")
            guard parts.count == 2, let size = Int(parts[1]), let frequency = Self.frequencies[size],
                ["words", "upper", "names"].contains(where: parts[0].hasSuffix), !parts[0].hasPrefix("variant")
            else { continue }
            let flags: WordFlags = parts[0].hasSuffix("words") ? [.letters, .smallLetters] : .letters
            let text = try String(contentsOfFile: folder + "/" + name, encoding: .isoLatin1)
            for word in text.split(separator: "\n") where !word.contains("'") {
                words.append(LexiconWord(String(word), frequency: frequency, flags: flags))
            }
        }
        self.words = words
    }
}
