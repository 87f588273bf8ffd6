import ArgumentParser
import Foundation
import LinecasterLanguage

/// Names: the model that finds people, places and organizations.
struct Names: ParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Learn and measure names of people, places and organizations.",
        subcommands: [TrainNames.self, EvaluateNames.self]
    )
}

struct NameModelOptions: ParsableArguments {
    @Option(help: "A corpus with names: BIO, CLUENER JSON, or word/tag; one that is named twice counts twice.") var corpus: [String]
    @Option(help: "The model of words; the one that is part of the program where none is named.") var words: String?
    @Option(help: "The model of word classes; the one that is part of the program where none is named.") var classes: String?
    @Option(help: "How often to go over all sentences.") var rounds = 8
    @Option(help: "The most features that the model keeps.") var features = 70_000
    @Option(help: "How often the sentences come that mark names by the convention wanted, for each time that others come.") var weight = 5

    static let tags = ["O"] + NameReader.Kind.allCases.flatMap { kind in ["B", "I", "E", "S"].map { $0 + "-" + kind.rawValue } }
    static let templates = [
        "a-1", "a0", "a1", "a-1 a0", "a0 a1", "a-1 a0 a1", "c0 e0", "c0 f0", "c0 g0", "c0 d0 h0 i0", "c0 j0 k0", "c-1 c0 c1", "c0 l0 m0 d0",
        "n0 c0 d0 h0", "n0 c0 d0 i0", "n0 c0 e0",
    ]

    var trainer: TaggerTrainer {
        get throws {
            guard let scheme = TagScheme(Self.tags), let templates = FeatureTemplates(Self.templates, columns: NameReader.columns) else {
                throw ValidationError("the templates cannot be read")
            }
            var trainer = TaggerTrainer(scheme: scheme, templates: templates, columns: NameReader.columns)
            trainer.rounds = rounds
            trainer.features = features
            return trainer
        }
    }

    /// A reader of names by a model; one for learning where no model is given.
    func reader(_ names: SequenceTagger? = nil) throws -> NameReader {
        NameReader(
            words: try words.map { try SequenceTagger(path: $0) } ?? .words,
            classes: try classes.map { try SequenceTagger(path: $0) } ?? .classes,
            names: names ?? .names
        )
    }

    /// A sentence as the trainer takes it.
    static func sequence(_ sentence: NamedCorpus.Sentence, of corpus: NamedCorpus, _ reader: inout NameReader) -> TrainingSequence {
        var tags = [UInt8](repeating: 0, count: sentence.text.count)
        for name in sentence.names {
            let first = 1 + 4 * (NameReader.Kind.allCases.firstIndex(of: name.kind) ?? 0)
            if name.range.count == 1 {
                tags[name.range.lowerBound] = UInt8(first + 3)
            } else {
                for place in name.range { tags[place] = UInt8(first + 1) }
                tags[name.range.lowerBound] = UInt8(first)
                tags[name.range.upperBound - 1] = UInt8(first + 2)
            }
        }
        return TrainingSequence(
            observations: reader.observations(of: sentence.utf8.bytes, convention: corpus.convention),
            tags: tags,
            unmarked: corpus.unmarked.flatMap(Self.tags),
            veils: [0] + corpus.parts.flatMap(Self.tags)
        )
    }

    /// The sentences of a corpus as the trainer takes them.
    ///
    /// Where the models of words and classes may have been learned from the corpus itself, they would tell more of it
    /// than of any other text: each half is seen with models learned from the other.
    func sequences(of corpus: NamedCorpus) throws -> [TrainingSequence] {
        guard !corpus.words.isEmpty else {
            var reader = try reader()
            return corpus.sentences.map { sentence in
                var sequence = Self.sequence(sentence, of: corpus, &reader)
                if corpus.convention == 0 { sequence.weight = weight }
                return sequence
            }
        }
        let halves = Dictionary(grouping: corpus.sentences.indices) { $0 % 2 }
        return try halves.keys.sorted().flatMap { half in
            let others = (halves[1 - half] ?? []).map { corpus.words[$0] }
            let words = try TrainWords.trainer.train(others.map { TrainWords.sequence($0.map(\.text), .standard) }) { _ in }
            let classes = try TrainClasses.trainer.train(others.map(TrainClasses.sequence)) { _ in }
            var reader = NameReader(words: words.tagger, classes: classes.tagger, names: .names)
            return (halves[half] ?? []).map { Self.sequence(corpus.sentences[$0], of: corpus, &reader) }
        }
    }

    private static func tags(of kind: NameReader.Kind) -> [UInt8] {
        (0..<4).map { UInt8(1 + 4 * (NameReader.Kind.allCases.firstIndex(of: kind) ?? 0) + $0) }
    }
}

/// Learns the model of names.
struct TrainNames: ParsableCommand {
    static let configuration = CommandConfiguration(commandName: "train", abstract: "Learn names, and write the model.")

    @OptionGroup var options: NameModelOptions
    @OptionGroup var unseen: Unseen
    @Option(help: "Where the model goes.") var output: String

    func run() throws {
        let sequences = try options.corpus.flatMap { path in
            var corpus = try NamedCorpus(path: path)
            try unseen.remove(from: &corpus, path)
            return try options.sequences(of: corpus)
        }
        let model = try options.trainer.train(sequences) { print($0) }
        try Data(model.file).write(to: URL(fileURLWithPath: output))
        print("\(model.file.count) bytes")
    }
}

/// Measures names by folds: each part of a corpus with a model learned from the others, or all with a given model.
struct EvaluateNames: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "evaluate",
        abstract: "Measure names, each part of a corpus with a model learned from the other parts, or all of it with a given model."
    )

    @OptionGroup var options: NameModelOptions
    @Option(help: "How many parts.") var folds = 5
    @Option(help: "A model to measure as it is.") var model: String?
    @Option(help: "A corpus that is learned from with each fold.") var also: [String] = []
    @Option(help: "Print so many sentences that came out wrong.") var wrong = 0

    func run() throws {
        let corpora = try options.corpus.map { try NamedCorpus(path: $0) }
        let sentences = corpora.flatMap(\.sentences)
        var score = NameScore()
        if let model {
            var reader = try options.reader(SequenceTagger(path: model))
            for sentence in sentences { score.add(sentence, &reader, printing: wrong) }
        } else {
            let sequences = try corpora.flatMap(options.sequences)
            var unseen = Unseen()
            unseen.unseen = options.corpus
            let also = try also.flatMap { path in
                var corpus = try NamedCorpus(path: path)
                try unseen.remove(from: &corpus, path)
                return try options.sequences(of: corpus)
            }
            for fold in 0..<folds {
                let others = sequences.indices.filter { $0 * folds / sequences.count != fold }.map { sequences[$0] }
                let tagger = try options.trainer.train(others + also) { _ in }.tagger
                var reader = try options.reader(tagger)
                for index in sentences.indices where index * folds / sentences.count == fold {
                    score.add(sentences[index], &reader, printing: wrong)
                }
            }
        }
        print(score.report)
    }
}
