import Glibc

/// How a folder of an inbox is watched.
public struct FolderWatch: Codable, Equatable, Sendable {
    /// The ways to notice a new file.
    public enum Method: String, Codable, Sendable { case inotify, poll }

    public let method: Method
    /// Why the folder is read at intervals; nil where inotify tells of it.
    public let reason: String?

    static let inotify = FolderWatch(method: .inotify, reason: nil)
    static func poll(_ reason: String) -> FolderWatch { FolderWatch(method: .poll, reason: reason) }
}

/// Chooses for each folder how it is watched: by inotify, or, where inotify sees nothing or gives no more watches, by
/// reading it at intervals.
struct FolderWatches {
    private let method: ServiceConfiguration.Watch.Method
    private var mounts = MountTable("")
    /// What is known of the file systems that were met.
    private var unseenKinds: [UInt64: String?] = [:]
    private var noInotify: String?
    private(set) var inotify: Inotify?
    /// Every folder that is watched.
    private(set) var folders: [String: FolderWatch] = [:]

    init(_ method: ServiceConfiguration.Watch.Method) { self.method = method }

    /// Begins anew before all folders are gone through again: mounts may have changed, and watches may be free again.
    mutating func begin() {
        mounts = MountTable()
        unseenKinds = [:]
        folders = [:]
        guard inotify == nil, method != .poll else { return }
        do {
            inotify = try Inotify()
        } catch {
            noInotify = error.code == EMFILE ? "inotify has no more instances, see fs.inotify.max_user_instances" : error.description
        }
    }

    /// Has a folder watched; one that is watched already stays so under the name it has now.
    mutating func watch(_ folder: String) -> FolderWatch {
        let watch = choose(folder)
        folders[folder] = watch
        return watch
    }

    private mutating func choose(_ folder: String) -> FolderWatch {
        guard method != .poll else { return .poll("watch.method is poll") }
        guard let inotify else { return .poll(noInotify ?? "there is no inotify") }
        if method == .auto, let kind = unseenKind(of: folder) { return .poll("on a file system that inotify does not see, \(kind)") }
        do throws(FileError) {
            try inotify.watch(folder)
            return .inotify
        } catch {
            return .poll(error.code == ENOSPC ? "inotify has no more watches, see fs.inotify.max_user_watches" : error.description)
        }
    }

    private mutating func unseenKind(of folder: String) -> String? {
        guard let device = FileOperations.status(of: folder)?.device else { return nil }
        if let known = unseenKinds[device] { return known }
        let kind = mounts.unseenKind(of: folder)
        unseenKinds[device] = .some(kind)
        return kind
    }
}
