import Foundation
import LinecasterService

/// How a service is, as lines for people.
struct StatusTable {
    let report: StatusReport

    init(_ report: StatusReport) { self.report = report }

    var lines: [String] {
        var lines = [
            "daemon    \(report.process.map { "running, process \($0)" } ?? "not running")",
            "waiting   \(report.waiting)",
            "in work   \(report.active)",
            "failed    \(report.failed)",
            "done      \(report.outcomes["done", default: 0])",
            "skipped   \(report.outcomes["duplicate", default: 0])",
        ]
        if let median = report.medianMilliseconds {
            lines.append("median    \(String(format: "%.1f", median)) ms from claim to result")
        }
        for inbox in report.inboxes { lines += rows(of: inbox) }
        return lines + report.problems.map { "problem   \($0)" }
    }

    private func rows(of inbox: InboxReport) -> [String] {
        let how: String? =
            switch (inbox.watch?.method, inbox.watch?.reason) {
            case (.inotify, _): "inotify"
            case (.poll, let reason): "read at intervals: \(reason ?? "")"
            case (nil, _): report.process == nil ? nil : "not watched yet"
            }
        var rows = ["inbox     \(inbox.path)\(how.map { ", \($0)" } ?? "")\(inbox.count == 0 ? "" : ", \(inbox.count) waiting")"]
        for file in inbox.files {
            let name = file.path.hasPrefix(inbox.path + "/") ? String(file.path.dropFirst(inbox.path.count + 1)) : file.path
            rows.append("          \(name), since \(time(file.since)): \(file.reason)")
        }
        if inbox.count > inbox.files.count { rows.append("          and \(inbox.count - inbox.files.count) more") }
        return rows
    }

    private func time(_ milliseconds: Int) -> String {
        Date(timeIntervalSince1970: Double(milliseconds) / 1000).formatted(.iso8601.timeZone(separator: .colon))
    }
}
