import Foundation

/// Why a file failed, as it stands beside it in `NAME.error.json`.
public struct Failure: Codable, Sendable, Hashable {
    /// The claim under which the file was processed.
    public let id: String
    /// The file's path below its inbox.
    public let path: String
    /// The inbox that it came from.
    public let inbox: String
    public let pipeline: String
    /// The stage that failed, `read` before the first, or `publish` after the last.
    public let stage: String
    /// What happened, as a sentence.
    public let reason: String
    /// What a person can do.
    public let advice: String
    public let attempts: Int
    /// When, as ISO 8601 in UTC.
    public let time: String

    /// What the name of the file that says why adds to that of the file that failed.
    static let ending = ".error.json"
    private static let asideEnding = ".error.json.retry"

    /// Bytes that the name of a file that failed must leave free.
    static let reserve = asideEnding.utf8.count + 1

    /// Where the reason of a file lies while the file is put back.
    static func aside(_ place: String) -> String {
        LinecasterService.path(folder(of: place), ".\(LinecasterService.name(of: place))\(asideEnding)")
    }

    /// The name of the file whose reason a file holds by its own name; nil when it holds none.
    static func file(of name: String) -> String? {
        if name.hasPrefix("."), name.hasSuffix(asideEnding) { return String(name.dropFirst().dropLast(asideEnding.count)) }
        return name.hasSuffix(ending) ? String(name.dropLast(ending.count)) : nil
    }

    /// The failure as JSON.
    var json: [UInt8] {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.prettyPrinted, .sortedKeys, .withoutEscapingSlashes]
        // Coding a struct of strings cannot fail.
        return (try? encoder.encode(self)).map { Array($0) + [0x0A] } ?? []
    }

    /// The advice that fits a stage.
    static func advice(for stage: String) -> String {
        switch stage {
        case "read": "Mend or convert the file, and drop it into the inbox again."
        case "crash": "Look into the log for what crashed, leave that stage or plugin out, and run 'linecaster retry'; please report it."
        case "plugin": "Mend the plugin and restart the daemon, then run 'linecaster retry'."
        case "publish": "Mend the cause on the machine, then run 'linecaster retry'."
        default: "Run 'linecaster explain' on the file, or set 'on_error: skip' beside the stage; then run 'linecaster retry'."
        }
    }
}
