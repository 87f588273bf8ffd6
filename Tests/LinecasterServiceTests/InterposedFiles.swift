@testable import LinecasterService

/// The system's files, with something that another program does after each rename.
struct InterposedFiles: FileSystem {
    private let files = SystemFiles()
    private let afterRename: @Sendable (_ old: String) -> Void

    init(afterRename: @escaping @Sendable (_ old: String) -> Void) { self.afterRename = afterRename }

    func rename(_ old: String, to new: String) throws(FileError) {
        try files.rename(old, to: new)
        afterRename(old)
    }

    func read(_ path: String, limit: Int) throws(FileError) -> [UInt8] { try files.read(path, limit: limit) }
    func write(_ bytes: [UInt8], to path: String) throws(FileError) { try files.write(bytes, to: path) }
    func syncFolder(_ path: String) throws(FileError) { try files.syncFolder(path) }
    func makeFolder(_ path: String) throws(FileError) -> Bool { try files.makeFolder(path) }
    func remove(_ path: String) throws(FileError) { try files.remove(path) }
    func removeFolder(_ path: String) throws(FileError) { try files.removeFolder(path) }
    func status(of path: String) -> FileStatus? { files.status(of: path) }
    func names(in folder: String) -> [String] { files.names(in: folder) }
}
