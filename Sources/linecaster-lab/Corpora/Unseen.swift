import ArgumentParser
import Foundation

/// Corpora that are measured with: what is learned from must not hold their sentences.
struct Unseen: ParsableArguments {
    @Option(help: "A corpus that is measured with: sentences that share twelve characters in a row with it are not learned from.")
    var unseen: [String] = []

    /// Leaves such sentences out, and says how many stay.
    func remove(from corpus: inout SegmentedCorpus, _ path: String) throws {
        let isShared = try sharing()
        let all = corpus.sentences.count
        corpus.sentences.removeAll { isShared($0.map(\.text).joined()) }
        print("\(path): \(corpus.sentences.count) of \(all) sentences")
    }

    /// Leaves such sentences out, and says how many stay.
    func remove(from corpus: inout NamedCorpus, _ path: String) throws {
        let isShared = try sharing()
        let all = corpus.sentences.count
        corpus.removeSentences { isShared(String(String.UnicodeScalarView($0.text))) }
        print("\(path): \(corpus.sentences.count) of \(all) sentences")
    }

    /// Whether a text shares twelve characters in a row with one of the corpora.
    private func sharing() throws -> (String) -> Bool {
        var grams: Set<String> = []
        for file in unseen { for text in try texts(file) { Self.forEachGram(of: text) { grams.insert($0) } } }
        return { text in
            var isShared = false
            Self.forEachGram(of: text) { if grams.contains($0) { isShared = true } }
            return isShared
        }
    }

    /// The sentences of a corpus of words, or of one of characters with tags.
    private func texts(_ path: String) throws -> [String] {
        let sentences = try SegmentedCorpus(path: path).sentences
        guard sentences.allSatisfy({ $0.count == 2 && $0[0].text.count == 1 }) else { return sentences.map { $0.map(\.text).joined() } }
        return try NamedCorpus(path: path).sentences.map { String(String.UnicodeScalarView($0.text)) }
    }

    private static func forEachGram(of text: String, _ body: (String) -> Void) {
        let characters = Array(text.precomposedStringWithCompatibilityMapping.filter { $0.isLetter || $0.isNumber })
        guard characters.count >= 12 else { return }
        for start in 0...(characters.count - 12) { body(String(characters[start..<(start + 12)])) }
    }
}
