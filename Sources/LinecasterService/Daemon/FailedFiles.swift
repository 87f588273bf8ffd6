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
    public func retry(_ failure: Failure) throws(FileError) -> String {
        guard let place = places[failure.id] else { throw FileError(operation: "find", path: failure.path, code: ENOENT) }
        var target = path(failure.inbox, failure.path)
        if FileOperations.status(of: target) != nil { target = marked(target, failure.id) }
        let files = SystemFiles()
        try files.createFolder(folder(of: target))
        try files.move(place, to: target)
        try files.syncFolder(folder(of: target))
        try files.remove(place + Failure.ending)
        return target
    }

    private static func collect(_ folder: String, into found: inout [(failure: Failure, place: String)]) {
        for name in FileOperations.names(in: folder) {
            let place = path(folder, name)
            if FileOperations.status(of: place)?.kind == .folder {
                collect(place, into: &found)
            } else if name.hasSuffix(Failure.ending), let bytes = try? FileOperations.read(place, limit: 1 << 20),
                let failure = try? JSONDecoder().decode(Failure.self, from: Data(bytes))
            {
                found.append((failure, String(place.dropLast(Failure.ending.count))))
            }
        }
    }
}
