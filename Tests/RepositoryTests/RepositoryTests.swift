import BuiltinStages
import Foundation
import LinecasterEngine
import LinecasterFormats
import LinecasterKit
import Testing

/// Rules about the repository itself.
@Suite struct RepositoryTests {
    private static let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()

    /// The floor of every module; a module imports from lower floors, of its own floor only what is named here.
    private static let floors: [String: Int] = [
        "CKitNote": 0, "CLibYAML": 0, "LinecasterKit": 1, "LinecasterYAML": 2, "LinecasterLanguage": 2, "LinecasterFormats": 3,
        "NormalizeStage": 3,
        "LinecasterChat": 2,
        "RepairStage": 3,
        "SegmentStage": 3, "ExtractStage": 3, "SummarizeStage": 3, "LinecasterEngine": 4, "BuiltinStages": 4, "ReadyPipelines": 4,
        "LinecasterTesting": 4, "PluginTemplates": 4,
        "LinecasterService": 5, "linecaster": 6, "linecaster-lab": 6,
    ]

    /// Imports that DESIGN allows on one floor.
    private static let sameFloor: Set<[String]> = [["LinecasterTesting", "LinecasterEngine"]]

    private struct SourceFile {
        let path: String
        let module: String
        let text: String

        var imports: [String] {
            text.split(separator: "\n").compactMap { line in
                let words = line.split(separator: " ")
                guard let index = words.firstIndex(of: "import"), index + 1 < words.count,
                    words[..<index].allSatisfy({ $0.hasPrefix("@") || ["public", "package", "internal", "private"].contains($0) })
                else { return nil }
                return words[index + 1].split(separator: ".").first.map(String.init)
            }
        }
    }

    private func sources() throws -> [SourceFile] {
        var files: [SourceFile] = []
        for (folder, suffix) in [("Sources", ""), ("Plugins", "Stage")] {
            for path in swiftFiles(folder) {
                let module = String(path.split(separator: "/")[1]) + suffix
                files.append(SourceFile(path: path, module: module, text: try read(path)))
            }
        }
        return files
    }

    private func swiftFiles(_ folder: String) -> [String] {
        let all = FileManager.default.enumerator(atPath: Self.root.appending(path: folder).path)?.compactMap { $0 as? String } ?? []
        return all.filter { $0.hasSuffix(".swift") }.sorted().map { "\(folder)/\($0)" }
    }

    private func read(_ path: String) throws -> String { try String(contentsOf: Self.root.appending(path: path), encoding: .utf8) }

    @Test func modulesImportFromLowerFloorsOnly() throws {
        let files = try sources()
        #expect(files.count > 80)
        for file in files {
            let floor = try #require(Self.floors[file.module], "\(file.path): module \(file.module) has no floor")
            for imported in file.imports {
                guard let other = Self.floors[imported] else { continue }
                let isAllowed = other < floor || Self.sameFloor.contains([file.module, imported])
                #expect(isAllowed, "\(file.path) imports \(imported), which is not below \(file.module)")
            }
        }
    }

    @Test func noStageImportsAnother() throws {
        for file in try sources() where file.path.hasPrefix("Plugins/") {
            for imported in file.imports { #expect(!imported.hasSuffix("Stage"), "\(file.path) imports \(imported)") }
        }
    }

    @Test func theKitNeedsNothing() throws {
        for file in try sources() where file.module == "LinecasterKit" {
            #expect(file.imports.isEmpty, "\(file.path) imports \(file.imports)")
        }
    }

    /// A library that was built against other sources of the kit is told apart by their digest.
    @Test func theDigestOfTheKitIsUpToDate() throws {
        let sources = try swiftFiles("Sources/LinecasterKit").map(read).joined()
        let digest = sha256(Array(sources.utf8)).prefix(16)
        #expect(try read("Sources/CKitNote/include/CKitNote.h").contains("LINECASTER_KIT_INTERFACE \"\(digest)\""), "run: make kit")
    }

    @Test func everyStageIsListed() throws {
        let folders = try FileManager.default.contentsOfDirectory(atPath: Self.root.appending(path: "Plugins").path).filter {
            !$0.contains(".")
        }
        #expect(folders.map { $0.lowercased() }.sorted() == builtinStages.map(\.manifest.name).sorted())
    }

    @Test func noFileIsTooLong() throws {
        for path in swiftFiles("Sources") + swiftFiles("Plugins") + swiftFiles("Tests") + swiftFiles("Pipelines") {
            let lines = try read(path).split(separator: "\n", omittingEmptySubsequences: false).count
            #expect(lines <= 401, "\(path) has \(lines) lines")
        }
    }

    /// The options, rules and examples in a stage's README are those of its manifest.
    @Test(arguments: builtinStages) func everyReadmeIsUpToDate(stage: StageDescriptor) throws {
        let name = stage.manifest.name
        let readme = try read("Plugins/\(name.prefix(1).uppercased() + name.dropFirst())/README.md")
        #expect(readme.hasPrefix(referencePage(for: stage)), "write it anew with: linecaster stages \(name)")
        #expect(readme.contains("## Limits"), "the README of \(name) says nothing of its limits")
    }

    /// Every case of normalize and repair has its row in the table of artifacts.
    @Test func theTableOfArtifactsIsUpToDate() throws {
        let page = try read("Plugins/Repair/ARTIFACTS.md")
        for stage in ["normalize", "repair"] {
            let folder = Self.root.appending(path: "Tests/BuiltinStagesTests/Cases/\(stage)").path
            for name in try FileManager.default.contentsOfDirectory(atPath: folder) {
                let row = "| \(name.replacing("-", with: " ")) |"
                #expect(page.contains(row), "\(name) is missing; run Plugins/write-artifacts.py")
            }
        }
    }

    /// Every example of a pipeline in the documentation can be read.
    @Test(arguments: ["README.md", "CONTRIBUTING.md"]) func examplesOfPipelinesAreRight(file: String) throws {
        let text = try read(file)
        let fences = text.components(separatedBy: "```yaml\n").dropFirst().compactMap { $0.components(separatedBy: "```").first }
        for yaml in fences where yaml.contains("stages:") {
            do throws(ConfigurationError) {
                _ = try Pipeline(yaml: Array(yaml.utf8), registry: StageRegistry(builtinStages))
            } catch {
                Issue.record("\(file): \(error.diagnostics.map(\.message))")
            }
        }
    }

    @Test func thereAreNoPathsOfOneMachine() throws {
        // Put together here, so that this file does not hold them itself.
        let traces = ["/wo" + "rk/", "/fa" + "rm/", "/tmp" + "/lab"]
        for path in swiftFiles("Sources") + swiftFiles("Plugins") + swiftFiles("Tests") + [
            "README.md", "Makefile", "CONTRIBUTING.md", "BENCHMARKS.md", ".ci/run",
        ] {
            let text = try read(path)
            for trace in traces { #expect(!text.contains(trace), "\(path) holds \(trace)") }
        }
    }

    @Test func errorsAreNotForced() throws {
        for file in try sources() {
            #expect(!file.text.contains("try!"), "\(file.path)")
            #expect(!file.text.contains("fatalError("), "\(file.path)")
        }
    }
}
