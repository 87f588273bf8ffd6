import LinecasterLanguage

/// Numbers the features of all sequences that are learned from.
struct FeatureIndex {
    private let templates: FeatureTemplates
    private let columns: Int
    private var table = NumberTable(capacity: 1 << 20)
    private var counts: [Int32] = []
    private var hashes: [UInt64] = []
    private var shapes: [UInt8] = []
    /// For each feature where its weights begin; -1 for one that is left out.
    private var starts: [Int32] = []

    /// The features that are kept: hash, shape, and where their weights begin.
    private(set) var features: [(hash: UInt64, shape: Int, start: Int)] = []
    /// How many weights they have.
    private(set) var weightCount = 0

    init(_ templates: FeatureTemplates, columns: Int) {
        self.templates = templates
        self.columns = columns
    }

    mutating func count(_ observations: Observations) {
        observations.read { rows in
            for place in -Observations.margin..<(observations.count + Observations.margin) {
                for (index, shape) in templates.shapes.enumerated() {
                    let hash = shape.hash(at: rows + place * columns)
                    let number = table.number(of: hash)
                    if number == counts.count {
                        counts.append(0)
                        hashes.append(hash)
                        shapes.append(UInt8(index))
                    }
                    counts[number] += 1
                }
            }
        }
    }

    /// Leaves out features that came less often.
    mutating func prune(_ minimum: Int, stride: Int) {
        for number in counts.indices {
            guard counts[number] >= minimum else {
                starts.append(-1)
                continue
            }
            let shape = Int(shapes[number])
            features.append((hashes[number], shape, weightCount))
            starts.append(Int32(weightCount))
            weightCount += templates.shapes[shape].places * stride
        }
    }

    /// Where the weights of each place's features begin, shape by shape, from the margin before the sequence to
    /// the margin behind it.
    func starts(of observations: Observations) -> [Int32] {
        var result: [Int32] = []
        result.reserveCapacity((observations.count + 2 * Observations.margin) * templates.shapes.count)
        observations.read { rows in
            for place in -Observations.margin..<(observations.count + Observations.margin) {
                for shape in templates.shapes {
                    result.append(table.existingNumber(of: shape.hash(at: rows + place * columns)).map { starts[$0] } ?? -1)
                }
            }
        }
        return result
    }
}
