import Foundation
import Synchronization

/// An HTTP server on loopback that answers as a test wants: well, late, in pieces, with nonsense, or not at all.
///
/// It speaks through the system's sockets, so that it can break the protocol wherever a test wishes.
public final class ScriptedServer: Sendable {
    /// What becomes of one request.
    public enum Step: Sendable {
        case send([UInt8])
        /// Waits until the client has gone away.
        case hang
        /// Waits for so many milliseconds, or until the client has gone away.
        case wait(Int)
        /// Closes the connection in the middle.
        case reset
    }

    public let port: Int
    private let listener: Int32
    private let script: @Sendable (Int, [UInt8]) -> [Step]
    private let state = Mutex<(requests: [[UInt8]], atOnce: Int, most: Int)>(([], 0, 0))

    /// - Parameter script: What to do with the n-th request, from 0; the request's bytes are head and body.
    public init(_ script: @escaping @Sendable (Int, [UInt8]) -> [Step]) throws {
        self.script = script
        listener = socket(AF_INET, Int32(SOCK_STREAM.rawValue), 0)
        var address = sockaddr_in()
        address.sin_family = sa_family_t(AF_INET)
        address.sin_addr.s_addr = in_addr_t(UInt32(0x7F00_0001).bigEndian)
        var size = socklen_t(MemoryLayout<sockaddr_in>.size)
        let listener = listener
        let bound = withUnsafeMutablePointer(to: &address) { pointer in
            pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) { address in
                bind(listener, address, size) == 0 && listen(listener, 64) == 0 && getsockname(listener, address, &size) == 0
            }
        }
        guard bound else { throw CocoaError(.fileReadUnknown) }
        port = Int(UInt16(bigEndian: address.sin_port))
        Thread.detachNewThread { [self] in
            while case let connection = accept(listener, nil, nil), connection >= 0 {
                Thread.detachNewThread { self.serve(connection) }
            }
        }
    }

    public var url: String { "http://127.0.0.1:\(port)/v1" }

    /// The requests so far.
    public var requests: [String] { state.withLock { $0.requests.map { String(decoding: $0, as: UTF8.self) } } }

    /// The most requests that were under way at once.
    public var mostAtOnce: Int { state.withLock { $0.most } }

    public func stop() { shutdown(listener, Int32(SHUT_RDWR)) }

    private func serve(_ connection: Int32) {
        defer { close(connection) }
        guard let request = read(connection) else { return }
        let number = state.withLock { state in
            state.requests.append(request)
            state.atOnce += 1
            state.most = max(state.most, state.atOnce)
            return state.requests.count - 1
        }
        defer { state.withLock { $0.atOnce -= 1 } }
        for step in script(number, request) {
            switch step {
            case .send(let bytes):
                guard bytes.withUnsafeBytes({ send(connection, $0.baseAddress, $0.count, Int32(MSG_NOSIGNAL)) }) == bytes.count
                else { return }
            case .hang: waitForClose(connection, milliseconds: -1)
            case .wait(let milliseconds): waitForClose(connection, milliseconds: Int32(milliseconds))
            case .reset:
                var linger = linger(l_onoff: 1, l_linger: 0)
                setsockopt(connection, SOL_SOCKET, SO_LINGER, &linger, socklen_t(MemoryLayout.size(ofValue: linger)))
                return
            }
        }
    }

    private func waitForClose(_ connection: Int32, milliseconds: Int32) {
        var poll = pollfd(fd: connection, events: Int16(POLLIN), revents: 0)
        _ = Glibc.poll(&poll, 1, milliseconds)
    }

    /// Head and body of a request; nil where the client goes away before.
    private func read(_ connection: Int32) -> [UInt8]? {
        var bytes: [UInt8] = []
        var buffer = [UInt8](repeating: 0, count: 65_536)
        while true {
            let count = recv(connection, &buffer, buffer.count, 0)
            guard count > 0 else { return nil }
            bytes += buffer[..<count]
            guard let end = String(decoding: bytes, as: UTF8.self).range(of: "\r\n\r\n") else { continue }
            let text = String(decoding: bytes, as: UTF8.self)
            let head = text[..<end.lowerBound].lowercased()
            let length = head.split(separator: "\r\n").first { $0.hasPrefix("content-length:") }
                .flatMap { Int($0.dropFirst(15).trimmingCharacters(in: .whitespaces)) }
            if text[end.upperBound...].utf8.count >= length ?? 0 { return bytes }
        }
    }

    // MARK: Answers

    /// A whole HTTP answer.
    public static func response(_ status: String, _ body: String, headers: String = "") -> [Step] {
        [
            .send(
                Array(
                    "HTTP/1.1 \(status)\r\nContent-Type: application/json\r\nContent-Length: \(body.utf8.count)\r\n\(headers)Connection: close\r\n\r\n\(body)"
                        .utf8
                )
            )
        ]
    }

    /// A chat completion that says something.
    public static func completion(_ text: String, finish: String = "stop", tokens: Int? = 100) -> [Step] {
        let content = String(decoding: (try? JSONEncoder().encode(text)) ?? Data(), as: UTF8.self)
        let usage = tokens.map { ",\"usage\":{\"total_tokens\":\($0)}" } ?? ""
        return response(
            "200 OK",
            "{\"choices\":[{\"message\":{\"role\":\"assistant\",\"content\":\(content)},\"finish_reason\":\"\(finish)\"}]\(usage)}"
        )
    }
}
