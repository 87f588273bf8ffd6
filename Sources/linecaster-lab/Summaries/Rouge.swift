import LinecasterLanguage

/// How much a summary shares with a reference: characters of Chinese and Japanese, words and numbers of other scripts.
///
/// Source: C.-Y. Lin, ROUGE: A Package for Automatic Evaluation of Summaries, 2004. F1 of precision and recall, words
/// in lower case and not stemmed, ROUGE-L by the longest common subsequence of the whole summaries.
struct Rouge {
    private(set) var one: Double
    private(set) var two: Double
    private(set) var longest: Double

    init(_ summary: String, reference: String) {
        let found = Self.tokens(summary)
        let gold = Self.tokens(reference)
        one = Self.overlap(found.map { [$0] }, gold.map { [$0] })
        two = Self.overlap(Self.pairs(found), Self.pairs(gold))
        longest = Self.score(Self.commonSubsequence(found, gold), found.count, gold.count)
    }

    /// The tokens that are counted.
    static func tokens(_ text: String) -> [String] {
        var tokens: [String] = []
        var word = ""
        for scalar in text.lowercased().unicodeScalars {
            switch characterClass(scalar.value) {
            case .letter, .digit, .hangul: word.unicodeScalars.append(scalar)
            case .han, .kana:
                if !word.isEmpty { tokens.append(word) }
                word = ""
                tokens.append(String(scalar))
            default:
                if !word.isEmpty { tokens.append(word) }
                word = ""
            }
        }
        if !word.isEmpty { tokens.append(word) }
        return tokens
    }

    static func pairs(_ tokens: [String]) -> [[String]] { zip(tokens, tokens.dropFirst()).map { [$0, $1] } }

    private static func overlap(_ found: [[String]], _ gold: [[String]]) -> Double {
        var left: [[String]: Int] = [:]
        for gram in gold { left[gram, default: 0] += 1 }
        var shared = 0
        for gram in found where left[gram, default: 0] > 0 {
            left[gram, default: 0] -= 1
            shared += 1
        }
        return score(shared, found.count, gold.count)
    }

    private static func score(_ shared: Int, _ found: Int, _ gold: Int) -> Double {
        found + gold == 0 ? 0 : 2 * Double(shared) / Double(found + gold)
    }

    private static func commonSubsequence(_ a: [String], _ b: [String]) -> Int {
        var row = [Int](repeating: 0, count: b.count + 1)
        for token in a {
            var diagonal = 0
            for (index, other) in b.enumerated() {
                let above = row[index + 1]
                row[index + 1] = token == other ? diagonal + 1 : max(above, row[index])
                diagonal = above
            }
        }
        return row[b.count]
    }
}
