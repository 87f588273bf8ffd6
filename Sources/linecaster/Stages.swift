import ArgumentParser
import LinecasterEngine
import LinecasterKit

/// `linecaster stages`: what the stages do and take.
struct Stages: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "stages",
        abstract: "List the stages, or show one with its options, rules and examples."
    )

    @Argument(help: "A stage's name.") var name: String?
    @OptionGroup var stages: StageOptions

    func run() throws {
        let registry = try stages.registry()
        guard let name else {
            for stage in registry.stages { print(referenceLine(for: stage)) }
            guard registry.refused.isEmpty else { throw ExitCode.configuration }
            return
        }
        guard let stage = registry[name] else {
            throw fail("no stage is called '\(name)'\(advice(for: name, among: registry.names))", .usage)
        }
        print(referencePage(for: stage))
    }
}
