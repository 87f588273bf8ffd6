import LinecasterKit
import Synchronization

/// An article, or options to check, on the way to a copy. Guarded by the pool's lock.
final class ProgramJob: @unchecked Sendable {
    let configuration: Int
    let id: String?
    /// The article; nil where options are to be checked and nothing more.
    let line: [UInt8]?
    var tries = 0
    var isGivenUp = false
    var connection: ProgramConnection?
    private let done = Mutex<(@Sendable (Result<ProgramAnswer?, StageError>) -> Void)?>(nil)

    init(configuration: Int, id: String?, line: [UInt8]?, done: @escaping @Sendable (Result<ProgramAnswer?, StageError>) -> Void) {
        self.configuration = configuration
        self.id = id
        self.line = line
        self.done.withLock { $0 = done }
    }

    /// Delivers the outcome, once.
    func finish(_ result: Result<ProgramAnswer?, StageError>) {
        done.withLock { done in
            defer { done = nil }
            return done
        }?(result)
    }
}
