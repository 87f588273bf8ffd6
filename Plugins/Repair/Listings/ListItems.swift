import LinecasterLanguage

/// Finds the lines that begin items of a list: `1.` after which `2.` comes, a bullet after which another comes; and notes,
/// which a star or a dagger begins.
///
/// - Returns: For each line whether it begins such an item.
func listItems(_ lines: [Line], in text: [UInt8]) -> [Bool] {
    var result = [Bool](repeating: false, count: lines.count)
    var open: [(line: Int, mark: Enumerator.Mark)] = []
    for index in lines.indices {
        if index > 0, lines[index - 1].ending == .terminal, NoteMark.begins(text, line: lines[index].range) { result[index] = true }
        guard let mark = Enumerator.mark(in: text, line: lines[index].range) else { continue }
        // An item is a few lines at most; what is far back is of another list.
        open.removeAll { index - $0.line > 12 }
        if let last = open.last(where: { $0.mark.isFollowed(by: mark) }) {
            result[last.line] = true
            result[index] = true
        }
        open.removeAll { $0.mark.style == mark.style }
        open.append((index, mark))
    }
    return result
}
