import Foundation
import Glibc

/// A folder that only its owner can write, removed with it.
final class ScratchFolder {
    let path: String

    init() {
        path = FileManager.default.temporaryDirectory.appending(path: "linecaster-\(UUID().uuidString)").path
        try? FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true, attributes: [.posixPermissions: 0o755])
    }

    deinit { try? FileManager.default.removeItem(atPath: path) }

    /// Writes a program under a name of its own. No process that is begun meanwhile may hold the file open for writing:
    /// it could not be run then.
    func program(_ text: String) throws -> String {
        let file = "\(path)/\(UUID().uuidString)"
        let descriptor = open(file, O_WRONLY | O_CREAT | O_CLOEXEC, 0o755)
        defer { close(descriptor) }
        let bytes = Array(text.utf8)
        guard Glibc.write(descriptor, bytes, bytes.count) == bytes.count else { throw CocoaError(.fileWriteUnknown) }
        return file
    }

    func write(_ name: String, _ bytes: [UInt8]) throws -> String {
        try Data(bytes).write(to: URL(filePath: "\(path)/\(name)"))
        try FileManager.default.setAttributes([.posixPermissions: 0o644], ofItemAtPath: "\(path)/\(name)")
        return "\(path)/\(name)"
    }
}
