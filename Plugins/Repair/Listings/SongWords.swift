/// The words around the end of a line of letters: what they tell of verse.
struct SongWords {
    /// Whether the line ends in a word that leans on the next, as hardly one of verse does.
    let leanForward: Bool
    /// Whether the next line begins with a function word, as clauses do.
    let openClause: Bool
    /// Whether the last word rhymes with that of a line near.
    let rhyme: Bool

    init(_ lines: borrowing [Line], endOf index: Int, _ words: inout LastWords, in text: borrowing [UInt8]) {
        leanForward = lines[index].ending == .plain && words.read(lines, index, in: text).leansForward
        openClause = EdgeWord(firstOf: lines[index + 1], in: text).isFunctionWord
        rhyme = words.rhyme(lines, index, in: text)
    }
}
