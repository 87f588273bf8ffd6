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
    /// The characters of a run; kept for the room that it has.
    private var run: [UInt16] = []

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

    /// Counts the phrases of each run of characters that may stand in one; such a character takes three bytes.
    private mutating func count(_ text: [UInt8], _ block: Range<Int>) {
        var before: UInt32 = 0
        var offset = block.lowerBound
        while offset < block.upperBound {
            let scalar = text.scalar(at: offset)
            guard Self.isInner(scalar) else {
                before = scalar.value
                offset = scalar.end
                continue
            }
            run.removeAll(keepingCapacity: true)
            var end = offset
            var after: UInt32 = 0
            while end < block.upperBound, case let next = text.scalar(at: end) {
                guard Self.isInner(next) else {
                    after = next.value
                    break
                }
                run.append(UInt16(truncatingIfNeeded: next.value))
                end = next.end
            }
            count(run, at: offset, before, after)
            before = UInt32(run[run.count - 1])
            offset = end
        }
    }

    private static func isInner(_ scalar: LocatedScalar) -> Bool {
        scalar.length == 3 && characterClass(scalar.value) == .han && !stops.contains(scalar.value)
    }

    private mutating func count(_ run: [UInt16], at offset: Int, _ before: UInt32, _ after: UInt32) {
        for start in run.indices {
            var code = Code(run[start])
            for end in (start + 1)..<max(start + 1, min(start + 4, run.count)) {
                code = code << 16 | Code(run[end])
                let range = offset + 3 * start..<offset + 3 * (end + 1)
                see(
                    code,
                    end + 1 - start,
                    range,
                    start > 0 ? UInt32(run[start - 1]) : before,
                    end + 1 < run.count ? UInt32(run[end + 1]) : after
                )
            }
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
