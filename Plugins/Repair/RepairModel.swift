/// What each feature and trait weighs, in nats of log odds for a break, or for a role against body text.
///
/// Columns of ideographs and columns of letters have weights of their own. A feature that depends on how the
/// article sets its paragraphs weighs what ``Habits`` found, times the model's weight.
public struct RepairModel: Sendable {
    /// The weights for ideographs, then those for letters.
    private var features: [Double]
    private var traits: [Double]

    /// What a line is written in.
    public enum Script: Int, CaseIterable, Sendable { case ideographs, letters }

    /// The model that comes with the stage; MODEL.md tells how it was made.
    public static let shipped = RepairModel(text: String(decoding: PackageResources.model_txt, as: UTF8.self))

    /// Reads a model: a name, its weight for ideographs and its weight for letters a line; `#` begins a comment. A
    /// name that is missing weighs nothing.
    public init(text: String) {
        features = [Double](repeating: 0, count: Feature.allCases.count * 2)
        traits = [Double](repeating: 0, count: Trait.allCases.count * 2)
        var values: [String: [Double]] = [:]
        for line in text.split(separator: "\n") where !line.hasPrefix("#") {
            let parts = line.split(separator: " ")
            if let name = parts.first { values[String(name)] = parts.dropFirst().compactMap { Double($0) } }
        }
        for name in Self.names {
            for script in Script.allCases { self[name, script] = values[name].flatMap { $0.dropFirst(script.rawValue).first } ?? 0 }
        }
    }

    /// The names of all weights.
    public static let names = Feature.allCases.map { "\($0)" } + Trait.allCases.map { "\($0)" }

    /// The weight of a name; 0 for a name that there is not.
    public subscript(name: String, script: Script) -> Double {
        get {
            if let feature = Feature.allCases.first(where: { "\($0)" == name }) { return weight(feature, script) }
            return Trait.allCases.first { "\($0)" == name }.map { weight($0, script) } ?? 0
        }
        set {
            if let feature = Feature.allCases.first(where: { "\($0)" == name }) {
                features[script.rawValue * Feature.allCases.count + feature.rawValue] = newValue
            }
            if let trait = Trait.allCases.first(where: { "\($0)" == name }) {
                traits[script.rawValue * Trait.allCases.count + trait.rawValue] = newValue
            }
        }
    }

    /// The model in the form that ``init(text:)`` reads.
    public var text: String {
        Self.names.map { name in
            let weights = Script.allCases.map { "\((self[name, $0] * 1000).rounded() / 1000)" }
            return "\(name) \(weights.joined(separator: " "))\n"
        }.joined()
    }

    func weight(_ feature: Feature, _ script: Script) -> Double { features[script.rawValue * Feature.count + feature.rawValue] }

    func weight(_ trait: Trait, _ script: Script) -> Double { traits[script.rawValue * Trait.count + trait.rawValue] }
}

extension Feature {
    static let count = allCases.count
}

extension Trait {
    static let count = allCases.count
}

extension Line {
    /// Which weights are the line's.
    var script: RepairModel.Script { isChinese ? .ideographs : .letters }
}
