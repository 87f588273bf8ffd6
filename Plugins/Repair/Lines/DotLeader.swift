import LinecasterLanguage

/// Dots that lead the eye from a title to its page: `Weather........B6`, `第一章………………3`.
///
/// A run is weighed, since three dots of one kind are as long as one of another.
struct DotLeader {
    private var weight = 0

    /// What a run must weigh before a word: eight full stops, or five of the marks that stand for several.
    private static let least = 40
    /// The same before a number; `………` alone is an ellipsis.
    private static let leastBeforeNumber = 25

    /// Sees the next scalar of a line. White space may stand between the dots.
    ///
    /// - Returns: Whether a leader ends before it.
    @inline(__always)
    mutating func endsBefore(_ value: UInt32, _ kind: CharacterClass) -> Bool {
        if kind == .space { return false }
        if let dots = Self.dots(value) {
            weight += dots
            return false
        }
        let ends = weight >= Self.leastBeforeNumber && (weight >= Self.least && kind != .closing || kind == .digit)
        weight = 0
        return ends
    }

    private static func dots(_ value: UInt32) -> Int? {
        switch value {
        case 0x2E, 0xFF0E, 0x2024: 5
        case 0x2026, 0x2025, 0xB7, 0x22EF, 0x30FB: 8
        default: nil
        }
    }

    /// The leaders of a line with the white space around them.
    static func ranges(in text: [UInt8], line: Range<Int>) -> [Range<Int>] {
        var found: [Range<Int>] = []
        var leader = DotLeader()
        var end = line.lowerBound
        for scalar in text.scalars(in: line) {
            let kind = characterClass(scalar.value)
            let isDot = dots(scalar.value) != nil
            if leader.endsBefore(scalar.value, kind), end > line.lowerBound { found.append(end..<scalar.offset) }
            if !isDot, kind != .space { end = scalar.end }
        }
        return found
    }
}
