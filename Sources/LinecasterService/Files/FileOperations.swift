import Glibc

/// The file operations of the spool, each one system call or the shortest safe sequence of them.
enum FileOperations {
    /// Reads a regular file without following a link.
    ///
    /// - Parameter limit: The largest size that is read.
    /// - Throws: `FileError`; with `EFBIG` when the file is larger than the limit, with `EINVAL` when it is no
    ///   regular file.
    static func read(_ path: String, limit: Int) throws(FileError) -> [UInt8] {
        let descriptor = open(path, O_RDONLY | O_NOFOLLOW | O_NONBLOCK | O_CLOEXEC)
        guard descriptor >= 0 else { throw FileError(operation: "open", path: path, code: errno) }
        defer { close(descriptor) }
        var status = stat()
        guard fstat(descriptor, &status) == 0 else { throw FileError(operation: "examine", path: path, code: errno) }
        guard status.st_mode & S_IFMT == S_IFREG else { throw FileError(operation: "read", path: path, code: EINVAL) }
        guard status.st_size <= limit else { throw FileError(operation: "read", path: path, code: EFBIG) }
        let size = Int(status.st_size)
        var failure: Int32 = 0
        let bytes = [UInt8](unsafeUninitializedCapacity: size) { buffer, count in
            while count < size {
                let result = Glibc.read(descriptor, buffer.baseAddress.map { $0 + count }, size - count)
                if result < 0, errno == EINTR { continue }
                if result < 0 { failure = errno }
                if result <= 0 { break }
                count += result
            }
        }
        guard failure == 0 else { throw FileError(operation: "read", path: path, code: failure) }
        return bytes
    }

    /// Writes a new file and has the system store it before it returns.
    static func write(_ bytes: [UInt8], to path: String) throws(FileError) {
        let descriptor = open(path, O_WRONLY | O_CREAT | O_TRUNC | O_NOFOLLOW | O_CLOEXEC, 0o644)
        guard descriptor >= 0 else { throw FileError(operation: "create", path: path, code: errno) }
        defer { close(descriptor) }
        var written = 0
        while written < bytes.count {
            let result = bytes.withUnsafeBytes { Glibc.write(descriptor, $0.baseAddress.map { $0 + written }, bytes.count - written) }
            if result < 0, errno == EINTR { continue }
            guard result > 0 else { throw FileError(operation: "write", path: path, code: errno) }
            written += result
        }
        guard fsync(descriptor) == 0 else { throw FileError(operation: "store", path: path, code: errno) }
    }

    /// Gives a file another name in one step; what stood there is replaced.
    static func rename(_ old: String, to new: String) throws(FileError) {
        guard Glibc.rename(old, new) == 0 else { throw FileError(operation: "move \(old) to", path: new, code: errno) }
    }

    /// Has the system store the names in a folder.
    static func syncFolder(_ path: String) throws(FileError) {
        let descriptor = open(path, O_RDONLY | O_DIRECTORY | O_CLOEXEC)
        guard descriptor >= 0 else { throw FileError(operation: "open", path: path, code: errno) }
        defer { close(descriptor) }
        guard fsync(descriptor) == 0 else { throw FileError(operation: "store", path: path, code: errno) }
    }

    /// Makes one folder; false where something stands there already.
    static func makeFolder(_ path: String) throws(FileError) -> Bool {
        if mkdir(path, 0o755) == 0 { return true }
        guard errno == EEXIST else { throw FileError(operation: "create", path: path, code: errno) }
        return false
    }

    static func remove(_ path: String) throws(FileError) {
        guard unlink(path) == 0 || errno == ENOENT else { throw FileError(operation: "remove", path: path, code: errno) }
    }

    /// Removes an empty folder.
    static func removeFolder(_ path: String) throws(FileError) {
        guard rmdir(path) == 0 || errno == ENOENT else { throw FileError(operation: "remove", path: path, code: errno) }
    }

    /// What a path is, without following a link; nil where nothing is.
    static func status(of path: String) -> FileStatus? {
        var status = stat()
        guard lstat(path, &status) == 0 else { return nil }
        let modified = Int(status.st_mtim.tv_sec) * 1000 + Int(status.st_mtim.tv_nsec) / 1_000_000
        return FileStatus(
            kind: FileStatus.Kind(status.st_mode),
            size: Int(status.st_size),
            modified: modified,
            device: UInt64(status.st_dev),
            links: Int(status.st_nlink)
        )
    }

    /// Whether any program has a file open for writing; nil where that cannot be told, as of another user's file.
    ///
    /// Source: fcntl(2), a read lease is refused while the file is open for writing.
    static func isOpenForWriting(_ path: String) -> Bool? {
        let descriptor = open(path, O_RDONLY | O_NOFOLLOW | O_NONBLOCK | O_CLOEXEC)
        guard descriptor >= 0 else { return nil }
        defer { close(descriptor) }
        let setLease: Int32 = 1024
        // Closing ends the lease.
        if fcntl(descriptor, setLease, F_RDLCK) == 0 { return false }
        return errno == EAGAIN ? true : nil
    }

    /// The names in a folder, sorted; empty when it cannot be read.
    static func names(in folder: String) -> [String] {
        guard let handle = opendir(folder) else { return [] }
        defer { closedir(handle) }
        var names: [String] = []
        while let entry = readdir(handle) {
            let name = withUnsafePointer(to: entry.pointee.d_name) {
                $0.withMemoryRebound(to: CChar.self, capacity: 256) { String(cString: $0) }
            }
            if name != ".", name != ".." { names.append(name) }
        }
        return names.sorted()
    }
}

/// What a path is.
struct FileStatus: Equatable {
    enum Kind: Equatable {
        case file, folder, link, other

        init(_ mode: mode_t) {
            switch mode & S_IFMT {
            case S_IFREG: self = .file
            case S_IFDIR: self = .folder
            case S_IFLNK: self = .link
            default: self = .other
            }
        }
    }

    let kind: Kind
    /// Bytes.
    let size: Int
    /// Milliseconds since 1970.
    let modified: Int
    let device: UInt64
    /// How many names a file has.
    var links = 1
}
