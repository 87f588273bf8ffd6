import ArgumentParser

/// The command line.
@main
struct Linecaster: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "linecaster",
        abstract: "Turns the raw text that OCR and PDF extraction make of newspapers into clean, structured, traceable articles.",
        version: "0.1.0",
        subcommands: [
            Run.self, Process.self, Undo.self, Check.self, Test.self, Explain.self, Stages.self, Schema.self, Status.self, Failed.self,
            Retry.self,
        ]
    )
}
