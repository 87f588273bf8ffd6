/// Why a plugin is not used, and what to do.
public struct PluginRefusal: Error, Hashable, Sendable, CustomStringConvertible {
    /// The plugin, as its file names it.
    public let plugin: String
    /// A sentence without its beginning: "it is no library: …".
    public let reason: String

    init(_ plugin: String, _ reason: String) {
        self.plugin = plugin
        self.reason = reason
    }

    public var description: String { "plugin \(plugin) is refused: \(reason)" }
}
