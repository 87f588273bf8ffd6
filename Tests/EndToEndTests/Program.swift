import Foundation

/// The real program, as a user would call it.
struct Program {
    /// A run that ended.
    struct Result: Sendable {
        let status: Int32
        let output: String
        let errors: String
    }

    /// The program that was built with these tests.
    static let executable: URL = {
        let tests = URL(filePath: "/proc/self/exe").resolvingSymlinksInPath()
        let beside = tests.deletingLastPathComponent().appending(path: "linecaster")
        if FileManager.default.isExecutableFile(atPath: beside.path) { return beside }
        let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
        return root.appending(path: ".build/debug/linecaster")
    }()

    static let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()

    /// Runs a command to its end.
    static func run(_ arguments: [String], in folder: String? = nil, input: Data = Data()) throws -> Result {
        let process = Foundation.Process()
        process.executableURL = executable
        process.arguments = arguments
        if let folder { process.currentDirectoryURL = URL(filePath: folder) }
        let files = try ["in", "out", "err"].map { try scratchFile($0) }
        try input.write(to: files[0])
        process.standardInput = try FileHandle(forReadingFrom: files[0])
        process.standardOutput = try FileHandle(forWritingTo: files[1])
        process.standardError = try FileHandle(forWritingTo: files[2])
        try process.run()
        process.waitUntilExit()
        defer { for file in files { try? FileManager.default.removeItem(at: file) } }
        return Result(
            status: process.terminationStatus,
            output: try String(contentsOf: files[1], encoding: .utf8),
            errors: try String(contentsOf: files[2], encoding: .utf8)
        )
    }

    private static func scratchFile(_ kind: String) throws -> URL {
        let file = FileManager.default.temporaryDirectory.appending(path: "linecaster-\(UUID().uuidString).\(kind)")
        try Data().write(to: file)
        return file
    }
}

/// A folder that is removed with its owner.
final class Folder {
    let path: String

    init() throws {
        path = FileManager.default.temporaryDirectory.appending(path: "linecaster-\(UUID().uuidString)").path
        try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
    }

    deinit { try? FileManager.default.removeItem(atPath: path) }

    func write(_ name: String, _ text: String) throws {
        let place = URL(filePath: path).appending(path: name)
        try FileManager.default.createDirectory(at: place.deletingLastPathComponent(), withIntermediateDirectories: true)
        try Data(text.utf8).write(to: place)
    }

    /// Drops a file as a careful producer does: written elsewhere, then moved in.
    func drop(_ name: String, _ text: String) throws {
        try write("staging/\(name)", text)
        let place = URL(filePath: "\(path)/inbox/\(name)")
        try FileManager.default.createDirectory(at: place.deletingLastPathComponent(), withIntermediateDirectories: true)
        try FileManager.default.moveItem(at: URL(filePath: "\(path)/staging/\(name)"), to: place)
    }

    func read(_ name: String) throws -> String { try String(contentsOfFile: "\(path)/\(name)", encoding: .utf8) }

    func exists(_ name: String) -> Bool { FileManager.default.fileExists(atPath: "\(path)/\(name)") }

    func names(_ folder: String) -> [String] {
        ((try? FileManager.default.contentsOfDirectory(atPath: "\(path)/\(folder)")) ?? []).sorted()
    }
}
