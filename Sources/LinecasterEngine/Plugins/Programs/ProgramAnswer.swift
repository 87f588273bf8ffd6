import Foundation
import LinecasterFormats
import LinecasterKit

/// What a program answers to an article or to options.
struct ProgramAnswer: Decodable, Sendable {
    enum Kind: String, Decodable { case ready, changes, error }

    let type: Kind
    let id: String?
    let configuration: Int?
    /// Why it could not be done.
    let message: String?
    let edits: [ProposedEdit]?
    let confirmations: [ProposedEdit]?
    let layers: ProposedLayers?
    let warnings: [String]?

    /// A replacement; offsets count Unicode scalars of the text that the program was given, half-open.
    struct ProposedEdit: Decodable {
        let start: Int
        let end: Int
        let text: String?
        let rule: String
        let confidence: Double?
        let explanation: String?
    }

    /// The answer's proposals as a stage's.
    ///
    /// - Throws: `StageError` that says which place does not lie in the text.
    func changes(to article: Article) throws(StageError) -> Changes {
        var changes = Changes()
        for warning in warnings ?? [] { changes.warn(warning) }
        let edits = self.edits ?? []
        let confirmations = self.confirmations ?? []
        let layers = self.layers?.drafts ?? []
        guard !edits.isEmpty || !confirmations.isEmpty || !layers.isEmpty else { return changes }
        let places = Places(article.utf8)
        changes.reserveCapacity(edits: edits.count)
        for edit in edits {
            changes.replace(
                try places.range(edit.start, edit.end) { "edit \(edit.rule)" },
                with: edit.text ?? "",
                rule: edit.rule,
                confidence: try edit.checkedConfidence,
                explanation: edit.explanation ?? ""
            )
        }
        for edit in confirmations {
            let range = try places.range(edit.start, edit.end) { "what stays by \(edit.rule)" }
            changes.confirm(range, rule: edit.rule, confidence: try edit.checkedConfidence, explanation: edit.explanation ?? "")
        }
        for layer in layers { try layer.propose(to: &changes, places) }
        return changes
    }

    /// Finds the bytes of places that a program counts in scalars.
    struct Places {
        private let offsets: ScalarOffsets

        init(_ text: [UInt8]) { offsets = ScalarOffsets(text) }

        func range(_ start: Int, _ end: Int, what: () -> String) throws(StageError) -> TextRange {
            guard start <= end, let lower = offsets.byteOffset(ofScalar: start), let upper = offsets.byteOffset(ofScalar: end) else {
                throw StageError("\(what()) at \(start)..<\(end) does not lie in the text")
            }
            return TextRange(lower..<upper)
        }
    }
}

extension ProgramAnswer.ProposedEdit {
    fileprivate var checkedConfidence: Double {
        get throws(StageError) {
            let confidence = confidence ?? 1
            guard (0...1).contains(confidence) else {
                throw StageError("edit \(rule) has the confidence \(confidence), not one from 0 to 1")
            }
            return confidence
        }
    }
}
