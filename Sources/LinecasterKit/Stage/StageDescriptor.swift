/// A stage type with its type erased: all that is needed to describe it and to build it.
public struct StageDescriptor: Sendable {
    public let manifest: StageManifest
    private let describe: @Sendable () -> [SettingDescription]
    private let make: @Sendable (ConfigNode?, inout [Diagnostic]) -> (any ArticleProcessor)?

    /// The stage's settings, for documentation; described when asked for, since most runs never do.
    public var settings: [SettingDescription] { describe() }

    /// Describes a stage type.
    public init<S: Stage>(_ type: S.Type) {
        manifest = S.manifest
        describe = { S.Settings.descriptions }
        make = { node, diagnostics in
            guard let settings = S.Settings.read(from: node, into: &diagnostics) else { return nil }
            do throws(StageError) {
                return try S(settings: settings)
            } catch {
                diagnostics.append(Diagnostic(error.description, at: node?.position))
                return nil
            }
        }
    }

    /// Describes a stage that is no Swift type.
    package init(
        manifest: StageManifest,
        settings: [SettingDescription],
        make: @escaping @Sendable (ConfigNode?, inout [Diagnostic]) -> (any ArticleProcessor)?
    ) {
        self.manifest = manifest
        describe = { settings }
        self.make = make
    }

    /// Builds the stage from its settings in a pipeline file.
    ///
    /// - Returns: Nil when something was wrong; `diagnostics` then says what and where.
    package func build(from node: ConfigNode?, into diagnostics: inout [Diagnostic]) -> (any ArticleProcessor)? {
        make(node, &diagnostics)
    }
}

extension StageDescriptor: CustomStringConvertible {
    public var description: String { manifest.name }
}
