import ArgumentParser
import Foundation
import LinecasterLanguage

/// Classes of words: the model that tells nouns, verbs and names from each other.
struct Classes: ParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Learn and measure the classes of words.",
        subcommands: [TrainClasses.self, EvaluateClasses.self]
    )
}

/// Learns the model of word classes.
struct TrainClasses: ParsableCommand {
    static let configuration = CommandConfiguration(commandName: "train", abstract: "Learn the classes of words, and write the model.")

    @Option(help: "A corpus of word/tag text, with tags of Peking University.") var corpus: [String]
    @OptionGroup var unseen: Unseen
    @Option(help: "Where the model goes.") var output: String
    @Option(help: "How often to go over all sentences.") var rounds = Self.usualRounds
    @Option(help: "The most features that the model keeps.") var features = Self.usualFeatures

    static let templates = [
        "a0", "a-1", "a1", "a-1 a0", "a0 a1", "c0", "d0", "e0", "f0", "b0 g0 h0", "b-1 b0", "b0 b1", "c0 d0", "d-1 b0", "b0 c1",
    ]

    func run() throws {
        let sequences = try corpus.flatMap { try Self.sequences($0, unseen) }
        var trainer = try Self.trainer
        trainer.rounds = rounds
        trainer.features = features
        let model = try trainer.train(sequences) { print($0) }
        try Data(model.file).write(to: URL(fileURLWithPath: output))
        print("\(model.file.count) bytes")
    }

    private static let usualRounds = 5
    private static let usualFeatures = 40_000

    /// A trainer as the shipped model was learned with.
    static var trainer: TaggerTrainer {
        get throws {
            guard let scheme = TagScheme(WordClass.allCases.map(\.tag)),
                let templates = FeatureTemplates(templates, columns: WordClassReader.columns)
            else { throw ValidationError("the templates cannot be read") }
            var trainer = TaggerTrainer(scheme: scheme, templates: templates, columns: WordClassReader.columns)
            trainer.rounds = usualRounds
            trainer.learnsTransitions = false
            trainer.features = usualFeatures
            return trainer
        }
    }

    static func sequences(_ path: String, _ unseen: Unseen? = nil) throws -> [TrainingSequence] {
        var corpus = try SegmentedCorpus(path: path)
        corpus.joinNames()
        try unseen?.remove(from: &corpus, path)
        return corpus.sentences.map(sequence)
    }

    static func sequence(_ sentence: [SegmentedCorpus.Word]) -> TrainingSequence {
        TrainingSequence(
            observations: WordClassReader.observations(of: sentence.map(\.text), lexicon: .standard),
            tags: sentence.map { wordClass($0.tag).rawValue }
        )
    }

    /// The class of a tag of Peking University's set.
    private static func wordClass(_ tag: String) -> WordClass {
        switch tag {
        case "nr", "nr-whole": .person
        case "ns": .place
        case "nt": .organization
        case "nz", "nx": .otherName
        case "j": .abbreviation
        case "v", "Vg", "vd": .verb
        case "vn": .verbalNoun
        case "a", "b", "z", "ad", "Ag", "Bg", "i", "l": .adjective
        case "d", "Dg": .adverb
        case "m", "q", "Mg": .number
        case "t", "Tg": .time
        case "p", "c": .preposition
        case "u", "y", "k", "h", "e", "o", "f": .particle
        case "r", "Rg": .pronoun
        case "w": .mark
        default: .noun
        }
    }
}

/// Measures the classes of words.
struct EvaluateClasses: ParsableCommand {
    static let configuration = CommandConfiguration(commandName: "evaluate", abstract: "Measure the classes of the words of a corpus.")

    @Option(help: "A corpus of word/tag text, with tags of Peking University.") var corpus: String
    @Option(help: "The model.") var model: String

    func run() throws {
        let tagger = try SequenceTagger(path: model)
        var scores = TagScores()
        var tags: [UInt8] = []
        var (right, all) = (0, 0)
        for sequence in try TrainClasses.sequences(corpus) {
            tagger.tag(sequence.observations, scores: &scores, into: &tags)
            all += tags.count
            right += zip(tags, sequence.tags).count { $0 == $1 }
        }
        print("\(all) words, \((Double(right) / Double(max(1, all))).rounded3) right")
    }
}
