import Foundation

/// The threads on which stages run, apart from those of the rest of the program.
///
/// A stage that does not come back keeps its thread. ``abandon()`` then lets another take its place, so
/// that the other articles go on.
final class StageThreads: TaskExecutor, @unchecked Sendable {
    static let shared = StageThreads(count: ProcessInfo.processInfo.activeProcessorCount)

    /// Guards everything below.
    private let condition = NSCondition()
    private var jobs: [UnownedJob] = []
    private var nextJob = 0
    private var idle = 0
    private var running = 0
    private var limit: Int

    init(count: Int) { limit = count }

    func enqueue(_ job: consuming ExecutorJob) {
        let job = UnownedJob(job)
        condition.lock()
        defer { condition.unlock() }
        jobs.append(job)
        if idle > 0 {
            condition.signal()
        } else if running < limit {
            start()
        }
    }

    /// Counts a thread as lost to a stage that does not come back.
    func abandon() {
        condition.lock()
        defer { condition.unlock() }
        limit += 1
        if nextJob < jobs.count, idle == 0 { start() }
    }

    /// Takes a thread back that had been counted as lost.
    func recover() {
        condition.lock()
        defer { condition.unlock() }
        limit -= 1
    }

    private func start() {
        running += 1
        let thread = Thread { [self] in work() }
        thread.name = "linecaster-stage"
        // Room for deep but bounded recursion in stages of other authors.
        thread.stackSize = 8 << 20
        thread.start()
    }

    private func work() {
        while true {
            condition.lock()
            while nextJob == jobs.count {
                if running > limit {
                    running -= 1
                    condition.unlock()
                    return
                }
                idle += 1
                condition.wait()
                idle -= 1
            }
            let job = jobs[nextJob]
            nextJob += 1
            if nextJob == jobs.count || nextJob > 1024 {
                jobs.removeFirst(nextJob)
                nextJob = 0
            }
            condition.unlock()
            job.runSynchronously(on: asUnownedTaskExecutor())
        }
    }
}
