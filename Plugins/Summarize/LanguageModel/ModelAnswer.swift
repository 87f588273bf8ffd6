import Foundation

/// What a model says, without what it says around it.
enum ModelAnswer {
    private static let labels = ["摘要：", "摘要:", "总结：", "總結：", "Summary:", "**Summary:**", "**摘要：**", "**摘要**：", "Here is the summary:"]

    /// The summary in an answer: no reasoning, no fence, no label, one paragraph.
    static func text(of answer: String) -> String {
        var text = answer
        if let end = text.range(of: "</think>", options: .backwards) { text = String(text[end.upperBound...]) }
        text = text.trimmingCharacters(in: .whitespacesAndNewlines)
        if text.hasPrefix("```"), let line = text.firstIndex(of: "\n") {
            text = String(text[text.index(after: line)...]).replacing("```", with: "").trimmingCharacters(in: .whitespacesAndNewlines)
        }
        for label in labels where text.hasPrefix(label) {
            text = String(text.dropFirst(label.count)).trimmingCharacters(in: .whitespacesAndNewlines)
        }
        let lines = text.split(whereSeparator: \.isNewline).map { $0.trimmingCharacters(in: .whitespaces) }
        let isLatin = text.utf8.count { $0 < 0x80 } * 2 > text.utf8.count
        return lines.filter { !$0.isEmpty }.joined(separator: isLatin ? " " : "")
    }
}
