public import Foundation

/// Lets so many questions go at once, counts what they cost, and leaves an endpoint that fails in peace.
public actor ChatGate {
    private let mostAtOnce: Int
    private let tokensPerDay: Int?
    private let now: @Sendable () -> Date
    private var atOnce = 0
    private var waiting: [(id: Int, turn: CheckedContinuation<Bool, Never>)] = []
    private var nextID = 0
    private var failures = 0
    private var restsUntil = Date.distantPast
    /// The day whose tokens are counted, in days since 1970 UTC.
    private var day = 0
    private var tokens = 0

    /// So many failures in a row, and the endpoint rests.
    private static let patience = 3
    /// In seconds.
    private static let rest = 60.0

    /// - Parameters:
    ///   - mostAtOnce: How many questions may be under way.
    ///   - tokensPerDay: How many tokens a day of UTC may cost; nil for any number. The count begins anew with the program.
    ///   - now: The time, for tests.
    public init(mostAtOnce: Int, tokensPerDay: Int?, now: @escaping @Sendable () -> Date = { Date() }) {
        self.mostAtOnce = max(1, mostAtOnce)
        self.tokensPerDay = tokensPerDay
        self.now = now
    }

    /// Waits for a turn.
    ///
    /// - Throws: `overBudget` or `resting`, at once; `busy` where the task is cancelled before its turn comes.
    func enter() async throws(ChatError) {
        try check()
        if atOnce >= mostAtOnce {
            guard await turn() else { throw .busy }
        } else {
            atOnce += 1
        }
        do throws(ChatError) {
            // What was true before the wait need not be now.
            try check()
        } catch {
            handOn()
            throw error
        }
    }

    /// Whether the turn came before the task was cancelled.
    private func turn() async -> Bool {
        let id = nextID
        nextID += 1
        return await withTaskCancellationHandler {
            await withCheckedContinuation { turn in
                if Task.isCancelled { turn.resume(returning: false) } else { waiting.append((id, turn)) }
            }
        } onCancel: {
            Task { await self.giveUp(id) }
        }
    }

    private func giveUp(_ id: Int) {
        guard let index = waiting.firstIndex(where: { $0.id == id }) else { return }
        waiting.remove(at: index).turn.resume(returning: false)
    }

    private func check() throws(ChatError) {
        let time = now()
        let today = Int(time.timeIntervalSince1970 / 86_400)
        if today != day { (day, tokens) = (today, 0) }
        if let tokensPerDay, tokens >= tokensPerDay { throw .overBudget(tokensPerDay) }
        if time < restsUntil { throw .resting }
    }

    /// Gives the turn to the next, and notes what became of it.
    func leave(_ outcome: Result<ChatAnswer, ChatError>) {
        switch outcome {
        case .success(let answer):
            tokens += answer.tokens
            failures = 0
        case .failure(let error):
            failures = error.isPassing ? failures + 1 : 0
            if failures >= Self.patience {
                restsUntil = now().addingTimeInterval(Self.rest)
                failures = 0
            }
        }
        handOn()
    }

    private func handOn() {
        if waiting.isEmpty { atOnce -= 1 } else { waiting.removeFirst().turn.resume(returning: true) }
    }
}
