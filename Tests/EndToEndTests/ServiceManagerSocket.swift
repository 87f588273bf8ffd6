import Foundation
import Glibc

/// A socket at which a service manager listens.
final class ServiceManagerSocket {
    let path = FileManager.default.temporaryDirectory.appending(path: "lc-\(UUID().uuidString.prefix(8))").path
    private let descriptor = socket(AF_UNIX, Int32(SOCK_DGRAM.rawValue), 0)

    init() throws {
        guard bindUnix(descriptor, path) else { throw POSIXError(.init(rawValue: errno) ?? .EIO) }
    }

    deinit {
        close(descriptor)
        unlink(path)
    }

    /// Sends itself messages until no more fit.
    func fill() {
        let sender = socket(AF_UNIX, Int32(SOCK_DGRAM.rawValue), 0)
        defer { close(sender) }
        guard connectUnix(sender, path) else { return }
        while send(sender, [0x78], 1, Int32(MSG_DONTWAIT)) == 1 {}
    }

    /// Waits for the next message that fits.
    func next(_ fits: @escaping @Sendable (String) -> Bool) async throws -> String {
        let descriptor = descriptor
        return try await aside {
            while true {
                var buffer = [UInt8](repeating: 0, count: 4096)
                let count = recv(descriptor, &buffer, buffer.count, 0)
                guard count >= 0 else { throw POSIXError(.init(rawValue: errno) ?? .EIO) }
                let message = String(decoding: buffer[..<count], as: UTF8.self)
                if fits(message) { return message }
            }
        }
    }
}

/// Gives a socket a path.
func bindUnix(_ descriptor: Int32, _ path: String) -> Bool { withUnix(path) { bind(descriptor, $0, $1) == 0 } }

/// Connects a socket with a path.
func connectUnix(_ descriptor: Int32, _ path: String) -> Bool { withUnix(path) { connect(descriptor, $0, $1) == 0 } }

private func withUnix(_ path: String, _ body: (UnsafePointer<sockaddr>, socklen_t) -> Bool) -> Bool {
    var address = sockaddr_un()
    address.sun_family = sa_family_t(AF_UNIX)
    withUnsafeMutableBytes(of: &address.sun_path) { $0.copyBytes(from: path.utf8) }
    return withUnsafePointer(to: &address) { pointer in
        pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) { body($0, socklen_t(2 + path.utf8.count)) }
    }
}
