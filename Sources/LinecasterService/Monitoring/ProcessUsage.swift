import Foundation
import Glibc

/// What this process has used of the machine.
///
/// Source: proc(5).
struct ProcessUsage {
    /// Seconds of processor time.
    let cpuSeconds: Double
    let residentBytes: Int
    let openFiles: Int

    init() {
        var usage = rusage()
        getrusage(__rusage_who_t(RUSAGE_SELF.rawValue), &usage)
        func seconds(_ time: timeval) -> Double { Double(time.tv_sec) + Double(time.tv_usec) / 1e6 }
        cpuSeconds = seconds(usage.ru_utime) + seconds(usage.ru_stime)
        let pages = Self.words("/proc/self/statm").dropFirst().first.flatMap { Int($0) } ?? 0
        residentBytes = pages * sysconf(Int32(_SC_PAGESIZE))
        openFiles = FileOperations.names(in: "/proc/self/fd").count
    }

    private static func words(_ path: String) -> [Substring] {
        let text = (try? FileOperations.read(path, limit: 1 << 20)).map { String(decoding: $0, as: UTF8.self) } ?? ""
        return text.split { $0 == " " || $0 == "\n" }
    }
}
