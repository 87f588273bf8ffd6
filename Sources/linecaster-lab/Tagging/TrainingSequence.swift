import LinecasterLanguage

/// A sequence with the tags that it should get.
struct TrainingSequence {
    let observations: Observations
    let tags: [UInt8]
}
