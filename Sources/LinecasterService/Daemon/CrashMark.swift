import Glibc
import Synchronization

/// Tells the next start that the program died of itself: a trap in a stage, or in a library that it loaded.
///
/// A run that was stopped, killed, or lost its power leaves no mark. Source: signal-safety(7) for what the handler may do.
enum CrashMark {
    private static let descriptor = Atomic<Int32>(-1)
    private static let signals = [SIGILL, SIGTRAP, SIGSEGV, SIGBUS, SIGFPE, SIGABRT]

    /// Begins to mark crashes.
    ///
    /// - Returns: Whether the run before left a mark, which is taken away.
    static func begin(_ state: String) throws(FileError) -> Bool {
        let place = path(state, "crashed")
        let opened = open(place, O_RDWR | O_CREAT | O_APPEND | O_CLOEXEC | O_NOFOLLOW, 0o644)
        guard opened >= 0 else { throw FileError(operation: "create", path: place, code: errno) }
        descriptor.store(opened, ordering: .relaxed)
        for signal in signals {
            var action = sigaction()
            action.__sigaction_handler.sa_handler = { signal in
                var byte = UInt8(ascii: "x")
                write(CrashMark.descriptor.load(ordering: .relaxed), &byte, 1)
                Glibc.signal(signal, SIG_DFL)
                raise(signal)
            }
            sigaction(signal, &action, nil)
        }
        return (FileOperations.status(of: place)?.size ?? 0) > 0
    }

    /// Takes the mark of the run before away, once what it tells is noted.
    static func clear() { ftruncate(descriptor.load(ordering: .relaxed), 0) }
}
