import ArgumentParser

/// Tools for those who work on Linecaster: labelled text without end, and weights learned from it.
@main
struct Lab: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "linecaster-lab",
        abstract: "Set labelled text, and learn and measure the weights of repair.",
        subcommands: [Typeset.self, Train.self, Evaluate.self, KeptLines.self, Fuzz.self]
    )
}
