/// What a writer is, as it stands under the byline: `Staff Reporter`, `Ledger correspondent`, `Of the Courier Staff`.
public enum WriterPosition {
    private static let positions = PhraseSet(
        "reporter reporters writer writers correspondent correspondents columnist critic editor photographer bureau staff contributor"
    )

    /// Whether a line under a byline is one.
    ///
    /// - Parameter line: The line's bytes without white space at its ends.
    public static func isLine(_ text: [UInt8], _ line: Range<Int>) -> Bool {
        guard line.count <= 60 else { return false }
        let words = text[line].split(separator: 0x20)
        guard (1...6).contains(words.count), let first = words[0].first, first &- 0x41 < 26, let last = words.last else { return false }
        let isNamed = words.allSatisfy { $0.first.map { $0 &- 0x41 < 26 } ?? false || $0.elementsEqual("the".utf8) }
        guard isNamed ? words.contains(where: isPosition) : words.count <= 4 && isPosition(last) else { return false }
        return words.allSatisfy {
            $0.allSatisfy { ($0 | 0x20) &- 0x61 < 26 || $0 == 0x2D || $0 == 0x2F || $0 == 0x27 || $0 == 0x2C || $0 == 0x26 }
        }
    }

    private static func isPosition(_ word: ArraySlice<UInt8>) -> Bool {
        let lower = word.map { $0 &- 0x41 < 26 ? $0 | 0x20 : $0 }
        return positions.contains(lower, 0..<lower.count)
    }
}
