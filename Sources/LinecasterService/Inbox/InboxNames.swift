import Glibc

/// Which names in an inbox are files to process.
enum InboxNames {
    /// Endings of files that a program is still writing.
    private static let unfinished = [".part", ".tmp", ".temp", ".filepart", ".crdownload", ".download", ".swp", ".swx", ".lock"]

    /// Whether a name is left alone: hidden, a backup, or still being written.
    static func isLeftAlone(_ name: String) -> Bool {
        name.hasPrefix(".") || name.hasSuffix("~") || (name.hasPrefix("#") && name.hasSuffix("#"))
            || unfinished.contains { name.lowercased().hasSuffix($0) }
    }

    /// Why an inbox does not take a file; nil where it does.
    ///
    /// - Parameter path: The file's path below the inbox.
    static func reasonNotTaken(_ path: String, by inbox: ServiceConfiguration.InboxFolder) -> String? {
        let parts = path.split(separator: "/").map(String.init)
        guard let last = parts.last else { return "it has no name" }
        if parts.contains(where: isLeftAlone) { return "by its name it is hidden, a backup, or still being written" }
        let isIncluded = inbox.include.isEmpty || inbox.include.contains { fnmatch($0, last, 0) == 0 }
        if !isIncluded { return "inbox.include does not name it" }
        return inbox.exclude.contains { fnmatch($0, last, 0) == 0 } ? "inbox.exclude names it" : nil
    }
}
