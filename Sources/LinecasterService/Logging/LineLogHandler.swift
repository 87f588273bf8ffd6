import Foundation
public import Logging

/// Writes log messages as lines to standard error: text for people, with syslog priorities for the journal,
/// or JSON. Where standard error is connected to the journal, messages go to it with their fields.
public struct LineLogHandler: LogHandler {
    /// The form of a line.
    public enum Form: Sendable { case text, journal, json }

    public var metadata: Logger.Metadata = [:]
    public var logLevel: Logger.Level
    private let form: Form
    private let journal: Journal?

    public init(_ log: ServiceConfiguration.Log) { self.init(log, journal: Journal.ofStandardError()) }

    init(_ log: ServiceConfiguration.Log, journal: Journal?) {
        self.journal = journal
        logLevel = Logger.Level(rawValue: log.level.rawValue) ?? .info
        form =
            switch log.format {
            case .text: .text
            case .journal: .journal
            case .json: .json
            case .auto: ProcessInfo.processInfo.environment["JOURNAL_STREAM"] == nil ? .text : .journal
            }
    }

    public subscript(metadataKey key: String) -> Logger.Metadata.Value? {
        get { metadata[key] }
        set { metadata[key] = newValue }
    }

    public func log(event: LogEvent) {
        let fields = metadata.merging(event.metadata ?? [:]) { $1 }
        if form == .journal, let journal, send(event, fields, to: journal) { return }
        let line =
            switch form {
            case .text: "\(Date().ISO8601Format()) \(event.level.rawValue): \("\(event.message)".printable)"
            case .journal: "<\(priority(event.level))>\("\(event.message)".printable)"
            case .json: json(event.level, "\(event.message)", fields)
            }
        // A log on a full disk loses lines; the work goes on.
        try? FileHandle.standardError.write(contentsOf: Data((line + "\n").utf8))
    }

    /// Sends a message with its fields to the journal; false where it does not take it.
    private func send(_ event: LogEvent, _ fields: Logger.Metadata, to journal: Journal) -> Bool {
        var message = [("MESSAGE", "\(event.message)"), ("PRIORITY", "\(priority(event.level))"), ("SYSLOG_IDENTIFIER", "linecaster")]
        message += fields.sorted { $0.key < $1.key }.map { (Journal.fieldName($0.key), "\($0.value)") }
        return journal.send(message)
    }

    private func json(_ level: Logger.Level, _ message: String, _ fields: Logger.Metadata) -> String {
        var object = fields.mapValues { "\($0)" }
        object["time"] = Date().ISO8601Format()
        object["level"] = level.rawValue
        object["message"] = message
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
        // Coding strings cannot fail.
        return (try? encoder.encode(object)).map { String(decoding: $0, as: UTF8.self) } ?? message
    }

    /// Source: sd-daemon(3), the numbers of syslog.
    private func priority(_ level: Logger.Level) -> Int {
        switch level {
        case .trace, .debug: 7
        case .info: 6
        case .notice: 5
        case .warning: 4
        case .error: 3
        case .critical: 2
        }
    }
}
