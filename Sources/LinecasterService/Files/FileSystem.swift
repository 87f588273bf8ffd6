import Glibc

/// The file operations of the spool's protocol, apart from who carries them out.
///
/// What is said of storing is all that the protocol relies on: other effects may be undone, in any order, by a loss of
/// power.
protocol FileSystem: Sendable {
    /// Reads a regular file without following a link.
    func read(_ path: String, limit: Int) throws(FileError) -> [UInt8]
    /// Writes a file; its contents are stored when this returns, its name when its folder is.
    func write(_ bytes: [UInt8], to path: String) throws(FileError)
    /// Gives a file another name in one step; stored when either folder is.
    func rename(_ old: String, to new: String) throws(FileError)
    /// Stores the names in a folder.
    func syncFolder(_ path: String) throws(FileError)
    /// Makes one folder; false where something stands there already.
    func makeFolder(_ path: String) throws(FileError) -> Bool
    /// Removes a file; one that is gone already is no error.
    func remove(_ path: String) throws(FileError)
    /// Removes an empty folder; one that is gone already is no error.
    func removeFolder(_ path: String) throws(FileError)
    /// What a path is, without following a link; nil where nothing is.
    func status(of path: String) -> FileStatus?
    /// The names in a folder, sorted; empty when it cannot be read.
    func names(in folder: String) -> [String]
}

extension FileSystem {
    /// Creates a folder and those above it, each stored before what goes into it.
    func createFolder(_ path: String) throws(FileError) {
        guard status(of: path)?.kind != .folder else { return }
        let above = folder(of: path)
        if above != path, above != "." { try createFolder(above) }
        if try makeFolder(path) { try syncFolder(above) }
    }

    /// Moves a file, copying it where the folders lie on different file systems.
    func move(_ old: String, to new: String) throws(FileError) {
        do throws(FileError) {
            try rename(old, to: new)
        } catch {
            guard error.code == EXDEV else { throw error }
            let copy = new + ".part"
            try write(try read(old, limit: .max), to: copy)
            try rename(copy, to: new)
            try syncFolder(folder(of: new))
            try remove(old)
        }
    }
}

/// The system's own files.
struct SystemFiles: FileSystem {
    func read(_ path: String, limit: Int) throws(FileError) -> [UInt8] { try FileOperations.read(path, limit: limit) }
    func write(_ bytes: [UInt8], to path: String) throws(FileError) { try FileOperations.write(bytes, to: path) }
    func rename(_ old: String, to new: String) throws(FileError) { try FileOperations.rename(old, to: new) }
    func syncFolder(_ path: String) throws(FileError) { try FileOperations.syncFolder(path) }
    func makeFolder(_ path: String) throws(FileError) -> Bool { try FileOperations.makeFolder(path) }
    func remove(_ path: String) throws(FileError) { try FileOperations.remove(path) }
    func removeFolder(_ path: String) throws(FileError) { try FileOperations.removeFolder(path) }
    func status(of path: String) -> FileStatus? { FileOperations.status(of: path) }
    func names(in folder: String) -> [String] { FileOperations.names(in: folder) }
}
