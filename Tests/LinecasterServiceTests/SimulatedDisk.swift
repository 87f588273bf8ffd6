import Foundation
import Glibc
import Synchronization

@testable import LinecasterService

/// A disk in memory whose power goes out after a number of operations.
///
/// What the protocol has not stored may be lost then, each effect by itself: contents that were not stored, and names
/// that were made, changed, or removed in folders that were not stored, in any order that leaves each name's own
/// changes in their order.
final class SimulatedDisk: FileSystem {
    private enum Node: Equatable {
        case folder
        /// A file, by the number of its contents.
        case file(Int)
    }

    /// A change of names that the disk may not hold yet.
    private enum Change: Equatable {
        case put(String, Node)
        case drop(String)
        case rename(String, to: String)

        var paths: [String] {
            switch self {
            case .put(let path, _), .drop(let path): [path]
            case .rename(let old, let new): [old, new]
            }
        }

        /// Whether one stands on the other: the same name, or a folder and what is in it.
        func touches(_ other: Change) -> Bool {
            paths.contains { a in other.paths.contains { b in a == b || a.hasPrefix(b + "/") || b.hasPrefix(a + "/") } }
        }
    }

    private struct State {
        /// What programs see.
        var names: [String: Node] = [:]
        /// What is stored.
        var stored: [String: Node] = [:]
        var pending: [Change] = []
        var contents: [[UInt8]] = []
        var left: Int
        var operations = 0
        var clock = 0
    }

    private let state: Mutex<State>

    /// - Parameter operations: After so many the power goes out.
    init(operations: Int = .max) { state = Mutex(State(left: operations)) }

    private init(_ names: [String: Node], _ contents: [[UInt8]], operations: Int) {
        state = Mutex(State(names: names, stored: names, contents: contents, left: operations))
    }

    /// How many operations that change something were carried out.
    var operations: Int { state.withLock { $0.operations } }

    /// Whether the power is out.
    var isOut: Bool { state.withLock { $0.left <= 0 } }

    /// Counts something outside that is stored in one step, such as a row of the ledger.
    ///
    /// - Throws: When the power is out.
    func step() throws(FileError) { try change("store", "a row") { (_) throws(FileError) in } }

    /// The disks that may be found after the power came back, none twice.
    ///
    /// - Parameters:
    ///   - limit: How many at most; where there are more, those with the fewest and the most changes come first.
    ///   - operations: After how many operations the power goes out again.
    func afterPowerLoss(limit: Int = 600, operations: Int = .max) -> [SimulatedDisk] {
        let state = state.withLock { $0 }
        var sets: [[Int]] = []
        subsets(of: state.pending, from: 0, chosen: [], limit: limit, into: &sets)
        return sets.map { chosen in
            var names = state.stored
            for index in chosen { Self.apply(state.pending[index], to: &names) }
            return SimulatedDisk(names, state.contents, operations: operations)
        }
    }

    /// The same disk with the power back and nothing lost: what a killed process leaves.
    func afterKill(operations: Int = .max) -> SimulatedDisk {
        let state = state.withLock { $0 }
        return SimulatedDisk(state.names, state.contents, operations: operations)
    }

    /// Choices of changes in which each that is chosen has all before it that it stands on.
    private func subsets(of pending: [Change], from index: Int, chosen: [Int], limit: Int, into sets: inout [[Int]]) {
        guard sets.count < limit else { return }
        guard index < pending.count else { return sets.append(chosen) }
        let needed = (0..<index).filter { pending[$0].touches(pending[index]) }
        subsets(of: pending, from: index + 1, chosen: chosen, limit: limit, into: &sets)
        if needed.allSatisfy(chosen.contains) {
            subsets(of: pending, from: index + 1, chosen: chosen + [index], limit: limit, into: &sets)
        }
    }

    private static func apply(_ change: Change, to names: inout [String: Node]) {
        switch change {
        case .put(let path, let node): names[path] = node
        case .drop(let path): names[path] = nil
        case .rename(let old, let new):
            names[new] = names[old]
            names[old] = nil
        }
    }

    // MARK: A person at the disk

    /// Puts a file somewhere, stored, with the folders above it.
    func place(_ text: String, at path: String) {
        state.withLock { state in
            var above = folder(of: path)
            while above != "/" && above != "." {
                state.names[above] = .folder
                state.stored[above] = .folder
                above = folder(of: above)
            }
            state.contents.append(Array(text.utf8))
            state.names[path] = .file(state.contents.count - 1)
            state.stored[path] = .file(state.contents.count - 1)
        }
    }

    /// The files below a folder, by path.
    func files(below folder: String) -> [String: String] {
        state.withLock { state in
            var found: [String: String] = [:]
            for case (let path, .file(let number)) in state.names where path.hasPrefix(folder + "/") {
                found[String(path.dropFirst(folder.count + 1))] = String(decoding: state.contents[number], as: UTF8.self)
            }
            return found
        }
    }

    // MARK: Operations

    private func change(_ operation: String, _ path: String, _ body: (inout State) throws(FileError) -> Void) throws(FileError) {
        try state.withLock { (state) throws(FileError) in
            guard state.left > 0 else { throw FileError(operation: operation, path: path, code: ENXIO) }
            state.left -= 1
            state.operations += 1
            try body(&state)
        }
    }

    func read(_ path: String, limit: Int) throws(FileError) -> [UInt8] {
        try state.withLock { (state) throws(FileError) in
            guard state.left > 0 else { throw FileError(operation: "read", path: path, code: ENXIO) }
            guard case .file(let number)? = state.names[path] else { throw FileError(operation: "open", path: path, code: ENOENT) }
            return state.contents[number]
        }
    }

    func write(_ bytes: [UInt8], to path: String) throws(FileError) {
        // Three steps, between which the power may go: the name, half of the contents, all of them.
        for part in [0, bytes.count / 2, bytes.count] {
            try change("write", path) { (state) throws(FileError) in
                guard state.names[folder(of: path)] == .folder else { throw FileError(operation: "create", path: path, code: ENOENT) }
                state.contents.append(Array(bytes[..<part]))
                let node = Node.file(state.contents.count - 1)
                // Contents are stored with the file; until its folder is, the name may lead to none, or to a part.
                if part == 0 || state.names[path] == nil { state.pending.append(.put(path, node)) } else { Self.refill(path, node, &state) }
                state.names[path] = node
            }
        }
    }

    /// Gives the last name that was put at a path other contents.
    private static func refill(_ path: String, _ node: Node, _ state: inout State) {
        let last = state.pending.lastIndex { if case .put(path, _) = $0 { true } else { false } }
        if let last { state.pending[last] = .put(path, node) } else { state.stored[path] = node }
    }

    func rename(_ old: String, to new: String) throws(FileError) {
        try change("rename", old) { (state) throws(FileError) in
            guard case .file? = state.names[old], state.names[folder(of: new)] == .folder else {
                throw FileError(operation: "move \(old) to", path: new, code: ENOENT)
            }
            let renaming = Change.rename(old, to: new)
            state.pending.append(renaming)
            Self.apply(renaming, to: &state.names)
        }
    }

    func syncFolder(_ path: String) throws(FileError) {
        try change("store", path) { (state) throws(FileError) in
            guard state.names[path] == .folder else { throw FileError(operation: "open", path: path, code: ENOENT) }
            var needed = Set<Int>()
            for index in state.pending.indices.reversed() {
                let isHere = state.pending[index].paths.contains { folder(of: $0) == path }
                let isUnder = needed.contains { state.pending[$0].touches(state.pending[index]) }
                if isHere || isUnder { needed.insert(index) }
            }
            for index in needed.sorted() { Self.apply(state.pending[index], to: &state.stored) }
            state.pending = state.pending.indices.filter { !needed.contains($0) }.map { state.pending[$0] }
        }
    }

    func makeFolder(_ path: String) throws(FileError) -> Bool {
        var isNew = false
        try change("create", path) { (state) throws(FileError) in
            guard state.names[path] == nil else { return }
            isNew = true
            state.pending.append(.put(path, .folder))
            state.names[path] = .folder
        }
        return isNew
    }

    func remove(_ path: String) throws(FileError) { try drop(path) }
    func removeFolder(_ path: String) throws(FileError) { try drop(path) }

    private func drop(_ path: String) throws(FileError) {
        try change("remove", path) { (state) throws(FileError) in
            guard let node = state.names[path] else { return }
            if node == .folder, state.names.keys.contains(where: { $0.hasPrefix(path + "/") }) {
                throw FileError(operation: "remove", path: path, code: ENOTEMPTY)
            }
            state.pending.append(.drop(path))
            state.names[path] = nil
        }
    }

    func status(of path: String) -> FileStatus? {
        state.withLock { state in
            switch state.names[path] {
            case .folder?: FileStatus(kind: .folder, size: 0, modified: 0, device: 1)
            case .file(let number)?: FileStatus(kind: .file, size: state.contents[number].count, modified: 0, device: 1)
            case nil: nil
            }
        }
    }

    func names(in folder: String) -> [String] {
        state.withLock { state in
            state.names.keys.filter { LinecasterService.folder(of: $0) == folder && $0 != folder }.map { name(of: $0) }.sorted()
        }
    }
}
