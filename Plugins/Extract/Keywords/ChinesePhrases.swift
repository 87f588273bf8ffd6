import LinecasterKit
import LinecasterLanguage

/// Chinese phrases that come back: runs of two to eight characters between which the neighbours vary.
struct ChinesePhrases {
    private(set) var phrases: [String: (count: Double, first: Range<Int>)] = [:]

    /// Characters that hold sentences together and stand in no keyword.
    private static let stops = Set(
        "的了在是和与及对向从为将把被给到等就也都还又再不没有着过地得之其该这那此我你他她它们个上下中里外前后时说而且但并以于由让使能可会要应更最很已曾正所者则或各每某些什么怎如若因故据经通".unicodeScalars.map(\.value)
    )

    init(_ text: ArticleText) {
        var grams: [Gram: Occurrences] = [:]
        for block in text.blocks where block.value.kind != .byline && block.value.kind != .caption {
            Self.count(text.utf8.scalars(in: block.range.offsets), into: &grams)
        }
        let frequent = grams.filter { $0.value.count >= 3 && $0.value.isWhole }
        let within = Self.countsWithinLonger(frequent)
        // A phrase that stands mostly within a longer one is left to that.
        for (gram, entry) in frequent where within[gram, default: 0] * 3 < entry.count * 2 {
            phrases[text.string(entry.first)] = (Double(entry.count), entry.first)
        }
    }

    /// Up to four characters of the Basic Multilingual Plane in a word; longer phrases grow from these.
    private struct Gram: Hashable {
        let code: UInt64
        let length: Int
    }

    private struct Occurrences {
        var count = 0
        var first: Range<Int>
        var before: UInt32
        var after: UInt32
        var variesBefore = false
        var variesAfter = false

        /// Whether what stands beside the phrase varies, so that it is no piece of a longer one.
        var isWhole: Bool { variesBefore && variesAfter }
    }

    private static func count(_ scalars: [LocatedScalar], into grams: inout [Gram: Occurrences]) {
        func isInner(_ index: Int) -> Bool {
            let value = scalars[index].value
            return value < 0x10000 && characterClass(value) == .han && !stops.contains(value)
        }
        for start in scalars.indices where isInner(start) {
            var code: UInt64 = 0
            for length in 1...4 {
                let index = start + length - 1
                guard index < scalars.count, isInner(index) else { break }
                code = code << 16 | UInt64(scalars[index].value)
                guard length >= 2 else { continue }
                let before = start > 0 ? scalars[start - 1].value : 0
                let after = index + 1 < scalars.count ? scalars[index + 1].value : 0
                see(Gram(code: code, length: length), scalars[start].offset..<scalars[index].end, before, after, &grams)
            }
        }
    }

    private static func see(_ gram: Gram, _ range: Range<Int>, _ before: UInt32, _ after: UInt32, _ grams: inout [Gram: Occurrences]) {
        var entry = grams[gram] ?? Occurrences(first: range, before: before, after: after)
        entry.count += 1
        // A mark or the edge of the block beside it is as good as another character.
        if entry.before != before || characterClass(before) != .han { entry.variesBefore = true }
        if entry.after != after || characterClass(after) != .han { entry.variesAfter = true }
        grams[gram] = entry
    }

    /// For each part of a phrase how often the commonest longer phrase stands that holds it.
    private static func countsWithinLonger(_ frequent: [Gram: Occurrences]) -> [Gram: Int] {
        var counts: [Gram: Int] = [:]
        for (gram, entry) in frequent where gram.length > 2 {
            for length in 2..<gram.length {
                let mask: UInt64 = (1 << (16 * UInt64(length))) - 1
                for shift in 0...(gram.length - length) {
                    let part = Gram(code: (gram.code >> (16 * UInt64(shift))) & mask, length: length)
                    counts[part] = max(counts[part, default: 0], entry.count)
                }
            }
        }
        return counts
    }
}
