import Foundation

/// The file systems that are mounted, and whether inotify sees what happens on them.
enum MountTable {
    /// Kinds of file systems that other machines change unseen.
    private static let network: Set<String> = ["nfs", "nfs4", "cifs", "smb3", "smbfs", "9p", "afs", "ceph", "glusterfs", "sshfs"]

    /// Whether a folder lies on a network file system, or on one that a program serves.
    ///
    /// Source: proc(5), /proc/self/mountinfo.
    static func isOnNetwork(_ folder: String) -> Bool {
        guard let table = try? String(contentsOfFile: "/proc/self/mountinfo", encoding: .utf8) else { return false }
        let place = URL(filePath: folder).resolvingSymlinksInPath().path
        var best = (length: -1, kind: "")
        for line in table.split(separator: "\n") {
            guard let dash = line.range(of: " - ") else { continue }
            let fields = line[..<dash.lowerBound].split(separator: " ")
            guard fields.count > 4, let kind = line[dash.upperBound...].split(separator: " ").first else { continue }
            let mount = fields[4].replacing("\\040", with: " ")
            let isBelow = place == mount || mount == "/" || place.hasPrefix(mount + "/")
            // Of two mounts on one place the later one counts.
            if isBelow, mount.count >= best.length { best = (mount.count, String(kind)) }
        }
        return network.contains(best.kind) || best.kind.hasPrefix("fuse.")
    }
}
