import Foundation
import Glibc
import LinecasterKit

/// Loads the plugins that files name, each once. A program runs until nobody needs it any more, or until ``stop()``.
public final class PluginHost: @unchecked Sendable {
    /// A line that a program wrote to standard error: the plugin, the line, and the article that it had in hand.
    public typealias Note = @Sendable (_ plugin: String, _ line: String, _ article: String?) -> Void

    private let note: Note
    /// Guards what follows; it is held while a plugin is loaded.
    private let lock = NSLock()
    private var loaded: [PluginReference: Result<[StageDescriptor], PluginRefusal>] = [:]
    private var programs: [Program] = []

    public init(note: @escaping Note) { self.note = note }

    /// The stages of a plugin, and the file that they came from.
    ///
    /// - Parameter folder: What relative paths are relative to; empty for the working folder.
    /// - Throws: `PluginRefusal` that says what to do.
    func stages(of plugin: PluginReference, below folder: String) throws(PluginRefusal) -> (stages: [StageDescriptor], origin: String) {
        let placed = plugin.resolved(below: folder)
        lock.lock()
        defer { lock.unlock() }
        if loaded[placed] == nil {
            do throws(PluginRefusal) {
                loaded[placed] = .success(try load(placed))
            } catch {
                loaded[placed] = .failure(error)
            }
        }
        switch loaded[placed] {
        case .success(let stages): return (stages, placed.name)
        case .failure(let refusal): throw PluginRefusal(plugin.name, refusal.reason)
        case nil: return ([], placed.name)
        }
    }

    /// Ends every program.
    ///
    /// - Returns: The names of the programs that did not end when their input did, and were killed.
    @discardableResult
    public func stop() -> [String] {
        lock.lock()
        let programs = self.programs
        self.programs = []
        lock.unlock()
        return programs.filter { !$0.pool.stop() }.map(\.pool.description.name)
    }

    private func load(_ reference: PluginReference) throws(PluginRefusal) -> [StageDescriptor] {
        switch reference.kind {
        case .library(let path): return try PluginLibrary.load(path)
        case .program(let words):
            guard let program = Self.executable(words[0]) else {
                throw PluginRefusal(reference.name, "there is no program '\(words[0])' that can be run; see that its file is executable")
            }
            // An interpreter runs the text that an argument names.
            for path in [program] + words.dropFirst() where path == program || Self.isFile(path) {
                if let objection = PluginTrust.objection(to: path) {
                    throw PluginRefusal(reference.name, path == program ? objection : "\(path): \(objection)")
                }
            }
            let name = reference.name
            let pool = try ProgramPool(reference, words: [program] + words.dropFirst()) { [note] in note(name, $0, $1) }
            let running = Program(pool)
            programs.append(running)
            return [ProgramStage.descriptor(running)]
        }
    }

    /// The file of a program; a name without a slash is looked for in `PATH`.
    private static func executable(_ name: String) -> String? {
        if name.contains("/") { return isFile(name) && access(name, X_OK) == 0 ? name : nil }
        let folders = (ProcessInfo.processInfo.environment["PATH"] ?? "/usr/bin:/bin").split(separator: ":")
        return folders.map { "\($0)/\(name)" }.first { isFile($0) && access($0, X_OK) == 0 }
    }

    private static func isFile(_ path: String) -> Bool {
        var isFolder: ObjCBool = false
        return FileManager.default.fileExists(atPath: path, isDirectory: &isFolder) && !isFolder.boolValue
    }
}
