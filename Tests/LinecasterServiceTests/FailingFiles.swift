import Synchronization

@testable import LinecasterService

/// Files whose operations fail for a while, as they do when a disk is full or descriptors run out.
final class FailingFiles: FileSystem {
    private let files: SimulatedDisk
    private let code: Int32
    private let first: Int
    private let times: Int
    private let count = Mutex(0)

    /// - Parameters:
    ///   - code: The error number.
    ///   - first: From which operation on, from 0.
    ///   - times: How many operations fail.
    init(_ files: SimulatedDisk, _ code: Int32, first: Int, times: Int) {
        self.files = files
        self.code = code
        self.first = first
        self.times = times
    }

    /// How many operations were asked for.
    var asked: Int { count.withLock { $0 } }

    private func pass(_ operation: String, _ path: String) throws(FileError) {
        let number = count.withLock { count in
            count += 1
            return count - 1
        }
        if number >= first, number < first + times { throw FileError(operation: operation, path: path, code: code) }
    }

    func read(_ path: String, limit: Int) throws(FileError) -> [UInt8] {
        try pass("read", path)
        return try files.read(path, limit: limit)
    }

    func write(_ bytes: [UInt8], to path: String) throws(FileError) {
        try pass("write", path)
        try files.write(bytes, to: path)
    }

    func rename(_ old: String, to new: String) throws(FileError) {
        try pass("move", old)
        try files.rename(old, to: new)
    }

    func syncFolder(_ path: String) throws(FileError) {
        try pass("store", path)
        try files.syncFolder(path)
    }

    func makeFolder(_ path: String) throws(FileError) -> Bool {
        try pass("create", path)
        return try files.makeFolder(path)
    }

    func remove(_ path: String) throws(FileError) {
        try pass("remove", path)
        try files.remove(path)
    }

    func removeFolder(_ path: String) throws(FileError) {
        try pass("remove", path)
        try files.removeFolder(path)
    }

    func status(of path: String) -> FileStatus? { files.status(of: path) }
    func names(in folder: String) -> [String] { files.names(in: folder) }
}
