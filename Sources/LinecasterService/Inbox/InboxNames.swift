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

    /// Whether an inbox takes a file.
    ///
    /// - Parameter path: The file's path below the inbox.
    static func isTaken(_ path: String, by inbox: ServiceConfiguration.InboxFolder) -> Bool {
        let parts = path.split(separator: "/").map(String.init)
        guard let last = parts.last, !parts.contains(where: isLeftAlone) else { return false }
        guard inbox.include.isEmpty || inbox.include.contains(where: { fnmatch($0, last, 0) == 0 }) else { return false }
        return !inbox.exclude.contains { fnmatch($0, last, 0) == 0 }
    }
}
