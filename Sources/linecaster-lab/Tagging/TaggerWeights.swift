import LinecasterLanguage

/// Weights while they are learned, and the sums that average them.
struct TaggerWeights {
    private let scheme: TagScheme
    private let shapes: [FeatureTemplates.Shape]
    private let stride: Int
    private var weights: [Int32]
    /// Each weight's changes times the step in which they came.
    private var moments: [Double]
    private var transitions: [Int32]
    private var transitionMoments: [Double]
    private var step = 1.0
    private var scores = TagScores()
    private var found: [UInt8] = []

    init(_ index: FeatureIndex, scheme: TagScheme, templates: FeatureTemplates) {
        self.scheme = scheme
        shapes = templates.shapes
        stride = scheme.stride
        weights = [Int32](repeating: 0, count: index.weightCount)
        moments = [Double](repeating: 0, count: index.weightCount)
        transitions = [Int32](repeating: 0, count: scheme.names.count * scheme.names.count)
        transitionMoments = [Double](repeating: 0, count: transitions.count)
    }

    /// Learns from one sequence.
    ///
    /// Where the corpus leaves tags unmarked, the path to be learned is the best of those that agree with its marks.
    /// Source: C. Yu and T. Joachims, Learning Structural SVMs with Latent Variables, 2009.
    ///
    /// - Parameter starts: As `FeatureIndex.starts(of:)` has them.
    /// - Returns: How many tags came out wrong.
    mutating func learn(_ starts: [Int32], _ sequence: TrainingSequence, margin: Int16, _ learnsTransitions: Bool) -> Int {
        let path = BestPath(scheme, transitions: transitions)
        score(starts, sequence, sequence.unmarked.isEmpty ? margin : 0)
        var tags = sequence.tags
        if !sequence.unmarked.isEmpty {
            tags = AgreeingPath(scheme, transitions: transitions).find(scores, sequence)
        }
        path.find(scores, into: &found)
        let tagCount = scheme.names.count
        var wrong = 0
        for place in tags.indices {
            let (right, seen) = (Int(tags[place]), Int(found[place]))
            if right != seen {
                wrong += 1
                changeFeatures(starts, place, right: right, seen: seen)
            }
            if learnsTransitions, place > 0, right != seen || tags[place - 1] != found[place - 1] {
                changeTransition(Int(tags[place - 1]) * tagCount + right, by: 1)
                changeTransition(Int(found[place - 1]) * tagCount + seen, by: -1)
            }
        }
        step += 1
        return wrong
    }

    private mutating func score(_ starts: [Int32], _ sequence: TrainingSequence, _ margin: Int16) {
        let tags = sequence.tags
        scores.reset(count: tags.count, stride: stride)
        let stride = stride
        scores.write { scores in
            for place in tags.indices {
                for tag in 0..<scheme.names.count where tag != Int(tags[place]) { scores[place * stride + tag] = margin }
            }
            weights.withUnsafeBufferPointer { weights in
                for place in 0..<(starts.count / shapes.count) {
                    for (index, shape) in shapes.enumerated() {
                        let start = Int(starts[place * shapes.count + index])
                        guard start >= 0 else { continue }
                        let first = (place - Observations.margin + shape.reach.lowerBound) * stride
                        for weight in 0..<(shape.places * stride) {
                            scores[first + weight] &+= Int16(truncatingIfNeeded: weights[start + weight])
                        }
                    }
                }
            }
        }
    }

    private mutating func changeFeatures(_ starts: [Int32], _ place: Int, right: Int, seen: Int) {
        for (index, shape) in shapes.enumerated() {
            for delta in shape.reach {
                let row = place - delta + Observations.margin
                guard row >= 0, row < starts.count / shapes.count, case let start = Int(starts[row * shapes.count + index]), start >= 0
                else {
                    continue
                }
                let first = start + (delta - shape.reach.lowerBound) * stride
                change(first + right, by: 1)
                change(first + seen, by: -1)
            }
        }
    }

    private mutating func change(_ index: Int, by amount: Int32) {
        weights[index] += amount
        moments[index] += step * Double(amount)
    }

    private mutating func changeTransition(_ index: Int, by amount: Int32) {
        transitions[index] += amount
        transitionMoments[index] += step * Double(amount)
    }

    /// The mean weights, pruned and in 8 bits.
    ///
    /// - Parameter most: How many features stay: those with the largest weights.
    func model(_ index: FeatureIndex, _ trainer: TaggerTrainer, most: Int) throws -> (tagger: SequenceTagger, file: [UInt8]) {
        func mean(_ index: Int) -> Double { Double(weights[index]) - moments[index] / step }
        let sizes = index.features.map { feature in
            (0..<(shapes[feature.shape].places * stride)).reduce(0.0) { max($0, abs(mean(feature.start + $1))) }
        }
        let ranked = sizes.sorted(by: >)
        let least = max(ranked.count > most ? ranked[most] : 0, 0.02)
        // One feature in two thousand may be cut off, so that the others keep their finer steps.
        let scale = 127 / max(1, ranked.isEmpty ? 1 : ranked[ranked.count / 2000])
        var features = shapes.map { _ in [(hash: UInt64, weights: [Int8])]() }
        for (feature, size) in zip(index.features, sizes) where size > least {
            let weights = (0..<(shapes[feature.shape].places * stride)).map {
                Int8(max(-127, min(127, (mean(feature.start + $0) * scale).rounded())))
            }
            if weights.contains(where: { $0 != 0 }) { features[feature.shape].append((feature.hash, weights)) }
        }
        return try SequenceTagger.make(
            columns: trainer.columns,
            scheme: scheme,
            templates: trainer.templates,
            transitions: transitions.indices.map {
                Int16(max(-30000, min(30000, ((Double(transitions[$0]) - transitionMoments[$0] / step) * scale).rounded())))
            },
            features: features
        )
    }
}
