import Foundation
import Glibc
import Logging
import Testing

@testable import LinecasterService

/// Messages to systemd's journal, read as the journal reads them.
@Suite struct JournalTests {
    /// A socket that listens where the journal would.
    private final class Listener {
        let path = FileManager.default.temporaryDirectory.appending(path: "lc-\(UUID().uuidString.prefix(8))").path
        private let descriptor = socket(AF_UNIX, Int32(SOCK_DGRAM.rawValue), 0)

        init() throws {
            let (found, length) = try #require(unixAddress(path))
            var address = found
            let result = withUnsafePointer(to: &address) { pointer in
                pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) { bind(descriptor, $0, length) }
            }
            #expect(result == 0)
        }

        deinit {
            close(descriptor)
            unlink(path)
        }

        /// The fields of the next message.
        func fields() throws -> [String: String] {
            var buffer = [UInt8](repeating: 0, count: 1 << 18)
            let count = recv(descriptor, &buffer, buffer.count, 0)
            var rest = buffer[..<max(0, count)]
            var fields: [String: String] = [:]
            while let end = rest.firstIndex(where: { $0 == 0x0A || $0 == UInt8(ascii: "=") }) {
                let name = String(decoding: rest[..<end], as: UTF8.self)
                let isLong = rest[end] == 0x0A
                rest = rest[(end + 1)...]
                let length =
                    isLong
                    ? rest.prefix(8).reversed().reduce(0) { $0 << 8 | Int($1) } : try #require(rest.firstIndex(of: 0x0A)) - rest.startIndex
                if isLong { rest = rest.dropFirst(8) }
                fields[name] = String(decoding: rest.prefix(length), as: UTF8.self)
                rest = rest.dropFirst(length + 1)
            }
            return fields
        }
    }

    @Test func messagesKeepTheirFields() throws {
        let listener = try Listener()
        var log = ServiceConfiguration.Log()
        log.format = .journal
        let journal = try #require(Journal(socket: listener.path))
        let logger = Logger(label: "test") { _ in LineLogHandler(log, journal: journal) }
        logger.error("a.txt: it rained\nand poured", metadata: ["article": "01J", "duration_ms": "12", "error": "it rained\nand poured=x"])
        #expect(
            try listener.fields() == [
                "MESSAGE": "a.txt: it rained\nand poured", "PRIORITY": "3", "SYSLOG_IDENTIFIER": "linecaster",
                "LINECASTER_ARTICLE": "01J", "LINECASTER_DURATION_MS": "12", "LINECASTER_ERROR": "it rained\nand poured=x",
            ]
        )
    }

    @Test func whatIsTooLongIsCut() throws {
        let listener = try Listener()
        let journal = try #require(Journal(socket: listener.path))
        #expect(journal.send([("MESSAGE", String(repeating: "报", count: 100_000))]))
        #expect(try listener.fields()["MESSAGE"]?.utf8.count ?? 0 > 16_000)
    }

    @Test func aJournalThatIsNotThereTakesNothing() throws {
        let journal = try #require(Journal(socket: "/no/such/socket"))
        #expect(!journal.send([("MESSAGE", "x")]))
        #expect(Journal(socket: String(repeating: "x", count: 200)) == nil)
    }
}
