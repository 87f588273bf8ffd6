import Foundation
import Glibc

/// The socket of systemd's journal, through which log messages keep their fields.
///
/// Source: systemd, "Native Journal Protocol".
struct Journal: Sendable {
    private let descriptor: Int32
    private let address: sockaddr_un
    private let addressLength: socklen_t

    /// Where the journal listens.
    static let usualSocket = "/run/systemd/journal/socket"

    /// The journal to which standard error is connected; nil where it is connected to something else.
    ///
    /// Source: systemd.exec(5), `JOURNAL_STREAM` names the device and inode of the connection.
    static func ofStandardError(socket: String = usualSocket) -> Journal? {
        let numbers = (ProcessInfo.processInfo.environment["JOURNAL_STREAM"] ?? "").split(separator: ":").compactMap { UInt64($0) }
        var status = stat()
        guard numbers.count == 2, fstat(STDERR_FILENO, &status) == 0, UInt64(status.st_dev) == numbers[0],
            UInt64(status.st_ino) == numbers[1]
        else { return nil }
        return Journal(socket: socket)
    }

    init?(socket path: String) {
        guard let (address, length) = unixAddress(path) else { return nil }
        let descriptor = socket(AF_UNIX, Int32(SOCK_DGRAM.rawValue) | Int32(SOCK_CLOEXEC.rawValue), 0)
        guard descriptor >= 0 else { return nil }
        self.descriptor = descriptor
        self.address = address
        addressLength = length
    }

    /// Sends a message; false where the journal does not take it.
    func send(_ fields: [(name: String, value: String)]) -> Bool {
        let bytes = Self.datagram(fields)
        var address = address
        return withUnsafePointer(to: &address) { pointer in
            pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) {
                sendto(descriptor, bytes, bytes.count, Int32(MSG_NOSIGNAL), $0, addressLength) == bytes.count
            }
        }
    }

    /// Longer values are cut, so that a message always fits a datagram.
    private static let longestValue = 16 << 10

    /// A message as the journal reads it: `NAME=value` and a line end, or, for a value of several lines, the name, a line
    /// end, the value's length as eight bytes, little-endian, and the value.
    static func datagram(_ fields: [(name: String, value: String)]) -> [UInt8] {
        var bytes: [UInt8] = []
        for (name, value) in fields {
            let isCut = value.utf8.count > longestValue
            let text = Array((isCut ? String(decoding: value.utf8.prefix(longestValue), as: UTF8.self) : value).utf8)
            bytes += name.utf8
            if text.contains(0x0A) {
                bytes.append(0x0A)
                bytes += withUnsafeBytes(of: UInt64(text.count).littleEndian) { Array($0) }
            } else {
                bytes.append(UInt8(ascii: "="))
            }
            bytes += text
            bytes.append(0x0A)
        }
        return bytes
    }

    /// A field's name for a key of a log message: upper-case letters, digits and `_`, with this program's name before it.
    static func fieldName(_ key: String) -> String {
        "LINECASTER_"
            + String(decoding: key.uppercased().utf8.map { $0 &- 0x41 < 26 || $0 &- 0x30 < 10 ? $0 : UInt8(ascii: "_") }, as: UTF8.self)
    }
}
