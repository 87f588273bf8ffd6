public import LinecasterKit

/// The stages that pipelines may name.
public struct StageRegistry: Sendable {
    /// The stages in the order of the reference.
    public private(set) var stages: [StageDescriptor]
    /// The plugins that were named and are not used.
    public private(set) var refused: [PluginRefusal] = []
    private var byName: [String: StageDescriptor]
    /// Where each plugin's stages came from, so that the same plugin named twice is no clash.
    private var origins: [String: String] = [:]
    private let host: PluginHost?

    /// Creates a registry; of several stages of one name the first counts.
    ///
    /// - Parameter host: What loads the plugins that files name; without one they are refused.
    public init(_ stages: [StageDescriptor], host: PluginHost? = nil) {
        self.stages = stages
        self.host = host
        byName = Dictionary(stages.map { ($0.manifest.name, $0) }) { first, _ in first }
    }

    /// The names of the stages, in the order of the reference.
    public var names: [String] { stages.map(\.manifest.name) }

    /// The stage of a name.
    public subscript(name: String) -> StageDescriptor? { byName[name] }

    /// A stage that gives a layer.
    func provider(of layer: String) -> StageDescriptor? { stages.first { $0.manifest.provides.contains(layer) } }

    /// Loads a plugin and adds its stages.
    ///
    /// - Parameter folder: What relative paths are relative to; empty for the working folder.
    /// - Throws: `PluginRefusal` that says what to do, and is noted in ``refused``.
    public mutating func add(_ plugin: PluginReference, below folder: String = "") throws(PluginRefusal) {
        do throws(PluginRefusal) {
            guard let host else { throw PluginRefusal(plugin.name, "plugins are not loaded here") }
            let (brought, origin) = try host.stages(of: plugin, below: folder)
            for stage in brought {
                let name = stage.manifest.name
                if byName[name] == nil {
                    byName[name] = stage
                    origins[name] = origin
                    stages.append(stage)
                } else if origins[name] != origin {
                    throw PluginRefusal(
                        plugin.name,
                        "its stage '\(name)' has the name of \(origins[name] ?? "a built-in stage"); rename it"
                    )
                }
            }
        } catch {
            refused.append(error)
            throw error
        }
    }
}
