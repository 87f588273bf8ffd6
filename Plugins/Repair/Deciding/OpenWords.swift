import LinecasterLanguage

/// Words that leave a phrase open: 的, 和, `of`.
enum OpenWords {
    /// Whether one ends a line.
    static func end(_ line: Line, in text: [UInt8]) -> Bool {
        line.ending == .plain && words.match(in: text, endingAt: line.end, from: line.start) != nil
    }

    /// Whether a line of letters ends in a word that ends no title: `the`, and not `on`, as in `Two years on`.
    static func leaveTitleOpen(_ line: Line, in text: [UInt8]) -> Bool {
        !line.isChinese && line.ending == .plain && determiners.match(in: text, endingAt: line.end, from: line.start) != nil
    }

    private static let words = PhraseSet(
        constant: "的 和 与 及 在 是 对 为 把 被 将 从 向 以 而 并 或 由 于 等 也 就 都 使 让 给 比 其 该 这 那 每 个 一".split(separator: " ").map(String.init)
            + [
                " the", " of", " and", " a", " an", " to", " in", " for", " with", " on", " at", " by", " from", " that", " is", " are",
                " was",
                " or", " as", " its", " this", " be", " has", " have", " will", " can", " you", " your",
            ]
    )

    private static let determiners = PhraseSet(constant: [
        " the", " of", " and", " a", " an", " or", " its", " your", " my", " our", " their", " whose", " The", " Of", " And", " A", " An",
        " Or",
        " Its", " Your", " My", " Our", " Their", " Whose", " THE", " OF", " AND", " AN", " OR",
    ])
}
