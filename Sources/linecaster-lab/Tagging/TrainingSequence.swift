import LinecasterLanguage

/// A sequence with the tags that it should get.
struct TrainingSequence {
    let observations: Observations
    let tags: [UInt8]
    /// Tags that may be right though the sequence says another, since its corpus does not mark them.
    var unmarked: [UInt8] = []
    /// How often it is learned from in each round.
    var weight = 1
    /// Tags in whose place an unmarked one may be right.
    var veils: [UInt8] = [0]
}
