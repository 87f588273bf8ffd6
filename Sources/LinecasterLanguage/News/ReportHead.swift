/// What a Chinese newspaper sets before the first words of a report: `本报讯（记者 张海波）`, `晚报5月6日讯（通讯员 李敏`.
public enum ReportHead {
    private static let endings = PhraseSet("讯 訊 电 電 消息 报道 報導 報道")
    private static let writers = PhraseSet("记者 記者 通讯员 通訊員 本报记者 本報記者 首席记者 见习记者 实习生 全媒体记者 特约记者 特派记者")
    private static let longest = 42

    /// Whether a line begins with one: what ends as reports are called, and writers in a bracket, which need not close.
    ///
    /// - Parameter line: The line's bytes without white space at its ends.
    public static func opens(_ text: [UInt8], line: Range<Int>) -> Bool {
        guard let bracket = bracket(text, line.lowerBound..<min(line.upperBound, line.lowerBound + longest)) else { return false }
        let head = text.trimmed(line.lowerBound..<bracket.offset)
        return endings.match(in: text, endingAt: head.upperBound, from: head.lowerBound) != nil
            && writers.match(in: text, at: bracket.end, limit: line.upperBound) != nil
    }

    /// The first opening bracket: by bytes, since every line of a page is asked.
    private static func bracket(_ text: [UInt8], _ range: Range<Int>) -> LocatedScalar? {
        text.withUnsafeBufferPointer { bytes in
            range.first { bytes[$0] == 0x28 || bytes[$0] == 0xEF && $0 + 2 < bytes.count && bytes[$0 + 1] == 0xBC && bytes[$0 + 2] == 0x88 }
        }.map { text.scalar(at: $0) }
    }
}
