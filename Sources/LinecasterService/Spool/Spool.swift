import Foundation
import Glibc
import LinecasterFormats

/// The folders through which a file goes, and the steps between them. Each step is one rename; what must
/// survive a power cut is stored before the next step begins.
///
/// `inbox/f` → `state/active/ID/source` → results in the outbox → ledger → `archive/f` or `failed/f`.
struct Spool: Sendable {
    let configuration: ServiceConfiguration
    /// Where all of it happens; tests cut the power of one that they made.
    var files: any FileSystem = SystemFiles()

    private var active: String { path(configuration.paths.state, "active") }

    /// Creates the folders.
    func prepare() throws(FileError) {
        let paths = configuration.paths
        for folder in configuration.inboxes.map(\.path) + [paths.outbox, paths.failed, paths.state, active] {
            try files.createFolder(folder)
        }
        if !paths.deletesOriginals { try files.createFolder(paths.archive) }
        for inbox in configuration.inboxes
        where files.status(of: inbox.path)?.device != files.status(of: paths.state)?.device {
            throw FileError(operation: "work: the state folder must lie on the file system of the inbox", path: inbox.path, code: EXDEV)
        }
    }

    /// Takes a file out of its inbox.
    ///
    /// - Returns: Nil when the file is gone by now.
    func claim(_ file: String, in inbox: ServiceConfiguration.InboxFolder, id: String) throws(FileError) -> Claim? {
        let claim = Claim(
            id: id,
            inbox: inbox.path,
            path: file,
            pipeline: inbox.pipeline,
            claimed: wallClock()
        )
        let folder = path(active, id)
        do throws(FileError) {
            try files.createFolder(folder)
            // Coding a struct of strings cannot fail; an empty note would only lose the file's first path.
            try files.write((try? JSONEncoder().encode(claim)).map(Array.init) ?? [], to: path(folder, "claim.json"))
            try files.syncFolder(folder)
            try files.rename(path(inbox.path, file), to: source(of: claim))
        } catch {
            // The file is where it was; what is left of the claim would only be in the way.
            try? clear(id)
            guard error.code == ENOENT, files.status(of: path(inbox.path, file)) == nil else { throw error }
            return nil
        }
        // Were this undone later, the file would be in the inbox again beside its own result. Where it cannot be stored,
        // the file is in work all the same.
        try? files.syncFolder(folder)
        return claim
    }

    /// Where a claimed file lies.
    func source(of claim: Claim) -> String { path(path(active, claim.id), "source") }

    /// The claims that an earlier run left, in order of arrival; what holds no file is cleared away.
    func unfinished() throws(FileError) -> [Claim] {
        var claims: [Claim] = []
        for id in files.names(in: active) {
            let folder = path(active, id)
            guard files.status(of: path(folder, "source")) != nil else {
                try clear(id)
                continue
            }
            let note = (try? files.read(path(folder, "claim.json"), limit: 1 << 20)).flatMap {
                try? JSONDecoder().decode(Claim.self, from: Data($0))
            }
            claims.append(note ?? Claim(id: id, inbox: configuration.inboxes[0].path, path: "\(id).txt", pipeline: nil, claimed: 0))
        }
        return claims
    }

    // MARK: Crashes

    /// Marks of a claim: that it was begun, and that the program once died while it was. Empty folders: one call each,
    /// and what only a loss of power could undo need not be stored.
    private static let begun = "begun"
    private static let strike = "strike"

    /// Notes that a claim is being worked on.
    func begin(_ claim: Claim) { _ = try? files.makeFolder(path(path(active, claim.id), Self.begun)) }

    /// Sorts the claims that an earlier run left.
    ///
    /// - Parameter crashed: Whether that run died of itself, rather than being stopped or killed.
    /// - Returns: Those that were in work at two crashes, those that were at one, and the others.
    func sorted(_ claims: [Claim], crashed: Bool) -> (guilty: [Claim], suspects: [Claim], others: [Claim]) {
        var sorted: (guilty: [Claim], suspects: [Claim], others: [Claim]) = ([], [], [])
        for claim in claims {
            let folder = path(active, claim.id)
            let wasBegun = files.status(of: path(folder, Self.begun)) != nil
            let wasStruck = files.status(of: path(folder, Self.strike)) != nil
            if wasBegun { try? files.removeFolder(path(folder, Self.begun)) }
            if crashed, wasBegun, wasStruck {
                sorted.guilty.append(claim)
            } else if wasStruck || crashed && wasBegun {
                _ = try? files.makeFolder(path(folder, Self.strike))
                sorted.suspects.append(claim)
            } else {
                sorted.others.append(claim)
            }
        }
        return sorted
    }

    /// Writes results into the outbox: under temporary names first, then each renamed in one step.
    ///
    /// - Parameters:
    ///   - id: Names the result; used where the file's own name is taken by another.
    /// - Returns: The results' paths below the outbox.
    func publish(_ results: [(format: OutputFormat, bytes: [UInt8])], of claim: Claim, id: String) throws(FileError) -> [String] {
        let outbox = configuration.paths.outbox
        let stem = withoutExtension(claim.path)
        let target = folder(of: path(outbox, claim.path))
        try files.createFolder(target)
        let temporary = results.map { path(target, ".\(claim.id).\($0.format.fileExtension).tmp") }
        do throws(FileError) {
            for (result, name) in zip(results, temporary) { try files.write(result.bytes, to: name) }
        } catch {
            for name in temporary { try? files.remove(name) }
            throw error
        }
        return try PublishLock.shared.withLock { () throws(FileError) -> [String] in
            let own = results.map { ended(stem, ".\($0.format.fileExtension)") }
            let other = results.map { ended(stem, "-\(id.prefix(8)).\($0.format.fileExtension)") }
            let ownAreFree = zip(results, own).allSatisfy { isFree($0.1, for: $0.0.bytes) }
            let names = ownAreFree ? own : other
            for (name, temporary) in zip(names, temporary) { try files.rename(temporary, to: path(outbox, name)) }
            try files.syncFolder(target)
            return names
        }
    }

    /// Whether a result may take a name: nothing stands there, or the very same bytes.
    private func isFree(_ name: String, for bytes: [UInt8]) -> Bool {
        let place = path(configuration.paths.outbox, name)
        guard let status = files.status(of: place) else { return true }
        guard status.kind == .file, status.size == bytes.count else { return false }
        return (try? files.read(place, limit: bytes.count)) == bytes
    }

    /// Moves the original of a claim to the archive, or deletes it, and ends the claim.
    func archive(_ claim: Claim) throws(FileError) {
        // A try before this one may have come halfway.
        let isThere = files.status(of: source(of: claim)) != nil
        if !isThere {
            if !configuration.paths.deletesOriginals { try files.syncFolder(folder(of: path(configuration.paths.archive, claim.path))) }
        } else if configuration.paths.deletesOriginals {
            try files.remove(source(of: claim))
            try files.syncFolder(path(active, claim.id))
        } else {
            let place = try place(for: claim, in: configuration.paths.archive)
            try files.move(source(of: claim), to: place)
            // The claim's note goes only after the original is where it belongs for good.
            try files.syncFolder(folder(of: place))
        }
        try clear(claim.id)
    }

    /// Moves the original of a claim to the failed files, beside a file that says why, and ends the claim.
    func fail(_ claim: Claim, _ failure: Failure) throws(FileError) {
        // A try before this one may have come halfway.
        guard files.status(of: source(of: claim)) != nil else {
            try files.syncFolder(folder(of: path(configuration.paths.failed, claim.path)))
            return try clear(claim.id)
        }
        let place = try place(for: claim, in: configuration.paths.failed, reserve: Failure.reserve)
        // The reason first: a file that lies there without one would tell nobody anything.
        try files.write(failure.json, to: place + Failure.ending)
        try files.syncFolder(folder(of: place))
        try files.move(source(of: claim), to: place)
        try files.syncFolder(folder(of: place))
        try clear(claim.id)
    }

    /// Where an original goes in a folder: its own path, or another where that is taken.
    ///
    /// - Parameter reserve: Bytes that the name must leave free for what is added to it.
    private func place(for claim: Claim, in folder: String, reserve: Int = 0) throws(FileError) -> String {
        let stem = withoutExtension(claim.path)
        let place = path(folder, ended(stem, String(claim.path.dropFirst(stem.count)), reserve: reserve))
        try files.createFolder(LinecasterService.folder(of: place))
        return files.status(of: place) == nil ? place : marked(place, claim.id, reserve: reserve)
    }

    private func clear(_ id: String) throws(FileError) {
        let folder = path(active, id)
        try files.remove(path(folder, "claim.json"))
        for mark in [Self.begun, Self.strike] { try files.removeFolder(path(folder, mark)) }
        try files.removeFolder(folder)
    }
}

/// Keeps two workers from choosing one result name at once.
private final class PublishLock: Sendable {
    static let shared = PublishLock()
    private let lock = NSLock()

    func withLock<Result>(_ body: () throws(FileError) -> Result) throws(FileError) -> Result {
        lock.lock()
        defer { lock.unlock() }
        return try body()
    }
}
