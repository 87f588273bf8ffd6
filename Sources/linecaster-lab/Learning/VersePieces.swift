/// The pieces of a file of verse in which a line with % parts them: of at least three lines, without their titles, authors
/// and terminal codes.
func versePieces(of text: String) -> [[String]] {
    let plain = text.replacing(/\u{1B}\[[0-9;]*m/, with: "")
    return plain.split(separator: /\n%\n/).compactMap { piece in
        let lines = piece.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
        let verse = lines.filter { !$0.hasPrefix("作者") && !$0.hasPrefix("《") && !$0.trimmed.hasPrefix("-- ") }
        return verse.count { !$0.trimmed.isEmpty } >= 3 ? verse : nil
    }
}
