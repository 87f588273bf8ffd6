/// What each feature and trait weighs, in nats of log odds for a break, or for a role against body text.
///
/// A feature that depends on how the article sets its paragraphs weighs what ``Habits`` found, times the
/// model's weight.
public struct RepairModel: Sendable {
    private var features: [Double]
    private var traits: [Double]

    /// The model that comes with the stage; MODEL.md tells how it was made.
    public static let shipped = RepairModel(text: String(decoding: PackageResources.model_txt, as: UTF8.self))

    /// Reads a model: a name and a number a line; `#` begins a comment. A name that is missing weighs nothing.
    public init(text: String) {
        features = [Double](repeating: 0, count: Feature.allCases.count)
        traits = [Double](repeating: 0, count: Trait.allCases.count)
        var values: [String: Double] = [:]
        for line in text.split(separator: "\n") where !line.hasPrefix("#") {
            let parts = line.split(separator: " ")
            if parts.count == 2, let value = Double(parts[1]) { values[String(parts[0])] = value }
        }
        for name in names { self[name] = values[name] ?? 0 }
    }

    /// The names of all weights.
    public var names: [String] { Feature.allCases.map { "\($0)" } + Trait.allCases.map { "\($0)" } }

    /// The weight of a name; 0 for a name that there is not.
    public subscript(name: String) -> Double {
        get {
            if let feature = Feature.allCases.first(where: { "\($0)" == name }) { return features[feature.rawValue] }
            return Trait.allCases.first { "\($0)" == name }.map { traits[$0.rawValue] } ?? 0
        }
        set {
            if let feature = Feature.allCases.first(where: { "\($0)" == name }) { features[feature.rawValue] = newValue }
            if let trait = Trait.allCases.first(where: { "\($0)" == name }) { traits[trait.rawValue] = newValue }
        }
    }

    /// The model in the form that ``init(text:)`` reads.
    public var text: String { names.map { "\($0) \((self[$0] * 1000).rounded() / 1000)\n" }.joined() }

    func weight(_ feature: Feature) -> Double { features[feature.rawValue] }

    func weight(_ trait: Trait) -> Double { traits[trait.rawValue] }
}
