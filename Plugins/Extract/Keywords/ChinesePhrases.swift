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
            count(text.utf8.scalars(in: block.range.offsets))
        }
        let frequent = found.filter { $0.count >= 3 && $0.isWhole }
        let within = Self.countsWithinLonger(frequent)
        // A phrase that stands mostly within a longer one is left to that.
        for phrase in frequent where within[phrase.code, default: 0] * 3 < phrase.count * 2 {
            phrases[text.string(phrase.first)] = (Double(phrase.count), phrase.first)
        }
    }

    private mutating func count(_ scalars: [LocatedScalar]) {
        let isInner = scalars.map { $0.value < 0x10000 && characterClass($0.value) == .han && !Self.stops.contains($0.value) }
        for start in scalars.indices where isInner[start] {
            var code: Code = 0
            for length in 1...4 {
                let index = start + length - 1
                guard index < scalars.count, isInner[index] else { break }
                code = code << 16 | Code(scalars[index].value)
                guard length >= 2 else { continue }
                let before = start > 0 ? scalars[start - 1].value : 0
                let after = index + 1 < scalars.count ? scalars[index + 1].value : 0
                see(code, length, scalars[start].offset..<scalars[index].end, before, after)
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
