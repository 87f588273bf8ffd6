import LinecasterLanguage

/// The words of a passage of letters: runs of letters and digits with the hyphens and apostrophes inside them;
/// each other mark by itself.
func letterWords(in text: [UInt8], _ range: Range<Int>) -> [Range<Int>] {
    var result: [Range<Int>] = []
    var start = range.lowerBound
    let scalars = text.scalars(in: range)
    func isWordPart(_ index: Int) -> Bool {
        guard scalars.indices.contains(index) else { return false }
        return [.letter, .digit].contains(characterClass(scalars[index].value))
    }
    for (index, scalar) in scalars.enumerated() {
        let goesOn = isWordPart(index) && (isWordPart(index + 1) || isJoint(index + 1)) || isJoint(index)
        if !goesOn {
            result.append(start..<scalar.end)
            start = scalar.end
        }
    }
    return result

    /// A mark between two parts of a word: `don't`, `3.5`.
    func isJoint(_ index: Int) -> Bool {
        guard scalars.indices.contains(index), [0x27, 0x2D, 0x2E, 0x2C, 0x2019].contains(scalars[index].value) else { return false }
        guard isWordPart(index - 1), isWordPart(index + 1) else { return false }
        let isNumber = scalars[index].value == 0x2E || scalars[index].value == 0x2C
        return !isNumber || characterClass(scalars[index - 1].value) == .digit
    }
}
