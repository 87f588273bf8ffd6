import ArgumentParser
import BuiltinStages
import Foundation
import LinecasterEngine
import LinecasterKit
import LinecasterService
import LinecasterTesting

/// `linecaster plugin check`: whether a stage does what every stage must.
struct PluginCheck: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "check",
        abstract: "Check a library, a program or a built-in stage against what every stage must satisfy.",
        discussion: "Ends with 65 when a check fails, and with 78 when the plugin is refused."
    )

    @Argument(help: "The path of a library or a program, or the name of a built-in stage.") var path: String

    func run() async throws {
        let host = PluginHost { plugin, line, _ in complain("\(plugin): \(line)".printable) }
        var failed = 0
        let stages = try found(host)
        for stage in stages {
            print("\(stage.manifest.name): \(stage.manifest.summary)")
            guard let conformance = StageConformance(stage, among: builtinStages) else {
                let needs = stage.manifest.requires.map { $0.alternatives.joined(separator: " or ") }.joined(separator: ", ")
                throw fail("\(stage.manifest.name) needs the layers \(needs), and no built-in stage gives one of them", .configuration)
            }
            for check in ConformanceCheck.allCases {
                let failures = await conformance.run(check).failures
                report(check.rawValue, check.summary, failures)
                failed += failures.isEmpty ? 0 : 1
            }
        }
        let held = host.stop()
        if path.contains("/"), !path.hasSuffix(".so") {
            let failures = held.map { _ in "it did not end within 5 s of the end of its input, and was killed" }
            report("clean end", "the program ends when its input does", failures)
            failed += failures.isEmpty ? 0 : 1
        }
        print(failed == 0 ? "all checks passed" : "\(failed) checks failed")
        if failed > 0 { throw ExitCode.badData }
    }

    private func report(_ name: String, _ summary: String, _ failures: [String]) {
        print("  \(failures.isEmpty ? "pass" : "FAIL")  \(name): \(summary)")
        for failure in failures.prefix(10) { print("        \(failure)".printable) }
        if failures.count > 10 { print("        and \(failures.count - 10) more") }
    }

    private func found(_ host: PluginHost) throws(ExitCode) -> [StageDescriptor] {
        if let stage = builtinStages.first(where: { $0.manifest.name == path }) { return [stage] }
        guard path.contains("/") || FileManager.default.fileExists(atPath: path) else {
            let names = builtinStages.map(\.manifest.name)
            throw fail("'\(path)' is neither a path nor a built-in stage\(advice(for: path, among: names))", .noInput)
        }
        var registry = StageRegistry(builtinStages, host: host)
        do throws(PluginRefusal) {
            try registry.add(PluginReference(path: path.contains("/") ? path : "./\(path)"))
        } catch {
            throw fail("\(error)", .configuration)
        }
        return Array(registry.stages.dropFirst(builtinStages.count))
    }
}
