import Glibc

/// A file operation that the system refused.
public struct FileError: Error, Sendable, CustomStringConvertible {
    /// What was tried, as in "cannot rename".
    public let operation: String
    public let path: String
    /// The system's error number.
    public let code: Int32

    public var description: String { "cannot \(operation) \(path): \(String(cString: strerror(code)))" }

    /// Whether the same may succeed later: the disk is full, or something broke that may be mended.
    var mayPass: Bool { isOfMachine || [EACCES, EPERM, EBUSY, EIO, ESTALE].contains(code) }

    /// Whether the machine is at fault whatever the file: no room, no memory, no free descriptor, nothing writable.
    var isOfMachine: Bool { [ENOSPC, EDQUOT, EROFS, EMFILE, ENFILE, ENOMEM, EAGAIN, EINTR].contains(code) }
}
