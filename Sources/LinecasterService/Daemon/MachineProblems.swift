import Glibc
import LinecasterKit

/// What keeps a service from its work: folders that are gone or closed to it, disks without room.
enum MachineProblems {
    /// Below this share of a disk, or this many bytes, there is no room.
    private static let leastShare = 0.005
    private static let leastBytes = 16 << 20

    static func find(_ configuration: ServiceConfiguration) -> [String] {
        let paths = configuration.paths
        let own = [paths.outbox, paths.failed, paths.state] + (paths.deletesOriginals ? [] : [paths.archive])
        var problems: [String] = []
        for folder in configuration.inboxes.map(\.path) + own {
            if let problem = problem(with: folder) { problems.append("\(folder): \(problem)") }
        }
        return problems
    }

    private static func problem(with folder: String) -> String? {
        guard let status = FileOperations.status(of: folder) else { return "there is no such folder; the daemon makes it when it starts" }
        guard status.kind == .folder || status.kind == .link else { return "this is no folder" }
        guard access(folder, R_OK | W_OK | X_OK) == 0 else { return "not readable and writable: \(String(cString: strerror(errno)))" }
        var disk = statvfs()
        guard statvfs(folder, &disk) == 0, disk.f_blocks > 0 else { return nil }
        if disk.f_flag & UInt(ST_RDONLY) != 0 { return "its file system is read-only" }
        let free = Double(disk.f_bavail) * Double(disk.f_frsize)
        let isFull = free < Double(leastBytes) || Double(disk.f_bavail) < Double(disk.f_blocks) * leastShare
        if isFull { return "no room: \(Int(free) >> 20) MiB free" }
        if disk.f_files > 0, disk.f_favail == 0 { return "no room: no inode free" }
        return nil
    }
}
