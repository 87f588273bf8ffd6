import ArgumentParser
import Foundation
import LinecasterEngine
import LinecasterFormats
import LinecasterKit

/// `linecaster explain`: each repair, where it is and why it was made.
struct Explain: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "explain",
        abstract: "Show each edit of a file: where, which rule, how sure, why, before and after.",
        discussion: "Line ends that stay as they are have their decision and its reasons too, and so have the sentences of the summary."
    )

    @Argument(help: "The file; - is standard input.") var file: String
    @Option(name: [.short, .long], help: "A pipeline's name or file.") var pipeline = "newspaper"
    @Option(help: "Show the edits of this stage alone.") var stage: String?
    @Option(help: "Show the edits of this rule alone.") var rule: String?
    @OptionGroup var stages: StageOptions

    func run() async throws {
        let article = try await processFile(file, try findPipeline(pipeline, try stages.registry()))
        let isTerminal = isatty(STDOUT_FILENO) == 1
        let style = isTerminal ? Style.colour : .plain
        var shown = 0
        for decision in decisions(article) {
            print(describe(decision, article, style))
            shown += decision.before == decision.after ? 0 : 1
        }
        print("\(shown) edits")
        if stage == nil || stage == "summarize", rule == nil { describeSummary(article, style) }
    }

    /// Each sentence of the summary with what spoke for it.
    private func describeSummary(_ article: Article, _ style: Style) {
        for sentence in article[.summary] {
            let place = article.source.position(ofByte: article.origin(of: sentence.range).lowerBound)
            let score = Int((sentence.value.score * 100).rounded())
            print("\(file):\(place.line):\(place.column): summarize \(style.paint(sentence.value.method.rawValue, "1")) (score \(score))")
            print("  \(visible(article[sentence.range]))")
            let reasons = sentence.value.sortedReasons.map { "\($0.reason.rawValue) \(Int(($0.share * 100).rounded())) %" }
            if !reasons.isEmpty { print("  because \(reasons.joined(separator: ", "))") }
        }
    }

    /// The decisions that were asked for, stage by stage in the order of the text.
    private func decisions(_ article: Article) -> [AppliedEdit] {
        (article.history + article.confirmations).filter { (stage == nil || $0.stage == stage) && (rule == nil || $0.rule == rule) }
            .sorted { ($0.step, $0.source.lowerBound) < ($1.step, $1.source.lowerBound) }
    }

    private enum Style {
        case plain, colour

        func paint(_ text: String, _ code: String) -> String { self == .colour ? "\u{1B}[\(code)m\(text)\u{1B}[0m" : text }
    }

    private func describe(_ edit: AppliedEdit, _ article: Article, _ style: Style) -> String {
        let place = article.source.position(ofByte: edit.source.lowerBound)
        let head = "\(file):\(place.line):\(place.column): \(edit.stage) \(style.paint(edit.rule, "1")) (\(Int(edit.confidence * 100)) %)"
        let before = visible(edit.before)
        let change =
            edit.before == edit.after ? "  \(before) stays" : "  \(style.paint(before, "31")) -> \(style.paint(visible(edit.after), "32"))"
        let why = edit.explanation.isEmpty ? "" : "\n  because \(edit.explanation)"
        return "\(head)\n\(change)\(why)"
    }

    /// A text whose line ends and invisible characters can be seen, and that moves no cursor.
    private func visible(_ text: String) -> String {
        guard !text.isEmpty else { return "nothing" }
        var result = ""
        for scalar in text.unicodeScalars {
            switch scalar {
            case "\n": result += "⏎"
            case "\r": result += "␍"
            case " ": result += "·"
            default:
                let isHidden = [.control, .format].contains(scalar.properties.generalCategory)
                result += isHidden ? "U+" + String(scalar.value, radix: 16, uppercase: true) : String(scalar)
            }
        }
        return result
    }
}
