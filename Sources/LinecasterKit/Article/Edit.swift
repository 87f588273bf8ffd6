/// A replacement that a stage proposes.
public struct Edit: Hashable, Sendable {
    /// The bytes to replace, in the text that the stage was given; empty to insert.
    public let range: TextRange
    /// What to put in their place; empty to delete.
    public let replacement: String
    /// The stage's name for the reason, in kebab case, such as `join-wrapped-line`.
    public let rule: String
    /// How sure the stage is, from 0 to 1.
    public let confidence: Double
    /// Why, in words for a person; may be empty where the rule's name says it all.
    public let explanation: String
}

/// An edit that became part of an article's history.
public struct AppliedEdit: Hashable, Sendable {
    /// The index of the stage in its pipeline.
    public let step: Int
    /// The stage's name, stamped by the engine.
    public let stage: String
    /// The stage's name for the reason.
    public let rule: String
    /// Where ``after`` stands in the text that the stage's edits made.
    public let range: TextRange
    /// The source bytes that ``before`` came from.
    public let source: TextRange
    /// The text that was replaced.
    public let before: String
    /// The text that took its place.
    public let after: String
    /// How sure the stage was, from 0 to 1.
    public let confidence: Double
    /// Why, in words for a person.
    public let explanation: String
}

/// Undoes edits, newest first.
///
/// - Parameters:
///   - edits: Edits in the order in which they were applied; those of one step in text order.
///   - text: The text that they made.
/// - Returns: The text before all of them, or nil when the edits do not belong to the text.
package func undo(_ edits: [some UndoableEdit], in text: [UInt8]) -> [UInt8]? {
    var text = text
    var end = edits.count
    while end > 0 {
        var start = end
        while start > 0, edits[start - 1].step == edits[end - 1].step { start -= 1 }
        var result: [UInt8] = []
        result.reserveCapacity(text.count)
        var kept = 0
        for edit in edits[start..<end] {
            guard edit.range.lowerBound >= kept, edit.range.upperBound <= text.count,
                edit.after.utf8.elementsEqual(text[edit.range.offsets])
            else { return nil }
            result += text[kept..<edit.range.lowerBound]
            result += edit.before.utf8
            kept = edit.range.upperBound
        }
        result += text[kept...]
        text = result
        end = start
    }
    return text
}

/// What is needed of an edit to take it back.
package protocol UndoableEdit {
    var step: Int { get }
    var range: TextRange { get }
    var before: String { get }
    var after: String { get }
}

extension AppliedEdit: UndoableEdit {}
