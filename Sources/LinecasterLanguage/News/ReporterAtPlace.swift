/// A byline without `By`, as British papers set it: `Tom Ashdown at Merton Park`, `Jane Reed in Brussels`.
public enum ReporterAtPlace {
    private static let joints = PhraseSet("at in")

    /// Where the name ends in a line that is such a byline; nil for any other.
    ///
    /// - Parameter line: The line's bytes without white space at its ends.
    public static func nameEnd(_ text: [UInt8], line: Range<Int>) -> Int? {
        guard line.count <= 48 else { return nil }
        let words = text[line].split(separator: 0x20)
        guard (4...6).contains(words.count), let joint = words.indices.dropFirst(2).first(where: { isJoint(words[$0], text) }), joint <= 3,
            joint + 1 < words.count, GivenNames.english.contains(text, words[0].startIndex..<words[0].endIndex)
        else { return nil }
        let names = words[..<joint] + words[(joint + 1)...]
        return names.allSatisfy(isName) ? words[joint - 1].endIndex : nil
    }

    private static func isJoint(_ word: ArraySlice<UInt8>, _ text: [UInt8]) -> Bool {
        joints.contains(text, word.startIndex..<word.endIndex)
    }

    /// A capital and small letters after it.
    private static func isName(_ word: ArraySlice<UInt8>) -> Bool {
        guard let first = word.first, first &- 0x41 < 26, word.count >= 2 else { return false }
        return word.dropFirst().allSatisfy { ($0 | 0x20) &- 0x61 < 26 || $0 == 0x2D || $0 == 0x27 || $0 >= 0x80 }
            && word.dropFirst().contains { $0 &- 0x61 < 26 }
    }
}
