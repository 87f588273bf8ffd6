import Foundation

/// The file systems that are mounted.
///
/// Source: proc(5), /proc/self/mountinfo.
struct MountTable {
    private let mounts: [(place: String, kind: String)]

    /// Kinds of file systems that other machines change unseen.
    private static let network: Set<String> = ["nfs", "nfs4", "cifs", "smb3", "smbfs", "9p", "afs", "ceph", "glusterfs", "sshfs"]

    /// Reads the system's own table.
    init() {
        self.init((try? String(contentsOfFile: "/proc/self/mountinfo", encoding: .utf8)) ?? "")
    }

    /// - Parameter table: In the form of mountinfo.
    init(_ table: String) {
        var mounts: [(place: String, kind: String)] = []
        for line in table.split(separator: "\n") {
            let fields = line.split(separator: " ")
            // Optional fields end with a dash of their own.
            guard let dash = fields.firstIndex(of: "-"), dash > 4, dash + 1 < fields.count else { continue }
            mounts.append((String(fields[4]).replacing("\\040", with: " "), String(fields[dash + 1])))
        }
        self.mounts = mounts
    }

    /// The kind of file system on which a folder lies, where it is one that other machines or programs change without
    /// inotify's seeing it; nil for all others.
    func unseenKind(of folder: String) -> String? {
        let place = URL(filePath: folder).resolvingSymlinksInPath().path
        var best = (length: -1, kind: "")
        for mount in mounts where place == mount.place || mount.place == "/" || place.hasPrefix(mount.place + "/") {
            // Of two mounts on one place the later one counts.
            if mount.place.count >= best.length { best = (mount.place.count, mount.kind) }
        }
        return Self.network.contains(best.kind) || best.kind.hasPrefix("fuse.") ? best.kind : nil
    }
}
