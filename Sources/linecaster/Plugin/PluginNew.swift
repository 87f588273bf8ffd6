public import ArgumentParser
import BuiltinStages
import Foundation
import LinecasterKit
public import PluginTemplates

extension PluginTemplate.Language: ExpressibleByArgument {}

/// `linecaster plugin new`: writes a plugin that builds, passes its tests and runs.
struct PluginNew: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "new",
        abstract: "Write a plugin to begin with: a stage, its tests, a README and a pipeline, in a folder of its name."
    )

    @Argument(help: "The stage's name: lower-case letters, digits and '_'.") var name: String
    @Option(help: "What it is written in: swift, a library, or python, a program.") var language = PluginTemplate.Language.swift
    @Option(
        help: "The folder of Linecaster's package, against which a library is built. Without it: the one that this program was built in."
    )
    var kit: String?

    /// Names that Swift or the kit has already.
    private static let taken: Set = [
        "any", "foundation", "linecaster", "linecaster_kit", "linecaster_plugin", "linecaster_testing", "optional", "protocol", "self",
        "swift", "testing", "type", "xctest",
    ]

    func validate() throws {
        let isName =
            name.utf8.first.map { $0 &- 0x61 < 26 } == true && name.utf8.allSatisfy { $0 &- 0x61 < 26 || $0 &- 0x30 < 10 || $0 == 0x5F }
        guard isName, !name.hasSuffix("_"), !name.contains("__") else {
            throw ValidationError("'\(name)' cannot name a stage: use lower-case letters, digits and '_' between words, a letter first")
        }
        guard !Self.taken.contains(name), !builtinStages.contains(where: { $0.manifest.name == name }) else {
            throw ValidationError("'\(name)' is taken; choose another name")
        }
    }

    func run() throws {
        guard !FileManager.default.fileExists(atPath: name) else {
            throw fail("there is a '\(name)' here already; nothing was written", .usage)
        }
        let template = PluginTemplate(name: name, language: language, kit: language == .swift ? try kitFolder() : "")
        do {
            for file in template.files { try write(file) }
        } catch {
            throw fail("\(name): \(reason(error))", .ioError)
        }
        print("wrote \(name)/: \(template.files.map(\.path).joined(separator: ", "))")
        print("\(name)/README.md shows how to build, check and run it")
    }

    private func write(_ file: PluginTemplate.File) throws {
        let place = URL(filePath: "\(name)/\(file.path)")
        // Whatever the user's mask: what others can write is not loaded.
        let mode = file.isExecutable ? 0o755 : 0o644
        try FileManager.default.createDirectory(
            at: place.deletingLastPathComponent(),
            withIntermediateDirectories: true,
            attributes: [.posixPermissions: 0o755]
        )
        try Data(file.text.utf8).write(to: place)
        try FileManager.default.setAttributes([.posixPermissions: mode], ofItemAtPath: place.path)
    }

    private func kitFolder() throws(ExitCode) -> String {
        if let kit {
            guard Self.isKit(kit) else {
                throw fail("\(kit) is not the folder of Linecaster's package: there is no Sources/LinecasterKit", .noInput)
            }
            return URL(filePath: kit).standardizedFileURL.path(percentEncoded: false)
        }
        var folder = URL(filePath: "/proc/self/exe").resolvingSymlinksInPath().deletingLastPathComponent()
        while folder.path != "/" {
            if Self.isKit(folder.path) { return folder.path }
            folder.deleteLastPathComponent()
        }
        throw fail("the kit is not beside this program; give the folder of Linecaster's package with --kit", .usage)
    }

    private static func isKit(_ folder: String) -> Bool {
        ["Package.swift", "Sources/LinecasterKit"].allSatisfy { FileManager.default.fileExists(atPath: "\(folder)/\($0)") }
    }
}
