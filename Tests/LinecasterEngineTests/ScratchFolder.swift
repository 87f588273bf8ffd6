import Foundation

/// A folder that only its owner can write, removed with it.
final class ScratchFolder {
    let path: String

    init() {
        path = FileManager.default.temporaryDirectory.appending(path: "linecaster-\(UUID().uuidString)").path
        try? FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true, attributes: [.posixPermissions: 0o755])
    }

    deinit { try? FileManager.default.removeItem(atPath: path) }

    /// Writes a program under a name of its own.
    func program(_ text: String) throws -> String {
        let file = "\(path)/\(UUID().uuidString)"
        try Data(text.utf8).write(to: URL(filePath: file))
        try FileManager.default.setAttributes([.posixPermissions: 0o755], ofItemAtPath: file)
        return file
    }

    func write(_ name: String, _ bytes: [UInt8]) throws -> String {
        try Data(bytes).write(to: URL(filePath: "\(path)/\(name)"))
        try FileManager.default.setAttributes([.posixPermissions: 0o644], ofItemAtPath: "\(path)/\(name)")
        return "\(path)/\(name)"
    }
}
