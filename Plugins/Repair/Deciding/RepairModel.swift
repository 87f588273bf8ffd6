/// What each feature and trait weighs, in nats of log odds for a break, or for a role against body text.
///
/// Columns of ideographs and columns of letters have weights of their own. A feature that depends on how the
/// article sets its paragraphs weighs what ``Habits`` found, times the model's weight.
public struct RepairModel: Sendable {
    /// Features and traits for ideographs, then both for letters.
    private var weights: [Double]
    /// The trees for each script.
    private var forests: [Forest]

    /// What a line is written in.
    public enum Script: Int, CaseIterable, Sendable { case ideographs, letters }

    /// The model that comes with the stage; MODEL.md tells how it was made.
    public static let shipped = RepairModel(
        text: String(decoding: PackageResources.model_txt, as: UTF8.self),
        forests: [Forest(text: PackageResources.trees_ideographs_txt), Forest(text: PackageResources.trees_letters_txt)]
    )

    /// Reads a model: a name, its weight for ideographs and its weight for letters a line; `#` begins a comment. A
    /// name that is missing weighs nothing.
    ///
    /// - Parameter forests: The trees for ideographs and for letters; where there are none, weights alone decide.
    public init(text: String, forests: [Forest] = []) {
        self.forests = forests
        weights = [Double](repeating: 0, count: Self.names.count * Script.allCases.count)
        var values: [String: [Double]] = [:]
        // By bytes: this is read at every start, and characters take long to tell.
        for line in Array(text.utf8).split(separator: 0x0A) where line.first != UInt8(ascii: "#") {
            let parts = line.split(separator: 0x20).map { String(decoding: $0, as: UTF8.self) }
            if let name = parts.first { values[name] = parts.dropFirst().compactMap { Double($0) } }
        }
        for (index, name) in Self.names.enumerated() {
            for script in Script.allCases {
                weights[script.rawValue * Self.names.count + index] = values[name].flatMap { $0.dropFirst(script.rawValue).first } ?? 0
            }
        }
    }

    /// The names of all weights.
    public static let names = Feature.allCases.map(\.stringValue) + Trait.allCases.map(\.stringValue)

    /// The weight of a name; 0 for a name that there is not.
    public subscript(name: String, script: Script) -> Double {
        get { Self.names.firstIndex(of: name).map { weights[script.rawValue * Self.names.count + $0] } ?? 0 }
        set {
            guard let index = Self.names.firstIndex(of: name) else { return }
            weights[script.rawValue * Self.names.count + index] = newValue
        }
    }

    /// The model in the form that ``init(text:)`` reads.
    public var text: String {
        Self.names.map { name in
            let weights = Script.allCases.map { "\((self[name, $0] * 1000).rounded() / 1000)" }
            return "\(name) \(weights.joined(separator: " "))\n"
        }.joined()
    }

    /// The trees for one script.
    public func forest(_ script: Script) -> Forest { script.rawValue < forests.count ? forests[script.rawValue] : Forest() }

    /// The same trees with other weights, in the form that ``init(text:forests:)`` reads.
    public func with(weights text: String) -> RepairModel { RepairModel(text: text, forests: forests) }

    /// The same weights with other trees.
    public func with(_ forest: Forest, for script: Script) -> RepairModel {
        var model = self
        model.forests = Script.allCases.map { $0 == script ? forest : self.forest($0) }
        return model
    }

    /// The weights as they are read at every line.
    var table: WeightTable { WeightTable(weights) }
}

/// A model's weights where reading them counts no references.
final class WeightTable: Sendable {
    nonisolated(unsafe) private let weights: UnsafeMutableBufferPointer<Double>

    fileprivate init(_ weights: [Double]) {
        self.weights = .allocate(capacity: weights.count)
        _ = self.weights.initialize(from: weights)
    }

    deinit { weights.deallocate() }

    /// The weights for one script, for as long as the table lives.
    subscript(script: RepairModel.Script) -> Weights {
        let size = weights.count / RepairModel.Script.allCases.count
        let traits = script.rawValue * size + Feature.allCases.count
        return Weights(
            features: UnsafeBufferPointer(rebasing: weights[script.rawValue * size..<traits]),
            traits: UnsafeBufferPointer(rebasing: weights[traits..<(script.rawValue + 1) * size])
        )
    }
}

/// A model's weights for one script.
struct Weights {
    fileprivate let features: UnsafeBufferPointer<Double>
    fileprivate let traits: UnsafeBufferPointer<Double>

    @inline(__always)
    func weight(_ feature: Feature) -> Double { features[feature.rawValue] }

    @inline(__always)
    func weight(_ trait: Trait) -> Double { traits[trait.rawValue] }
}

extension Line {
    /// Which weights are the line's.
    var script: RepairModel.Script { isChinese ? .ideographs : .letters }
}
