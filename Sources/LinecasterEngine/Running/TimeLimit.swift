import LinecasterKit
import Synchronization

/// Runs a stage on the stages' own threads and gives up on it after a time, which begins when it has a thread.
///
/// The stage is cancelled then. One that does not heed that runs on, its answer unused, and its thread is
/// replaced.
///
/// - Returns: What the stage proposes, and how long it took.
func runStage(
    _ stage: any ArticleProcessor,
    on article: Article,
    limit: Duration
) async throws(StageError) -> (changes: Changes, duration: Duration) {
    let result: Result<(changes: Changes, duration: Duration), StageError> = await withCheckedContinuation { continuation in
        let race = Race(continuation)
        let cancellation = Cancellation()
        let task = Task(executorPreference: StageThreads.shared) {
            let start = ContinuousClock.now
            let inHand = StagesInHand.shared.begin(due: start + limit)
            defer { StagesInHand.shared.end(inHand) }
            let token = Deadlines.shared.add(after: limit) {
                let reason = "it took longer than \(limit.inWords); raise 'timeout' beside the stage if that is normal"
                guard race.finish(with: .failure(StageError(reason))) else { return }
                StageThreads.shared.abandon()
                cancellation.cancel()
            }
            race.onFinish { Deadlines.shared.cancel(token) }
            let result: Result<(changes: Changes, duration: Duration), StageError>
            do throws(StageError) {
                result = .success((try await stage.process(article), .now - start))
            } catch {
                result = .failure(error)
            }
            if !race.finish(with: result) { StageThreads.shared.recover() }
        }
        cancellation.of(task)
    }
    return try result.get()
}

/// The cancellation of a task that may be asked for before the task is known.
private final class Cancellation: Sendable {
    private enum State {
        case waiting, asked
        case known(Task<Void, Never>)
    }

    private let state = Mutex(State.waiting)

    func of(_ task: Task<Void, Never>) {
        let wasAsked = state.withLock { state in
            if case .asked = state { return true }
            state = .known(task)
            return false
        }
        if wasAsked { task.cancel() }
    }

    func cancel() {
        let task = state.withLock { state -> Task<Void, Never>? in
            if case .known(let task) = state { return task }
            state = .asked
            return nil
        }
        task?.cancel()
    }
}

/// Which of an answer and a deadline came first.
private final class Race: Sendable {
    typealias Outcome = Result<(changes: Changes, duration: Duration), StageError>

    private enum State {
        case running(CheckedContinuation<Outcome, Never>, cleanup: (@Sendable () -> Void)?)
        case finished
    }

    private let state: Mutex<State>

    init(_ continuation: CheckedContinuation<Outcome, Never>) {
        state = Mutex(.running(continuation, cleanup: nil))
    }

    /// Delivers a result unless one was delivered before; tells whether it did.
    func finish(with result: Outcome) -> Bool {
        let winner = state.withLock { state -> (CheckedContinuation<Outcome, Never>, (@Sendable () -> Void)?)? in
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
