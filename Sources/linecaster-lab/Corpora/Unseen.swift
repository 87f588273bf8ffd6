import ArgumentParser
import Foundation

/// Corpora that are measured with: what is learned from must not hold their sentences.
struct Unseen: ParsableArguments {
    @Option(help: "A corpus that is measured with: sentences that share twelve characters in a row with it are not learned from.")
    var unseen: [String] = []

    /// Leaves such sentences out, and says how many stay.
    func remove(from corpus: inout SegmentedCorpus, _ path: String) throws {
        corpus.sentences = try rest(of: corpus.sentences, path) { $0.map(\.text).joined() }
    }

    /// Leaves such sentences out, and says how many stay.
    func remove(from corpus: inout NamedCorpus, _ path: String) throws {
        corpus.sentences = try rest(of: corpus.sentences, path) { String(String.UnicodeScalarView($0.text)) }
    }

    private func rest<Sentence>(of sentences: [Sentence], _ path: String, _ text: (Sentence) -> String) throws -> [Sentence] {
        var grams: Set<String> = []
        for file in unseen { for text in try texts(file) { Self.forEachGram(of: text) { grams.insert($0) } } }
        let rest = sentences.filter { sentence in
            var isShared = false
            Self.forEachGram(of: text(sentence)) { if grams.contains($0) { isShared = true } }
            return !isShared
        }
        print("\(path): \(rest.count) of \(sentences.count) sentences")
        return rest
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
