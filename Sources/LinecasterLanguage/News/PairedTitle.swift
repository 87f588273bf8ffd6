/// A title of two parts of one length with a space between them: `郑怀远讲话 沈逸飞主持`. It is a line of its own.
public enum PairedTitle {
    private static let duties = PhraseSet("讲话 主持 出席 致辞 作报告 参加 陪同 会见 宣读 讲话并 調研 调研 部署 批示 講話 致詞")

    /// Whether a line is one.
    ///
    /// - Parameter line: The line's bytes without white space at its ends.
    public static func isLine(_ text: [UInt8], line: Range<Int>) -> Bool { parts(text, line) != nil }

    /// Whether its parts tell who spoke and who presided, as a deck under the headline of a meeting does.
    public static func tellsDuties(_ text: [UInt8], line: Range<Int>) -> Bool {
        guard let (first, second) = parts(text, line) else { return false }
        return [first, second].allSatisfy { duties.match(in: text, endingAt: $0.upperBound, from: $0.lowerBound) != nil }
    }

    private static func parts(_ text: [UInt8], _ line: Range<Int>) -> (Range<Int>, Range<Int>)? {
        guard line.count <= 80, let space = text.firstIndex(of: 0x20, from: line.lowerBound, to: line.upperBound) else { return nil }
        let first = line.lowerBound..<space
        let second = text.trimmed(space..<line.upperBound)
        guard first.count == second.count, first.count >= 9, !text[second].contains(0x20) else { return nil }
        return text.scalars(in: line).allSatisfy { characterClass($0.value) == .han || isSpace($0.value) } ? (first, second) : nil
    }
}
