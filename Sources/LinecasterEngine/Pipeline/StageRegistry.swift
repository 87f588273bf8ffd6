public import LinecasterKit

/// The stages that pipelines may name.
public struct StageRegistry: Sendable {
    /// The stages in the order of the reference.
    public let stages: [StageDescriptor]
    private let byName: [String: StageDescriptor]

    /// Creates a registry; of several stages of one name the first counts.
    public init(_ stages: [StageDescriptor]) {
        self.stages = stages
        byName = Dictionary(stages.map { ($0.manifest.name, $0) }) { first, _ in first }
    }

    /// The names of the stages, in the order of the reference.
    public var names: [String] { stages.map(\.manifest.name) }

    /// The stage of a name.
    public subscript(name: String) -> StageDescriptor? { byName[name] }

    /// A stage that gives a layer.
    func provider(of layer: String) -> StageDescriptor? { stages.first { $0.manifest.provides.contains(layer) } }
}
