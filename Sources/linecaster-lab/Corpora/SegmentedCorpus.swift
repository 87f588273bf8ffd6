import Foundation
import LinecasterLanguage

/// A corpus whose sentences are parted into words, some of them with a part of speech.
struct SegmentedCorpus {
    struct Word {
        var text: String
        /// The part of speech as the corpus names it; empty where it does not.
        var tag: String
    }

    var sentences: [[Word]] = []

    /// Reads a file by its name and form: CoNLL (a word a line, in the second column), `word/tag` text, or words
    /// parted by spaces.
    init(path: String) throws {
        let text = try String(contentsOfFile: path, encoding: .utf8).replacingOccurrences(of: "\r", with: "")
        if path.hasSuffix(".conll") || path.hasSuffix(".conllu") {
            sentences = Self.conll(text)
        } else {
            sentences = text.split(separator: "\n").map { line in line.split(whereSeparator: \.isWhitespace).map(Self.word) }
        }
        sentences.removeAll(where: \.isEmpty)
    }

    private static func conll(_ text: String) -> [[Word]] {
        text.components(separatedBy: "\n\n").map { block in
            block.split(separator: "\n").compactMap { line in
                let columns = line.split(separator: "\t", omittingEmptySubsequences: false)
                guard columns.count > 4, Int(columns[0]) != nil else { return nil }
                return Word(text: String(columns[1]), tag: String(columns[4]))
            }
        }
    }

    /// `希望/n` is 希望; a slash alone is itself.
    private static func word(_ word: Substring) -> Word {
        guard let slash = word.lastIndex(of: "/"), slash > word.startIndex, word.index(after: slash) < word.endIndex,
            word[word.index(after: slash)...].allSatisfy({ $0.isASCII && $0.isLetter })
        else { return Word(text: String(word), tag: "") }
        return Word(text: String(word[..<slash]), tag: String(word[word.index(after: slash)...]))
    }

    /// Joins surnames with the given names behind them, which the corpora of Peking University part.
    mutating func joinNames() {
        let surnames = Set(Surnames.all)
        for index in sentences.indices {
            var joined: [Word] = []
            for word in sentences[index] {
                if word.tag == "nr", let last = joined.last, last.tag == "nr", surnames.contains(last.text), word.text.count <= 2 {
                    joined[joined.count - 1].text += word.text
                    // A name that is whole takes nothing more.
                    joined[joined.count - 1].tag = "nr-whole"
                } else {
                    joined.append(word)
                }
            }
            sentences[index] = joined
        }
    }
}
