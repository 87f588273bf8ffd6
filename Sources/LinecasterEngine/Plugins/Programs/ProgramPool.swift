import Foundation
import Glibc
import LinecasterKit
import Synchronization

/// The copies of a program, and the articles that wait for one.
///
/// Each copy has a thread, which starts the program when there is work, gives it one article after the other, and
/// starts it anew when it ended, after a wait that grows while it does not come up. An article at which a copy ends is
/// given to another copy once.
final class ProgramPool: @unchecked Sendable {
    /// A line that a program wrote to standard error, and the article that it had in hand.
    typealias Note = @Sendable (_ line: String, _ article: String?) -> Void

    let description: ProgramDescription
    private let reference: PluginReference
    private let words: [String]
    private let note: Note
    private let mostCopies: Int

    /// Guards everything below.
    private let condition = NSCondition()
    private var waiting: [ProgramJob] = []
    private var configurations: [[String: JSONValue]] = []
    private var copies = 0
    private var busyCopies = 0
    private var isStopped = false
    private var endsCleanly = true
    /// How often starts failed since the last one that went well.
    private var failedStarts = 0

    private static let shortestWait = Duration.milliseconds(100)
    private static let longestWait = Duration.seconds(30)
    /// So many failed starts in a row, and what waits is told.
    private static let patience = 3
    /// How often an article is given to a copy that ends at it.
    private static let tries = 2

    /// Starts one copy and asks it what it is.
    ///
    /// - Throws: `PluginRefusal` when it does not start or answer as it should.
    init(_ reference: PluginReference, words: [String], note: @escaping Note) throws(PluginRefusal) {
        self.reference = reference
        self.words = words
        self.note = note
        mostCopies = reference.copies ?? ProcessInfo.processInfo.activeProcessorCount
        let connection: ProgramConnection
        do throws(ProgramFailure) {
            (connection, description) = try handshake(words, reference, note)
        } catch {
            throw PluginRefusal(reference.name, error.reason)
        }
        addCopy(connection)
    }

    /// The most time that an article waits for a copy while others are served, each of which has a deadline of its own: as
    /// many as a daemon has workers at most.
    var waitingTime: Duration { (reference.timeout.duration + reference.startTimeout.duration) * 256 }

    /// Has a copy check options.
    ///
    /// - Returns: The number by which articles name them.
    /// - Throws: `StageError` with the program's words when it does not accept them.
    func configure(_ options: [String: JSONValue]) throws(StageError) -> Int {
        condition.lock()
        let number = configurations.count
        configurations.append(options)
        condition.unlock()
        let done = DispatchSemaphore(value: 0)
        let outcome = Mutex(Result<ProgramAnswer?, StageError>.success(nil))
        enqueue(
            ProgramJob(configuration: number, id: nil, line: nil) { result in
                outcome.withLock { $0 = result }
                done.signal()
            }
        )
        done.wait()
        _ = try outcome.withLock { $0 }.get()
        return number
    }

    /// Gives an article to a copy and waits for its answer.
    ///
    /// - Returns: An answer that is for this article.
    /// - Throws: `StageError` when no copy gives one.
    func answer(to line: [UInt8], id: String, configuration: Int) async throws(StageError) -> ProgramAnswer {
        let handle = JobHandle()
        let result: Result<ProgramAnswer?, StageError> = await withTaskCancellationHandler {
            await withCheckedContinuation { continuation in
                let job = ProgramJob(configuration: configuration, id: id, line: line) { continuation.resume(returning: $0) }
                handle.job.withLock { $0 = job }
                enqueue(job)
                // Cancelled before there was a job to give up.
                if Task.isCancelled { giveUp(job) }
            }
        } onCancel: {
            if let job = handle.job.withLock({ $0 }) { giveUp(job) }
        }
        guard let answer = try result.get() else { throw StageError("the program gave no answer") }
        return answer
    }

    /// Has all copies end; what waits fails.
    func beginToStop() {
        condition.lock()
        isStopped = true
        let left = waiting
        waiting = []
        condition.broadcast()
        condition.unlock()
        for job in left { job.finish(.failure(StageError("the program was stopped", mayPass: true))) }
    }

    /// Ends all copies; what waits fails.
    ///
    /// - Returns: Whether each ended when its input did.
    func stop() -> Bool {
        beginToStop()
        condition.lock()
        defer { condition.unlock() }
        while copies > 0 { condition.wait() }
        return endsCleanly
    }

    // MARK: Jobs

    private func enqueue(_ job: ProgramJob) {
        condition.lock()
        guard !isStopped else {
            condition.unlock()
            return job.finish(.failure(StageError("the program was stopped", mayPass: true)))
        }
        waiting.append(job)
        if copies - busyCopies < waiting.count, copies < mostCopies { addCopy(nil) }
        // Not a signal: a copy that waits for its next start could take it.
        condition.broadcast()
        condition.unlock()
    }

    /// Takes a job out of the queue, or ends the copy that has it in hand.
    private func giveUp(_ job: ProgramJob) {
        condition.lock()
        job.isGivenUp = true
        waiting.removeAll { $0 === job }
        job.connection?.kill()
        condition.unlock()
        job.finish(.failure(StageError("it was given up")))
    }

    // MARK: Copies

    private func addCopy(_ connection: sending ProgramConnection?) {
        copies += 1
        let first = UncheckedBox(value: connection)
        let thread = Thread { [self] in
            serve(first.value)
            condition.lock()
            copies -= 1
            condition.broadcast()
            condition.unlock()
        }
        thread.name = "linecaster-program"
        thread.start()
    }

    private struct UncheckedBox: @unchecked Sendable { let value: ProgramConnection? }

    /// A copy's life: takes one job after the other until the pool stops.
    private func serve(_ first: ProgramConnection?) {
        var connection = first
        var known = Set<Int>()
        while let job = nextJob() {
            defer { rest() }
            // One that ended while it had nothing to do has cost no article.
            if connection?.isRunning != true {
                connection?.stop()
                known = []
                do throws(ProgramFailure) {
                    connection = try restarted()
                } catch {
                    connection = nil
                    putBack(job)
                    note("it does not come up: \(error.reason)", nil)
                    pause(after: error)
                    continue
                }
            }
            guard let live = connection, begin(job, on: live) else { continue }
            do throws(ProgramFailure) {
                let answer = try handle(job, on: live, &known)
                end(job)
                job.finish(answer)
            } catch {
                end(job)
                live.kill()
                live.stop()
                connection = nil
                retry(job, after: error)
            }
        }
        guard let connection, !connection.stop() else { return }
        condition.lock()
        endsCleanly = false
        condition.unlock()
    }

    private func handle(
        _ job: ProgramJob,
        on connection: ProgramConnection,
        _ known: inout Set<Int>
    ) throws(ProgramFailure) -> Result<ProgramAnswer?, StageError> {
        if !known.contains(job.configuration) {
            let line = ProgramMessage.configure(job.configuration, options(job.configuration))
            let bytes = try connection.exchange(line, about: job.id, within: reference.startTimeout.duration)
            let answer = try ProgramAnswer(reading: bytes)
            switch answer.type {
            case .ready where answer.configuration == job.configuration: known.insert(job.configuration)
            case .error: return .failure(StageError(answer.message ?? "it does not accept the options"))
            default:
                let reason = "it answered options with '\(answer.type.rawValue)', not 'ready' and their number"
                throw ProgramFailure(reason: reason, isOfAnswer: true)
            }
        }
        guard let line = job.line else { return .success(nil) }
        let answer = try ProgramAnswer(reading: try connection.exchange(line, about: job.id, within: reference.timeout.duration))
        switch answer.type {
        case .changes where answer.id == job.id: return .success(answer)
        case .error where answer.id == nil || answer.id == job.id:
            return .failure(StageError(answer.message ?? "the program says only that it failed"))
        // Questions and answers have come apart; only a new copy brings them together again.
        case .changes, .error:
            throw ProgramFailure(reason: "it answered for the article '\(answer.id ?? "")', not '\(job.id ?? "")'", isOfAnswer: true)
        case .ready: throw ProgramFailure(reason: "it answered an article with 'ready'", isOfAnswer: true)
        }
    }

    private func nextJob() -> ProgramJob? {
        condition.lock()
        defer { condition.unlock() }
        while waiting.isEmpty, !isStopped { condition.wait() }
        guard !waiting.isEmpty else { return nil }
        busyCopies += 1
        return waiting.removeFirst()
    }

    private func rest() {
        condition.lock()
        busyCopies -= 1
        condition.unlock()
    }

    /// Lets a copy have a job in hand; false when the job was given up meanwhile.
    private func begin(_ job: ProgramJob, on connection: ProgramConnection) -> Bool {
        condition.lock()
        defer { condition.unlock() }
        guard !job.isGivenUp else { return false }
        job.connection = connection
        return true
    }

    private func end(_ job: ProgramJob) {
        condition.lock()
        job.connection = nil
        condition.unlock()
    }

    private func options(_ number: Int) -> [String: JSONValue] {
        condition.lock()
        defer { condition.unlock() }
        return configurations[number]
    }

    private func putBack(_ job: ProgramJob) {
        condition.lock()
        guard !job.isGivenUp, !isStopped else {
            condition.unlock()
            return job.finish(.failure(StageError("the program was stopped", mayPass: true)))
        }
        waiting.insert(job, at: 0)
        condition.broadcast()
        condition.unlock()
    }

    /// Gives an article at which a copy ended to another, or says that it ended there again.
    private func retry(_ job: ProgramJob, after failure: ProgramFailure) {
        condition.lock()
        job.tries += 1
        let again = job.tries < Self.tries && !failure.isOfAnswer && !job.isGivenUp && !isStopped
        if again { waiting.insert(job, at: 0) }
        condition.broadcast()
        condition.unlock()
        if !again { job.finish(.failure(StageError("program \(reference.name): \(failure.reason)", mayPass: !failure.isOfAnswer))) }
    }

    /// Starts the program anew.
    private func restarted() throws(ProgramFailure) -> ProgramConnection {
        let (connection, found) = try handshake(words, reference, note)
        guard found == description else {
            connection.stop()
            throw ProgramFailure(reason: "it says other things of itself than when it was loaded; restart Linecaster")
        }
        condition.lock()
        failedStarts = 0
        condition.unlock()
        return connection
    }

    /// Waits before the next start, the longer the more of them failed.
    private func pause(after failure: ProgramFailure) {
        condition.lock()
        failedStarts += 1
        let failures = failedStarts
        let told = failures >= Self.patience ? waiting : []
        if failures >= Self.patience { waiting = [] }
        condition.unlock()
        for job in told { job.finish(.failure(StageError("program \(reference.name) does not come up: \(failure.reason)", mayPass: true))) }
        let wait = min(Self.longestWait, Self.shortestWait * (1 << min(12, failures - 1)))
        let until = Date(timeIntervalSinceNow: Double(wait.components.seconds) + Double(wait.components.attoseconds) / 1e18)
        condition.lock()
        while !isStopped, condition.wait(until: until) {}
        condition.unlock()
    }
}

/// A job that may be given up before it is known.
private final class JobHandle: Sendable {
    let job = Mutex<ProgramJob?>(nil)
}
