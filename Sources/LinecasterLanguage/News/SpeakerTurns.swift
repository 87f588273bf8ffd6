/// Turns of a conversation as newspapers print interviews: `记者：您为什么留下来？`, `苗春晓：走的那天，…`, `Q: …`, `A: …`.
///
/// A line opens a turn when it begins with a short label and a colon, and the article asks and answers: one label is
/// the interviewer's, or two labels come back.
public struct SpeakerTurns {
    private let labels: Set<[UInt8]>

    private static let interviewers = PhraseSet("记者 記者 问 問 主持人 主播 本报 本報 笔者 网友 網友 Q 本刊 晚报 日报")
    /// Labels of credits and notices, which come in rows too.
    private static let notices = PhraseSet(
        "地址 电话 電話 时间 時間 地点 地點 来源 來源 责编 编辑 編輯 校对 摄影 攝影 制图 图 图片 文 传真 邮箱 邮编 网址 联系人 票价 费用 备注 注 附 作者 导演 编剧 主演 主办 承办 策划 统筹 版面 主题 名称 单位 价格 规格 性别 年龄 学历 职业 籍贯 专业"
    )
    private static let longestLabel = 15

    /// - Parameter lines: The article's lines, or its blocks: byte ranges without white space at their ends.
    public init(_ text: [UInt8], lines: [Range<Int>]) {
        var counts: [[UInt8]: Int] = [:]
        for line in lines {
            guard let label = Self.label(text, line) else { continue }
            counts[Array(text[label]), default: 0] += 1
        }
        let asks = counts.contains { $0.value >= 2 && Self.interviewers.contains($0.key, 0..<$0.key.count) }
        let answer = counts.filter { !Self.interviewers.contains($0.key, 0..<$0.key.count) }
        let comesBack = answer.filter { $0.value >= 2 }.count
        labels =
            asks && comesBack >= 1 || comesBack >= 2 && answer.values.reduce(0, +) >= 6 ? Set(counts.filter { $0.value >= 2 }.keys) : []
    }

    /// The label of the turn that a line opens, as a byte range; nil where it opens none.
    public func label(_ text: [UInt8], line: Range<Int>) -> Range<Int>? {
        guard !labels.isEmpty, let label = Self.label(text, line), labels.contains(Array(text[label])) else { return nil }
        return label
    }

    /// Whether a label is that of who asks.
    public static func isInterviewer(_ text: [UInt8], _ label: Range<Int>) -> Bool { interviewers.contains(text, label) }

    /// One to five ideographs, or one of the letters Q and A, before a colon.
    private static func label(_ text: [UInt8], _ line: Range<Int>) -> Range<Int>? {
        var end = line.lowerBound
        while end < line.upperBound, end - line.lowerBound <= longestLabel {
            let scalar = text.scalar(at: end)
            if scalar.value == 0xFF1A || scalar.value == 0x3A {
                let label = line.lowerBound..<end
                return label.isEmpty || notices.contains(text, label) ? nil : label
            }
            let isLetter = scalar.value == 0x51 || scalar.value == 0x41
            guard characterClass(scalar.value) == .han || isLetter && end == line.lowerBound else { return nil }
            end = scalar.end
        }
        return nil
    }
}
