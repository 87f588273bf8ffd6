import LinecasterKit
import Synchronization

/// Runs a stage on the stages' own threads and gives up on it after a time.
///
/// The stage is cancelled then. One that does not heed that runs on, its answer unused, and its thread is
/// replaced.
func runStage(_ stage: any ArticleProcessor, on article: Article, limit: Duration) async throws(StageError) -> Changes {
    let result: Result<Changes, StageError> = await withCheckedContinuation { continuation in
        let race = Race(continuation)
        let task = Task(executorPreference: StageThreads.shared) {
            let result: Result<Changes, StageError>
            do throws(StageError) {
                result = .success(try await stage.process(article))
            } catch {
                result = .failure(error)
            }
            if !race.finish(with: result) { StageThreads.shared.recover() }
        }
        let token = Deadlines.shared.add(after: limit) {
            guard
                race.finish(
                    with: .failure(StageError("it took longer than \(limit.inWords); raise 'timeout' beside the stage if that is normal"))
                )
            else { return }
            StageThreads.shared.abandon()
            task.cancel()
        }
        race.onFinish { Deadlines.shared.cancel(token) }
    }
    return try result.get()
}

/// Which of an answer and a deadline came first.
private final class Race: Sendable {
    private enum State {
        case running(CheckedContinuation<Result<Changes, StageError>, Never>, cleanup: (@Sendable () -> Void)?)
        case finished
    }

    private let state: Mutex<State>

    init(_ continuation: CheckedContinuation<Result<Changes, StageError>, Never>) {
        state = Mutex(.running(continuation, cleanup: nil))
    }

    /// Delivers a result unless one was delivered before; tells whether it did.
    func finish(with result: Result<Changes, StageError>) -> Bool {
        let winner = state.withLock { state -> (CheckedContinuation<Result<Changes, StageError>, Never>, (@Sendable () -> Void)?)? in
            guard case .running(let continuation, let cleanup) = state else { return nil }
            state = .finished
            return (continuation, cleanup)
        }
        guard let (continuation, cleanup) = winner else { return false }
        cleanup?()
        continuation.resume(returning: result)
        return true
    }

    /// Has something done when the race is over; at once when it is.
    func onFinish(_ cleanup: @escaping @Sendable () -> Void) {
        let isOver = state.withLock { state -> Bool in
            guard case .running(let continuation, _) = state else { return true }
            state = .running(continuation, cleanup: cleanup)
            return false
        }
        if isOver { cleanup() }
    }
}

extension Duration {
    /// The duration for people: `250 ms`, `30 s`.
    package var inWords: String {
        let milliseconds = components.seconds * 1000 + components.attoseconds / 1_000_000_000_000_000
        return milliseconds < 1000
            ? "\(milliseconds) ms" : milliseconds % 1000 == 0 ? "\(milliseconds / 1000) s" : "\(Double(milliseconds) / 1000) s"
    }
}
