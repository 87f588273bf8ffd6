import Foundation
import Glibc

/// Tells the service manager how the daemon is.
///
/// Source: sd_notify(3), the protocol over the datagram socket in NOTIFY_SOCKET.
enum ServiceManager {
    /// Sends a state such as `READY=1`; does nothing where no manager asks for it.
    static func notify(_ state: String) {
        guard let path = ProcessInfo.processInfo.environment["NOTIFY_SOCKET"], let (address, length) = unixAddress(path) else { return }
        var target = address
        let descriptor = socket(AF_UNIX, Int32(SOCK_DGRAM.rawValue) | Int32(SOCK_CLOEXEC.rawValue), 0)
        guard descriptor >= 0 else { return }
        defer { close(descriptor) }
        let bytes = Array(state.utf8)
        _ = withUnsafePointer(to: &target) { pointer in
            pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) { sendto(descriptor, bytes, bytes.count, 0, $0, length) }
        }
    }
}
