import Foundation

/// A plugin to begin with: files that build, pass their tests and run.
public struct PluginTemplate: Sendable {
    public enum Language: String, Sendable, CaseIterable { case swift, python }

    /// A file of the plugin.
    public struct File: Sendable {
        /// The path below the plugin's folder.
        public let path: String
        public let text: String
        public let isExecutable: Bool
    }

    public let files: [File]

    /// Makes a plugin.
    ///
    /// - Parameters:
    ///   - name: The stage's name: lower-case letters, digits and `_`.
    ///   - kit: The path of Linecaster's package, which a Swift plugin is built against.
    public init(name: String, language: Language, kit: String) {
        let module = name.split(separator: "_").map { $0.prefix(1).uppercased() + $0.dropFirst() }.joined()
        let values = ["name": name, "Module": module, "kit": kit]
        func file(_ path: String, _ template: [UInt8], isExecutable: Bool = false) -> File {
            var text = String(decoding: template, as: UTF8.self)
            for (key, value) in values { text = text.replacing("{{\(key)}}", with: value) }
            return File(path: path, text: text, isExecutable: isExecutable)
        }
        let pipeline = file("Pipelines/\(name).yaml", PackageResources.pipeline_txt)
        switch language {
        case .swift:
            files = [
                file("Package.swift", PackageResources.swift_package_txt),
                file("Sources/\(module)/\(module).swift", PackageResources.swift_stage_txt),
                file("Tests/\(module)Tests/\(module)Tests.swift", PackageResources.swift_tests_txt),
                file("README.md", PackageResources.swift_readme_txt),
                file("linecaster.yaml", PackageResources.swift_service_txt),
                pipeline,
            ]
        case .python:
            files = [
                file("\(name).py", PackageResources.python_program_txt, isExecutable: true),
                file("test_\(name).py", PackageResources.python_tests_txt),
                file("README.md", PackageResources.python_readme_txt),
                file("linecaster.yaml", PackageResources.python_service_txt),
                pipeline,
            ]
        }
    }
}
