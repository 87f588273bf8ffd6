import Glibc

/// The memory that the daemon may take. Beyond it the system gives none: the program ends with the mark of a crash, and the
/// article that asks for it twice is set aside, where otherwise the whole machine would suffer.
enum MemoryLimit {
    /// Limits the memory that the process may write to.
    ///
    /// Source: getrlimit(2), RLIMIT_DATA; files that are mapped for reading do not count.
    static func set(_ bytes: Int) {
        var limit = rlimit()
        guard getrlimit(__rlimit_resource_t(RLIMIT_DATA.rawValue), &limit) == 0 else { return }
        limit.rlim_cur = min(limit.rlim_max, rlim_t(bytes))
        setrlimit(__rlimit_resource_t(RLIMIT_DATA.rawValue), &limit)
    }
}
