import Foundation
import Glibc

/// The secret without which nothing that changes state is done over the network.
struct AccessToken: Sendable {
    private let bytes: [UInt8]

    /// Tells whether a request brought the token, in a time that does not depend on how much of it was right.
    func matches(_ given: String) -> Bool {
        let given = Array(given.utf8)
        guard given.count == bytes.count else { return false }
        return zip(given, bytes).reduce(UInt8(0)) { $0 | ($1.0 ^ $1.1) } == 0
    }

    /// Reads the token of a file, or makes both where there is none.
    ///
    /// - Throws: `FileError` when the file cannot be read or made, or holds no token.
    init(file: String) throws(FileError) {
        if FileOperations.status(of: file) == nil { try Self.make(file) }
        let text = String(decoding: try FileOperations.read(file, limit: 4096), as: UTF8.self)
        bytes = Array(text.trimmingCharacters(in: .whitespacesAndNewlines).utf8)
        guard bytes.count >= Self.shortest else { throw FileError(operation: "find a token of 16 characters in", path: file, code: EINVAL) }
    }

    private static let shortest = 16

    /// Makes a file with a new token, which its owner alone can read.
    private static func make(_ file: String) throws(FileError) {
        var generator = SystemRandomNumberGenerator()
        let token = (0..<4).map { _ in
            let digits = String(generator.next() as UInt64, radix: 16)
            return String(repeating: "0", count: 16 - digits.count) + digits
        }
        let text = Array((token.joined() + "\n").utf8)
        let descriptor = open(file, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC | O_NOFOLLOW, 0o600)
        guard descriptor >= 0 else { throw FileError(operation: "create", path: file, code: errno) }
        defer { close(descriptor) }
        guard write(descriptor, text, text.count) == text.count else { throw FileError(operation: "write", path: file, code: errno) }
    }
}
