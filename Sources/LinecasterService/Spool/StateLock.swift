import Glibc

/// Keeps a second daemon out of a state folder.
struct StateLock: ~Copyable {
    private let descriptor: Int32

    /// Takes the lock.
    ///
    /// - Throws: `FileError` with `EWOULDBLOCK` when another process holds it.
    init(_ state: String) throws(FileError) {
        let place = path(state, "lock")
        let descriptor = open(place, O_RDWR | O_CREAT | O_CLOEXEC, 0o644)
        guard descriptor >= 0 else { throw FileError(operation: "create", path: place, code: errno) }
        guard flock(descriptor, LOCK_EX | LOCK_NB) == 0 else {
            let code = errno
            close(descriptor)
            throw FileError(operation: "lock", path: place, code: code)
        }
        let text = Array("\(getpid())\n".utf8)
        ftruncate(descriptor, 0)
        _ = text.withUnsafeBytes { write(descriptor, $0.baseAddress, text.count) }
        self.descriptor = descriptor
    }

    deinit { close(descriptor) }

    /// The process that holds the lock of a state folder; nil when none does.
    static func holder(_ state: String) -> Int? {
        let place = path(state, "lock")
        let descriptor = open(place, O_RDWR | O_CLOEXEC)
        guard descriptor >= 0 else { return nil }
        defer { close(descriptor) }
        if flock(descriptor, LOCK_SH | LOCK_NB) == 0 { return nil }
        let text = (try? FileOperations.read(place, limit: 64)).map { String(decoding: $0, as: UTF8.self) } ?? ""
        return Int(text.prefix { $0.isNumber }) ?? 0
    }
}
