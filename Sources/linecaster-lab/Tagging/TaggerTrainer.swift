import LinecasterLanguage

/// Learns the weights of a tagger: an averaged perceptron over whole paths.
///
/// After each sequence that comes out wrong, the weights of the features on the right path grow by one and
/// those on the path that was found shrink by one; the model is the mean of all weights that there ever were.
/// A margin is given to wrong tags while learning, so that right ones must win clearly.
///
/// Source: M. Collins, Discriminative Training Methods for Hidden Markov Models, 2002.
struct TaggerTrainer {
    var rounds = 8
    /// Features that come less often are left out.
    var minimumCount = 2
    var margin: Int16 = 8
    /// The most features that the model keeps: those with the largest weights.
    var features = 500_000

    /// Whether it counts which tag follows which; where not, each place is decided by itself, which is faster.
    var learnsTransitions = true

    let scheme: TagScheme
    let templates: FeatureTemplates
    let columns: Int

    func train(_ sequences: [TrainingSequence], progress: (String) -> Void) throws -> (tagger: SequenceTagger, file: [UInt8]) {
        var index = FeatureIndex(templates, columns: columns)
        for sequence in sequences { index.count(sequence.observations) }
        index.prune(minimumCount, stride: scheme.stride)
        progress("\(sequences.count) sequences, \(index.features.count) features")
        var weights = TaggerWeights(index, scheme: scheme, templates: templates)
        let starts = sequences.map { index.starts(of: $0.observations) }
        var order = sequences.indices.flatMap { repeatElement($0, count: sequences[$0].weight) }
        var generator = SeededGenerator(seed: 1)
        for round in 1...rounds {
            order.shuffle(using: &generator)
            var wrong = 0
            for number in order { wrong += weights.learn(starts[number], sequences[number], margin: margin, learnsTransitions) }
            progress("round \(round): \(wrong) of \(sequences.reduce(0) { $0 + $1.tags.count * $1.weight }) tags wrong")
        }
        return try weights.model(index, self, most: features)
    }
}
