import ArgumentParser

/// Measures what BENCHMARKS.md records. Machines are noisy: read the ratios, not the times.
@main
struct Bench: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "linecaster-bench",
        abstract: "Measure speed and memory.",
        subcommands: [
            All.self, LineRepair.self, Stages.self, OneStage.self, Growth.self, Repetition.self, Latency.self, Memory.self, Plugins.self,
        ]
    )
}

struct All: AsyncParsableCommand {
    static let configuration = CommandConfiguration(abstract: "Measure everything.")
    @Option(help: "The program.") var program: String

    func run() async throws {
        try await LineRepair.parse([]).run()
        try await Stages.parse([]).run()
        try await OneStage.parse([]).run()
        try await Growth.parse([]).run()
        try Latency.parse(["--program", program]).run()
        try Memory.parse(["--program", program]).run()
        try await Plugins.parse([]).run()
    }
}
