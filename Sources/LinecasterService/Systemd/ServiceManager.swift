import Foundation
import Glibc

/// Tells the service manager how the daemon is.
///
/// Source: sd_notify(3), the protocol over the datagram socket in NOTIFY_SOCKET.
enum ServiceManager {
    /// How often the manager wants to be told that all is well; nil where it does not ask.
    ///
    /// Source: sd_watchdog_enabled(3).
    static var watchdogPeriod: Duration? {
        let environment = ProcessInfo.processInfo.environment
        guard let microseconds = environment["WATCHDOG_USEC"].flatMap({ Int($0) }), microseconds > 0 else { return nil }
        // A process may inherit what is meant for its parent.
        if let process = environment["WATCHDOG_PID"], process != "\(getpid())" { return nil }
        return .microseconds(microseconds)
    }

    /// Sends a state such as `READY=1`; does nothing where no manager asks for it.
    ///
    /// - Parameter patience: How long to wait for a manager that has not yet read what it was told before. It must end: a
    ///   daemon stops also under a manager that reads no more.
    /// - Returns: Whether it was sent.
    @discardableResult
    static func notify(_ state: String, patience: Duration = .seconds(2)) -> Bool {
        guard let path = ProcessInfo.processInfo.environment["NOTIFY_SOCKET"], let (address, length) = unixAddress(path) else {
            return false
        }
        var target = address
        let descriptor = socket(AF_UNIX, Int32(SOCK_DGRAM.rawValue) | Int32(SOCK_CLOEXEC.rawValue), 0)
        guard descriptor >= 0 else { return false }
        defer { close(descriptor) }
        let bytes = Array(state.utf8)
        let (seconds, attoseconds) = patience.components
        var limit = timeval(tv_sec: Int(seconds), tv_usec: Int(attoseconds / 1_000_000_000_000))
        setsockopt(descriptor, SOL_SOCKET, SO_SNDTIMEO, &limit, socklen_t(MemoryLayout<timeval>.size))
        // No time at all would mean to wait for good.
        let flags = patience > .zero ? 0 : Int32(MSG_DONTWAIT)
        return withUnsafePointer(to: &target) { pointer in
            pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) {
                sendto(descriptor, bytes, bytes.count, flags, $0, length) == bytes.count
            }
        }
    }
}
