import ArgumentParser
import LinecasterEngine
import LinecasterKit
import ReadyPipelines

/// `linecaster test`: runs the tests that pipelines carry.
struct Test: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "test",
        abstract: "Run the tests inside pipeline files.",
        discussion: "Without a name: the pipelines of the folder Pipelines, or the ready ones where there is none."
    )

    @Argument(help: "Pipelines, by name or file.") var pipelines: [String] = []
    @OptionGroup var stages: StageOptions

    func run() async throws {
        let local = yamlFiles(in: "Pipelines")
        let names = !pipelines.isEmpty ? pipelines : !local.isEmpty ? local : ReadyPipelines.files.map { String($0.name.dropLast(5)) }
        let registry = try stages.registry()
        var passed = 0
        var failed = 0
        for name in names {
            let pipeline = try findPipeline(name, registry)
            for result in await pipeline.runTests() {
                if result.passed { passed += 1 } else { failed += 1 }
                print("\(result.passed ? "pass" : "FAIL")  \(pipeline.name): \(result.test)")
                for failure in result.failures {
                    print("  \(failure.position.map { "line \($0.line): " } ?? "")\(failure.message)")
                }
            }
        }
        print("\(passed) passed, \(failed) failed")
        if failed > 0 { throw ExitCode.badData }
    }
}
