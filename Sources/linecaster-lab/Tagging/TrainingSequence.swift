import LinecasterLanguage

/// A sequence with the tags that it should get.
struct TrainingSequence {
    let observations: Observations
    let tags: [UInt8]
    /// Tags that may be right wherever the sequence says 0, since its corpus does not mark them; empty where 0 means 0.
    var unmarked: [UInt8] = []
}
