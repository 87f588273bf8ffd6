import Foundation
import Glibc
import LinecasterKit
import Synchronization

/// A Swift library that brings stages.
///
/// A library runs in this process with this process's rights, and stays loaded until it ends. It is looked at
/// before any of its code runs: one that another kit or compiler made would not fail but crash, or silently see
/// other types of the same names.
enum PluginLibrary {
    /// The function that a library must have.
    static let entry = "linecaster_plugin"

    /// Loads a library and takes over its stages.
    ///
    /// - Throws: `PluginRefusal` that says what to do.
    static func load(_ path: String) throws(PluginRefusal) -> [StageDescriptor] {
        if let objection = PluginTrust.objection(to: path) { throw PluginRefusal(path, objection) }
        if let objection = objectionToBuild(path) { throw PluginRefusal(path, objection) }
        let identity = FileIdentity(path)
        if let known = loaded.withLock({ $0[path] }) {
            // What is loaded stays so until the process ends; a second version of the same types would only look like them.
            guard known.identity == identity else {
                throw PluginRefusal(path, "its file was replaced since it was loaded; restart the daemon")
            }
            return known.stages
        }
        SwiftRuntime.load()
        // A path without a slash would be looked for among the system's libraries.
        guard let handle = dlopen(path.contains("/") ? path : "./\(path)", RTLD_NOW | RTLD_LOCAL) else {
            throw PluginRefusal(path, "the system cannot load it: \(lastError())")
        }
        guard let symbol = dlsym(handle, entry) else {
            throw PluginRefusal(path, "it has no function '\(entry)'; write '@c(\(entry)) public func …' as the documentation shows")
        }
        let function = unsafeBitCast(symbol, to: (@convention(c) () -> UnsafeMutableRawPointer?).self)
        guard let pointer = function() else { throw PluginRefusal(path, "its function '\(entry)' returns nothing") }
        let exported = Unmanaged<AnyObject>.fromOpaque(pointer).takeRetainedValue()
        guard let stages = (exported as? ExportedStages)?.stages else {
            throw PluginRefusal(path, "it sees types of its own in place of this program's; link it as the documentation shows")
        }
        guard !stages.isEmpty else { throw PluginRefusal(path, "it brings no stage") }
        loaded.withLock { $0[path] = (identity, stages) }
        return stages
    }

    /// The libraries of this process, by path.
    private static let loaded = Mutex<[String: (identity: FileIdentity?, stages: [StageDescriptor])]>([:])

    /// What tells whether a file is still the same.
    private struct FileIdentity: Equatable {
        private let inode: UInt64
        private let size: Int
        private let modified: Int

        init?(_ path: String) {
            var status = stat()
            guard stat(path, &status) == 0 else { return nil }
            inode = UInt64(status.st_ino)
            size = Int(status.st_size)
            modified = Int(status.st_mtim.tv_sec) * 1_000_000_000 + Int(status.st_mtim.tv_nsec)
        }
    }

    /// What of a library's build does not fit this program.
    private static func objectionToBuild(_ path: String) -> String? {
        let file: ELFFile
        do throws(ELFFile.Problem) {
            file = try ELFFile(path: path)
        } catch {
            return error.reason
        }
        guard let note = file.notes.first(where: { $0.owner == "linecaster" }),
            let built = KitNote(String(decoding: note.description.prefix { $0 != 0 }, as: UTF8.self)), let own = KitNote.own
        else { return "it was not built with Linecaster's kit: the note .note.linecaster is missing" }
        return built.objection(in: own)
    }

    private static func lastError() -> String { dlerror().map { String(cString: $0) } ?? "unknown error" }
}
