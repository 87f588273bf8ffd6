import Foundation

/// Milliseconds since 1970.
func wallClock() -> Int { Int(Date().timeIntervalSince1970 * 1000) }

/// Makes names for claims that sort by time, also when several come in one millisecond, and when the clock is set back,
/// while the program runs or between two runs.
struct ClaimIDs {
    private var last: Int

    /// - Parameter earlier: The names of claims that an earlier run left.
    init(after earlier: [String]) {
        last = earlier.compactMap { Int($0, radix: 16) }.max() ?? 0
    }

    /// - Parameter clock: Milliseconds since 1970.
    mutating func next(clock: Int = wallClock()) -> String {
        // Twelve bits of room below each millisecond.
        last = max(last + 1, clock << 12)
        let digits = String(last, radix: 16)
        return String(repeating: "0", count: max(0, 14 - digits.count)) + digits
    }
}
