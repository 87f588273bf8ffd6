import Foundation

/// Builds libraries as a plugin's package does, against the modules of these tests.
enum PluginBuild {
    /// What a build says of itself, as the note of a library holds it.
    struct Note {
        var kit = "0.1.0"
        var compiler = "some compiler"

        var source: String {
            """
            #define LINES "kit=\(kit)\\ninterface=0123456789abcdef\\nswift=6.1\\ncompiler=\(compiler)"
            struct note { unsigned int n, d, t; char name[12]; char text[(sizeof(LINES) + 3) / 4 * 4]; };
            __attribute__((section(".note.linecaster"), used, retain, aligned(4)))
            const struct note linecaster_note = {sizeof("linecaster"), sizeof(LINES), 1, "linecaster", LINES};
            """
        }
    }

    enum NoteKind {
        /// The kit's own.
        case own
        case other(Note)
        case none
    }

    private static let products = Program.executable.deletingLastPathComponent()

    /// Builds a library into a folder.
    ///
    /// - Returns: The library's path.
    static func library(_ name: String, sources: [String], note: NoteKind = .own, in folder: Folder) async throws -> String {
        var inputs = sources
        switch note {
        case .own: inputs.append(products.appending(path: "CKitNote.build/note.c.o").path)
        case .other(let note):
            try folder.write("note.c", note.source)
            try await run("clang", ["-c", "-fPIC", "\(folder.path)/note.c", "-o", "\(folder.path)/note.o"])
            inputs.append("\(folder.path)/note.o")
        case .none: break
        }
        let library = "\(folder.path)/lib\(name).so"
        try await run("swiftc", ["-emit-library", "-swift-version", "6", "-module-name", name, "-I", modules, "-o", library] + inputs)
        return library
    }

    /// Checks that Swift text compiles against the kit.
    ///
    /// - Returns: What the compiler says; empty when all is well.
    static func problems(in text: String, _ folder: Folder) async throws -> String {
        try folder.write("Snippet.swift", text)
        return try await output(
            "swiftc",
            ["-typecheck", "-parse-as-library", "-swift-version", "6", "-I", modules, "\(folder.path)/Snippet.swift"]
        )
    }

    private static var modules: String { products.appending(path: "Modules").path }

    /// A library of one stage that does nothing but what its text says.
    static func stageSource(name: String, body: String) -> String {
        """
        import LinecasterKit
        struct Probe: Stage {
            static let manifest = StageManifest(name: "\(name)", summary: "Probes.", rules: [Rule("probe", "Probes.")])
            init(settings: NoSettings) {}
            func process(_ article: Article) -> Changes {
                var changes = Changes()
                \(body)
                return changes
            }
        }
        @c(linecaster_plugin) public func plugin() -> UnsafeMutableRawPointer { exportStages([StageDescriptor(Probe.self)]) }
        """
    }

    struct Failure: Error, CustomStringConvertible { let description: String }

    private static func run(_ tool: String, _ arguments: [String]) async throws {
        let problems = try await output(tool, arguments)
        guard problems.isEmpty else { throw Failure(description: problems) }
    }

    /// What a tool says when it fails; empty when it does not.
    private static func output(_ tool: String, _ arguments: [String]) async throws -> String {
        try await aside {
            let process = Foundation.Process()
            process.executableURL = URL(filePath: "/usr/bin/env")
            process.arguments = [tool] + arguments
            let pipe = Pipe()
            process.standardError = pipe
            process.standardOutput = pipe
            try process.run()
            let output = pipe.fileHandleForReading.readDataToEndOfFile()
            process.waitUntilExit()
            return process.terminationStatus == 0 ? "" : "\(tool): \(String(decoding: output, as: UTF8.self))"
        }
    }
}

/// Does what blocks on a thread of its own, so that the other tests go on.
func aside<Value: Sendable>(_ work: @escaping @Sendable () throws -> Value) async throws -> Value {
    try await withCheckedThrowingContinuation { continuation in
        Thread { continuation.resume(with: Swift.Result(catching: work)) }.start()
    }
}
