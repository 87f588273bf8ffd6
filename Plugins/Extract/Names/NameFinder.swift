import LinecasterKit
import LinecasterLanguage

/// Finds names of organizations and places.
struct NameFinder {
    private let text: ArticleText
    private let people: [Mention]

    init(_ text: ArticleText, people: [Mention]) {
        self.text = text
        self.people = people
    }

    func find() -> [Mention] {
        var found: [Mention] = []
        for block in text.blocks where block.value.kind != .table {
            let range = block.range.offsets
            found += ChineseNames(text).organizations(in: range)
            found += ChineseNames(text).places(in: range)
            found += EnglishNames(text).find(in: range)
        }
        let taken = people.map(\.range)
        return withShortForms(found.filter { mention in !overlaps(mention.range, taken) })
    }

    /// Whether a range shares a byte with one of some sorted, disjoint ranges.
    private func overlaps(_ range: TextRange, _ sorted: [TextRange]) -> Bool {
        var low = 0
        var high = sorted.count
        while low < high {
            let middle = (low + high) / 2
            if sorted[middle].upperBound <= range.lowerBound { low = middle + 1 } else { high = middle }
        }
        return low < sorted.count && sorted[low].overlaps(range)
    }

    /// Links the short forms of companies to the full names: `星奕昂生物科技` to `星奕昂（上海）生物科技有限公司`.
    private func withShortForms(_ found: [Mention]) -> [Mention] {
        let full = Set(found.filter { $0.value.kind == .organization }.map(\.value.name))
        var short: [String: String] = [:]
        for name in full {
            var core = name
            for ending in ["股份有限公司", "有限责任公司", "有限公司", "公司"] where core.hasSuffix(ending) {
                core = String(core.dropLast(ending.count))
                break
            }
            if let open = core.firstIndex(where: { $0 == "（" || $0 == "(" }),
                let close = core.firstIndex(where: { $0 == "）" || $0 == ")" }), open < close
            {
                core.removeSubrange(open...close)
            }
            if core != name, core.count >= 4 { short[core] = name }
        }
        guard !short.isEmpty else { return found }
        let words = PhraseSet(words: Array(short.keys))
        var result = found
        let taken = found.filter { $0.value.kind == .organization }.map(\.range).sorted { $0.lowerBound < $1.lowerBound }
        for block in text.blocks {
            var offset = block.range.lowerBound
            while offset < block.range.upperBound {
                if let end = words.match(in: text.utf8, at: offset, limit: block.range.upperBound),
                    !overlaps(TextRange(offset..<end), taken)
                {
                    let name = short[text.string(offset..<end)] ?? text.string(offset..<end)
                    result.append(Mention(TextRange(offset..<end), Entity(kind: .organization, name: name)))
                    offset = end
                } else {
                    offset = text.utf8.scalar(at: offset).end
                }
            }
        }
        return result
    }
}
