import Foundation

/// A folder of an inbox: how it is watched, and what waits there.
public struct InboxReport: Codable, Sendable {
    public let path: String
    /// How the daemon watches the folder; nil where none does.
    public let watch: FolderWatch?
    /// How many files lie there.
    public let count: Int
    /// The files that have waited longest, with the reason of each.
    public let files: [WaitingFile]

    /// So many files of a folder are named.
    static let most = 20

    /// Reads the folders of all inboxes; below an inbox those that hold files, or are watched in another way than it.
    static func read(_ configuration: ServiceConfiguration, isRunning: Bool) -> [InboxReport] {
        let report = isRunning ? WatchReport(in: configuration.paths.state) : WatchReport()
        let known = Dictionary(report.waiting.map { ($0.path, $0) }) { first, _ in first }
        var found: [InboxReport] = []
        for inbox in configuration.inboxes {
            read(inbox, "", report, known, isRunning: isRunning, into: &found)
        }
        return found
    }

    private static func read(
        _ inbox: ServiceConfiguration.InboxFolder,
        _ relative: String,
        _ report: WatchReport,
        _ known: [String: WaitingFile],
        isRunning: Bool,
        into found: inout [InboxReport]
    ) {
        let place = relative.isEmpty ? inbox.path : LinecasterService.path(inbox.path, relative)
        var files: [WaitingFile] = []
        var folders: [String] = []
        for name in FileOperations.names(in: place) {
            let below = relative.isEmpty ? name : LinecasterService.path(relative, name)
            let full = LinecasterService.path(place, name)
            let status = FileOperations.status(of: full)
            if status?.kind == .folder {
                if !InboxNames.isLeftAlone(name) { folders.append(below) }
            } else if let waiting = known[full] {
                files.append(waiting)
            } else {
                let reason =
                    status == nil && full.unicodeScalars.contains("\u{FFFD}")
                    ? "its name is no UTF-8; give it another"
                    : InboxNames.reasonNotTaken(below, by: inbox) ?? (isRunning ? "it has only just come" : "no daemon runs")
                files.append(WaitingFile(path: full, since: status?.modified ?? 0, reason: reason))
            }
        }
        files.sort { ($0.since, $0.path) < ($1.since, $1.path) }
        let watch = report.folders[place]
        if relative.isEmpty || !files.isEmpty || watch != report.folders[inbox.path] {
            found.append(InboxReport(path: place, watch: watch, count: files.count, files: Array(files.prefix(most))))
        }
        for folder in folders { read(inbox, folder, report, known, isRunning: isRunning, into: &found) }
    }
}
