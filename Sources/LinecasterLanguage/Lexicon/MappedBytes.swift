#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#endif

/// Bytes that are mapped into memory and never copied: of a file, or of the program itself.
///
/// Pages are read when they are touched, and shared between processes that map the same file.
public final class MappedBytes: Sendable {
    nonisolated(unsafe) private let base: UnsafeRawPointer
    private let origin: Origin
    /// How many bytes are mapped.
    public let count: Int

    /// Bytes that live as long as the program.
    public init(static base: UnsafeRawPointer, count: Int) {
        self.base = base
        self.count = count
        origin = .program
    }

    /// Maps a file.
    ///
    /// - Throws: `LanguageDataError` when the file cannot be opened or mapped.
    public init(path: String) throws(LanguageDataError) {
        let descriptor = open(path, O_RDONLY | O_CLOEXEC)
        guard descriptor >= 0 else { throw LanguageDataError(path: path, reason: String(cString: strerror(errno))) }
        defer { close(descriptor) }
        var status = stat()
        guard fstat(descriptor, &status) == 0, status.st_size > 0 else { throw LanguageDataError(path: path, reason: "it is empty") }
        let size = Int(status.st_size)
        guard let address = mmap(nil, size, PROT_READ, MAP_SHARED, descriptor, 0), address != MAP_FAILED else {
            throw LanguageDataError(path: path, reason: String(cString: strerror(errno)))
        }
        base = UnsafeRawPointer(address)
        count = size
        origin = .file
    }

    /// Copies bytes that were made in memory.
    public init(copying bytes: [UInt8]) {
        let buffer = UnsafeMutableRawPointer.allocate(byteCount: max(1, bytes.count), alignment: 64)
        bytes.withUnsafeBytes { if let source = $0.baseAddress { buffer.copyMemory(from: source, byteCount: $0.count) } }
        base = UnsafeRawPointer(buffer)
        count = bytes.count
        origin = .heap
    }

    private enum Origin { case program, file, heap }

    deinit {
        switch origin {
        case .program: break
        case .file: munmap(UnsafeMutableRawPointer(mutating: base), count)
        case .heap: base.deallocate()
        }
    }

    /// The integer at a byte offset; 0 outside the bytes.
    func integer<Value: FixedWidthInteger>(at offset: Int, as type: Value.Type) -> Value {
        guard offset >= 0, offset + MemoryLayout<Value>.size <= count else { return 0 }
        return Value(littleEndian: base.loadUnaligned(fromByteOffset: offset, as: Value.self))
    }

    /// The values from a byte offset on, without a copy; nil when they would reach past the end or are not aligned.
    func values<Value: BitwiseCopyable>(at offset: Int, count: Int, as type: Value.Type) -> UnsafePointer<Value>? {
        guard offset >= 0, count >= 0, count <= (self.count - offset) / MemoryLayout<Value>.stride else { return nil }
        let start = base + offset
        guard UInt(bitPattern: start) % UInt(MemoryLayout<Value>.alignment) == 0 else { return nil }
        return start.assumingMemoryBound(to: Value.self)
    }
}

/// A lexicon or a model that cannot be used.
public struct LanguageDataError: Error, CustomStringConvertible {
    public let path: String
    /// What is wrong, as the end of a sentence.
    public let reason: String

    public init(path: String, reason: String) {
        self.path = path
        self.reason = reason
    }

    public var description: String { "\(path) cannot be used: \(reason)" }
}
