import Foundation

/// A file that waits in an inbox.
public struct WaitingFile: Codable, Equatable, Sendable {
    /// The path of the file.
    public let path: String
    /// When it was first seen, in milliseconds since 1970.
    public let since: Int
    /// Why it is not taken yet.
    public let reason: String
}

/// What the daemon knows of its inboxes, for programs that ask: kept in `state/watch.json`.
struct WatchReport: Codable, Equatable {
    /// How each folder is watched.
    var folders: [String: FolderWatch] = [:]
    /// The files that wait longest.
    var waiting: [WaitingFile] = []

    /// So many waiting files are named.
    static let most = 1000

    private static func place(in state: String) -> String { path(state, "watch.json") }

    /// Leaves the report in a state folder, in place of the one before.
    func write(to state: String) throws(FileError) {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
        // Coding strings and numbers cannot fail.
        let bytes = (try? encoder.encode(self)).map(Array.init) ?? []
        let temporary = path(state, ".watch.json.tmp")
        try FileOperations.write(bytes, to: temporary)
        try FileOperations.rename(temporary, to: Self.place(in: state))
    }

    /// The report that lies in a state folder; an empty one where none can be read.
    init(in state: String) {
        let bytes = (try? FileOperations.read(Self.place(in: state), limit: 64 << 20)) ?? []
        self = (try? JSONDecoder().decode(Self.self, from: Data(bytes))) ?? WatchReport()
    }

    init() {}
}
