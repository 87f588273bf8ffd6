import ArgumentParser
import LinecasterEngine

/// The command line.
///
/// Each command says its name: finding it from the type's would ask the runtime for conformances, for milliseconds
/// at every start.
@main
struct Linecaster: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "linecaster",
        abstract: "Turns the raw text that OCR and PDF extraction make of newspapers into clean, structured, traceable articles.",
        version: kitVersion,
        subcommands: [
            Run.self, Process.self, Undo.self, Check.self, Test.self, Explain.self, Stages.self, Schema.self, Status.self, Failed.self,
            Retry.self, Plugin.self,
        ]
    )
}
