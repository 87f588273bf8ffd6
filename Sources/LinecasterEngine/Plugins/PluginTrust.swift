import Glibc

/// Whether the code in a file may be run as this user: nobody but root and the user can have written it.
///
/// The file and every folder above it are looked at, links resolved: whoever can write one of them can put
/// another file in its place. In a folder whose sticky bit is set others cannot.
enum PluginTrust {
    /// Why a file is not trusted, as a sentence that says what to do; nil when it is.
    static func objection(to path: String) -> String? {
        guard let resolved = realpath(path, nil) else { return "there is no such file: \(String(cString: strerror(errno)))" }
        defer { free(resolved) }
        let file = String(cString: resolved)
        var status = stat()
        guard stat(file, &status) == 0 else { return String(cString: strerror(errno)) }
        guard status.st_mode & S_IFMT == S_IFREG else {
            return "it is a \(status.st_mode & S_IFMT == S_IFDIR ? "folder" : "device"), not a file"
        }
        var place = file
        while true {
            guard stat(place, &status) == 0 else { return "\(place): \(String(cString: strerror(errno)))" }
            if let objection = objection(to: place, status, isFile: place == file) { return objection }
            guard place != "/", let slash = place.lastIndex(of: "/") else { return nil }
            place = slash == place.startIndex ? "/" : String(place[..<slash])
        }
    }

    private static func objection(to place: String, _ status: stat, isFile: Bool) -> String? {
        let what = isFile ? "the file" : "the folder \(place)"
        guard status.st_uid == 0 || status.st_uid == geteuid() else {
            return "\(what) belongs to user \(status.st_uid), who is neither root nor the user of this program; run 'chown root \(place)'"
        }
        let isSticky = !isFile && status.st_mode & S_ISVTX != 0
        guard status.st_mode & (S_IWGRP | S_IWOTH) == 0 || isSticky else {
            return "\(what) can be written by others than its owner; run 'chmod go-w \(place)'"
        }
        return nil
    }
}
