import Foundation
import Glibc

/// The memory that the daemon may take. Beyond it the system gives none: the program ends with the mark of a crash, and the
/// article that asks for it twice is set aside, where otherwise the whole machine would suffer.
enum MemoryLimit {
    /// Limits the memory that the process may write to.
    ///
    /// A limit below what the program has already, as it has under a sanitizer, is not set: nothing could be done then.
    ///
    /// Source: getrlimit(2), RLIMIT_DATA; files that are mapped for reading do not count.
    static func set(_ bytes: Int) {
        var limit = rlimit()
        guard taken() < bytes, getrlimit(__rlimit_resource_t(RLIMIT_DATA.rawValue), &limit) == 0 else { return }
        limit.rlim_cur = min(limit.rlim_max, rlim_t(bytes))
        setrlimit(__rlimit_resource_t(RLIMIT_DATA.rawValue), &limit)
    }

    /// The bytes that the process may write to now. Source: proc(5), VmData in /proc/self/status.
    private static func taken() -> Int {
        let status = (try? String(contentsOfFile: "/proc/self/status", encoding: .utf8)) ?? ""
        let line = status.split(separator: "\n").first { $0.hasPrefix("VmData:") }
        return (line?.split(whereSeparator: \.isWhitespace).dropFirst().first.flatMap { Int($0) } ?? 0) << 10
    }
}
