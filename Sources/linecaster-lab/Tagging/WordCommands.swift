import ArgumentParser
import Foundation
import LinecasterLanguage

/// Words: the model that decides where they begin and end.
struct Words: ParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Learn and measure where words begin and end.",
        subcommands: [TrainWords.self, EvaluateWords.self]
    )
}

/// Learns the model of words.
struct TrainWords: ParsableCommand {
    static let configuration = CommandConfiguration(commandName: "train", abstract: "Learn where words begin and end, and write the model.")

    @Option(help: "A corpus of words: CoNLL, word/tag, or words parted by spaces. Several may be named.") var corpus: [String]
    @OptionGroup var unseen: Unseen
    @Option(help: "Where the model goes.") var output: String
    @Option(help: "How often to go over all sentences.") var rounds = Self.usualRounds
    @Option(help: "The most features that the model keeps.") var features = Self.usualFeatures
    @Option(help: "The lexicon; the one that is part of the program where none is named.") var lexicon: String?
    @Flag(help: "Join surnames with given names, which some corpora part.") var joinNames = false

    static let templates = [
        "a-1", "a0", "a1", "a-2 a-1", "a-1 a0", "a0 a1", "a-1 a0 a1", "b-1 b0 b1", "e-1 e0 e1 b0", "e0 a0", "c0 d-1 c1 d0", "a0 e1",
    ]

    func run() throws {
        let lexicon = try lexicon.map { try Lexicon(path: $0) } ?? .standard
        var sentences: [[SegmentedCorpus.Word]] = []
        for path in corpus {
            var corpus = try SegmentedCorpus(path: path)
            if joinNames { corpus.joinNames() }
            try unseen.remove(from: &corpus, path)
            sentences += corpus.sentences
        }
        var trainer = try Self.trainer
        trainer.rounds = rounds
        trainer.features = features
        let model = try trainer.train(sentences.map { Self.sequence($0.map(\.text), lexicon) }) { print($0) }
        try Data(model.file).write(to: URL(fileURLWithPath: output))
        print("\(model.file.count) bytes")
    }

    private static let usualRounds = 6
    private static let usualFeatures = 30_000

    /// A trainer as the shipped model was learned with.
    static var trainer: TaggerTrainer {
        get throws {
            guard let scheme = TagScheme(["B", "M", "E", "S"]), let templates = FeatureTemplates(templates, columns: WordReader.columns)
            else { throw ValidationError("the templates cannot be read") }
            var trainer = TaggerTrainer(scheme: scheme, templates: templates, columns: WordReader.columns)
            trainer.rounds = usualRounds
            trainer.features = usualFeatures
            return trainer
        }
    }

    static func sequence(_ words: [String], _ lexicon: Lexicon) -> TrainingSequence {
        let tags = words.flatMap { word -> [UInt8] in
            let count = word.unicodeScalars.count
            return count == 1 ? [3] : [0] + [UInt8](repeating: 1, count: count - 2) + [2]
        }
        return TrainingSequence(observations: WordReader.observations(of: Array(words.joined().utf8), lexicon: lexicon), tags: tags)
    }
}

/// Measures the words that are found against a corpus.
struct EvaluateWords: ParsableCommand {
    static let configuration = CommandConfiguration(commandName: "evaluate", abstract: "Measure the words found against a corpus.")

    @Option(help: "The corpus.") var corpus: String
    @Option(help: "The model; the one that is part of the program where none is named.") var model: String?
    @Flag(help: "Take names and dates as words, as the program does.") var names = false
    @Option(help: "The lexicon; the one that is part of the program where none is named.") var lexicon: String?
    @Option(help: "Print so many sentences that came out wrong.") var wrong = 0

    func run() throws {
        let lexicon = try lexicon.map { try Lexicon(path: $0) } ?? .standard
        let tagger = try model.map { try SequenceTagger(path: $0) } ?? .words
        var wordReader = WordReader(lexicon: lexicon, tagger: tagger)
        var nameReader = NameReader(lexicon: lexicon, words: tagger, classes: .classes, names: .names)
        func read(_ text: [UInt8]) -> [Range<Int>] {
            names ? nameReader.read(text, range: 0..<text.count).words : wordReader.words(in: text, range: 0..<text.count)
        }
        var (gold, found, right) = (0, 0, 0)
        var shown = 0
        let sentences = try SegmentedCorpus(path: corpus).sentences
        for sentence in sentences {
            let words = sentence.map(\.text)
            let text = Array(words.joined().utf8)
            var ranges: Set<Range<Int>> = []
            var offset = 0
            for word in words {
                ranges.insert(offset..<(offset + word.utf8.count))
                offset += word.utf8.count
            }
            let seen = read(text)
            gold += words.count
            found += seen.count
            right += seen.count(where: ranges.contains)
            if shown < wrong, Set(seen) != ranges {
                shown += 1
                print("gold  " + words.joined(separator: " "))
                print("found " + seen.map { String(decoding: text[$0], as: UTF8.self) }.joined(separator: " "))
            }
        }
        let (precision, recall) = (Double(right) / Double(found), Double(right) / Double(gold))
        let f1 = 2 * precision * recall / (precision + recall)
        print("words \(gold), precision \(precision.rounded3), recall \(recall.rounded3), F1 \(f1.rounded3)")
        let texts = sentences.map { Array($0.map(\.text).joined().utf8) }
        let clock = ContinuousClock()
        var best = Double.infinity
        for _ in 0..<5 {
            let time = clock.measure { for text in texts { _ = read(text) } }
            best = min(best, Double(time.components.attoseconds) / 1e18 + Double(time.components.seconds))
        }
        print("\((Double(texts.reduce(0) { $0 + $1.count }) / best / 1e6).rounded3) MB/s")
    }
}
