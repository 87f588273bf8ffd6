/// How a service is: what waits, what is in work, what failed.
public struct StatusReport: Codable, Sendable {
    /// The daemon's process; nil when none runs.
    public let process: Int?
    /// Files in the inboxes.
    public let waiting: Int
    /// The folders of the inboxes.
    public let inboxes: [InboxReport]
    /// Files in work, or left there by a run that ended.
    public let active: Int
    /// Files that failed.
    public let failed: Int
    /// Articles by what became of them, since the ledger began.
    public let outcomes: [String: Int]
    /// What is wrong with the machine, in words; empty where nothing is.
    public let problems: [String]
    /// The median time from claim to result of the last thousand articles, in milliseconds.
    public let medianMilliseconds: Double?

    /// Reads how a service is, whether or not its daemon runs.
    ///
    /// - Throws: `DaemonError` when the ledger cannot be read.
    public init(_ configuration: ServiceConfiguration) throws(DaemonError) {
        let state = configuration.paths.state
        process = StateLock.holder(state)
        inboxes = InboxReport.read(configuration, isRunning: process != nil)
        waiting = inboxes.reduce(0) { $0 + $1.count }
        let active = path(state, "active")
        self.active = FileOperations.names(in: active).count { FileOperations.status(of: path(path(active, $0), "source")) != nil }
        failed = FailedFiles(configuration).failures.count
        problems = MachineProblems.find(configuration)
        guard FileOperations.status(of: path(state, "ledger.sqlite")) != nil else {
            outcomes = [:]
            medianMilliseconds = nil
            return
        }
        do {
            (outcomes, medianMilliseconds) = try Ledger(state).summary()
        } catch {
            throw DaemonError("the ledger cannot be read: \(error)")
        }
    }
}
