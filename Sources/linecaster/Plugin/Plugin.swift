import ArgumentParser

/// `linecaster plugin`: for those who write stages.
struct Plugin: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "plugin",
        abstract: "Begin a stage of your own, or check one.",
        subcommands: [PluginNew.self, PluginCheck.self]
    )
}
