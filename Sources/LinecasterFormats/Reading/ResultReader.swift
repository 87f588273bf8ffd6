public import Foundation
import LinecasterKit

/// A result that was read back, with what is needed to give its source back.
public struct SavedResult: Sendable {
    /// The source's name.
    public let name: String
    /// The source's bytes.
    public let source: [UInt8]
    /// The source's text in UTF-8.
    let decoded: [UInt8]

    /// Reads a result in the JSON form and takes every edit back.
    ///
    /// - Throws: `ReadingError` when the text is no such result, or was changed since it was written.
    public init(json: Data) throws(ReadingError) {
        let file: ResultFile
        do {
            file = try JSONDecoder().decode(ResultFile.self, from: json)
        } catch {
            throw ReadingError("this is no result in the form linecaster.article/1")
        }
        guard file.format == "linecaster.article/1" else {
            throw ReadingError("the format is '\(file.format)'; linecaster.article/1 is needed")
        }
        let edits = file.edits.compactMap(\.undoable)
        guard let decoded = undo(edits, in: Array(file.text.utf8)) else {
            throw ReadingError("the edits do not fit the text; one of them was changed after the result was written")
        }
        let remainders = file.edits.compactMap(\.remainder)
        guard let bytes = encode(decoded, encoding: file.source.encoding, remainders: remainders) else {
            throw ReadingError("the source cannot be encoded as \(file.source.encoding)")
        }
        guard bytes.count == file.source.bytes, sha256(bytes) == file.source.sha256 else {
            throw ReadingError(
                "the source that the edits lead to is not the one that was read; the result was changed after it was written"
            )
        }
        name = file.source.name
        source = bytes
        self.decoded = decoded
    }
}

private struct ResultFile: Decodable {
    struct Source: Decodable {
        let name: String
        let bytes: Int
        let sha256: String
        let encoding: String
    }

    struct Edit: Decodable {
        let step: Int?
        let at: Int
        let before: String?
        let after: String
        let bytes: String?

        var undoable: SavedEdit? {
            guard let step, let before else { return nil }
            return SavedEdit(step: step, range: TextRange(at..<at + after.utf8.count), before: before, after: after)
        }

        var remainder: (decoded: Range<Int>, bytes: [UInt8])? {
            guard let bytes else { return nil }
            let digits = Array(bytes.utf8).map { $0 < 0x3A ? $0 &- 0x30 : $0 &- 0x57 }
            guard digits.count % 2 == 0, digits.allSatisfy({ $0 < 16 }) else { return nil }
            let values = stride(from: 0, to: digits.count, by: 2).map { digits[$0] << 4 | digits[$0 + 1] }
            return (at..<at + after.utf8.count, values)
        }
    }

    let format: String
    let source: Source
    let text: String
    let edits: [Edit]
}

private struct SavedEdit: UndoableEdit {
    let step: Int
    let range: TextRange
    let before: String
    let after: String
}
