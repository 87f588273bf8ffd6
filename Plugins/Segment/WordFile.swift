import Foundation
import LinecasterKit

/// A text file of words, one a line; `#` begins a comment.
enum WordFile {
    static func words(path: String) throws(StageError) -> [String] {
        let text: String
        do {
            text = try String(contentsOfFile: path, encoding: .utf8)
        } catch {
            throw StageError("the file of words '\(path)' cannot be read as UTF-8 text: check the path and the file's encoding")
        }
        return text.split(whereSeparator: \.isNewline).compactMap { line in
            let word = (line.split(separator: "#", maxSplits: 1, omittingEmptySubsequences: false).first ?? "").trimmingCharacters(
                in: .whitespaces
            )
            return word.isEmpty ? nil : word
        }
    }
}
