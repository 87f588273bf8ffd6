import ArgumentParser
import BuiltinStages
import Foundation
import LinecasterEngine
import LinecasterKit
import LinecasterService

/// The stages that a command knows: the built-in ones, those of the service file's plugins, and those of plugins that
/// the command line names.
struct StageOptions: ParsableArguments {
    @Option(
        name: .customLong("plugin"),
        help: "A library or program that brings stages, beside those that linecaster.yaml names; may be given several times."
    ) var plugins: [String] = []

    /// Loads the plugins.
    ///
    /// One that the service file names and that is refused gives a warning: the command may not need it.
    ///
    /// - Throws: `ExitCode.configuration` after a sentence when one of the command line's is refused.
    func registry() throws(ExitCode) -> StageRegistry {
        // A service file that is wrong is told of by the commands that are about it.
        let service = ConfigurationOptions.quietly()
        var registry = StageRegistry(builtinStages, host: PluginHost(note: Self.complain))
        for plugin in service?.plugins ?? [] {
            do throws(PluginRefusal) { try registry.add(plugin.reference) } catch { linecaster.complain("linecaster: warning: \(error)") }
        }
        for path in plugins {
            do throws(PluginRefusal) { try registry.add(PluginReference(path: path)) } catch { throw fail("\(error)", .configuration) }
        }
        return registry
    }

    /// Writes what a program wrote to its standard error.
    private static func complain(plugin: String, line: String, article: String?) {
        linecaster.complain("\(plugin): \(line)".printable)
    }
}
