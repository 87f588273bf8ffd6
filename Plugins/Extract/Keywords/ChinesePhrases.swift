import LinecasterKit
import LinecasterLanguage

/// Chinese phrases that come back: runs of two to four characters between which the neighbours vary.
struct ChinesePhrases {
    private(set) var phrases: [String: (count: Double, first: Range<Int>)] = [:]

    /// Characters that hold sentences together and stand in no keyword.
    private static let stops = ScalarSet(
        "的了在是和与及对向从为将把被给到等就也都还又再不没有着过地得之其该这那此我你他她它们个上下中里外前后时说而且但并以于由让使能可会要应更最很已曾正所者则或各每某些什么怎如若因故据经通"
    )

    private var table = NumberTable(capacity: 4096)
    private var found: [Occurrences] = []

    /// A phrase's characters, sixteen bits each: of the Basic Multilingual Plane, at most four. A longer phrase
    /// has the greater code, since no ideograph is zero.
    private typealias Code = UInt64

    private struct Occurrences {
        let code: Code
        let length: Int
        var count = 0
        let first: Range<Int>
        let before: UInt32
        let after: UInt32
        var variesBefore = false
        var variesAfter = false

        /// Whether what stands beside the phrase varies, so that it is no piece of a longer one.
        var isWhole: Bool { variesBefore && variesAfter }
    }

    init(_ text: ArticleText) {
        for block in text.blocks where block.value.kind != .byline && block.value.kind != .caption {
            count(text.utf8, block.range.offsets)
        }
        let frequent = found.filter { $0.count >= 3 && $0.isWhole }
        let within = Self.countsWithinLonger(frequent)
        // A phrase that stands mostly within a longer one is left to that.
        for phrase in frequent where within[phrase.code, default: 0] * 3 < phrase.count * 2 {
            phrases[text.string(phrase.first)] = (Double(phrase.count), phrase.first)
        }
    }

    /// Counts the phrases of each run of characters that may stand in one, each when the character behind it is seen. Such a
    /// character takes three bytes.
    private mutating func count(_ text: [UInt8], _ block: Range<Int>) {
        var run = Run()
        var before: UInt32 = 0
        var offset = block.lowerBound
        while offset < block.upperBound {
            let scalar = text.scalar(at: offset)
            see(run, end: offset, after: scalar.value)
            if scalar.length == 3, characterClass(scalar.value) == .han, !Self.stops.contains(scalar.value) {
                run.take(scalar.value, behind: before)
            } else {
                run.count = 0
            }
            before = scalar.value
            offset = scalar.end
        }
        see(run, end: offset, after: 0)
    }

    /// The characters of a run so far.
    private struct Run {
        /// How many there are.
        var count = 0
        /// The last four, sixteen bits each, the last one lowest.
        private(set) var last: Code = 0
        /// The one before those.
        private var fifth: UInt32 = 0
        /// What stands before the run.
        private var edge: UInt32 = 0

        mutating func take(_ value: UInt32, behind: UInt32) {
            if count == 0 { edge = behind }
            fifth = UInt32(truncatingIfNeeded: last >> 48)
            last = last << 16 | Code(value)
            count += 1
        }

        /// What stands before so many characters at its end.
        func before(_ length: Int) -> UInt32 {
            if length == count { return edge }
            return length == 4 ? fifth : UInt32(truncatingIfNeeded: last >> (16 * Code(length)) & 0xFFFF)
        }
    }

    /// Counts the phrases that end where a run does.
    private mutating func see(_ run: Run, end: Int, after: UInt32) {
        var length = 2
        while length <= min(4, run.count) {
            let code = run.last & (Code.max >> (64 - 16 * Code(length)))
            see(code, length, end - 3 * length..<end, run.before(length), after)
            length += 1
        }
    }

    private mutating func see(_ code: Code, _ length: Int, _ range: Range<Int>, _ before: UInt32, _ after: UInt32) {
        let number = table.number(of: code)
        if number == found.count { found.append(Occurrences(code: code, length: length, first: range, before: before, after: after)) }
        found[number].count += 1
        // A mark or the edge of the block beside it is as good as another character.
        if found[number].before != before || characterClass(before) != .han { found[number].variesBefore = true }
        if found[number].after != after || characterClass(after) != .han { found[number].variesAfter = true }
    }

    /// For each part of a phrase how often the commonest longer phrase stands that holds it.
    private static func countsWithinLonger(_ frequent: [Occurrences]) -> [Code: Int] {
        var counts: [Code: Int] = [:]
        for phrase in frequent where phrase.length > 2 {
            for length in 2..<phrase.length {
                let mask: Code = (1 << (16 * Code(length))) - 1
                for shift in 0...(phrase.length - length) {
                    let part = (phrase.code >> (16 * Code(shift))) & mask
                    counts[part] = max(counts[part, default: 0], phrase.count)
                }
            }
        }
        return counts
    }
}
