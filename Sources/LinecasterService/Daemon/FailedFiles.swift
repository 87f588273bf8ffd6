import Foundation

/// The files that failed, as they lie in the folder for them.
public struct FailedFiles: Sendable {
    private let configuration: ServiceConfiguration
    /// The failures, oldest first.
    public let failures: [Failure]
    private let places: [String: String]

    /// Reads the folder.
    public init(_ configuration: ServiceConfiguration) {
        self.configuration = configuration
        var found: [(failure: Failure, place: String)] = []
        Self.collect(configuration.paths.failed, into: &found)
        failures = found.map(\.failure).sorted { $0.id < $1.id }
        places = Dictionary(found.map { ($0.failure.id, $0.place) }) { first, _ in first }
    }

    /// Puts a file back into its inbox; safe while the daemon runs, since each step is one rename.
    ///
    /// - Throws: `FileError` when the file cannot be moved.
    /// - Returns: Where it lies now.
    public func retry(_ failure: Failure) throws(FileError) -> String { try retry(failure, SystemFiles()) }

    func retry(_ failure: Failure, _ files: some FileSystem) throws(FileError) -> String {
        guard let place = places[failure.id] else { throw FileError(operation: "find", path: failure.path, code: ENOENT) }
        var target = path(failure.inbox, failure.path)
        if files.status(of: target) != nil { target = marked(target, failure.id) }
        try files.createFolder(folder(of: target))
        // Out of the way first: the file may fail again, with a reason of its own, as soon as it is back.
        let aside = Failure.aside(place)
        if files.status(of: place + Failure.ending) != nil { try files.rename(place + Failure.ending, to: aside) }
        try files.move(place, to: target)
        try files.syncFolder(folder(of: target))
        try files.remove(aside)
        return target
    }

    /// How many files failed, without a look at why.
    static func count(in folder: String) -> Int {
        FileOperations.names(in: folder).reduce(0) { count, name in
            if name.hasSuffix(Failure.ending) { return count + 1 }
            let place = path(folder, name)
            return FileOperations.status(of: place)?.kind == .folder ? count + self.count(in: place) : count
        }
    }

    private static func collect(_ folder: String, into found: inout [(failure: Failure, place: String)]) {
        for name in FileOperations.names(in: folder) {
            let place = path(folder, name)
            if FileOperations.status(of: place)?.kind == .folder {
                collect(place, into: &found)
            } else if let file = Failure.file(of: name), let bytes = try? FileOperations.read(place, limit: 1 << 20),
                let failure = try? JSONDecoder().decode(Failure.self, from: Data(bytes))
            {
                let source = path(folder, file)
                // A try that was killed halfway left the reason aside, with the file or without.
                if place == source + Failure.ending || FileOperations.status(of: source) != nil { found.append((failure, source)) }
            }
        }
    }
}
