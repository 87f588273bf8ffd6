import LinecasterKit
import LinecasterLanguage

/// Companies whose form tells where their names begin and end, and the short forms of these names:
/// `星奕昂（上海）生物科技有限公司`, later `星奕昂生物科技`.
struct Companies {
    private let text: ArticleText

    init(_ text: ArticleText) { self.text = text }

    func find() -> [Mention] {
        let full = text.blocks.filter { $0.value.kind != .table && holdsBracket($0.range.offsets) }.flatMap { block in
            ChineseNames(text).organizations(in: block.range.offsets).filter { $0.value.name.contains("（") }
        }
        return full + shortForms(of: full)
    }

    private func holdsBracket(_ block: Range<Int>) -> Bool {
        block.contains { text.utf8[$0] == 0xEF && text.utf8.holds("（", at: $0) }
    }

    private static let endings = ["股份有限公司", "有限责任公司", "有限公司", "公司"]

    /// The name without the bracket and the legal form.
    private static func core(_ name: String) -> String {
        var core = name
        if let ending = endings.first(where: name.hasSuffix) { core = String(name.dropLast(ending.count)) }
        if let open = core.firstIndex(of: "（"), let close = core.firstIndex(of: "）"), open < close { core.removeSubrange(open...close) }
        return core
    }

    private func shortForms(of full: [Mention]) -> [Mention] {
        var names: [String: String] = [:]
        for mention in full {
            let core = Self.core(mention.value.name)
            if core != mention.value.name, core.count >= 4 { names[core] = mention.value.name }
        }
        guard !names.isEmpty else { return [] }
        let words = PhraseSet(words: Array(names.keys))
        // 中国广电 within 中国广电（集团）有限公司 is no mention of its own.
        let taken = Ranges(full.map(\.range.offsets))
        var result: [Mention] = []
        for block in text.blocks {
            var offset = block.range.lowerBound
            while offset < block.range.upperBound {
                if let end = words.match(in: text.utf8, at: offset, limit: block.range.upperBound) {
                    let name = names[text.string(offset..<end)] ?? text.string(offset..<end)
                    if !taken.overlaps(offset..<end) {
                        result.append(Mention(TextRange(offset..<end), Entity(kind: .organization, name: name)))
                    }
                    offset = end
                } else {
                    offset = text.utf8.scalar(at: offset).end
                }
            }
        }
        return result
    }
}
