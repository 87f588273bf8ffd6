import Foundation
import Glibc

/// What a server answered to one request.
struct HTTPAnswer {
    let status: Int
    let headers: [String: String]
    let body: String

    /// Asks over TCP at 127.0.0.1, or at a socket's path.
    static func to(_ request: String, port: UInt16? = nil, socket path: String? = nil, headers: [String] = ["Host: localhost"]) async throws
        -> HTTPAnswer
    {
        try await aside {
            let descriptor = socket(path == nil ? AF_INET : AF_UNIX, Int32(SOCK_STREAM.rawValue), 0)
            defer { close(descriptor) }
            guard path.map({ connectUnix(descriptor, $0) }) ?? connectLoopback(descriptor, port ?? 0) else {
                throw POSIXError(.init(rawValue: errno) ?? .EIO)
            }
            let text = "\(request) HTTP/1.1\r\n\((headers + ["Content-Length: 0"]).joined(separator: "\r\n"))\r\n\r\n"
            guard send(descriptor, text, text.utf8.count, Int32(MSG_NOSIGNAL)) == text.utf8.count else { throw POSIXError(.EIO) }
            return try read(descriptor, untilEnd: request.hasPrefix("HEAD "))
        }
    }

    /// - Parameter untilEnd: Whether the server closes the connection, and all that it sends is the body, whatever length it tells.
    private static func read(_ descriptor: Int32, untilEnd: Bool) throws -> HTTPAnswer {
        var bytes: [UInt8] = []
        var buffer = [UInt8](repeating: 0, count: 1 << 16)
        while true {
            if let end = bytes.indices.first(where: { bytes[$0...].starts(with: Array("\r\n\r\n".utf8)) }) {
                let lines = String(decoding: bytes[..<end], as: UTF8.self).components(separatedBy: "\r\n")
                let fields = lines.dropFirst().compactMap { line -> (String, String)? in
                    line.firstIndex(of: ":").map {
                        (line[..<$0].lowercased(), String(line[line.index(after: $0)...]).trimmingCharacters(in: .whitespaces))
                    }
                }
                let headers = Dictionary(fields) { first, _ in first }
                var length = Int(headers["content-length"] ?? "") ?? 0
                if untilEnd {
                    while case let count = recv(descriptor, &buffer, buffer.count, 0), count > 0 { bytes += buffer[..<count] }
                    length = bytes.count - end - 4
                }
                if bytes.count >= end + 4 + length {
                    let status = Int(lines[0].split(separator: " ")[1]) ?? 0
                    return HTTPAnswer(
                        status: status,
                        headers: headers,
                        body: String(decoding: bytes[(end + 4)..<(end + 4 + length)], as: UTF8.self)
                    )
                }
            }
            let count = recv(descriptor, &buffer, buffer.count, 0)
            guard count > 0 else { throw POSIXError(.ECONNRESET) }
            bytes += buffer[..<count]
        }
    }
}

private func connectLoopback(_ descriptor: Int32, _ port: UInt16) -> Bool {
    var address = sockaddr_in()
    address.sin_family = sa_family_t(AF_INET)
    address.sin_port = port.bigEndian
    address.sin_addr.s_addr = UInt32(0x7F00_0001).bigEndian
    return withUnsafePointer(to: &address) { pointer in
        pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) {
            connect(descriptor, $0, socklen_t(MemoryLayout<sockaddr_in>.size)) == 0
        }
    }
}
