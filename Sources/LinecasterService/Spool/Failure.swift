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
